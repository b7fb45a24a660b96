/// What a rule speaks for.
public enum TriageVote: Hashable, Sendable, Codable {
    /// The message is chiefly about this.
    case category(TicketCategory)
    /// It needs an answer this soon.
    case priority(TicketPriority)
    /// It reads like this.
    case sentiment(Sentiment)
    /// A person must take over, for this reason.
    case escalation(EscalationReason)

    /// The name of the category, priority, sentiment or reason, as it stands in ``TriageEvidence/vote``.
    public var name: String {
        switch self {
        case .category(let category): category.rawValue
        case .priority(let priority): priority.rawValue
        case .sentiment(let sentiment): sentiment.rawValue
        case .escalation(let reason): reason.rawValue
        }
    }

    /// The decision the vote belongs to.
    var decision: TriageDecision {
        switch self {
        case .category: .category
        case .priority: .priority
        case .sentiment: .sentiment
        case .escalation: .escalation
        }
    }
}
