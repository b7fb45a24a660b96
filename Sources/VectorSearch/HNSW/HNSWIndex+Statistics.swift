extension HNSWIndex {
    /// What an index holds.
    public struct Statistics: Hashable, Sendable {
        /// The number of live vectors.
        public var count: Int
        /// The number of removed vectors whose place has not been given back.
        public var tombstones: Int
        /// The memory held, nearly, in bytes.
        public var bytes: Int
        /// How many nodes are on each level of the graph, the lowest first.
        public var levels: [Int]
    }

    /// Whether searches find their way by codes: not for few vectors, few dimensions, or vectors that codes cannot tell
    /// apart.
    package var searchesByCodes: Bool { lock.read { graph.codes != nil } }

    /// What the index holds now. O(n).
    public var statistics: Statistics {
        lock.read {
            Statistics(
                count: graph.names.count, tombstones: graph.tombstones, bytes: graph.bytes, levels: graph.levelSizes)
        }
    }
}
