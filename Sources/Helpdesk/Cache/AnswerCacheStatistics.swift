public import HelpdeskLanguage

/// What an answer cache has done for an agent.
public struct AnswerCacheStatistics: Hashable, Sendable {
    /// Queries that were answered from the cache.
    public var hits = 0
    /// Queries that could have been, but were not.
    public var misses = 0
    /// Answers that were kept.
    public var stored = 0
    /// Kept answers that died because one of their sources had changed.
    public var stale = 0
    /// Calls of the cache that failed.
    public var failures = 0
    /// The tokens that the hits did not cost again.
    public var savedUsage = LLMUsage()
    /// The time of the language model that the hits did not cost again.
    public var savedTime = Duration.zero
    /// The mean time that the answers of the hits had been kept; `nil` before the first.
    public var meanAge: Duration?
    var ageSum = Duration.zero

    /// The share of hits among hits and misses, from 0 to 1; `nil` before the first.
    public var hitRate: Double? { hits + misses > 0 ? Double(hits) / Double(hits + misses) : nil }

    /// Creates an empty record.
    public init() {}

    mutating func record(_ use: CachedAnswerUse?) {
        guard let use else {
            misses += 1
            return
        }
        hits += 1
        savedUsage += use.usage
        savedTime += use.duration
        ageSum += use.age
        meanAge = ageSum / hits
    }
}
