/// How far a health report has come.
public struct HealthProgress: Hashable, Sendable {
    /// A part of the work, in their order.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// Passages and their vectors are read.
        case reading
        /// Every passage is compared with every other.
        case comparing
        /// Repeated passages and items are looked for.
        case duplicates
        /// Contradictory sentences are looked for.
        case contradictions
        /// Questions without a vector are embedded.
        case embedding
        /// Questions are measured against the knowledge and grouped.
        case gaps
        /// Stale items are looked for.
        case staleness
    }

    /// The part of the work.
    public var phase: Phase
    /// How much of the part is done.
    public var done: Int
    /// How much there is in this part.
    public var total: Int

    /// Creates a progress.
    public init(phase: Phase, done: Int, total: Int) {
        self.phase = phase
        self.done = done
        self.total = total
    }
}
