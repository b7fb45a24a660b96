/// How a search goes about it. Results are the same but for what a graph search misses.
package enum SearchStrategy: Sendable {
    /// Whichever is cheaper by estimate.
    case automatic
    /// Along the graph.
    case graph
    /// Over all vectors.
    case scan
}

/// What the searches of one call have in common.
struct SearchPlan {
    /// How many matches each returns, at least 1.
    let wanted: Int
    /// How many candidates that may be returned are kept.
    let width: Int
    /// How many of the candidates are measured in full: enough that those rounded to the wrong side are among them.
    let measured: Int
    /// Of how many nodes the links are followed; more than `width` where not all may be returned.
    let breadth: Int
    /// Which ids may be returned.
    let selection: NodeSelection
    /// Whether all nodes of the selection are measured.
    let scans: Bool
    /// Whether a scan may leave it to rounded vectors which ones are measured in full.
    let mayRound: Bool

    /// How many nodes a graph search measures for each candidate it keeps, roughly.
    private static let measuredPerCandidate = 16

    /// By how much candidates must outnumber the matches where their order is that of scores.
    private static let surplus = 2

    init(
        wanted: Int, width: Int, selection: NodeSelection, nodes: Int, strategy: SearchStrategy, isCoded: Bool
    ) {
        self.wanted = wanted
        let width = max(width, wanted)
        let (needed, isTooMuch) = wanted.multipliedReportingOverflow(by: isCoded ? Self.surplus : 1)
        self.width = max(width, isTooMuch ? nodes : needed)
        measured = isTooMuch ? nodes : wanted + wanted / 2 + 8
        // A search along the graph goes past nodes that may not be returned: it must follow that many more.
        let (product, overflow) = width.multipliedReportingOverflow(by: nodes)
        breadth = overflow ? nodes : min(nodes, (product + selection.nodes - 1) / max(1, selection.nodes))
        let cost = breadth.multipliedReportingOverflow(by: Self.measuredPerCandidate)
        scans =
            switch strategy {
            case .automatic: cost.overflow || cost.partialValue >= selection.nodes
            case .graph: false
            case .scan: true
            }
        // Of fewer, nearly all would be measured anyway.
        mayRound = strategy != .scan && selection.nodes / 4 >= wanted
        self.selection = scans ? selection : selection.marked()
    }
}
