/// What a ``TriageModel`` makes of a message, each with its probability.
public struct LearnedDecision: Hashable, Sendable {
    /// The categories, best first; empty where the model has not learned them.
    public var categories: [LabelProbability]
    /// The priority and the probability that it is right.
    public var priority: (value: TicketPriority, probability: Double)? {
        priorityValue.map { ($0, priorityProbability) }
    }
    /// The sentiment and the probability that it is right.
    public var sentiment: (value: Sentiment, probability: Double)? { sentimentValue.map { ($0, sentimentProbability) } }
    /// The probability that a person must take over.
    public var escalationProbability: Double?
    /// Whether that is enough to escalate.
    public var needsHuman: Bool
    /// The likeliest reasons, best first.
    public var reasons: [EscalationReason]

    var priorityValue: TicketPriority?
    var priorityProbability = 0.0
    var sentimentValue: Sentiment?
    var sentimentProbability = 0.0
}
