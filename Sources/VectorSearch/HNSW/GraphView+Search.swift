extension GraphView {
    /// Walks from the entry point down to a level, always to the nearest neighbour, and returns where it ends there.
    func descend(
        _ query: PreparedQuery, to level: Int, _ workspace: Workspace
    ) throws(VectorSearchError) -> Candidate {
        let (_, distances) = try workspace.gatherMemory(max(connectivity, 1))
        var start = entry
        table.distances(from: query, to: &start, count: 1, into: distances)
        var best = Candidate(distance: distances[0], node: entry)
        var current = topLevel
        while current > level {
            var improved = true
            while improved {
                improved = false
                let neighbours = neighbours(of: best.node, level: current)
                table.distances(from: query, to: neighbours.baseAddress, count: neighbours.count, into: distances)
                for i in 0..<neighbours.count {
                    let candidate = Candidate(distance: distances[i], node: neighbours[i])
                    if candidate.distance < best.distance {
                        best = candidate
                        improved = true
                    }
                }
            }
            current -= 1
        }
        return best
    }

    /// Finds the nearest nodes on a level by best-first search (Malkov & Yashunin 2018, algorithm 2).
    ///
    /// - Parameters:
    ///   - start: Where the search begins.
    ///   - twin: Another node to begin at: the one that holds exactly the query, where there is one.
    ///   - width: How many candidates are kept; the search ends when the neighbours of all of them were seen.
    ///   - accepting: Nodes that may be results: a byte each, not 0. `nil` for all.
    ///   - acceptedWidth: How many accepted nodes are kept, where not all are accepted.
    /// - Returns: The nearest nodes that are accepted, in order; none where those lie elsewhere, so that the links led past
    ///   them. Valid until the workspace is used again.
    func explore(
        _ query: PreparedQuery, level: Int, from start: Candidate, twin: UInt32? = nil, width: Int,
        accepting: UnsafePointer<UInt8>? = nil, acceptedWidth: Int = 0, _ workspace: Workspace
    ) throws(VectorSearchError) -> CandidatePool {
        let (poolMemory, acceptedMemory) = try workspace.poolMemory(width, accepted: acceptedWidth)
        let (gathered, distances) = try workspace.gatherMemory(baseConnectivity)
        var seen = try workspace.nodeSet(nodes: nodes)
        defer { seen.clear() }
        var pool = CandidatePool(poolMemory, limit: width)
        var accepted = CandidatePool(acceptedMemory, limit: max(1, acceptedWidth))
        var starts = [start]
        if var twin, twin != start.node {
            table.distances(from: query, to: &twin, count: 1, into: distances)
            starts.append(Candidate(distance: distances[0], node: twin))
        }
        for start in starts {
            _ = seen.insert(start.node)
            _ = pool.insert(start)
            if let accepting, accepting[Int(start.node)] != 0 { _ = accepted.insert(start) }
        }

        var next = 0
        while next < pool.count {
            guard !pool.candidates[next].isExpanded else {
                next += 1
                continue
            }
            pool.candidates[next].markExpanded()
            var count = 0
            for neighbour in neighbours(of: pool.candidates[next].node, level: level)
            where seen.insert(neighbour) {
                gathered[count] = neighbour
                count += 1
            }
            table.distances(from: query, to: gathered, count: count, into: distances)
            next += 1
            for i in 0..<count {
                let candidate = Candidate(distance: distances[i], node: gathered[i])
                if let accepting, accepting[Int(candidate.node)] != 0 { _ = accepted.insert(candidate) }
                if let place = pool.insert(candidate), place < next { next = place }
            }
        }
        guard accepting != nil else { return pool }
        let isElsewhere = Self.lieElsewhere(
            UnsafeBufferPointer(start: accepted.candidates, count: accepted.count), wanted: acceptedWidth,
            UnsafeBufferPointer(start: pool.candidates, count: pool.count), isFull: pool.count == width)
        return isElsewhere ? CandidatePool(acceptedMemory, limit: max(1, acceptedWidth)) : accepted
    }

    /// Whether the accepted nodes of a search lie elsewhere than what it looked at: of what is as near as all that was
    /// followed, far fewer are accepted than a search of that breadth expects, as where a filter lets only far ones pass.
    static func lieElsewhere(
        _ accepted: UnsafeBufferPointer<Candidate>, wanted: Int, _ followed: UnsafeBufferPointer<Candidate>,
        isFull: Bool
    ) -> Bool {
        guard isFull, let last = followed.last else { return false }
        let expected = min(max(1, wanted / 2), accepted.count)
        return expected == 0 || accepted[expected - 1].distance > last.distance
    }
}
