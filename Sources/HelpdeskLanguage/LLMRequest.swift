/// What a language model is asked.
public struct LLMRequest: Hashable, Sendable {
    /// What the model is and must do; trusted text of the host.
    public var instructions: String
    /// The conversation, oldest first. The last message is the user's.
    public var messages: [LLMMessage]
    /// The most tokens the answer may have; the client's own limit where `nil`.
    public var maximumOutputTokens: Int?

    /// Creates a request.
    public init(instructions: String = "", messages: [LLMMessage], maximumOutputTokens: Int? = nil) {
        self.instructions = instructions
        self.messages = messages
        self.maximumOutputTokens = maximumOutputTokens
    }

    /// The sources of all messages, in order.
    public var sources: [LLMSource] {
        messages.flatMap(\.content).compactMap { if case .source(let source) = $0 { source } else { nil } }
    }

    /// The text of the last user message: the question.
    public var question: String { messages.last { $0.role == .user }?.text ?? "" }
}
