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
        if isPointless { return try scan(query, plan.wanted, plan.selection, workspace) }
        if plan.scans { return try scan(query, plan, view, workspace) }
        // A stored vector always finds itself, even where no path that the search takes leads to it.
        let twin = node(holding: query).flatMap { plan.selection.contains($0) ? $0 : nil }
        return try plan.selection.withMarks { allowed throws(VectorSearchError) in
            if let traversal {
                let found = try traversal.explore(
                    query.scaled, limit: max(plan.breadth, plan.width), breadth: plan.breadth, accepting: allowed,
                    acceptedLimit: plan.width, workspace)
                guard found.count > 0 else { return try scan(query, plan, view, workspace) }
                return try refined(found, query, plan, traversal, twin, workspace)
            }
            let start = try view.descend(query, to: 0, workspace)
            let pool = try view.explore(
                query, level: 0, from: start, twin: twin, width: plan.breadth, accepting: allowed,
                acceptedWidth: plan.width, workspace)
            guard pool.count > 0 else { return try scan(query, plan, view, workspace) }
            return try matches(UnsafeBufferPointer(start: pool.candidates, count: pool.count), query, plan, workspace)
        }
    }

    private func scan(
        _ query: PreparedQuery, _ plan: SearchPlan, _ view: GraphView, _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        guard let planes = view.table.planes, plan.mayRound else {
            return try scan(query, plan.wanted, plan.selection, workspace)
        }
        return try scanCoarsely(query, plan, planes, workspace)
    }

    /// The ids of the nearest nodes of the selection: the upper halves of all vectors tell which ones may be among them,
    /// and those are measured in full.
    private func scanCoarsely(
        _ query: PreparedQuery, _ plan: SearchPlan, _ planes: PlaneTable, _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        let block = 256
        let (rows, bounds) = try workspace.gatherMemory(2 * block)
        var nearest = CandidatePool(try workspace.poolMemory(plan.wanted).0, limit: plan.wanted)
        var possible: [Candidate] = []
        plan.selection.forEachBlock(of: block, rows) { rows, first, count in
            planes.bounds(
                of: query, to: rows, first: first, count: count, lower: bounds, upper: bounds + block)
            for i in 0..<count {
                let node = rows.map { $0[i] } ?? UInt32(first + i)
                let isFull = nearest.count == plan.wanted
                guard !isFull || bounds[i] <= nearest.candidates[nearest.count - 1].distance else { continue }
                possible.append(Candidate(distance: bounds[i], node: node))
                _ = nearest.insert(Candidate(distance: bounds[block + i], node: node))
            }
        }
        let limit = nearest.count == plan.wanted ? nearest.candidates[nearest.count - 1].distance : .infinity
        var best = TopMatches(count: plan.wanted)
        var gathered = 0
        func take() {
            planes.distances(from: query, to: rows, count: gathered, into: bounds)
            for i in 0..<gathered { best.add(names, rows[i], bounds[i], plan.selection.filter) }
            gathered = 0
        }
        for candidate in possible where candidate.distance <= limit {
            rows[gathered] = candidate.node
            gathered += 1
            if gathered == block { take() }
        }
        take()
        return best.sorted()
    }

    /// The ids of the nearest of some candidates, and of one more node where there is one.
    private func refined(
        _ candidates: UnsafeBufferPointer<Candidate>, _ query: PreparedQuery, _ plan: SearchPlan,
        _ traversal: CodedTraversal, _ twin: UInt32?, _ workspace: Workspace
    ) throws(VectorSearchError) -> [VectorMatch] {
        let pool = try traversal.measured(
            candidates, wanted: plan.wanted, keeping: plan.measured, and: twin, query, workspace)
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
        selection.forEachBlock(of: block, rows) { rows, first, count in
            table.distances(from: query, to: rows, first: first, count: count, into: distances)
            for i in 0..<count {
                best.add(names, rows.map { $0[i] } ?? UInt32(first + i), distances[i], selection.filter)
            }
        }
        return best.sorted()
    }
}

extension TopMatches {
    /// Shows the ids of a node that pass a filter.
    @inline(__always)
    fileprivate mutating func add(_ names: NodeNames, _ node: UInt32, _ distance: Float, _ filter: VectorFilter?) {
        guard distance <= limit else { return }
        var taken = 0
        names.forEachID(of: node) { id in
            if filter?.allows(id) ?? true {
                add(id, distance: distance)
                taken += 1
            }
            return taken < count
        }
    }
}
