extension HNSWGraph {
    /// The nearest ids of a selection to one query.
    func search(
        _ query: PreparedQuery, _ plan: SearchPlan, _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        let view = view()
        // To a zero vector every cosine is the same: no path leads anywhere.
        let isPointless = query.norm == 0 && store.metric == .cosine
        let traversal = codes.flatMap {
            CodedTraversal.isSound($0, view.table, query) ? CodedTraversal(codes: $0, view: view) : nil
        }
        if isPointless || plan.scans && (!plan.scansCodes || traversal == nil) {
            return try scan(query, plan.wanted, plan.selection, workspace)
        }
        // A stored vector always finds itself, even where no path that the search takes leads to it.
        let twin = node(holding: query).flatMap { plan.selection.contains($0) ? $0 : nil }
        if let traversal, plan.scansCodes {
            let found = try traversal.scan(query.scaled, plan.selection, limit: plan.width, workspace)
            return try refined(found, query, plan, traversal, twin, workspace)
        }
        return try plan.selection.withMarks { allowed throws(VectorSearchError) in
            if let traversal {
                let found = try traversal.explore(
                    query.scaled, limit: max(plan.breadth, plan.width), breadth: plan.breadth, accepting: allowed,
                    acceptedLimit: plan.width, workspace)
                return try refined(found, query, plan, traversal, twin, workspace)
            }
            let start = try view.descend(query, to: 0, workspace)
            let pool = try view.explore(
                query, level: 0, from: start, twin: twin, width: plan.breadth, accepting: allowed,
                acceptedWidth: plan.width, workspace)
            return try matches(UnsafeBufferPointer(start: pool.candidates, count: pool.count), query, plan, workspace)
        }
    }

    /// The ids of the nearest of some candidates, and of one more node where there is one.
    private func refined(
        _ candidates: UnsafeBufferPointer<Candidate>, _ query: PreparedQuery, _ plan: SearchPlan,
        _ traversal: CodedTraversal, _ twin: UInt32?, _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        let pool = try traversal.measured(candidates, keeping: plan.measured, and: twin, query, workspace)
        return try matches(
            UnsafeBufferPointer(start: pool.candidates, count: pool.count), query, plan, workspace)
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
        selection.forEachBlock(of: block, rows) { rows, first, count in
            table.distances(from: query, to: rows, first: first, count: count, into: distances)
            take(count) { index in rows.map { $0[index] } ?? UInt32(first + index) }
        }
        return best.sorted()
    }
}
