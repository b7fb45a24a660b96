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

    /// Creates a result.
    public init(
        category: TicketCategory = .general, categoryConfidence: Double = 0, priority: TicketPriority = .medium,
        sentiment: Sentiment = .neutral, escalationReasons: [EscalationReason] = [], evidence: [TriageEvidence] = []
    ) {
        self.category = category
        self.categoryConfidence = categoryConfidence
        self.priority = priority
        self.sentiment = sentiment
        self.escalationReasons = escalationReasons
        self.evidence = evidence
    }

    /// Whether a person must take over.
    public var needsHuman: Bool { !escalationReasons.isEmpty }
}
