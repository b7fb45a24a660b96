/// One message of a conversation with a language model.
public struct LLMMessage: Hashable, Sendable {
    /// Who wrote the message.
    public enum Role: String, Hashable, Sendable, Codable {
        /// The person, or the host on the person's behalf.
        case user
        /// The model.
        case assistant
    }

    /// Who wrote the message.
    public var role: Role
    /// What it holds, in order.
    public var content: [LLMContent]

    /// Creates a message.
    public init(role: Role, content: [LLMContent]) {
        self.role = role
        self.content = content
    }

    /// A message of the person.
    public static func user(_ text: String) -> LLMMessage { LLMMessage(role: .user, content: [.text(text)]) }

    /// A message of the model.
    public static func assistant(_ text: String) -> LLMMessage { LLMMessage(role: .assistant, content: [.text(text)]) }

    /// The text blocks, joined by line feeds.
    public var text: String {
        content.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
    }
}
