/// How soon a message needs an answer.
public enum TicketPriority: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// No hurry.
    case low
    /// The usual.
    case medium
    /// One customer is blocked, or a deadline is near.
    case high
    /// Many are affected, or harm is under way.
    case urgent

    /// Orders by urgency.
    public static func < (first: TicketPriority, second: TicketPriority) -> Bool { first.rank < second.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .urgent: 3
        }
    }
}

/// Dictionaries keyed by priorities are coded as objects with the names as keys.
extension TicketPriority: CodingKeyRepresentable {}
