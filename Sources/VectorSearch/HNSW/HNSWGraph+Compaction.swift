extension HNSWGraph {
    /// A graph of the nodes that have an id, in their order. Where links led to tombstones, the tombstones' own links are
    /// candidates in their stead; all other links stay.
    ///
    /// - Throws: ``VectorSearchError`` and `CancellationError`.
    /// - Complexity: O(links) plus a choice of links for each node next to a tombstone.
    func compacted(_ workspace: Workspace) throws -> HNSWGraph {
        let result = try HNSWGraph(
            dimensions: store.dimensions, metric: store.metric, connectivity: connectivity, seed: sequence.seed,
            instructionSet: store.instructionSet, isCompact: store.isCompact, position: sequence.position)
        try result.reserve(names.liveNodes)
        let old = view()
        let holdings = names.holdings.pointer
        var renamed = [UInt32](repeating: .max, count: count)
        for node in 0..<UInt32(count) where holdings[Int(node)] != NodeNames.Holding.none {
            let level = Int(old.levels[Int(node)])
            try result.reserveUpper(levels: level)
            renamed[Int(node)] = UInt32(result.count)
            let norm = result.store.stage(Int(node), of: store)
            result.appendNode(norm: norm, level: level, hash: store.contentHash(Int(node)))
            names.forEachID(of: node) { id in
                result.names.assign(id, to: renamed[Int(node)])
                return true
            }
        }
        for node in 0..<UInt32(count) where renamed[Int(node)] != .max {
            if node % 256 == 0 { try Task.checkCancellation() }
            for level in 0...Int(old.levels[Int(node)]) {
                let targets = try old.bridged(node, level: level, holdings, workspace)
                result.setLinks(of: renamed[Int(node)], level: level, targets.map { renamed[Int($0)] })
            }
        }
        try result.growTree(workspace)
        return result
    }

    /// Joins all nodes by a new tree, breadth first along the links from the entry point. Nodes that no link leads to
    /// are joined to the nearest ones that a search finds.
    private func growTree(_ workspace: Workspace) throws(VectorSearchError) {
        guard count > 0 else { return }
        clearTree()
        setParent(of: entry, entry)
        let view = view()
        var queue = [entry]
        var next = 0
        var unseen: UInt32 = 0
        while true {
            while next < queue.count {
                let node = queue[next]
                next += 1
                for neighbour in Array(view.neighbours(of: node, level: 0))
                where view.parents[Int(neighbour)] == .max && Int(view.childCounts[Int(node)]) < view.childLimit {
                    adopt(neighbour, by: node, view)
                    queue.append(neighbour)
                }
            }
            while unseen < count, view.parents[Int(unseen)] != .max { unseen += 1 }
            guard unseen < count else { return }
            adopt(unseen, by: try view.nearestOfTree(to: unseen, workspace), view)
            queue.append(unseen)
        }
    }

    private func adopt(_ child: UInt32, by parent: UInt32, _ view: GraphView) {
        setParent(of: child, parent)
        ensureLink(from: parent, to: child, view)
        ensureLink(from: child, to: parent, view)
    }

    /// Adds a link, in place of the farthest that is not of the tree if the list is full.
    private func ensureLink(from node: UInt32, to target: UInt32, _ view: GraphView) {
        var links = Array(view.neighbours(of: node, level: 0))
        guard !links.contains(target) else { return }
        if links.count < baseConnectivity {
            links.append(target)
        } else {
            let free = links.indices.filter { !view.areJoinedByTree(node, links[$0]) }
            let farthest = free.max {
                view.table.linkDistance(node, links[$0]) < view.table.linkDistance(node, links[$1])
            }
            if let farthest { links[farthest] = target }
        }
        setLinks(of: node, level: 0, links)
    }
}

extension GraphView {
    /// The links of a node with those to tombstones replaced.
    fileprivate func bridged(
        _ node: UInt32, level: Int, _ holdings: UnsafePointer<UInt8>, _ workspace: Workspace
    ) throws(VectorSearchError) -> [UInt32] {
        let present = neighbours(of: node, level: level)
        guard present.contains(where: { holdings[Int($0)] == NodeNames.Holding.none }) else { return Array(present) }
        let limit = level == 0 ? baseConnectivity : connectivity
        // Enough to choose from; a region that was wiped out must not draw in the whole graph.
        let most = 4 * limit
        var seen = try workspace.nodeSet(nodes: nodes)
        defer { seen.clear() }
        _ = seen.insert(node)
        var found: [UInt32] = []
        var dead: [UInt32] = []
        func collect(_ targets: UnsafeBufferPointer<UInt32>) {
            for target in targets where seen.insert(target) {
                if holdings[Int(target)] == NodeNames.Holding.none { dead.append(target) } else { found.append(target) }
            }
        }
        collect(present)
        var next = 0
        while next < dead.count, found.count < most, next < most {
            collect(neighbours(of: dead[next], level: level))
            next += 1
        }
        guard found.count > 0 else { return [] }
        return try reconsidered(
            node, found, limit: limit, fill: min(limit, max(present.count, connectivity)), keepsTree: false, workspace)
    }

    /// The node of the growing tree nearest to one that is not in it, as far as a search finds it, and with room for a
    /// child.
    fileprivate func nearestOfTree(
        to node: UInt32, _ workspace: Workspace
    ) throws(VectorSearchError) -> UInt32 {
        let found = try table.withLinkingQuery(node) { query throws(VectorSearchError) in
            let start = try descend(query, to: 0, workspace)
            let pool = try explore(query, level: 0, from: start, width: 64, workspace)
            return Array(UnsafeBufferPointer(start: pool.candidates, count: pool.count))
        }
        let inTree = found.filter { parents[Int($0.node)] != .max }
        let candidates = inTree.isEmpty ? [Candidate(distance: 0, node: entry)] : inTree
        return candidates.withUnsafeBufferPointer { adopter(among: $0) }
    }
}
