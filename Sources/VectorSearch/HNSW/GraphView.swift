import CHelpdeskKernels

/// The graph as plain pointers, for the loops where time is spent. Borrowed: valid until the graph changes.
struct GraphView {
    var table: VectorTable
    /// How many links a node has at most on each upper level, and on the lowest.
    let connectivity: Int
    let baseConnectivity: Int
    let nodes: Int
    let links: UnsafeMutablePointer<UInt32>
    let degrees: UnsafeMutablePointer<UInt16>
    let upperLinks: UnsafeMutablePointer<UInt32>
    let upperOffsets: UnsafeMutablePointer<UInt32>
    let levels: UnsafeMutablePointer<UInt8>
    let parents: UnsafeMutablePointer<UInt32>
    let childCounts: UnsafeMutablePointer<UInt16>
    let holdings: UnsafePointer<UInt8>
    let owners: UnsafePointer<VectorID>
    let entry: UInt32
    let topLevel: Int

    /// A node of the tree takes no more children than this, so that a full list always has a link that may go.
    var childLimit: Int { baseConnectivity / 2 }

    /// Asks for what ``NodeNames`` keeps of some nodes.
    func prefetchNames(of nodes: UnsafePointer<UInt32>, _ count: Int) {
        helpdesk_prefetch(holdings, 1, nodes, count)
        helpdesk_prefetch(owners, MemoryLayout<VectorID>.stride, nodes, count)
    }

    /// The links of a node on a level it is on.
    @inline(__always)
    func neighbours(of node: UInt32, level: Int) -> UnsafeBufferPointer<UInt32> {
        if level == 0 {
            return UnsafeBufferPointer(
                start: links + Int(node) * baseConnectivity, count: Int(degrees[Int(node)]))
        }
        let block = upperLinks + (Int(upperOffsets[Int(node)]) + level - 1) * (connectivity + 1)
        return UnsafeBufferPointer(start: block + 1, count: Int(block[0]))
    }

    /// Whether two nodes are joined by the tree that keeps every node reachable.
    @inline(__always)
    func areJoinedByTree(_ a: UInt32, _ b: UInt32) -> Bool {
        parents[Int(a)] == b || parents[Int(b)] == a
    }
}
