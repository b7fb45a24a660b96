/// A whole answer of a language model.
public struct LLMResponse: Hashable, Sendable {
    /// The answer.
    public var text: String
    /// What the answer rests on, in the order of the answer.
    public var citations: [LLMCitation]
    /// Why it ended.
    public var stopReason: LLMStopReason
    /// What it cost.
    public var usage: LLMUsage
    /// The model that answered.
    public var model: String

    /// Creates an answer.
    public init(
        text: String, citations: [LLMCitation] = [], stopReason: LLMStopReason = .complete,
        usage: LLMUsage = LLMUsage(),
        model: String
    ) {
        self.text = text
        self.citations = citations
        self.stopReason = stopReason
        self.usage = usage
        self.model = model
    }
}
