extension GraphView {
    /// Chooses links by the heuristic of Malkov & Yashunin 2018 (algorithm 4): a candidate is taken if it is nearer to
    /// the node than, with some slack, to every one taken before, so that links point in different directions. Candidates left out fill
    /// the list up (`keepPrunedConnections`).
    ///
    /// - Parameters:
    ///   - candidates: In ascending order of distance to the node, without the node itself.
    ///   - limit: How many links are taken at most.
    ///   - fill: Up to how many links those left out are used.
    ///   - keepsTree: Whether links of the tree are taken whatever the heuristic says.
    /// - Returns: The links, those of the heuristic first.
    func chooseNeighbours(
        of node: UInt32, among candidates: UnsafeBufferPointer<Candidate>, limit: Int, fill: Int, keepsTree: Bool,
        _ workspace: Workspace
    ) throws(VectorSearchError) -> [UInt32] {
        var chosen = try TakenLinks(table, limit: limit, workspace)
        var left: [UInt32] = []
        left.reserveCapacity(candidates.count)
        var owed = 0
        if keepsTree {
            for candidate in candidates where areJoinedByTree(node, candidate.node) { owed += 1 }
        }
        for candidate in candidates {
            if keepsTree && areJoinedByTree(node, candidate.node) {
                chosen.append(candidate.node)
                owed -= 1
            } else if chosen.nodes.count + owed < limit {
                if chosen.areFar(from: candidate, slack: slack) {
                    chosen.append(candidate.node)
                } else {
                    left.append(candidate.node)
                }
            }
        }
        return chosen.nodes + left.prefix(max(0, fill - chosen.nodes.count))
    }

    /// How much nearer to a taken one than to the node a candidate may be and still be taken: more links that go further,
    /// as in the robust pruning of Subramanya et al., "DiskANN" (2019). 1.1 of a squared distance, which the cosine's is a
    /// half of; distances for the inner product can be negative, and have no such factor.
    private var slack: Float {
        switch table.metric {
        case .cosine: 1.1
        case .euclidean: 1.0488
        case .innerProduct: 1
        }
    }
}
