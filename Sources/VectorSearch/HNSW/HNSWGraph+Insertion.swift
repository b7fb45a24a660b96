extension HNSWGraph {
    /// New links of a node on a level.
    private struct LinkChange {
        var node: UInt32
        var level: Int
        var targets: [UInt32]
    }

    /// Finds or makes the node of a vector. A new one has no id yet.
    ///
    /// Searching and choosing read the graph and change nothing, so that searches go on meanwhile; only the changes at the
    /// end are made under the lock. The caller is the only writer, and has reserved room for one more node.
    func addNode(
        _ vector: UnsafePointer<Float>, width: Int, _ workspace: Workspace, _ lock: ReadWriteLock
    ) throws(VectorSearchError) -> UInt32 {
        let hash = contentHash(vector)
        if let twin = node(holding: vector, hash: hash) { return twin }
        let norm = store.stage(vector)
        var sequence = sequence
        let level = sequence.next()
        let changes = count == 0 ? [] : try plan(level: level, norm: norm, width: width, workspace)
        let node = UInt32(count)
        let parent = view().parents[count]
        try lock.write { () throws(VectorSearchError) in
            try reserveUpper(levels: level)
            appendNode(norm: norm, level: level, hash: hash)
            if node > 0 { setParent(of: node, parent) }
            for change in changes { setLinks(of: change.node, level: change.level, change.targets) }
            self.sequence = sequence
        }
        return node
    }

    /// The links that the staged vector brings about. Notes its parent, where no search looks yet.
    private func plan(
        level: Int, norm: Double, width: Int, _ workspace: Workspace
    ) throws(VectorSearchError) -> [LinkChange] {
        let view = view(including: norm)
        let node = UInt32(count)
        var changes: [LinkChange] = []
        try view.table.withLinkingQuery(node) { query throws(VectorSearchError) in
            let top = min(level, topLevel)
            var start = try view.descend(query, to: top, workspace)
            for level in stride(from: top, through: 0, by: -1) {
                let pool = try view.explore(query, level: level, from: start, width: width, workspace)
                start = pool.candidates[0]
                let candidates = UnsafeBufferPointer(start: pool.candidates, count: pool.count)
                try link(node, candidates, level, view, workspace, &changes)
            }
        }
        return changes
    }

    /// Chooses the links of a new node on a level, and those of the nodes it links to.
    private func link(
        _ node: UInt32, _ candidates: UnsafeBufferPointer<Candidate>, _ level: Int, _ view: GraphView,
        _ workspace: Workspace, _ changes: inout [LinkChange]
    ) throws(VectorSearchError) {
        let limit = level == 0 ? baseConnectivity : connectivity
        view.parents[Int(node)] = node
        var chosen = view.chooseNeighbours(
            of: node, among: candidates, limit: limit, fill: connectivity, keepsTree: false)
        if level == 0 {
            let parent = view.adopter(among: candidates)
            view.parents[Int(node)] = parent
            if !chosen.contains(parent) {
                if chosen.count == limit { chosen.removeLast() }
                chosen.append(parent)
            }
        }
        changes.append(LinkChange(node: node, level: level, targets: chosen))
        for neighbour in chosen {
            let present = view.neighbours(of: neighbour, level: level)
            if present.count < limit {
                changes.append(LinkChange(node: neighbour, level: level, targets: Array(present) + [node]))
            } else {
                let targets = try view.reconsidered(
                    neighbour, Array(present) + [node], limit: limit, fill: limit, keepsTree: level == 0, workspace)
                changes.append(LinkChange(node: neighbour, level: level, targets: targets))
            }
        }
    }
}

extension GraphView {
    /// Chooses anew among links.
    func reconsidered(
        _ node: UInt32, _ targets: [UInt32], limit: Int, fill: Int, keepsTree: Bool, _ workspace: Workspace
    ) throws(VectorSearchError) -> [UInt32] {
        let (_, distances) = try workspace.gatherMemory(targets.count)
        table.withLinkingQuery(node) { query in
            table.distances(from: query, to: targets, count: targets.count, into: distances)
        }
        var candidates: [Candidate] = []
        candidates.reserveCapacity(targets.count)
        for (index, target) in targets.enumerated() {
            candidates.append(Candidate(distance: distances[index], node: target))
        }
        candidates.sort()
        return candidates.withUnsafeBufferPointer {
            chooseNeighbours(of: node, among: $0, limit: limit, fill: fill, keepsTree: keepsTree)
        }
    }

    /// The nearest candidate that can take one more child in the tree, or a descendant of the nearest one that can.
    func adopter(among candidates: UnsafeBufferPointer<Candidate>) -> UInt32 {
        for candidate in candidates where Int(childCounts[Int(candidate.node)]) < childLimit { return candidate.node }
        var queue = [candidates[0].node]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            if Int(childCounts[Int(node)]) < childLimit { return node }
            next += 1
            for child in neighbours(of: node, level: 0) where parents[Int(child)] == node && child != node {
                queue.append(child)
            }
        }
        return queue[queue.count - 1]
    }
}
