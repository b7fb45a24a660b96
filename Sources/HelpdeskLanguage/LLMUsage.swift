/// What an answer cost, in tokens of the model.
public struct LLMUsage: Hashable, Sendable, Codable {
    /// Tokens read, cached ones not included.
    public var inputTokens: Int
    /// Tokens written.
    public var outputTokens: Int
    /// Tokens read from the provider's cache.
    public var cacheReadTokens: Int
    /// Tokens written to the provider's cache.
    public var cacheWriteTokens: Int

    /// Creates a count.
    public init(inputTokens: Int = 0, outputTokens: Int = 0, cacheReadTokens: Int = 0, cacheWriteTokens: Int = 0) {
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.cacheReadTokens = cacheReadTokens
        self.cacheWriteTokens = cacheWriteTokens
    }
}
