import CHelpdeskKernels

/// The graph of an ``HNSWIndex``: vectors, links, and the ids they stand for.
///
/// Besides the links that the algorithm chooses, the lowest level holds a tree over all nodes, whose edges are links in
/// both directions and are never dropped: from every node, every other can be reached, always.
///
/// Not safe for concurrent use: the index guards it. What is written behind the last node is invisible to searches.
final class HNSWGraph {
    let connectivity: Int
    let store: VectorStore
    let names: NodeNames
    /// How many nodes can be reached.
    private(set) var count = 0
    var entry: UInt32 = 0
    private(set) var topLevel = 0
    var sequence: LevelSequence
    /// By which searches find their way; `nil` where they measure the vectors themselves.
    var codes: NavigationCodes?
    /// With how many nodes codes are made next.
    var trainingDue = HNSWGraph.fewestCoded
    /// The node of each vector, by the hash of its components.
    private var contents: [UInt64: UInt32] = [:]

    private var links: Column<UInt32>
    private var degrees: Column<UInt16>
    private var parents: Column<UInt32>
    private var childCounts: Column<UInt16>
    private var levels: Column<UInt8>
    private var upperOffsets: Column<UInt32>
    private var upperLinks: Column<UInt32>
    private var upperBlocks = 0

    /// The most nodes a graph can have: what a ``Candidate`` can name.
    static let mostNodes = Int(Int32.max)

    init(
        dimensions: Int, metric: DistanceMetric, connectivity: Int, seed: UInt64, instructionSet: helpdesk_isa,
        position: UInt64 = 0
    ) throws(VectorSearchError) {
        self.connectivity = connectivity
        sequence = LevelSequence(seed: seed, connectivity: connectivity, position: position)
        store = try VectorStore(dimensions: dimensions, metric: metric, instructionSet: instructionSet)
        names = try NodeNames()
        links = try Column()
        degrees = try Column()
        parents = try Column()
        childCounts = try Column()
        levels = try Column()
        upperOffsets = try Column()
        upperLinks = try Column()
    }

    /// Links on the lowest level: twice as many as above, as the paper recommends.
    var baseConnectivity: Int { 2 * connectivity }

    /// How many nodes have no id.
    var tombstones: Int { count - names.liveNodes }

    /// The memory held, nearly.
    var bytes: Int {
        store.bytes + names.bytes + links.bytes + degrees.bytes + parents.bytes + childCounts.bytes + levels.bytes
            + upperOffsets.bytes + upperLinks.bytes + contents.capacity * 16 + (codes?.bytes ?? 0)
    }

    /// The graph as it is now; vectors of up to the given length may be about to join it.
    func view(including norm: Double = 0, isExtreme: Bool = false) -> GraphView {
        GraphView(
            table: store.table(including: norm, isExtreme: isExtreme), connectivity: connectivity,
            baseConnectivity: baseConnectivity,
            nodes: count, links: links.pointer, degrees: degrees.pointer, upperLinks: upperLinks.pointer,
            upperOffsets: upperOffsets.pointer, levels: levels.pointer, parents: parents.pointer,
            childCounts: childCounts.pointer, entry: entry, topLevel: topLevel)
    }

    /// Makes room for a number of nodes in all.
    func reserve(_ nodes: Int) throws(VectorSearchError) {
        guard nodes <= Self.mostNodes else {
            throw VectorSearchError(.capacityExceeded, "\(nodes) vectors: an index holds up to \(Self.mostNodes)")
        }
        try store.reserve(nodes)
        try names.reserve(nodes, used: count)
        try links.reserve(nodes * baseConnectivity, keeping: count * baseConnectivity)
        try degrees.reserve(nodes, keeping: count)
        try parents.reserve(nodes, keeping: count)
        try childCounts.reserve(nodes, keeping: count)
        try levels.reserve(nodes, keeping: count)
        try upperOffsets.reserve(nodes, keeping: count)
        try codes?.reserve(nodes, keeping: count)
    }

    /// Makes room for the upper links of more nodes, `levels` in all.
    func reserveUpper(levels: Int) throws(VectorSearchError) {
        let block = connectivity + 1
        try upperLinks.reserve((upperBlocks + levels) * block, keeping: upperBlocks * block)
    }

    /// The hash by which identical vectors find each other.
    func contentHash(_ vector: UnsafePointer<Float>) -> UInt64 {
        helpdesk_hash(vector, store.dimensions * MemoryLayout<Float>.size, 0)
    }

    /// The node that holds exactly these components.
    func node(holding vector: UnsafePointer<Float>, hash: UInt64) -> UInt32? {
        guard let node = contents[hash] else { return nil }
        return store.holds(vector, at: Int(node)) ? node : nil
    }

    /// Makes the staged vector a node on the levels up to `level`, without links. Room must be reserved.
    func appendNode(norm: Double, level: Int, hash: UInt64) {
        let node = UInt32(count)
        store.commit(norm: norm)
        degrees.pointer[count] = 0
        childCounts.pointer[count] = 0
        parents.pointer[count] = node
        levels.pointer[count] = UInt8(level)
        upperOffsets.pointer[count] = UInt32(truncatingIfNeeded: upperBlocks)
        for block in upperBlocks..<upperBlocks + level { upperLinks.pointer[block * (connectivity + 1)] = 0 }
        upperBlocks += level
        if contents[hash] == nil { contents[hash] = node }
        if count == 0 || level > topLevel {
            entry = node
            topLevel = level
        }
        count += 1
    }

    /// Replaces the links of a node on a level.
    func setLinks(of node: UInt32, level: Int, _ targets: some Collection<UInt32>) {
        if level == 0 {
            degrees.pointer[Int(node)] = UInt16(targets.count)
            var place = links.pointer + Int(node) * baseConnectivity
            for target in targets {
                place.pointee = target
                place += 1
            }
        } else {
            let block = upperLinks.pointer + (Int(upperOffsets.pointer[Int(node)]) + level - 1) * (connectivity + 1)
            block[0] = UInt32(targets.count)
            for (index, target) in targets.enumerated() { block[1 + index] = target }
        }
    }

    /// Enters an edge of the tree; the links of both directions are set apart from this.
    func setParent(of node: UInt32, _ parent: UInt32) {
        parents.pointer[Int(node)] = parent
        if parent != node { childCounts.pointer[Int(parent)] += 1 }
    }

    /// Enters an edge of the tree whose parent has counted the child already.
    func setCountedParent(of node: UInt32, _ parent: UInt32) {
        parents.pointer[Int(node)] = parent
    }

    /// Forgets the tree, so that it can be grown anew: no node has a parent.
    func clearTree() {
        parents.pointer.update(repeating: .max, count: count)
        childCounts.pointer.update(repeating: 0, count: count)
    }

    /// How many nodes are on each level, the lowest first.
    var levelSizes: [Int] {
        guard count > 0 else { return [] }
        var sizes = [Int](repeating: 0, count: topLevel + 1)
        for node in 0..<count { for level in 0...Int(levels.pointer[node]) { sizes[level] += 1 } }
        return sizes
    }
}
