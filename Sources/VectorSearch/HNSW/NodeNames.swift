/// Which ids the nodes of a graph stand for.
///
/// Identical vectors share one node: it has several ids then. A node without an id is a tombstone, kept only because
/// paths lead through it. Not safe for concurrent use: the index guards it.
final class NodeNames {
    /// How many ids a node has: none, one, or several.
    enum Holding {
        static let none: UInt8 = 0
        static let one: UInt8 = 1
        static let several: UInt8 = 2
    }

    private(set) var holdings: Column<UInt8>
    private var owners: Column<VectorID>
    /// The ids of nodes that have several, ascending.
    private var twins: [UInt32: [VectorID]] = [:]
    private var nodes: [VectorID: UInt32] = [:]
    /// How many nodes have an id.
    private(set) var liveNodes = 0

    init() throws(VectorSearchError) {
        holdings = try Column()
        owners = try Column()
    }

    /// The number of ids.
    var count: Int { nodes.count }

    /// All ids, in no particular order.
    var ids: Dictionary<VectorID, UInt32>.Keys { nodes.keys }

    /// The memory held, nearly.
    var bytes: Int {
        holdings.bytes + owners.bytes + nodes.capacity * 16 + twins.values.reduce(0) { $0 + $1.capacity * 8 + 32 }
    }

    /// Makes room for nodes. New nodes have no id.
    func reserve(_ count: Int, used: Int) throws(VectorSearchError) {
        try holdings.reserve(count, keeping: used)
        try owners.reserve(count, keeping: used)
    }

    func node(of id: VectorID) -> UInt32? { nodes[id] }

    /// Calls the function with the ids of a node in ascending order, until it returns `false`.
    @inline(__always)
    func forEachID(of node: UInt32, _ body: (VectorID) -> Bool) {
        switch holdings.pointer[Int(node)] {
        case Holding.none: return
        case Holding.one: _ = body(owners.pointer[Int(node)])
        default:
            for id in twins[node] ?? [] where !body(id) { return }
        }
    }

    /// Gives an id to a node, taking it from the node that had it.
    func assign(_ id: VectorID, to node: UInt32) {
        if let old = nodes[id] {
            guard old != node else { return }
            detach(id, from: old)
        }
        nodes[id] = node
        switch holdings.pointer[Int(node)] {
        case Holding.none:
            owners.pointer[Int(node)] = id
            holdings.pointer[Int(node)] = Holding.one
            liveNodes += 1
        case Holding.one:
            let other = owners.pointer[Int(node)]
            twins[node] = other < id ? [other, id] : [id, other]
            holdings.pointer[Int(node)] = Holding.several
        default:
            let place = twins[node]?.partitioningIndex { $0 >= id } ?? 0
            twins[node, default: []].insert(id, at: place)
        }
    }

    /// Takes an id away, and returns whether it was known.
    func remove(_ id: VectorID) -> Bool {
        guard let node = nodes.removeValue(forKey: id) else { return false }
        detach(id, from: node)
        return true
    }

    private func detach(_ id: VectorID, from node: UInt32) {
        guard holdings.pointer[Int(node)] == Holding.several else {
            holdings.pointer[Int(node)] = Holding.none
            liveNodes -= 1
            return
        }
        if let place = twins[node]?.partitioningIndex(where: { $0 >= id }) { twins[node]?.remove(at: place) }
        if let rest = twins[node], rest.count == 1 {
            owners.pointer[Int(node)] = rest[0]
            holdings.pointer[Int(node)] = Holding.one
            twins[node] = nil
        }
    }
}

extension Array {
    /// The first index whose element, like all after it, meets the condition.
    func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
