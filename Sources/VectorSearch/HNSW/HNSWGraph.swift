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
    /// What some of the columns borrow.
    private let memory: SnapshotMemory?
    /// The node of each vector, by the hash of what is kept of it.
    private(set) var contents: NodeTable

    private(set) var links: Column<UInt32>
    private(set) var degrees: Column<UInt16>
    private(set) var parents: Column<UInt32>
    private(set) var childCounts: Column<UInt16>
    private(set) var levels: Column<UInt8>
    private(set) var upperOffsets: Column<UInt32>
    private(set) var upperLinks: Column<UInt32>
    private(set) var upperBlocks = 0

    /// The most nodes a graph can have: what a ``Candidate`` can name.
    static let mostNodes = Int(Int32.max)

    init(
        dimensions: Int, metric: DistanceMetric, connectivity: Int, seed: UInt64, instructionSet: helpdesk_isa,
        isCompact: Bool, position: UInt64 = 0
    ) throws(VectorSearchError) {
        self.connectivity = connectivity
        memory = nil
        sequence = LevelSequence(seed: seed, connectivity: connectivity, position: position)
        store = try VectorStore(
            dimensions: dimensions, metric: metric, instructionSet: instructionSet, isCompact: isCompact)
        names = try NodeNames()
        contents = try NodeTable()
        links = try Column()
        degrees = try Column()
        parents = try Column()
        childCounts = try Column()
        levels = try Column()
        upperOffsets = try Column()
        upperLinks = try Column()
    }

    /// Takes the graph of a snapshot. What it says of links must be checked before one is followed.
    init(
        _ configuration: HNSWIndex.Configuration, _ source: SnapshotSource, position: UInt64
    ) throws(VectorSearchError) {
        connectivity = configuration.connectivity
        sequence = LevelSequence(seed: configuration.seed, connectivity: connectivity, position: position)
        count = source.count
        memory = source.memory
        levels = try source.column(.levels, count: count)
        var blocks = 0
        upperOffsets = try Column(capacity: count)
        for node in 0..<count {
            let level = Int(levels.pointer[node])
            guard level <= LevelSequence.highest else {
                throw SnapshotReader.malformed("\(SnapshotSection.levels)", "node \(node) is on level \(level)")
            }
            upperOffsets.pointer[node] = UInt32(truncatingIfNeeded: blocks)
            blocks += level
            topLevel = max(topLevel, level)
        }
        upperBlocks = blocks
        store = try VectorStore(
            dimensions: configuration.dimensions, metric: configuration.metric, instructionSet: helpdesk_best_isa(),
            isCompact: configuration.isCompact, source)
        names = try NodeNames(source)
        degrees = try source.column(.degrees, count: count)
        links = try source.column(.links, count: count * 2 * connectivity)
        upperLinks = try source.column(.upperLinks, count: blocks * (connectivity + 1))
        parents = try source.column(.tree, count: count)
        childCounts = try Column(capacity: count)
        contents = try NodeTable(source)
        for node in 0..<count {
            let parent = parents.pointer[node]
            guard parent < count else {
                throw SnapshotReader.malformed("\(SnapshotSection.tree)", "node \(node) has the parent \(parent)")
            }
            if parent != node {
                guard childCounts.pointer[Int(parent)] < .max else {
                    throw SnapshotReader.malformed("\(SnapshotSection.tree)", "node \(parent) has too many children")
                }
                childCounts.pointer[Int(parent)] += 1
            }
        }
        try readNavigation(source)
    }

    /// Reads what searches find their way by.
    private func readNavigation(_ source: SnapshotSource) throws(VectorSearchError) {
        var cursor = try source.reader.section(.navigation)
        let due = try cursor.read(UInt64.self)
        guard due <= UInt64(Self.mostNodes) * 2, due >= UInt64(Self.fewestCoded) else {
            throw cursor.malformed("codes are due with \(due) nodes")
        }
        trainingDue = Int(due)
        if cursor.remaining > 0 { codes = try NavigationCodes(store, &cursor, source) }
    }

    /// Whether columns lie, or lay, in the memory of a snapshot.
    var isInPlace: Bool { memory != nil }

    /// Links on the lowest level: twice as many as above, as the paper recommends.
    var baseConnectivity: Int { 2 * connectivity }

    /// How many nodes have no id.
    var tombstones: Int { count - names.liveNodes }

    /// The memory held, nearly.
    var bytes: Int {
        store.bytes + names.bytes + links.bytes + degrees.bytes + parents.bytes + childCounts.bytes + levels.bytes
            + upperOffsets.bytes + upperLinks.bytes + contents.bytes + (codes?.bytes ?? 0)
    }

    /// The graph as it is now; vectors of up to the given length may be about to join it.
    func view(including norm: Double = 0, isExtreme: Bool = false) -> GraphView {
        GraphView(
            table: store.table(including: norm, isExtreme: isExtreme), connectivity: connectivity,
            baseConnectivity: baseConnectivity,
            nodes: count, links: links.pointer, degrees: degrees.pointer, upperLinks: upperLinks.pointer,
            upperOffsets: upperOffsets.pointer, levels: levels.pointer, parents: parents.pointer,
            childCounts: childCounts.pointer, holdings: names.holdings.pointer, owners: names.owners.pointer,
            entry: entry, topLevel: topLevel)
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
        try contents.reserve(nodes)
        try codes?.reserve(nodes, keeping: count)
    }

    /// Gives back the memory for more nodes than there are.
    func shrink() throws(VectorSearchError) {
        try store.shrink()
        try names.shrink(count)
        try links.resize(count * baseConnectivity, keeping: count * baseConnectivity)
        try degrees.resize(count, keeping: count)
        try parents.resize(count, keeping: count)
        try childCounts.resize(count, keeping: count)
        try levels.resize(count, keeping: count)
        try upperOffsets.resize(count, keeping: count)
        try upperLinks.resize(upperBlocks * (connectivity + 1), keeping: upperBlocks * (connectivity + 1))
        try contents.shrink()
        try codes?.shrink(count)
    }

    /// Makes room for the upper links of more nodes, `levels` in all.
    func reserveUpper(levels: Int) throws(VectorSearchError) {
        let block = connectivity + 1
        try upperLinks.reserve((upperBlocks + levels) * block, keeping: upperBlocks * block)
    }

    /// The node whose vector is that of a query.
    func node(holding query: PreparedQuery) -> UInt32? {
        contents.node(store.contentHash(query)) { store.holds(query, at: Int($0)) }
    }

    /// The node whose vector is that of a staged row.
    func node(holding row: Int, hash: UInt64) -> UInt32? {
        contents.node(hash) { store.areEqual(Int($0), row) }
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
        let block = connectivity + 1
        (upperLinks.pointer + upperBlocks * block).update(repeating: 0, count: level * block)
        (links.pointer + count * baseConnectivity).update(repeating: 0, count: baseConnectivity)
        upperBlocks += level
        contents.insert(node, hash)
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
            Self.write(targets, to: links.pointer + Int(node) * baseConnectivity, room: baseConnectivity)
        } else {
            let block = upperLinks.pointer + (Int(upperOffsets.pointer[Int(node)]) + level - 1) * (connectivity + 1)
            block[0] = UInt32(targets.count)
            Self.write(targets, to: block + 1, room: connectivity)
        }
    }

    /// Zeros behind the targets, so that a snapshot does not tell what was there before.
    private static func write(_ targets: some Collection<UInt32>, to links: UnsafeMutablePointer<UInt32>, room: Int) {
        var place = 0
        for target in targets {
            links[place] = target
            place += 1
        }
        (links + place).update(repeating: 0, count: room - place)
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
