import HelpdeskMath

extension HNSWIndex {
    /// How an index keeps vectors.
    public enum Storage: String, Hashable, Sendable, CaseIterable {
        /// In fixed point: 16 bits a component, relative to the largest one of the vector. Of a vector whose largest
        /// component is 1, each comes back right to 0.00002, and distances are right to about 0.0001 of the lengths. At 384
        /// dimensions an index takes about 1,090 bytes a vector, links included.
        ///
        /// Vectors of fewer than 64 dimensions are kept exactly. Vectors that differ from each other by less than a
        /// ten-thousandth of their largest components, because they all lie far from the origin, need ``exact``.
        case compact
        /// As they are: vectors come back with the bits they were inserted with. At 384 dimensions an index takes about
        /// 1,850 bytes a vector, and insertions take somewhat longer.
        case exact
    }

    /// What an index is made with.
    public struct Configuration: Hashable, Sendable {
        /// The number of components of every vector, from 1 to 65,536.
        public var dimensions: Int
        /// How distance is measured.
        public var metric: DistanceMetric
        /// Names what the vectors were made by; kept in the snapshot and compared when one is opened.
        public var identity: String?
        /// M: how many links a node has on the upper levels; twice as many on the lowest. From 2 to 256. More give
        /// better recall for more memory (8 · M bytes a vector) and time.
        public var connectivity: Int
        /// efConstruction: how many candidates an insertion looks at, from 1 to 100,000. More give a better graph, slower.
        public var constructionWidth: Int
        /// ef: how many candidates a search keeps, from 1 to 100,000. More find more, slower.
        public var searchWidth: Int
        /// How vectors are kept.
        public var storage: Storage
        /// What the levels are drawn from: the same seed and the same calls give the same graph.
        public var seed: UInt64
        /// How many threads at most insert vectors and make codes, from 1 to 1,024; as many as there are processors where
        /// `nil`. The graph does not depend on it. Not kept in snapshots.
        public var threadCount: Int?

        /// Creates a configuration; the defaults are those of the paper and its reference implementation.
        public init(
            dimensions: Int, metric: DistanceMetric, identity: String? = nil, connectivity: Int = 16,
            constructionWidth: Int = 200, searchWidth: Int = 64, storage: Storage = .compact,
            seed: UInt64 = 0x5EED, threadCount: Int? = nil
        ) {
            self.dimensions = dimensions
            self.metric = metric
            self.identity = identity
            self.connectivity = connectivity
            self.constructionWidth = constructionWidth
            self.searchWidth = searchWidth
            self.storage = storage
            self.seed = seed
            self.threadCount = threadCount
        }

        /// The number of threads that insert vectors.
        var threads: Int { threadCount ?? WorkerPool.availableProcessorCount }

        /// Whether vectors are kept in fixed point.
        var isCompact: Bool { storage == .compact && dimensions >= HNSWGraph.fewestDimensions }

        static let connectivities = 2...256
        static let widths = 1...100_000

        func validate() throws(VectorSearchError) {
            try VectorInput.requireDimensions(dimensions)
            try Self.require(connectivity, "connectivity", in: Self.connectivities)
            try Self.require(constructionWidth, "construction width", in: Self.widths)
            try Self.require(searchWidth, "search width", in: Self.widths)
            if let threadCount { try Self.require(threadCount, "thread count", in: 1...1_024) }
        }

        static func require(_ value: Int, _ name: String, in range: ClosedRange<Int>) throws(VectorSearchError) {
            guard range.contains(value) else {
                throw VectorSearchError(
                    .invalidArgument, "a \(name) of \(value): \(range.lowerBound) to \(range.upperBound) is possible")
            }
        }
    }
}
