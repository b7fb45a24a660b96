#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What is missing, repeated, contradictory or out of date in a knowledge base.
///
/// ```swift
/// let report = try await knowledge.health(queries: log)
/// print(report)                                     // Markdown
/// let json = try JSONEncoder().encode(report)
/// ```
///
/// It quotes articles and customers' questions: keep it where these may be kept.
public struct HealthReport: Hashable, Sendable, Codable {
    /// The time that ages are counted to; `nil` where no item and no question tells a time.
    public var asOf: Date?
    /// Questions without a good answer, the most costly first.
    public var gaps: [KnowledgeGap] = []
    /// Items that say the same, the most similar first.
    public var duplicates: [DuplicateItems] = []
    /// Texts that stand in several items, the most frequent first.
    public var repeatedPassages: [RepeatedPassage] = []
    /// Sentences that cannot both hold, the surest first.
    public var contradictions: [Contradiction] = []
    /// Items that may be out of date, those with the most reasons first.
    public var staleItems: [StaleItem] = []
    /// How much was looked at and found.
    public var statistics = HealthStatistics()
}
