/// What a language model is asked.
public struct LLMRequest: Hashable, Sendable {
    /// What the model is and must do, and what else stays the same from request to request; trusted text of the host.
    /// Providers that cache the beginning of prompts can read it from their cache.
    public var system: [LLMContent]
    /// The conversation, oldest first. The last message is the user's.
    public var messages: [LLMMessage]
    /// The most tokens the answer may have; the client's own limit where `nil`.
    public var maximumOutputTokens: Int?
    /// The form of the answer where it is to be JSON; free text where `nil`. Providers do not combine it with citations.
    public var outputSchema: LLMOutputSchema?
    /// How long the whole answer may take, retries included; the client's own limit where `nil`.
    public var timeout: Duration?

    /// Creates a request with instructions in plain text.
    public init(
        instructions: String = "", messages: [LLMMessage], maximumOutputTokens: Int? = nil,
        outputSchema: LLMOutputSchema? = nil, timeout: Duration? = nil
    ) {
        self.init(
            system: instructions.isEmpty ? [] : [.text(instructions)], messages: messages,
            maximumOutputTokens: maximumOutputTokens, outputSchema: outputSchema, timeout: timeout)
    }

    /// Creates a request.
    public init(
        system: [LLMContent], messages: [LLMMessage], maximumOutputTokens: Int? = nil,
        outputSchema: LLMOutputSchema? = nil, timeout: Duration? = nil
    ) {
        self.system = system
        self.messages = messages
        self.maximumOutputTokens = maximumOutputTokens
        self.outputSchema = outputSchema
        self.timeout = timeout
    }

    /// The text of ``system``, its blocks joined by line feeds.
    public var instructions: String { LLMMessage(role: .user, content: system).text }

    /// The sources of the system content and of all messages, in order.
    public var sources: [LLMSource] {
        (system + messages.flatMap(\.content)).compactMap {
            if case .source(let source) = $0 { source } else { nil }
        }
    }

    /// The text of the last user message: the question.
    public var question: String { messages.last { $0.role == .user }?.text ?? "" }
}
