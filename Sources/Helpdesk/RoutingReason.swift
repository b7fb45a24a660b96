public import HelpdeskTriage

/// Why a message goes to a queue.
public enum RoutingReason: Hashable, Sendable, Codable {
    /// The queue takes the category.
    case category(TicketCategory)
    /// The queue takes the reason to escalate.
    case reason(EscalationReason)
    /// The queue takes the customer's language.
    case language(String)
    /// The queue takes the customer's plan.
    case plan(String)
    /// The queue takes the priority.
    case priority(TicketPriority)
    /// No queue takes it.
    case fallback
    /// The queue that takes it is closed, and this one is on call.
    case onCall(insteadOf: String)
}

extension RoutingReason: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .category(let category): "category \(category)"
        case .reason(let reason): "reason \(reason)"
        case .language(let language): "language \(language)"
        case .plan(let plan): "plan \(plan)"
        case .priority(let priority): "priority \(priority.rawValue)"
        case .fallback: "no queue takes it"
        case .onCall(let queue): "on call while \(queue) is closed"
        }
    }
}
