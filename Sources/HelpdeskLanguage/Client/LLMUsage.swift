/// What an answer cost, in tokens of the model.
public struct LLMUsage: Hashable, Sendable, Codable {
    /// Tokens read, those of the provider's cache not included.
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

    /// All tokens read, from the cache or not.
    public var totalInputTokens: Int { inputTokens + cacheReadTokens + cacheWriteTokens }

    /// Adds up two counts.
    public static func + (left: LLMUsage, right: LLMUsage) -> LLMUsage {
        LLMUsage(
            inputTokens: left.inputTokens + right.inputTokens, outputTokens: left.outputTokens + right.outputTokens,
            cacheReadTokens: left.cacheReadTokens + right.cacheReadTokens,
            cacheWriteTokens: left.cacheWriteTokens + right.cacheWriteTokens)
    }

    /// Adds a count.
    public static func += (left: inout LLMUsage, right: LLMUsage) { left = left + right }
}
