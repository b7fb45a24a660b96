/// The four things that are decided about a message; each has its own set of rules.
public enum TriageDecision: String, Hashable, Sendable, Codable, CaseIterable {
    /// What the message is chiefly about.
    case category
    /// How soon it needs an answer.
    case priority
    /// How it reads.
    case sentiment
    /// Whether a person must take over.
    case escalation
}

extension TriageDecision {
    /// Its place among all decisions.
    var number: Int {
        switch self {
        case .category: 0
        case .priority: 1
        case .sentiment: 2
        case .escalation: 3
        }
    }
}
