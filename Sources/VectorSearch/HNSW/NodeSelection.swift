/// The nodes and ids that a search may return.
struct NodeSelection {
    /// A byte for each node, not 0 if it may be returned; `nil` where every node may.
    var allowed: [UInt8]?
    /// How many nodes may be returned.
    var nodes: Int
    /// How many ids may be returned.
    var ids: Int
    /// Decides between the ids of one node.
    var filter: VectorFilter?

    /// Looks a filter up in the names of a graph of `count` nodes.
    init(_ filter: VectorFilter?, _ names: NodeNames, count: Int) {
        self.filter = filter
        nodes = names.liveNodes
        ids = names.count
        guard filter != nil || nodes < count else { return }
        let holdings = UnsafeBufferPointer(start: names.holdings.pointer, count: count)
        guard let filter else {
            allowed = Array(holdings)
            return
        }
        var bytes: [UInt8]
        switch filter {
        case .including(let wanted):
            bytes = Array(repeating: 0, count: count)
            nodes = 0
            ids = 0
            for id in wanted {
                guard let node = names.node(of: id) else { continue }
                ids += 1
                if bytes[Int(node)] == 0 { nodes += 1 }
                bytes[Int(node)] = 1
            }
        case .excluding(let unwanted):
            bytes = Array(holdings)
            for id in unwanted {
                guard let node = names.node(of: id) else { continue }
                ids -= 1
                guard bytes[Int(node)] != 0, !names.hasID(of: node, passing: filter) else { continue }
                bytes[Int(node)] = 0
                nodes -= 1
            }
        case .matching(let predicate):
            bytes = Array(repeating: 0, count: count)
            nodes = 0
            ids = 0
            for node in 0..<UInt32(count) {
                names.forEachID(of: node) { id in
                    guard predicate(id) else { return true }
                    ids += 1
                    if bytes[Int(node)] == 0 { nodes += 1 }
                    bytes[Int(node)] = 1
                    return true
                }
            }
        }
        allowed = bytes
    }
}

extension NodeNames {
    /// Whether some id of a node passes a filter.
    func hasID(of node: UInt32, passing filter: VectorFilter) -> Bool {
        var found = false
        forEachID(of: node) { id in
            found = filter.allows(id)
            return !found
        }
        return found
    }
}
