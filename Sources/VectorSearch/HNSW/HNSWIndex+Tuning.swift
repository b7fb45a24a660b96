extension HNSWIndex {
    /// Finds the smallest search width with which searches find a wanted share of the true neighbours.
    ///
    /// ```swift
    /// let tuning = try index.tune(recall: 0.98, queries: questionsOfLastWeek)
    /// let matches = try index.search(query, count: 10, searchWidth: tuning.searchWidth)
    /// ```
    ///
    /// The index stays as it is: hand ``Tuning/searchWidth`` to the searches. The width was chosen because it did well on
    /// this sample, so that on others it may do a little worse; ``Tuning/Measurement/interval`` says how much, and the
    /// larger the sample, the less. What is measured holds for the index as it is: measure again when it has grown or
    /// changed a lot. Changes made meanwhile blur the figures.
    ///
    /// Without queries, stored vectors serve as such, always the same ones; they and vectors equal to them do not count as
    /// found. Real queries are better: they are often farther from what is stored, and then need wider searches.
    ///
    /// - Parameters:
    ///   - recall: The share of the true neighbours that searches should find, from 0 to 1.
    ///   - count: How many neighbours a search returns; 1 or more.
    ///   - queries: Vectors of ``dimensions`` finite components; `nil` to make some of stored vectors.
    ///   - filter: Which vectors the searches may return; `nil` for all.
    ///   - sampleSize: How many queries to make where none are given; 1 or more.
    ///   - widths: Which search widths to try, within 1 to 100,000.
    ///   - clock: Measures how long searches take.
    /// - Throws: ``VectorSearchError/Code/invalidArgument`` if an argument is out of range, or no query has any neighbour;
    ///   ``VectorSearchError``, as ``search(_:count:filter:)`` does; `CancellationError` if the task is cancelled.
    /// - Complexity: A scan of all vectors for each query, and some 10 to 20 searches.
    public func tune(
        recall: Double, count: Int = 10, queries: [[Float]]? = nil, filter: VectorFilter? = nil,
        sampleSize: Int = 200, widths: ClosedRange<Int> = 1...100_000, clock: any Clock<Duration> = ContinuousClock()
    ) throws -> Tuning {
        guard recall >= 0, recall <= 1 else {
            throw VectorSearchError(.invalidArgument, "a recall of \(recall): 0 to 1 is possible")
        }
        guard count > 0 else {
            throw VectorSearchError(.invalidArgument, "the recall of \(count) matches: the count must be 1 or more")
        }
        guard sampleSize > 0 else {
            throw VectorSearchError(.invalidArgument, "a sample of \(sampleSize) queries: it must have 1 or more")
        }
        try Configuration.require(widths.lowerBound, "search width", in: Configuration.widths)
        try Configuration.require(widths.upperBound, "search width", in: Configuration.widths)
        let sample =
            if let queries {
                try TuningSample(queries, count: count, filter: filter, in: self)
            } else {
                try TuningSample(size: sampleSize, count: count, filter: filter, in: self)
            }
        guard !sample.queries.isEmpty else {
            throw VectorSearchError(
                .invalidArgument, "there is nothing to find: \(self.count) vectors, \(queries?.count ?? 0) queries")
        }

        var measurements: [Tuning.Measurement] = []
        /// Whether a width reaches the recall.
        func reaches(_ width: Int) throws -> Bool {
            try Task.checkCancellation()
            var found: [[VectorMatch]] = []
            let time = try clock.measure {
                found = try search(sample.queries, count: sample.asked, filter: filter, searchWidth: width)
            }
            let (share, interval) = sample.recall(of: found)
            measurements.append(
                Tuning.Measurement(
                    searchWidth: width, recall: share, interval: interval, timePerQuery: time / sample.queries.count))
            return share >= recall
        }

        // Searches keep at least as many candidates as they return: smaller widths change nothing.
        var high = min(max(count, widths.lowerBound), widths.upperBound)
        var low = widths.lowerBound - 1
        var isReached = try reaches(high)
        if isReached { low = high - 1 }
        while !isReached, high < widths.upperBound {
            low = high
            high = min(high * 2, widths.upperBound)
            isReached = try reaches(high)
        }
        while isReached, high - low > 1 {
            let middle = (low + high) / 2
            if try reaches(middle) { high = middle } else { low = middle }
        }
        measurements.sort { $0.searchWidth < $1.searchWidth }
        let best = measurements.reduce(measurements[0]) { $1.recall > $0.recall ? $1 : $0 }
        let chosen = isReached ? measurements.first { $0.searchWidth == high } ?? best : best
        return Tuning(
            wantedRecall: recall, chosen: chosen, isReached: isReached, queryCount: sample.queries.count,
            measurements: measurements)
    }
}
