import CHelpdeskKernels

extension HNSWGraph {
    /// Reads a graph of the first version of the format, and checks that it is one.
    static func readVersion1(
        _ configuration: HNSWIndex.Configuration, _ cursor: inout SnapshotCursor, _ reader: SnapshotReader
    ) throws(VectorSearchError) -> HNSWGraph {
        let nodes = try cursor.read(UInt64.self)
        let ids = try cursor.read(UInt64.self)
        let position = try cursor.read(UInt64.self)
        let entry = try cursor.read(UInt32.self)
        // A node takes more than one byte of the snapshot, so these bounds keep all later sums small.
        guard nodes <= UInt64(mostNodes), ids <= UInt64(Int64.max) / 16 else {
            throw cursor.malformed("\(nodes) nodes and \(ids) ids")
        }
        let count = Int(nodes)
        var vectors = try reader.section(.vectors)
        var levels = try reader.section(.levels)
        // Sizes are checked against the bytes that are there before memory is taken for them.
        let components = try vectors.take(count, of: configuration.dimensions * 4)
        let levelBytes = try levels.take(count, of: 1)
        try vectors.finish()
        try levels.finish()
        guard levelBytes.allSatisfy({ $0 <= LevelSequence.highest }) else { throw levels.malformed("a level above 31") }
        // Room for links is taken by the number of nodes and their levels. A real graph uses most of it, so that the
        // snapshot of one is not much smaller; this one would be.
        let blocks = levelBytes.reduce(0) { $0 + Int($1) }
        let memory = 4 * (count * 2 * configuration.connectivity + blocks * (configuration.connectivity + 1))
        guard memory / 16 <= reader.byteCount + (1 << 22) else {
            throw levels.malformed("\(count) nodes on \(blocks) upper levels have too few links")
        }

        let graph = try HNSWGraph(
            dimensions: configuration.dimensions, metric: configuration.metric,
            connectivity: configuration.connectivity, seed: configuration.seed,
            instructionSet: helpdesk_best_isa(), isCompact: configuration.isCompact, position: position)
        try graph.reserve(count)
        try graph.readVectors(components, levelBytes, vectors)
        if count > 0 {
            guard Int(entry) < count, Int(levelBytes[Int(entry)]) == graph.topLevel else {
                throw cursor.malformed("entry point \(entry)")
            }
            graph.entry = entry
        }
        try graph.readIDs(Int(ids), reader.section(.ids))
        try graph.readLinks(reader.section(.links), reader.section(.upperLinks))
        try graph.readTree(reader.section(.tree))
        try graph.readNavigation(reader.optionalSection(.navigation), configuration.threads)
        return graph
    }

    private func readVectors(
        _ components: UnsafeRawBufferPointer, _ levels: UnsafeRawBufferPointer, _ cursor: SnapshotCursor
    ) throws(VectorSearchError) {
        var vector = [Float](repeating: 0, count: store.dimensions)
        for node in levels.indices {
            let start = node * store.dimensions * 4
            for i in vector.indices {
                vector[i] = Float(bitPattern: components.number(at: start + i * 4, as: UInt32.self))
            }
            guard vector.allSatisfy({ $0.isFinite }) else { throw cursor.malformed("node \(node) is not finite") }
            try reserveUpper(levels: Int(levels[node]))
            vector.withUnsafeBufferPointer {
                guard let start = $0.baseAddress else { return }
                let norm = store.stage(start)
                appendNode(norm: norm, level: Int(levels[node]), hash: store.contentHash(node))
            }
        }
    }

    private func readIDs(_ ids: Int, _ section: SnapshotCursor) throws(VectorSearchError) {
        var cursor = section
        let entries = try cursor.take(ids, of: 12)
        try cursor.finish()
        for index in 0..<ids {
            let id = entries.number(at: index * 12, as: UInt64.self)
            let node = entries.number(at: index * 12 + 8, as: UInt32.self)
            guard node < count, names.node(of: id) == nil else {
                throw cursor.malformed("id \(id) of node \(node) occurs twice or has no node")
            }
            names.assign(id, to: node)
        }
    }

    private func readLinks(_ base: SnapshotCursor, _ upper: SnapshotCursor) throws(VectorSearchError) {
        var base = base
        var upper = upper
        let levels = view().levels
        for node in 0..<UInt32(count) {
            setLinks(of: node, level: 0, try base.links(atMost: baseConnectivity))
            for level in 0..<Int(levels[Int(node)]) {
                setLinks(of: node, level: level + 1, try upper.links(atMost: connectivity))
            }
        }
        try base.finish()
        try upper.finish()
        // Links are followed only after this: a link out of range must not be.
        if let problem = linkViolation() { throw base.malformed(problem) }
    }

    /// Makes the codes anew from the centre they were made with, so that searches go the same ways.
    private func readNavigation(_ section: SnapshotCursor?, _ threads: Int) throws(VectorSearchError) {
        guard var cursor = section else {
            adopt(try trained(threads, Workspace()))
            return
        }
        let due = try cursor.read(UInt64.self)
        guard due <= UInt64(Self.mostNodes) * 2, due >= UInt64(Self.fewestCoded) else {
            throw cursor.malformed("codes are due with \(due) nodes")
        }
        trainingDue = Int(due)
        guard cursor.remaining > 0 else { return }
        let centre = try NavigationCodes.readCentre(&cursor, store.dimensions)
        codes = try made(around: centre, threads)
    }

    private func readTree(_ section: SnapshotCursor) throws(VectorSearchError) {
        var cursor = section
        clearTree()
        for node in 0..<UInt32(count) {
            let parent = try cursor.read(UInt32.self)
            guard parent < count else { throw cursor.malformed("node \(node) has the parent \(parent)") }
            setParent(of: node, parent)
        }
        try cursor.finish()
        if let problem = violation() { throw cursor.malformed(problem) }
    }
}

extension SnapshotCursor {
    /// A number of links and the links.
    fileprivate mutating func links(atMost limit: Int) throws(VectorSearchError) -> [UInt32] {
        let count = Int(try read(UInt16.self))
        guard count <= limit else { throw malformed("a node with \(count) links, where \(limit) are possible") }
        let bytes = try take(count, of: 4)
        return (0..<count).map { bytes.number(at: $0 * 4, as: UInt32.self) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(links: UnsafeBufferPointer<UInt32>) {
        append(UInt16(links.count))
        append(links)
    }
}
