extension HNSWGraph {
    /// Checks what must hold of every graph: of one read from bytes, and in tests. Returns what is wrong, or `nil`.
    ///
    /// - Complexity: O(links).
    func violation() -> String? {
        let view = view()
        guard count > 0 else { return names.count == 0 ? nil : "an empty graph has ids" }
        guard Int(entry) < count, Int(view.levels[Int(entry)]) == topLevel else {
            return "the entry point is not on top"
        }
        return linkViolation() ?? treeProblem(view)
    }

    /// What is wrong with the links, or `nil`.
    func linkViolation() -> String? {
        let view = view()
        // Which list of links each node was last seen in.
        var seen = [Int](repeating: -1, count: count)
        for node in 0..<UInt32(count) {
            guard view.levels[Int(node)] <= topLevel else { return "node \(node) is above the entry point" }
            for level in 0...Int(view.levels[Int(node)]) {
                if let problem = linkProblem(node, level, view, &seen) { return problem }
            }
        }
        return nil
    }

    private func linkProblem(_ node: UInt32, _ level: Int, _ view: GraphView, _ seen: inout [Int]) -> String? {
        let links = view.neighbours(of: node, level: level)
        guard links.count <= (level == 0 ? baseConnectivity : connectivity) else {
            return "node \(node) has \(links.count) links on level \(level)"
        }
        let list = Int(node) * (LevelSequence.highest + 1) + level
        for link in links {
            guard link < count, link != node, Int(view.levels[Int(link)]) >= level else {
                return "node \(node) on level \(level) links to \(link)"
            }
            guard seen[Int(link)] != list else { return "node \(node) on level \(level) links to \(link) twice" }
            seen[Int(link)] = list
        }
        return nil
    }

    /// The tree must join all nodes, and its edges must be links both ways.
    private func treeProblem(_ view: GraphView) -> String? {
        var roots: [UInt32] = []
        var children = [Int](repeating: 0, count: count)
        for node in 0..<UInt32(count) {
            let parent = view.parents[Int(node)]
            guard parent < count else { return "node \(node) has no parent" }
            guard parent != node else {
                roots.append(node)
                continue
            }
            children[Int(parent)] += 1
            guard view.neighbours(of: node, level: 0).contains(parent),
                view.neighbours(of: parent, level: 0).contains(node)
            else { return "node \(node) and its parent \(parent) are not linked" }
        }
        guard roots.count == 1 else { return "\(roots.count) roots" }
        for node in 0..<count where children[node] != Int(view.childCounts[node]) || children[node] > view.childLimit {
            return "node \(node) has \(children[node]) children"
        }
        var queue = roots
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            for child in view.neighbours(of: node, level: 0) where view.parents[Int(child)] == node && child != node {
                queue.append(child)
            }
        }
        return queue.count == count ? nil : "\(count - queue.count) nodes are not in the tree"
    }
}

extension HNSWIndex {
    /// Throws what is wrong with the graph, if anything. Not while vectors are inserted.
    package func checkInvariants() throws {
        if let problem = lock.read({ graph.violation() ?? graph.names.violation(nodes: graph.count) }) {
            throw VectorSearchError(.invalidArgument, "the graph is broken: \(problem)")
        }
    }
}

extension NodeNames {
    /// What is wrong with the names, or `nil`.
    func violation(nodes: Int) -> String? {
        var seen = 0
        var live = 0
        for node in 0..<UInt32(nodes) {
            var last: VectorID?
            var problem: String?
            forEachID(of: node) { id in
                if self.node(of: id) != node { problem = "id \(id) is not of node \(node)" }
                if let last, last >= id { problem = "the ids of node \(node) are out of order" }
                last = id
                seen += 1
                return true
            }
            if let problem { return problem }
            if last != nil { live += 1 }
        }
        return seen == count && live == liveNodes
            ? nil : "\(seen) ids and \(live) live nodes, not \(count), \(liveNodes)"
    }
}
