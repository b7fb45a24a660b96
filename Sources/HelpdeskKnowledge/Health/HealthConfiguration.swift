/// What a health report is tuned by. Similarities are cosines of the stored vectors unless they are of words; the defaults
/// were set with all-MiniLM-L6-v2.
public struct HealthConfiguration: Hashable, Sendable, Codable {
    // MARK: - Gaps

    /// An answer of less confidence counts as no good answer.
    public var confidenceThreshold = 0.5
    /// A question whose ``KnowledgeGap/coverage`` is less counts as unanswered where the log does not tell its outcome, and a
    /// gap of less coverage as missing from the knowledge.
    public var coverageThreshold = 0.5
    /// The average similarity between two groups of questions from which they are one gap.
    public var questionSimilarity = 0.6
    /// The least number of questions of a gap.
    public var minimumGapSize = 2
    /// How many examples a gap has.
    public var examplesPerGap = 5
    /// What an escalated question costs, relative to the others.
    public var escalationCost = 1.0
    /// What a question costs for which nothing was found.
    public var noAnswerCost = 1.0
    /// What an answer costs that the customer found no help.
    public var negativeFeedbackCost = 1.0
    /// What an answer of no confidence costs; it falls to 0 with the confidence.
    public var lowConfidenceCost = 0.7
    /// What a question of unknown outcome costs that the knowledge does not cover.
    public var uncoveredCost = 0.7

    // MARK: - Duplicates

    /// The similarity from which two passages say the same, whatever their words.
    public var duplicateSimilarity = 0.92
    /// The share of runs of five words that two passages have in common from which they are the same text.
    public var repeatedTextShare = 0.6
    /// The share of two items' text that repeats from which they are duplicates.
    public var duplicateItemShare = 0.5
    /// The least length of a repeated passage in Unicode scalars.
    public var minimumRepeatedLength = 120

    // MARK: - Contradictions

    /// The similarity from which two passages are on one topic.
    public var topicSimilarity = 0.5
    /// The share of weighted words that two sentences must have in common to be compared, from 0 to 1.
    public var statementSimilarity = 0.6
    /// How many contradictions are reported between the same two items.
    public var contradictionsPerPair = 3
    /// Fields of metadata that keep items apart: items that both have the field, with different values, do not contradict
    /// each other.
    public var scopeKeys: Set<String> = [
        "product", "version", "plan", "edition", "region", "country", "platform", "audience", "language", "locale",
    ]

    // MARK: - Staleness

    /// The age from which an item may be stale, in days.
    public var staleAfterDays = 365.0
    /// How many newer items on the topic make an old item stale.
    public var newerItemsNeeded = 2
    /// How much newer than the item these must be, in days.
    public var newerByDays = 90.0
    /// The similarity from which an item or ticket is on an item's topic.
    public var staleTopicSimilarity = 0.65
    /// How many questions must be nearest to an item before it can count as rarely cited.
    public var similarQuestionsNeeded = 5
    /// The share of these questions whose answers cite the item under which it is rarely cited.
    public var rareCitationShare = 0.1

    // MARK: - All

    /// The field of metadata that names an item's language.
    public var languageKey = "language"
    /// The field of metadata that names an item's audience.
    public var audienceKey = "audience"
    /// With how many passages of other items a passage is compared: its nearest.
    public var neighborsPerPassage = 24
    /// How many entries each part of the report has at most; ``HealthStatistics`` has the full counts.
    public var maximumEntries = 200
    /// How many threads work; `nil` for one a processor. The report does not depend on it.
    public var threadCount: Int?

    /// Creates the defaults.
    public init() {}

    /// - Throws: ``KnowledgeError`` with `invalidArgument`.
    func validate() throws {
        func check(_ condition: Bool, _ name: String, _ value: Any, _ range: String) throws {
            guard condition else {
                throw KnowledgeError(.invalidArgument, "\(name) is \(value); it must be \(range)")
            }
        }
        let shares: [(String, Double)] = [
            ("confidenceThreshold", confidenceThreshold), ("coverageThreshold", coverageThreshold),
            ("questionSimilarity", questionSimilarity), ("duplicateSimilarity", duplicateSimilarity),
            ("repeatedTextShare", repeatedTextShare), ("duplicateItemShare", duplicateItemShare),
            ("topicSimilarity", topicSimilarity), ("statementSimilarity", statementSimilarity),
            ("staleTopicSimilarity", staleTopicSimilarity), ("rareCitationShare", rareCitationShare),
        ]
        for (name, value) in shares { try check(value >= 0 && value <= 1, name, value, "from 0 to 1") }
        let amounts: [(String, Double)] = [
            ("escalationCost", escalationCost), ("noAnswerCost", noAnswerCost),
            ("negativeFeedbackCost", negativeFeedbackCost), ("lowConfidenceCost", lowConfidenceCost),
            ("uncoveredCost", uncoveredCost), ("staleAfterDays", staleAfterDays), ("newerByDays", newerByDays),
        ]
        for (name, value) in amounts { try check(value >= 0 && value.isFinite, name, value, "finite and at least 0") }
        let counts: [(String, Int)] = [
            ("minimumGapSize", minimumGapSize), ("newerItemsNeeded", newerItemsNeeded),
            ("similarQuestionsNeeded", similarQuestionsNeeded), ("contradictionsPerPair", contradictionsPerPair),
            ("neighborsPerPassage", neighborsPerPassage),
        ]
        for (name, value) in counts { try check((1...10_000).contains(value), name, value, "from 1 to 10,000") }
        try check(examplesPerGap >= 0, "examplesPerGap", examplesPerGap, "at least 0")
        try check(minimumRepeatedLength >= 0, "minimumRepeatedLength", minimumRepeatedLength, "at least 0")
        try check(maximumEntries >= 0, "maximumEntries", maximumEntries, "at least 0")
        if let threadCount {
            try check((1...1_024).contains(threadCount), "threadCount", threadCount, "from 1 to 1,024")
        }
    }
}
