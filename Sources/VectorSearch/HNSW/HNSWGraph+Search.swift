extension HNSWGraph {
    /// The nearest ids of a selection to one query.
    func search(
        _ query: PreparedQuery, _ plan: SearchPlan, _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        // To a zero vector every cosine is the same: no path leads anywhere.
        if plan.scans || (query.norm == 0 && store.metric == .cosine) {
            return try scan(query, plan.wanted, plan.selection, workspace)
        }
        let view = view()
        // A stored vector always finds itself, even where no path that the search takes leads to it.
        let twin = node(holding: query)
        return try plan.selection.allowed.withBytes { allowed throws(VectorSearchError) in
            if let codes, CodedTraversal.isSound(codes, view.table, query) {
                let traversal = CodedTraversal(codes: codes, view: view)
                let found = try traversal.explore(
                    query.scaled, limit: max(plan.breadth, plan.width), breadth: plan.breadth, accepting: allowed,
                    acceptedLimit: plan.width, workspace)
                let acceptedTwin = twin.flatMap { allowed?[Int($0)] == 0 ? nil : $0 }
                let pool = try traversal.measured(
                    found, keeping: plan.measured, and: acceptedTwin, query, workspace)
                return try matches(
                    UnsafeBufferPointer(start: pool.candidates, count: pool.count), query, plan, workspace)
            }
            let start = try view.descend(query, to: 0, workspace)
            let pool = try view.explore(
                query, level: 0, from: start, twin: twin, width: plan.breadth, accepting: allowed,
                acceptedWidth: plan.width, workspace)
            return try matches(UnsafeBufferPointer(start: pool.candidates, count: pool.count), query, plan, workspace)
        }
    }

    /// The ids of the nearest nodes, given in order; of all nodes where these are too few.
    private func matches(
        _ candidates: UnsafeBufferPointer<Candidate>, _ query: PreparedQuery, _ plan: SearchPlan,
        _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        let wanted = plan.wanted
        var result: [VectorMatch] = []
        for candidate in candidates {
            if result.count >= wanted, candidate.distance > result[wanted - 1].distance { break }
            var taken = 0
            names.forEachID(of: candidate.node) { id in
                if plan.selection.filter?.allows(id) ?? true {
                    result.append(VectorMatch(id: id, distance: candidate.distance))
                    taken += 1
                }
                return taken < wanted
            }
        }
        guard result.count >= wanted else { return try scan(query, wanted, plan.selection, workspace) }
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
