extension HNSWIndex {
    /// Finds the nearest vectors to each query, keeping as many candidates as configured.
    ///
    /// - Parameters:
    ///   - queries: Vectors of ``dimensions`` finite components.
    ///   - count: How many matches to return for each; 0 or more.
    ///   - filter: Which vectors may be returned; `nil` for all. Looked up once for each 64 queries: in time
    ///     proportional to the set, or, for a function, to the index.
    /// - Returns: For each query exactly `min(count, live vectors that pass the filter)` matches, nearest first, equal
    ///   distances in ascending order of id.
    /// - Throws: ``VectorSearchError``; `CancellationError` if the task is cancelled between two queries.
    public func search(_ queries: [[Float]], count: Int, filter: VectorFilter? = nil) throws -> [[VectorMatch]] {
        try find(queries, count, filter, configuration.searchWidth, .automatic)
    }

    /// Finds the nearest vectors to each query, keeping `searchWidth` candidates: from 1 to 100,000, or `nil` for as
    /// many as configured.
    public func search(
        _ queries: [[Float]], count: Int, filter: VectorFilter? = nil, searchWidth: Int?
    ) throws -> [[VectorMatch]] {
        try find(queries, count, filter, searchWidth ?? configuration.searchWidth, .automatic)
    }

    /// Finds the vectors nearest to one query.
    public func search(
        _ query: [Float], count: Int, filter: VectorFilter? = nil, searchWidth: Int? = nil
    ) throws -> [VectorMatch] {
        try find([query], count, filter, searchWidth ?? configuration.searchWidth, .automatic).first ?? []
    }

    /// Finds the nearest vectors in a way of the caller's choice.
    package func search(
        _ queries: [[Float]], count: Int, filter: VectorFilter? = nil, searchWidth: Int? = nil,
        strategy: SearchStrategy
    ) throws -> [[VectorMatch]] {
        try find(queries, count, filter, searchWidth ?? configuration.searchWidth, strategy)
    }

    private func find(
        _ queries: [[Float]], _ count: Int, _ filter: VectorFilter?, _ width: Int, _ strategy: SearchStrategy
    ) throws -> [[VectorMatch]] {
        try VectorInput.require(queries, count: count, dimensions: dimensions)
        try Configuration.require(width, "search width", in: Configuration.widths)
        var results: [[VectorMatch]] = []
        results.reserveCapacity(queries.count)
        // A few at a time, so that a long batch does not keep changes waiting.
        for first in stride(from: 0, to: queries.count, by: 64) {
            let some = queries[first..<min(first + 64, queries.count)]
            try workspaces.use { workspace in
                try lock.read {
                    let selection = NodeSelection(filter, graph.names, count: graph.count)
                    let wanted = min(count, selection.ids)
                    guard wanted > 0 else {
                        try Task.checkCancellation()
                        results += Array(repeating: [], count: some.count)
                        return
                    }
                    let table = graph.store.table()
                    let plan = SearchPlan(
                        wanted: wanted, width: width, selection: selection, nodes: graph.count, strategy: strategy,
                        isCoded: graph.codes != nil)
                    for query in some {
                        try Task.checkCancellation()
                        results.append(
                            try table.withQuery(query) { query throws(VectorSearchError) in
                                try graph.search(query, plan, workspace)
                            })
                    }
                }
            }
        }
        return results
    }
}
