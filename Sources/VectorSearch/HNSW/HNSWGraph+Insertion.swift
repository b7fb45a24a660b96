import CHelpdeskKernels

extension HNSWGraph {
    /// A vector that is about to become a node.
    fileprivate struct Newcomer {
        var node: UInt32
        var norm: Double
        var hash: UInt64
        var level: Int
        /// The links on each level up to its own, as far as there are other nodes there.
        var links: [[UInt32]] = []
        /// The nearest nodes on the lowest level, in order.
        var nearest: [Candidate] = []
        var parent: UInt32 = 0
    }

    /// New links of a node on a level.
    private struct LinkChange {
        var node: UInt32
        var level: Int
        var targets: [UInt32]
    }

    /// How many vectors join at once: few enough to measure each against all others of them.
    private var batchSize: Int { min(2_048, count / 32 + 1) }

    /// How many of the nearest nodes are asked first whether they can be the parent in the tree.
    fileprivate static let adoptionWidth = 48

    /// How many of the nearest others of its batch are candidates for a vector's links.
    fileprivate static let companions = 48

    /// Finds or makes the nodes of some of the entries; new ones have no id yet.
    ///
    /// Vectors join in batches. All of a batch search the same graph, which nothing changes meanwhile, and look at each
    /// other; so searches of others go on, the work can be shared out among threads, one for each workspace, and its result
    /// does not depend on how many there are. Only the changes at the end of a batch are made under the lock. The caller
    /// is the only writer and has reserved room.
    func addNodes(
        _ entries: [VectorEntry], _ chosen: [Int], width: Int, _ workspaces: [Workspace], trainingThreads: Int,
        _ lock: ReadWriteLock
    ) throws -> [UInt32] {
        let threads = workspaces.count
        var nodes: [UInt32] = []
        nodes.reserveCapacity(chosen.count)
        while nodes.count < chosen.count {
            try Task.checkCancellation()
            let batch = chosen[nodes.count..<min(nodes.count + batchSize, chosen.count)]
            var sequence = sequence
            var newcomers: [Newcomer] = []
            nodes += stage(entries, batch, &newcomers, &sequence)
            guard !newcomers.isEmpty else { continue }
            let largest = newcomers.reduce(0) { max($0, $1.norm) }
            let isExtreme = newcomers.contains { VectorTable.isExtreme(norm: $0.norm) }
            let view = view(including: largest, isExtreme: isExtreme)
            if let codes { encode(count..<count + newcomers.count, codes, view.table, threads) }
            try plan(&newcomers, view, width, workspaces)
            try Task.checkCancellation()
            adopt(&newcomers, view)
            do {
                let changes = try answers(newcomers, view, workspaces)
                try lock.write { () throws(VectorSearchError) in
                    try reserveUpper(levels: newcomers.reduce(0) { $0 + $1.level })
                    join(newcomers, changes)
                    self.sequence = sequence
                }
            } catch {
                for newcomer in newcomers where newcomer.parent != newcomer.node {
                    view.childCounts[Int(newcomer.parent)] -= 1
                }
                throw error
            }
            if let trained = try trainedIfDue(trainingThreads, workspaces[0]) {
                lock.write { adopt(trained) }
            }
        }
        return nodes
    }

    /// Writes vectors behind the last one, where no search looks, and returns their nodes.
    private func stage(
        _ entries: [VectorEntry], _ batch: ArraySlice<Int>, _ newcomers: inout [Newcomer],
        _ sequence: inout LevelSequence
    ) -> [UInt32] {
        var staged: [UInt64: UInt32] = [:]
        var nodes: [UInt32] = []
        for index in batch {
            let row = count + newcomers.count
            let norm = entries[index].vector.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { store.stage($0, at: row) } ?? 0
            }
            let hash = store.contentHash(row)
            if let twin = node(holding: row, hash: hash) {
                nodes.append(twin)
            } else if let twin = staged[hash], store.areEqual(Int(twin), row) {
                nodes.append(twin)
            } else {
                newcomers.append(Newcomer(node: UInt32(row), norm: norm, hash: hash, level: sequence.next()))
                if staged[hash] == nil { staged[hash] = UInt32(row) }
                nodes.append(UInt32(row))
            }
        }
        return nodes
    }

    /// Writes the codes of some rows.
    func encode(_ rows: Range<Int>, _ codes: NavigationCodes, _ table: VectorTable, _ threads: Int) {
        nonisolated(unsafe) let (codes, table) = (codes, table)
        ParallelWork.run(count: rows.count, grain: 64, threads: threads) { part in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * codes.dimensions) { scratch in
                guard let scratch = scratch.baseAddress else { return }
                let vector = scratch + 2 * codes.dimensions
                for offset in part {
                    let row = rows.lowerBound + offset
                    let weight = table.metric == .cosine ? Float(table.weights[row]) : 1
                    table.read(UInt32(row), into: vector)
                    codes.write(vector, weight: weight, at: row, scratch: scratch)
                }
            }
        }
    }

    /// Finds the links of the newcomers.
    private func plan(
        _ newcomers: inout [Newcomer], _ view: GraphView, _ width: Int, _ workspaces: [Workspace]
    ) throws {
        guard count > 0 else { return }
        nonisolated(unsafe) let (view, codes) = (view, codes)
        let batch = count..<count + newcomers.count
        try newcomers.updateInParallel(workspaces) { newcomer, workspace in
            try view.plan(&newcomer, batch, width: width, codes, workspace)
        }
    }

    /// Joins the newcomers to the tree.
    private func adopt(_ newcomers: inout [Newcomer], _ view: GraphView) {
        let isFirst = count == 0
        for index in newcomers.indices {
            let node = newcomers[index].node
            view.parents[Int(node)] = node
            newcomers[index].parent = node
            // The first node is the root, and of an empty graph no batch has more than one.
            guard !isFirst else { continue }
            let parent = newcomers[index].nearest.withUnsafeBufferPointer { view.adopter(among: $0) }
            newcomers[index].nearest = []
            newcomers[index].parent = parent
            view.parents[Int(node)] = parent
            view.childCounts[Int(parent)] += 1
            if !newcomers[index].links[0].contains(parent) {
                if newcomers[index].links[0].count == baseConnectivity { newcomers[index].links[0].removeLast() }
                newcomers[index].links[0].append(parent)
            }
        }
    }

    /// The links of the nodes that the newcomers link to, other newcomers among them, with those that lead back.
    private func answers(
        _ newcomers: [Newcomer], _ view: GraphView, _ workspaces: [Workspace]
    ) throws -> [LinkChange] {
        var changes: [LinkChange] = []
        var places: [UInt64: Int] = [:]
        for newcomer in newcomers {
            for (level, targets) in newcomer.links.enumerated() {
                for target in targets {
                    let key = UInt64(level) << 32 | UInt64(target)
                    if let place = places[key] {
                        changes[place].targets.append(newcomer.node)
                    } else {
                        places[key] = changes.count
                        changes.append(LinkChange(node: target, level: level, targets: [newcomer.node]))
                    }
                }
            }
        }
        nonisolated(unsafe) let view = view
        let count = count
        try changes.updateInParallel(workspaces) { change, workspace in
            let limit = change.level == 0 ? view.baseConnectivity : view.connectivity
            let present =
                Int(change.node) < count
                ? Array(view.neighbours(of: change.node, level: change.level))
                : newcomers[Int(change.node) - count].links[change.level]
            // Two newcomers may have chosen each other.
            let all = present + change.targets.filter { Int($0) < count || !present.contains($0) }
            change.targets =
                all.count <= limit
                ? all
                : try view.reconsidered(
                    change.node, all, limit: limit - limit / 4, fill: limit / 2, keepsTree: change.level == 0, workspace
                )
        }
        return changes
    }

    /// Makes the newcomers nodes, and the changes of links.
    private func join(_ newcomers: [Newcomer], _ changes: [LinkChange]) {
        for newcomer in newcomers {
            appendNode(norm: newcomer.norm, level: newcomer.level, hash: newcomer.hash)
            setCountedParent(of: newcomer.node, newcomer.parent)
        }
        for newcomer in newcomers {
            for (level, targets) in newcomer.links.enumerated() {
                setLinks(of: newcomer.node, level: level, targets)
            }
        }
        for change in changes { setLinks(of: change.node, level: change.level, change.targets) }
    }
}

extension GraphView {
    /// Finds the links of a vector that is about to become a node, one of a batch of rows.
    fileprivate func plan(
        _ newcomer: inout HNSWGraph.Newcomer, _ batch: Range<Int>, width: Int, _ codes: NavigationCodes?,
        _ workspace: Workspace
    ) throws(VectorSearchError) {
        let node = newcomer.node
        let top = min(newcomer.level, topLevel)
        var links: [[UInt32]] = []
        var nearest: [Candidate] = []
        try table.withLinkingQuery(node) { query throws(VectorSearchError) in
            let codes = codes.flatMap { CodedTraversal.isSound($0, table, query) ? $0 : nil }
            if top > 0 || codes == nil {
                var start = try descend(query, to: top, workspace)
                for level in stride(from: top, through: codes == nil ? 0 : 1, by: -1) {
                    let pool = try explore(query, level: level, from: start, width: width, workspace)
                    start = pool.candidates[0]
                    let candidates = UnsafeBufferPointer(start: pool.candidates, count: pool.count)
                    if level == 0 {
                        nearest = Array(candidates)
                    } else {
                        links.append(try choose(node, candidates, level, workspace))
                    }
                }
            }
            if let codes {
                let traversal = CodedTraversal(codes: codes, view: self)
                nearest = try traversal.nearest(query, limit: width, breadth: max(1, width / 2), workspace)
            }
            var candidates = try companions(of: node, batch, query, codes, workspace)
            if candidates.isEmpty {
                candidates = nearest
            } else {
                candidates += nearest
                candidates.sort()
            }
            links.append(
                try candidates.withUnsafeBufferPointer { candidates throws(VectorSearchError) in
                    try choose(node, candidates, 0, workspace)
                })
        }
        newcomer.links = links.reversed()
        newcomer.nearest = Array(nearest.prefix(HNSWGraph.adoptionWidth))
    }

    private func choose(
        _ node: UInt32, _ candidates: UnsafeBufferPointer<Candidate>, _ level: Int, _ workspace: Workspace
    ) throws(VectorSearchError) -> [UInt32] {
        try chooseNeighbours(
            of: node, among: candidates, limit: level == 0 ? baseConnectivity : connectivity,
            fill: level == 0 ? connectivity / 2 : connectivity, keepsTree: false, workspace)
    }

    /// The nearest others of a batch. No link leads to them yet, so each of them is looked at.
    private func companions(
        of node: UInt32, _ batch: Range<Int>, _ query: PreparedQuery, _ codes: NavigationCodes?,
        _ workspace: Workspace
    ) throws(VectorSearchError) -> [Candidate] {
        guard batch.count > 1 else { return [] }
        let (rows, scores) = try workspace.gatherMemory(batch.count)
        if let codes {
            try codes.scores(of: query, rows: batch, workspace, into: scores)
        } else {
            table.distances(from: query, to: nil, first: batch.lowerBound, count: batch.count, into: scores)
        }
        let (memory, _) = try workspace.poolMemory(HNSWGraph.companions)
        var pool = CandidatePool(memory, limit: HNSWGraph.companions)
        for (place, row) in batch.enumerated() where row != Int(node) {
            _ = pool.insert(Candidate(distance: scores[place], node: UInt32(row)))
        }
        for place in 0..<pool.count { rows[place] = pool.candidates[place].node }
        if codes != nil { table.distances(from: query, to: rows, count: pool.count, into: scores) }
        return (0..<pool.count).map { place in
            Candidate(
                distance: codes == nil ? pool.candidates[place].distance : scores[place], node: rows[place])
        }
    }

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
        return try candidates.withUnsafeBufferPointer { candidates throws(VectorSearchError) in
            try chooseNeighbours(
                of: node, among: candidates, limit: limit, fill: fill, keepsTree: keepsTree, workspace)
        }
    }

    /// The nearest candidate that can take one more child in the tree, or a descendant of the nearest one that can, or
    /// one of its parent's, and so on. The tree as a whole always has room: each node can take two and is one.
    func adopter(among candidates: UnsafeBufferPointer<Candidate>) -> UInt32 {
        for candidate in candidates where Int(childCounts[Int(candidate.node)]) < childLimit { return candidate.node }
        var root = candidates[0].node
        while true {
            var queue = [root]
            var next = 0
            while next < queue.count {
                let node = queue[next]
                if Int(childCounts[Int(node)]) < childLimit { return node }
                next += 1
                for child in neighbours(of: node, level: 0) where parents[Int(child)] == node && child != node {
                    queue.append(child)
                }
            }
            guard parents[Int(root)] != root else { return root }
            root = parents[Int(root)]
        }
    }
}

extension Array {
    /// Changes each element, by several threads with a workspace each.
    fileprivate mutating func updateInParallel(
        _ workspaces: [Workspace], _ body: @escaping @Sendable (inout Element, Workspace) throws -> Void
    ) throws {
        try withUnsafeMutableBufferPointer { elements in
            nonisolated(unsafe) let elements = elements
            try ParallelWork.run(count: elements.count, grain: 4, workspaces) { range, workspace in
                for index in range { try body(&elements[index], workspace) }
            }
        }
    }
}
