extension HNSWIndex {
    /// A search width for a wanted recall, and the measurements it was chosen by.
    public struct Tuning: Hashable, Sendable {
        /// One search width, and how well and how fast it found the neighbours of the sample.
        public struct Measurement: Hashable, Sendable {
            /// How many candidates a search kept.
            public var searchWidth: Int
            /// The share of the true neighbours that was found, from 0 to 1.
            public var recall: Double
            /// Where the recall over all queries like these lies with a probability of 95%.
            public var interval: ClosedRange<Double>
            /// The mean time of one query, on one thread.
            public var timePerQuery: Duration
        }

        /// The recall that was wanted.
        public var wantedRecall: Double
        /// What was measured with the chosen width.
        public var chosen: Measurement
        /// Whether the chosen width reached the wanted recall on the sample. If not, it is the best of those tried.
        public var isReached: Bool
        /// How many queries had neighbours to find.
        public var queryCount: Int
        /// All that was measured, by ascending width.
        public var measurements: [Measurement]

        /// The width to search with.
        public var searchWidth: Int { chosen.searchWidth }
        /// The recall measured with it.
        public var recall: Double { chosen.recall }
    }
}
