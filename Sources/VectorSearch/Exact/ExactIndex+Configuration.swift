import HelpdeskMath

extension ExactIndex {
    /// What an index is made with.
    public struct Configuration: Hashable, Sendable {
        /// The number of components of every vector, from 1 to 65,536.
        public var dimensions: Int
        /// How distance is measured.
        public var metric: DistanceMetric
        /// Names what the vectors were made by; kept in the snapshot and compared when one is opened.
        public var identity: String?
        /// Whether each vector of 64 or more dimensions also gets a code of 8 bits a dimension, by which a search leaves
        /// out most vectors before it measures the others. Several times as fast; matches and distances are the same.
        /// The codes take a byte a dimension, rounded up to 64, and 16 bytes a vector: about a quarter of what the
        /// vectors take. Not kept in snapshots.
        public var usesScreening: Bool
        /// How many threads at most work on a call, from 1 to 1,024; as many as there are processors where `nil`.
        /// Results do not depend on it. Not kept in snapshots.
        public var threadCount: Int?

        /// Creates a configuration.
        public init(
            dimensions: Int, metric: DistanceMetric, identity: String? = nil, usesScreening: Bool = true,
            threadCount: Int? = nil
        ) {
            self.dimensions = dimensions
            self.metric = metric
            self.identity = identity
            self.usesScreening = usesScreening
            self.threadCount = threadCount
        }

        /// The number of threads that work on a call.
        var threads: Int { threadCount ?? WorkerPool.availableProcessorCount }

        static let threadCounts = 1...1_024

        func validate() throws(VectorSearchError) {
            try VectorInput.requireDimensions(dimensions)
            if let threadCount, !Self.threadCounts.contains(threadCount) {
                throw VectorSearchError(
                    .invalidArgument,
                    "a thread count of \(threadCount): \(Self.threadCounts.lowerBound) to "
                        + "\(Self.threadCounts.upperBound) is possible")
            }
        }
    }
}
