import Synchronization

extension HNSWIndex {
    /// Stores vectors, replacing those with the same id. A call stores all of its entries or, when it throws, none.
    ///
    /// - Throws: ``VectorSearchError/Code/wrongDimension``, ``VectorSearchError/Code/notFinite``,
    ///   ``VectorSearchError/Code/capacityExceeded``, or `CancellationError` if the task is cancelled between two batches of up to 2,048.
    /// - Complexity: O(log n) distances for each entry, on average.
    public func insert(_ entries: [VectorEntry]) throws {
        let effective = try VectorInput.effective(entries, dimensions: dimensions)
        guard !effective.isEmpty else { return }
        try writer.withLock { _ in
            try workspaces.use(min(configuration.threads, (effective.count + 3) / 4)) { workspaces in
                try lock.write { () throws(VectorSearchError) in try graph.reserve(graph.count + effective.count) }
                // The nodes have no id until all of them are there, so that no search returns a part of the batch.
                let nodes = try graph.addNodes(
                    entries, effective, width: configuration.constructionWidth, workspaces,
                    trainingThreads: configuration.threads, lock)
                try Task.checkCancellation()
                lock.write {
                    for (index, node) in zip(effective, nodes) { graph.names.assign(entries[index].id, to: node) }
                }
                try compactIfWorthwhile(workspaces[0])
            }
        }
    }

    /// Removes vectors and returns how many of the ids were stored. Unknown ids are ignored.
    ///
    /// A removed vector is never returned again. Its memory is given back when a quarter of the graph is removed.
    @discardableResult
    public func remove(_ ids: [VectorID]) throws -> Int {
        try writer.withLock { _ in
            // Before anything is removed: memory may be short.
            try workspaces.use { workspace in
                let removed = lock.write { ids.reduce(0) { $0 + (graph.names.remove($1) ? 1 : 0) } }
                if removed > 0 { try compactIfWorthwhile(workspace) }
                return removed
            }
        }
    }

    /// Gives back the memory of removed vectors now, and mends the links that led through them. Searches go on meanwhile.
    ///
    /// - Throws: ``VectorSearchError/Code/capacityExceeded`` where there is no memory for a second graph meanwhile;
    ///   `CancellationError` if the task is cancelled before it is done. The index is as it was then.
    /// - Complexity: O(n), and a choice of links for each node next to a removed one.
    public func compact() throws {
        try writer.withLock { _ in
            guard graph.tombstones > 0 else { return }
            try workspaces.use { try replaceGraph($0) }
        }
    }

    /// Makes searches as fast as they can be, for an index that changes little from now on: gives back the memory of removed
    /// vectors and room for more, and fits what searches find their way by to the vectors there are. Searches go on meanwhile.
    ///
    /// - Throws: ``VectorSearchError/Code/capacityExceeded`` where there is no memory for a second graph meanwhile;
    ///   `CancellationError` if the task is cancelled before it is done. The index is as it was then.
    /// - Complexity: O(n).
    public func optimize() throws {
        try writer.withLock { _ in
            try workspaces.use { workspace in
                if graph.tombstones > 0 { return try replaceGraph(workspace) }
                let trained = try graph.trained(configuration.threads, workspace)
                lock.write {
                    graph.adopt(trained)
                    // Not having the memory to use less memory is no reason to fail.
                    try? graph.shrink()
                }
            }
        }
    }

    /// The share of removed nodes at which they cost more than mending the graph does, and a number below which they
    /// cost nothing.
    private static let worthwhile = (share: 4, count: 64)

    private func compactIfWorthwhile(_ workspace: Workspace) throws {
        let tombstones = graph.tombstones
        guard tombstones >= Self.worthwhile.count, tombstones * Self.worthwhile.share >= graph.count else { return }
        // Without the memory for a second graph, or time for it, the first one goes on serving; nothing is lost, and the
        // change that led here is made.
        do {
            try replaceGraph(workspace)
        } catch let error as VectorSearchError where error.code == .capacityExceeded {
        } catch is CancellationError {}
    }

    private func replaceGraph(_ workspace: Workspace) throws {
        let compacted = try graph.compacted(workspace)
        compacted.adopt(try compacted.trained(configuration.threads, workspace))
        lock.write { graph = compacted }
    }
}
