extension ExactIndex {
    /// What an index is made with.
    public struct Configuration: Hashable, Sendable {
        /// The number of components of every vector, from 1 to 65,536.
        public var dimensions: Int
        /// How distance is measured.
        public var metric: DistanceMetric
        /// Names what the vectors were made by; kept in the snapshot and compared when one is opened.
        public var identity: String?

        /// Creates a configuration.
        public init(dimensions: Int, metric: DistanceMetric, identity: String? = nil) {
            self.dimensions = dimensions
            self.metric = metric
            self.identity = identity
        }
    }
}
