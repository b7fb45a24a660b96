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
    private(set) var owners: Column<VectorID>
    /// The ids of nodes that have several, ascending.
    private(set) var twins: [UInt32: [VectorID]] = [:]
    /// The nodes of ids that have one to themselves.
    private var soleOwners: NodeTable
    /// The nodes of ids that share one.
    private var sharedNodes: [VectorID: UInt32] = [:]
    /// How many nodes have an id.
    private(set) var liveNodes = 0

    init() throws(VectorSearchError) {
        holdings = try Column()
        owners = try Column()
        soleOwners = try NodeTable()
    }

    /// Takes the names of a snapshot's nodes.
    init(_ source: SnapshotSource) throws(VectorSearchError) {
        holdings = try source.column(.holdings, count: source.count)
        owners = try source.column(.ids, count: source.count)
        soleOwners = try NodeTable()
        try soleOwners.reserve(source.count)
        var cursor = try source.reader.section(.twins)
        for node in 0..<UInt32(source.count) {
            let holding = holdings.pointer[Int(node)]
            let id = owners.pointer[Int(node)]
            guard holding <= Holding.several else {
                throw SnapshotReader.malformed("\(SnapshotSection.holdings)", "node \(node) has \(holding)")
            }
            if holding != Holding.none { liveNodes += 1 }
            guard holding == Holding.one else {
                if holding == Holding.several { try readTwins(of: node, &cursor) }
                continue
            }
            guard self.node(of: id) == nil else {
                throw SnapshotReader.malformed("\(SnapshotSection.ids)", "id \(id) of node \(node) occurs twice")
            }
            soleOwners.insert(node, Self.hash(id))
        }
        try cursor.finish()
    }

    private func readTwins(of node: UInt32, _ cursor: inout SnapshotCursor) throws(VectorSearchError) {
        let count = Int(try cursor.read(UInt32.self))
        let bytes = try cursor.take(count, of: MemoryLayout<VectorID>.size)
        let ids = (0..<count).map { bytes.number(at: $0 * MemoryLayout<VectorID>.size, as: VectorID.self) }
        guard count >= 2, zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw cursor.malformed("the ids of node \(node) are not in order")
        }
        for id in ids {
            guard self.node(of: id) == nil else { throw cursor.malformed("id \(id) of node \(node) occurs twice") }
            sharedNodes[id] = node
        }
        twins[node] = ids
    }

    /// Adds the names of the first `nodes` nodes to a snapshot.
    func addSections(to writer: inout SnapshotWriter, nodes: Int) {
        writer.add(.ids, owners, count: nodes)
        writer.add(.holdings, holdings, count: nodes)
        writer.add(.twins) { bytes in
            for node in twins.keys.sorted() {
                let ids = twins[node] ?? []
                bytes.append(UInt32(ids.count))
                for id in ids { bytes.append(id) }
            }
        }
    }

    /// The number of ids.
    var count: Int { soleOwners.count + sharedNodes.count }

    /// Calls the function with all ids, in no particular order.
    func forEachID(nodes: Int, _ body: (VectorID) -> Void) {
        for node in 0..<UInt32(nodes) {
            forEachID(of: node) { id in
                body(id)
                return true
            }
        }
    }

    /// The memory held, nearly.
    var bytes: Int {
        holdings.bytes + owners.bytes + soleOwners.bytes + sharedNodes.capacity * 16
            + twins.values.reduce(0) { $0 + $1.capacity * 8 + 32 }
    }

    /// Makes room for nodes. New nodes have no id.
    func reserve(_ count: Int, used: Int) throws(VectorSearchError) {
        try holdings.reserve(count, keeping: used)
        try owners.reserve(count, keeping: used)
        try soleOwners.reserve(count)
    }

    /// Gives back the memory for more than `count` nodes.
    func shrink(_ count: Int) throws(VectorSearchError) {
        try holdings.resize(count, keeping: count)
        try owners.resize(count, keeping: count)
        try soleOwners.shrink()
    }

    func node(of id: VectorID) -> UInt32? {
        if let node = soleOwners.node(Self.hash(id), where: { owners.pointer[Int($0)] == id }) { return node }
        return sharedNodes.isEmpty ? nil : sharedNodes[id]
    }

    /// Spreads ids, which are often numbered one after the other, over all numbers.
    private static func hash(_ id: VectorID) -> UInt64 {
        // The finalizer of SplitMix64 (Steele, Lea & Flood 2014).
        var bits = id
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

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

    /// Gives an id to a node, taking it from the node that had it. Room must be reserved.
    func assign(_ id: VectorID, to node: UInt32) {
        if let old = self.node(of: id) {
            guard old != node else { return }
            detach(id, from: old)
        }
        switch holdings.pointer[Int(node)] {
        case Holding.none:
            setSoleOwner(id, of: node)
            liveNodes += 1
        case Holding.one:
            let other = owners.pointer[Int(node)]
            soleOwners.remove(node, Self.hash(other))
            owners.pointer[Int(node)] = 0
            sharedNodes[other] = node
            sharedNodes[id] = node
            twins[node] = other < id ? [other, id] : [id, other]
            holdings.pointer[Int(node)] = Holding.several
        default:
            sharedNodes[id] = node
            let place = twins[node]?.partitioningIndex { $0 >= id } ?? 0
            twins[node, default: []].insert(id, at: place)
        }
    }

    /// Takes an id away, and returns whether it was known.
    func remove(_ id: VectorID) -> Bool {
        guard let node = node(of: id) else { return false }
        detach(id, from: node)
        return true
    }

    private func setSoleOwner(_ id: VectorID, of node: UInt32) {
        owners.pointer[Int(node)] = id
        holdings.pointer[Int(node)] = Holding.one
        soleOwners.insert(node, Self.hash(id))
    }

    private func detach(_ id: VectorID, from node: UInt32) {
        guard holdings.pointer[Int(node)] == Holding.several else {
            soleOwners.remove(node, Self.hash(id))
            owners.pointer[Int(node)] = 0
            holdings.pointer[Int(node)] = Holding.none
            liveNodes -= 1
            return
        }
        sharedNodes[id] = nil
        if let place = twins[node]?.partitioningIndex(where: { $0 >= id }) { twins[node]?.remove(at: place) }
        if let rest = twins[node], rest.count == 1 {
            sharedNodes[rest[0]] = nil
            twins[node] = nil
            setSoleOwner(rest[0], of: node)
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
