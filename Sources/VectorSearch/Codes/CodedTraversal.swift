import CHelpdeskKernels

/// Searches along a graph by codes.
///
/// Borrowed from a graph, and valid until that changes.
struct CodedTraversal {
    let codes: NavigationCodes
    let view: GraphView

    /// Finds the nodes on the lowest level with the best scores; valid until the workspace is used again.
    ///
    /// - Parameters:
    ///   - query: The vector that is multiplied: of length 1 for the cosine.
    ///   - limit: How many nodes are kept.
    ///   - breadth: Of how many of them, the best ones, the links are followed.
    ///   - accepting: Nodes that may be results: a byte each, not 0; `nil` for all.
    ///   - acceptedLimit: How many of those are kept, where not all may be results.
    /// - Returns: The nodes that may be results, in order; none where those lie elsewhere, so that the links led past them.
    ///   Their distances are scores.
    func explore(
        _ query: UnsafePointer<Float>, limit: Int, breadth: Int, accepting: UnsafePointer<UInt8>? = nil,
        acceptedLimit: Int = 0, _ workspace: Workspace
    ) throws(VectorSearchError) -> UnsafeBufferPointer<Candidate> {
        let memory = try workspace.queryMemory(codes)
        let query = codes.prepare(query, values: memory.values, scratch: memory.scratch)
        let start = try descend(query, to: 0, workspace)
        let (pool, accepted) = try workspace.poolMemory(limit, accepted: acceptedLimit)
        let room = max(view.baseConnectivity, 1)
        let (gathered, scores) = try workspace.gatherMemory(2 * room)
        let (seen, touched, touchedLimit) = try workspace.seenMemory(nodes: view.nodes)
        // A candidate is one number of 64 bits, here as there.
        let candidates = UnsafeMutableRawPointer(pool).assumingMemoryBound(to: UInt64.self)
        let results = UnsafeMutableRawPointer(accepted).assumingMemoryBound(to: UInt64.self)
        var search = helpdesk_coded_search(
            query: query, visited: seen, touched: touched, touched_limit: touchedLimit, touched_count: 0,
            candidates: candidates, limit: limit, breadth: breadth,
            count: 0, next: 0, accepting: accepting, accepted: results, accepted_limit: max(1, acceptedLimit),
            accepted_count: 0, gathered: (gathered, gathered + room), waiting: (0, 0), scores: scores)
        var graph = helpdesk_coded_graph(
            codes: codes.pointer, nodes: view.nodes, dimensions: codes.dimensions, links: view.links,
            degrees: view.degrees,
            connectivity: view.baseConnectivity)
        helpdesk_coded_search_run(codes.instructionSet, &graph, &search, start)
        let followed = UnsafeBufferPointer(start: pool, count: search.count)
        guard accepting != nil else { return followed }
        let found = UnsafeBufferPointer(start: accepted, count: search.accepted_count)
        let isElsewhere = GraphView.lieElsewhere(found, wanted: acceptedLimit, followed, isFull: search.count == limit)
        return isElsewhere ? UnsafeBufferPointer(start: accepted, count: 0) : found
    }

    /// Whether scores mean something for a query: not for vectors so long or short that sums over floats fail, and not
    /// where links for the inner product are chosen, since their distances are of another kind.
    static func isSound(_ codes: NavigationCodes, _ table: VectorTable, _ query: PreparedQuery) -> Bool {
        guard !table.isWide, !VectorTable.isExtreme(norm: query.norm) else { return false }
        switch table.metric {
        case .cosine: return query.norm > 0
        case .euclidean: return true
        case .innerProduct: return !query.isLinking
        }
    }

    /// Finds the nodes near to one query and measures them: in order of their real distances.
    func nearest(
        _ query: PreparedQuery, limit: Int, breadth: Int, _ workspace: Workspace
    ) throws(VectorSearchError) -> [Candidate] {
        let found = try explore(query.scaled, limit: limit, breadth: breadth, workspace)
        let measured = try measured(found, wanted: limit, keeping: limit, query, workspace)
        return Array(UnsafeBufferPointer(start: measured.candidates, count: measured.count))
    }

    /// The nearest of the candidates, and of one more node where there is one, with their real distances and in their
    /// order; valid until the workspace is used again.
    ///
    /// - Parameters:
    ///   - wanted: How many of them are to be the nearest.
    ///   - limit: How many are kept, the additional one apart; at least as many. Where these are few among many, the upper
    ///     halves of the components tell which, unless they turn out to be too rough for that.
    func measured(
        _ candidates: UnsafeBufferPointer<Candidate>, wanted: Int, keeping limit: Int, and twin: UInt32? = nil,
        _ query: PreparedQuery, _ workspace: Workspace
    ) throws(VectorSearchError) -> CandidatePool {
        let all = candidates.count
        let (rows, distances) = try workspace.gatherMemory(2 * (all + 1))
        for (i, candidate) in candidates.enumerated() { rows[i] = candidate.node }
        let memory = try workspace.measuredMemory(min(limit, all) + 1)
        guard let planes = view.table.planes, limit < all else {
            return measure(rows, all, and: twin, keeping: limit, query, distances, memory)
        }
        let rough = distances + all + 1
        planes.distances(from: query, to: rows, count: all, isCoarse: true, into: distances)
        var pool = CandidatePool(memory, limit: limit)
        for i in 0..<all { _ = pool.insert(Candidate(distance: distances[i], node: rows[i])) }
        for i in 0..<limit {
            rows[i] = pool.candidates[i].node
            rough[i] = pool.candidates[i].distance
        }
        pool = measure(rows, limit, and: twin, keeping: limit, query, distances, memory)
        var error: Float = 0
        for i in 0..<limit { error = max(error, abs(distances[i] - rough[i])) }
        // Those left out are at least as far as the last one kept, give or take what the others were wrong by.
        let isCertain = pool.candidates[min(wanted, pool.count) - 1].distance + error <= rough[limit - 1]
        guard !isCertain else { return pool }
        for (i, candidate) in candidates.enumerated() { rows[i] = candidate.node }
        return measure(rows, all, and: twin, keeping: limit, query, distances, memory)
    }

    /// The nearest of some rows, and of one more where there is one; room for it must be behind them.
    private func measure(
        _ rows: UnsafeMutablePointer<UInt32>, _ some: Int, and twin: UInt32?, keeping limit: Int,
        _ query: PreparedQuery, _ distances: UnsafeMutablePointer<Float>, _ memory: UnsafeMutablePointer<Candidate>
    ) -> CandidatePool {
        var count = some
        if let twin, !UnsafeBufferPointer(start: rows, count: count).contains(twin) {
            rows[count] = twin
            count += 1
        }
        view.prefetchNames(of: rows, count)
        view.table.distances(from: query, to: rows, count: count, into: distances)
        var pool = CandidatePool(memory, limit: max(1, min(limit + 1, count)))
        for i in 0..<count { _ = pool.insert(Candidate(distance: distances[i], node: rows[i])) }
        return pool
    }

    /// Walks from the entry point down to a level, always to the neighbour with the best score.
    func descend(
        _ query: helpdesk_code_query, to level: Int, _ workspace: Workspace
    ) throws(VectorSearchError) -> UInt32 {
        let (_, scores) = try workspace.gatherMemory(max(view.baseConnectivity, 1))
        var query = query
        var best = view.entry
        var current = view.topLevel
        guard current > level else { return best }
        var start = best
        helpdesk_code_scores(codes.instructionSet, &query, codes.dimensions, codes.pointer, &start, 1, scores)
        var score = scores[0]
        while current > level {
            var improved = true
            while improved {
                improved = false
                let neighbours = view.neighbours(of: best, level: current)
                helpdesk_code_scores(
                    codes.instructionSet, &query, codes.dimensions, codes.pointer, neighbours.baseAddress,
                    neighbours.count, scores)
                for i in 0..<neighbours.count where scores[i] < score {
                    score = scores[i]
                    best = neighbours[i]
                    improved = true
                }
            }
            current -= 1
        }
        return best
    }
}
