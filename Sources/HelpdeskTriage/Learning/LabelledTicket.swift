/// A past ticket and how it was judged: an example for ``TriageModel`` to learn from. What is not known is `nil`.
public struct LabelledTicket: Hashable, Sendable, Codable {
    /// The message, as the customer wrote it.
    public var text: String
    /// What it was chiefly about.
    public var category: TicketCategory?
    /// How soon it needed an answer.
    public var priority: TicketPriority?
    /// How it read.
    public var sentiment: Sentiment?
    /// Why a person had to take over; empty where none had to, `nil` where that is not known.
    public var escalationReasons: [EscalationReason]?

    /// Creates an example.
    public init(
        text: String, category: TicketCategory? = nil, priority: TicketPriority? = nil, sentiment: Sentiment? = nil,
        escalationReasons: [EscalationReason]? = nil
    ) {
        self.text = text
        self.category = category
        self.priority = priority
        self.sentiment = sentiment
        self.escalationReasons = escalationReasons
    }

    /// Whether the decision is known.
    func knows(_ decision: TriageDecision) -> Bool {
        switch decision {
        case .category: category != nil
        case .priority: priority != nil
        case .sentiment: sentiment != nil
        case .escalation: escalationReasons != nil
        }
    }
}
