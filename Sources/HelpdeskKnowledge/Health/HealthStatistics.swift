/// How much a health report looked at and found, before entries were left out.
public struct HealthStatistics: Hashable, Sendable, Codable {
    /// Articles and FAQs.
    public var items = 0
    /// Past tickets.
    public var tickets = 0
    /// Passages of articles and FAQs.
    public var passages = 0
    /// Questions in the log that are not blank.
    public var queries = 0
    /// Questions without a good answer.
    public var unansweredQueries = 0
    /// Questions without a good answer that are in no gap, because too few are like them.
    public var ungroupedQueries = 0
    /// Questions that had to be embedded.
    public var embeddedQueries = 0
    /// Gaps found.
    public var gaps = 0
    /// Pairs of duplicate items found.
    public var duplicates = 0
    /// Texts found in several items.
    public var repeatedPassages = 0
    /// Contradictions found.
    public var contradictions = 0
    /// Stale items found.
    public var staleItems = 0

    /// Creates counts of 0.
    public init() {}
}
