/// An earlier message of the conversation.
public struct ConversationTurn: Hashable, Sendable {
    /// Who wrote it.
    public enum Speaker: String, Hashable, Sendable, Codable {
        /// The customer.
        case customer
        /// The support agent, human or not.
        case agent
    }

    /// Who wrote it.
    public var speaker: Speaker
    /// What was written.
    public var text: String

    /// Creates a turn.
    public init(_ speaker: Speaker, _ text: String) {
        self.speaker = speaker
        self.text = text
    }

    /// A message of the customer.
    public static func customer(_ text: String) -> ConversationTurn { ConversationTurn(.customer, text) }
    /// A message of the support agent.
    public static func agent(_ text: String) -> ConversationTurn { ConversationTurn(.agent, text) }
}
