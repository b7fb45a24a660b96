/// The nodes and ids that a search may return.
struct NodeSelection {
    /// Which nodes may be returned.
    private var allowed: Allowed
    /// How many nodes may be returned.
    private(set) var nodes: Int
    /// How many ids may be returned.
    private(set) var ids: Int
    /// Decides between the ids of one node.
    let filter: VectorFilter?
    private let names: NodeNames
    /// How many nodes the graph has.
    private let count: Int

    private enum Allowed {
        case all
        /// Those that have an id.
        case live
        /// These, ascending.
        case listed([UInt32])
        /// A byte for each node, not 0 if it may be returned.
        case marked([UInt8])
    }

    /// Looks a filter up in the names of a graph of `count` nodes.
    init(_ filter: VectorFilter?, _ names: NodeNames, count: Int) {
        self.filter = filter
        self.names = names
        self.count = count
        nodes = names.liveNodes
        ids = names.count
        allowed = nodes < count ? .live : .all
        switch filter {
        case nil: return
        case .including(let wanted): include(wanted)
        case .excluding(let unwanted): exclude(unwanted)
        case .matching(let predicate): match(predicate)
        }
    }

    private mutating func include(_ wanted: Set<VectorID>) {
        ids = 0
        if wanted.count > count / 64 {
            // So many are put in order faster by looking at all nodes.
            var bytes = [UInt8](repeating: 0, count: count)
            nodes = 0
            for id in wanted {
                guard let node = names.node(of: id) else { continue }
                ids += 1
                nodes += bytes[Int(node)] == 0 ? 1 : 0
                bytes[Int(node)] = 1
            }
            allowed = .marked(bytes)
            return
        }
        var listed: [UInt32] = []
        listed.reserveCapacity(wanted.count)
        for id in wanted {
            guard let node = names.node(of: id) else { continue }
            ids += 1
            listed.append(node)
        }
        // The ids of one node are next to each other then.
        listed.sort()
        var last: UInt32?
        listed.removeAll { node in
            defer { last = node }
            return node == last
        }
        nodes = listed.count
        allowed = .listed(listed)
    }

    private mutating func exclude(_ unwanted: Set<VectorID>) {
        var bytes = Array(UnsafeBufferPointer(start: names.holdings.pointer, count: count))
        for id in unwanted {
            guard let node = names.node(of: id) else { continue }
            ids -= 1
            guard bytes[Int(node)] != 0, let filter, !names.hasID(of: node, passing: filter) else { continue }
            bytes[Int(node)] = 0
            nodes -= 1
        }
        allowed = .marked(bytes)
    }

    private mutating func match(_ predicate: @Sendable (VectorID) -> Bool) {
        ids = 0
        var listed: [UInt32] = []
        for node in 0..<UInt32(count) {
            let before = ids
            names.forEachID(of: node) { id in
                if predicate(id) { ids += 1 }
                return true
            }
            if ids > before { listed.append(node) }
        }
        nodes = listed.count
        allowed = .listed(listed)
    }

    /// The same selection, for searches along the graph: which nodes may be returned is looked up fast.
    func marked() -> NodeSelection {
        guard case .listed(let listed) = allowed else { return self }
        var bytes = [UInt8](repeating: 0, count: count)
        for node in listed { bytes[Int(node)] = 1 }
        var result = self
        result.allowed = .marked(bytes)
        return result
    }

    /// Calls the function with a byte for each node, not 0 if it may be returned; `nil` where every node may. Only of a
    /// selection from ``marked()``.
    func withMarks<Result, Failure: Error>(
        _ body: (UnsafePointer<UInt8>?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch allowed {
        case .all, .listed: try body(nil)
        case .live: try body(names.holdings.pointer)
        case .marked(let bytes):
            try bytes.withUnsafeBufferPointer { bytes throws(Failure) in try body(bytes.baseAddress) }
        }
    }

    /// Whether a node may be returned.
    func contains(_ node: UInt32) -> Bool {
        switch allowed {
        case .all: true
        case .live: names.holdings.pointer[Int(node)] != NodeNames.Holding.none
        case .marked(let bytes): bytes[Int(node)] != 0
        case .listed(let listed):
            listed[listed.partitioningIndex { $0 >= node }...].first == node
        }
    }

    /// Calls the function with nodes that may be returned, some at a time: their numbers, or `nil` where they follow each
    /// other from the first on.
    ///
    /// - Parameter rows: Memory for `size` numbers.
    func forEachBlock(
        of size: Int, _ rows: UnsafeMutablePointer<UInt32>,
        _ body: (_ rows: UnsafePointer<UInt32>?, _ first: Int, _ count: Int) -> Void
    ) {
        if case .listed(let listed) = allowed {
            listed.withUnsafeBufferPointer { listed in
                guard let start = listed.baseAddress else { return }
                for first in stride(from: 0, to: listed.count, by: size) {
                    body(start + first, 0, min(size, listed.count - first))
                }
            }
            return
        }
        withMarks { marks in
            guard let marks else {
                for first in stride(from: 0, to: count, by: size) { body(nil, first, min(size, count - first)) }
                return
            }
            var gathered = 0
            for node in 0..<count where marks[node] != 0 {
                rows[gathered] = UInt32(node)
                gathered += 1
                guard gathered == size else { continue }
                body(rows, 0, gathered)
                gathered = 0
            }
            if gathered > 0 { body(rows, 0, gathered) }
        }
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
