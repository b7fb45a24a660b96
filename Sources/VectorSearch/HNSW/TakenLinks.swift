import CHelpdeskKernels

/// The links taken so far in a choice, ready to be compared with further candidates.
struct TakenLinks {
    private(set) var nodes: [UInt32] = []
    private let table: VectorTable
    private let limit: Int
    private let memory: Workspace.LinkMemory?

    /// Creates an empty choice of at most `limit` links; valid until the workspace is used for another.
    init(_ table: VectorTable, limit: Int, _ workspace: Workspace) throws(VectorSearchError) {
        self.table = table
        self.limit = limit
        memory = try table.planes.map { planes throws(VectorSearchError) in
            try workspace.linkMemory(limit, stride: planes.planes.stride)
        }
        nodes.reserveCapacity(limit)
    }

    /// Takes a link.
    mutating func append(_ node: UInt32) {
        // More than the limit can only be links of the tree, with which nothing is compared any more.
        if let planes = table.planes, let memory, nodes.count < limit {
            let place = nodes.count
            let (scale, threshold) = planes.threshold(ofTaken: node)
            memory.rows[place] = node
            memory.scales[place] = scale
            memory.lengths[place] = planes.wholeLength(node)
            memory.addends[place] = threshold.addend
            memory.factors[place] = threshold.factor
            memory.areJoined[place] = 0
            memory.order[place] = UInt32(place)
        }
        nodes.append(node)
    }

    /// Whether a candidate is farther from all taken ones, with some slack, than from the node links are chosen for.
    func areFar(from candidate: Candidate, slack: Float) -> Bool {
        guard let planes = table.planes, let memory else {
            let distance = candidate.distance
            for other in nodes where table.linkDistance(candidate.node, other) * slack <= distance { return false }
            return true
        }
        var rows = planes.planes
        var group = helpdesk_plane_group(
            rows: memory.rows, scales: memory.scales, lengths: memory.lengths, addends: memory.addends,
            factors: memory.factors, values: memory.values, are_joined: memory.areJoined, order: memory.order,
            count: min(nodes.count, limit))
        let threshold = planes.threshold(ofCandidate: candidate.node, distance: candidate.distance, slack: slack)
        return helpdesk_plane_is_near(
            planes.instructionSet, &rows, &group, candidate.node, planes.wholeLength(candidate.node), threshold.addend,
            threshold.factor) == 0
    }
}
