/// What a message is about, how urgent it is, how it reads, and whether a person must take over.
public struct Triage: Hashable, Sendable, Codable {
    /// What the message is chiefly about.
    public var category: TicketCategory
    /// How sure the category is, from 0 to 1.
    public var categoryConfidence: Double
    /// How soon it needs an answer.
    public var priority: TicketPriority
    /// How it reads.
    public var sentiment: Sentiment
    /// Why a person must take over, most weighty first; empty where none must.
    public var escalationReasons: [EscalationReason]
    /// What the decisions went by, in the order of the message.
    public var evidence: [TriageEvidence]
    /// The language of the customer's own words; `nil` where they are too few to tell.
    public var language: Language?
    /// The probability that a person must take over, where it was learned.
    public var escalationProbability: Double?

    /// Creates a result.
    public init(
        category: TicketCategory = .general, categoryConfidence: Double = 0, priority: TicketPriority = .medium,
        sentiment: Sentiment = .neutral, escalationReasons: [EscalationReason] = [], evidence: [TriageEvidence] = [],
        language: Language? = nil, escalationProbability: Double? = nil
    ) {
        self.category = category
        self.categoryConfidence = categoryConfidence
        self.priority = priority
        self.sentiment = sentiment
        self.escalationReasons = escalationReasons
        self.evidence = evidence
        self.language = language
        self.escalationProbability = escalationProbability
    }

    /// Whether a person must take over.
    public var needsHuman: Bool { !escalationReasons.isEmpty }
}
