/// An earlier message of a conversation, as ``FollowUpCompleter`` reads it.
public struct FollowUpTurn: Hashable, Sendable {
    /// Who wrote a message.
    public enum Role: String, Hashable, Sendable, Codable {
        /// The one who asks.
        case customer
        /// The one who answers: a person or a program.
        case agent
    }

    /// Who wrote the message.
    public var role: Role
    /// What was written.
    public var text: String

    /// Creates a turn.
    public init(_ role: Role, _ text: String) {
        self.role = role
        self.text = text
    }
}
