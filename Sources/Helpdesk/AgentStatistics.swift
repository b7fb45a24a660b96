public import HelpdeskKnowledge
public import HelpdeskLanguage

/// What an agent has done since it was created.
public struct AgentStatistics: Hashable, Sendable {
    /// Queries that came to a resolution.
    public var processed: Int = 0
    /// Queries that ended in an error or were cancelled.
    public var failed: Int = 0
    /// Resolutions to send.
    public var resolved: Int = 0
    /// Resolutions for a person to look at.
    public var drafted: Int = 0
    /// Resolutions handed to a person.
    public var escalated: Int = 0
    /// Resolutions for which the language model's answer could not be used.
    public var fellBack: Int = 0
    /// The same, by why.
    public var fallbacks: [AnswerFallback.Cause: Int] = [:]
    /// What the language model was asked and wrote in all, in tokens.
    public var usage = LLMUsage()
    /// Whether the language model is asked, after failures in a row; see ``SupportAgent/Configuration/circuitBreaker``.
    public var circuit = CircuitBreaker.State.closed
    /// What the answer cache has done.
    public var cache = AnswerCacheStatistics()
    /// Tickets learned.
    public var learned: Int = 0
    /// Items in the knowledge base, by kind.
    public var indexedByKind: [KnowledgeKind: Int] = [:]
    /// The mean confidence of all resolutions, from 0 to 1; `nil` before the first.
    public var meanConfidence: Double?
    /// The mean of the recorded satisfaction, from 0 to 1; `nil` before the first.
    public var meanSatisfaction: Double?
    /// The time that half of the resolutions did not exceed, to within 5%.
    public var latency50: Duration?
    /// The time that 95% of the resolutions did not exceed, to within 5%.
    public var latency95: Duration?
    /// The time that 99% of the resolutions did not exceed, to within 5%.
    public var latency99: Duration?

    /// Creates an empty record.
    public init() {}
}
