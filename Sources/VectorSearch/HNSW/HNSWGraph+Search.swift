/// How a search goes about it. Results are the same but for what a graph search misses.
package enum SearchStrategy: Sendable {
    /// Whichever is cheaper by estimate.
    case automatic
    /// Along the graph.
    case graph
    /// Over all vectors.
    case scan
}

extension HNSWGraph {
    /// How many nodes a graph search measures for each candidate it keeps, roughly.
    private static let measuredPerCandidate = 16

    /// The `count` nearest ids of a selection, at least 1 and at most as many as it has.
    func search(
        _ query: PreparedQuery, count wanted: Int, width: Int, _ selection: NodeSelection, _ strategy: SearchStrategy,
        _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        let width = max(width, wanted)
        // A search along the graph goes past nodes that may not be returned: it must keep that many more candidates.
        let (product, overflow) = width.multipliedReportingOverflow(by: count)
        let widened = overflow ? count : min(count, (product + selection.nodes - 1) / max(1, selection.nodes))
        let graphCost = widened.multipliedReportingOverflow(by: Self.measuredPerCandidate)
        let scans =
            switch strategy {
            case .automatic: graphCost.overflow || graphCost.partialValue >= selection.nodes
            case .graph: false
            case .scan: true
            }
        // To a zero vector every cosine is the same: no path leads anywhere.
        if scans || (query.norm == 0 && store.metric == .cosine) {
            return try scan(query, wanted, selection, workspace)
        }
        let view = view()
        let start = try view.descend(query, to: 0, workspace)
        // A stored vector always finds itself, even where no path that the search takes leads to it.
        let twin = node(holding: query.original, hash: contentHash(query.original))
        let found = try selection.allowed.withBytes { allowed throws(VectorSearchError) in
            let pool = try view.explore(
                query, level: 0, from: start, twin: twin, width: widened, accepting: allowed, acceptedWidth: width,
                workspace)
            return matches(pool, wanted, selection)
        }
        return found.count == wanted ? found : try scan(query, wanted, selection, workspace)
    }

    /// The ids of the nearest nodes.
    private func matches(_ pool: CandidatePool, _ wanted: Int, _ selection: NodeSelection) -> [VectorMatch] {
        var result: [VectorMatch] = []
        for index in 0..<pool.count {
            let candidate = pool.candidates[index]
            if result.count >= wanted, candidate.distance > result[wanted - 1].distance { break }
            var taken = 0
            names.forEachID(of: candidate.node) { id in
                if selection.filter?.allows(id) ?? true {
                    result.append(VectorMatch(id: id, distance: candidate.distance))
                    taken += 1
                }
                return taken < wanted
            }
        }
        result.sort(by: TopMatches.precedes)
        if result.count > wanted { result.removeSubrange(wanted...) }
        return result
    }

    /// Measures every node of the selection.
    private func scan(
        _ query: PreparedQuery, _ wanted: Int, _ selection: NodeSelection, _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        let table = store.table()
        let block = 256
        let (rows, distances) = try workspace.gatherMemory(block)
        var best = TopMatches(count: wanted)
        func take(_ count: Int, _ node: (Int) -> UInt32) {
            for i in 0..<count where distances[i] <= best.limit {
                let distance = distances[i]
                var taken = 0
                names.forEachID(of: node(i)) { id in
                    if selection.filter?.allows(id) ?? true {
                        best.add(id, distance: distance)
                        taken += 1
                    }
                    return taken < wanted
                }
            }
        }
        guard let allowed = selection.allowed else {
            for first in stride(from: 0, to: count, by: block) {
                let size = min(block, count - first)
                table.distances(from: query, to: nil, first: first, count: size, into: distances)
                take(size) { UInt32(first + $0) }
            }
            return best.sorted()
        }
        var gathered = 0
        for node in 0..<count {
            if allowed[node] != 0 {
                rows[gathered] = UInt32(node)
                gathered += 1
            }
            if gathered == block || (node == count - 1 && gathered > 0) {
                table.distances(from: query, to: rows, count: gathered, into: distances)
                take(gathered) { rows[$0] }
                gathered = 0
            }
        }
        return best.sorted()
    }
}

extension Optional<[UInt8]> {
    /// Calls the function with the bytes, or with `nil`.
    fileprivate func withBytes<Result, Failure: Error>(
        _ body: (UnsafePointer<UInt8>?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let self else { return try body(nil) }
        return try self.withUnsafeBufferPointer { bytes throws(Failure) in try body(bytes.baseAddress) }
    }
}
