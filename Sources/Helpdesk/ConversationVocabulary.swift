/// The phrases by which conversations are read: what did not help, what a customer has tried, what is a request.
///
/// A phrase is a row of words, upper and lower case the same, contractions spelled out: `did not help` finds “didn’t
/// help”. It is matched as a whole, in this order, within one sentence. Hosts add phrases of other languages.
public struct ConversationVocabulary: Hashable, Sendable, Codable {
    /// Phrases that say that the last answer did not help.
    public var unhelpful: [String]
    /// Phrases that say that the customer has tried something.
    public var attempts: [String]
    /// Verbs that tell of an attempt after ``subjects`` or at the beginning of a sentence: `restarted`.
    public var attemptVerbs: [String]
    /// Who tries: `i`, `we`.
    public var subjects: [String]
    /// What may stand between subject and verb: `have`, `already`.
    public var auxiliaries: [String]
    /// What denies: `not`, `never`.
    public var negations: [String]
    /// Phrases that a request begins with, or that ask.
    public var requests: [String]
    /// Phrases that tell of a problem.
    public var problems: [String]
    /// Phrases that begin a greeting, thanks or a closing.
    public var courtesies: [String]

    /// Creates a vocabulary.
    public init(
        unhelpful: [String] = [], attempts: [String] = [], attemptVerbs: [String] = [], subjects: [String] = [],
        auxiliaries: [String] = [], negations: [String] = [], requests: [String] = [], problems: [String] = [],
        courtesies: [String] = []
    ) {
        self.unhelpful = unhelpful
        self.attempts = attempts
        self.attemptVerbs = attemptVerbs
        self.subjects = subjects
        self.auxiliaries = auxiliaries
        self.negations = negations
        self.requests = requests
        self.problems = problems
        self.courtesies = courtesies
    }

    /// This vocabulary and another one.
    public func merging(_ other: ConversationVocabulary) -> ConversationVocabulary {
        ConversationVocabulary(
            unhelpful: unhelpful + other.unhelpful, attempts: attempts + other.attempts,
            attemptVerbs: attemptVerbs + other.attemptVerbs, subjects: subjects + other.subjects,
            auxiliaries: auxiliaries + other.auxiliaries, negations: negations + other.negations,
            requests: requests + other.requests, problems: problems + other.problems,
            courtesies: courtesies + other.courtesies)
    }
}
