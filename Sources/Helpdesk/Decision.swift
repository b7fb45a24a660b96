public import HelpdeskTriage

/// What to do with an answer.
public enum Decision: Hashable, Sendable {
    /// Send it.
    case resolve
    /// Show it to a person before it is sent.
    case draft(DraftReason)
    /// Hand the conversation to a person.
    case escalate([EscalationReason], summary: EscalationSummary)

    /// The decision without its details: `resolve`, `draft` or `escalate`.
    public var name: String {
        switch self {
        case .resolve: "resolve"
        case .draft: "draft"
        case .escalate: "escalate"
        }
    }

    /// What the person who takes over should know, where one does.
    public var summary: EscalationSummary? {
        if case .escalate(_, let summary) = self { summary } else { nil }
    }
}
