import CHelpdeskKernels

extension HNSWIndex {
    /// The index as bytes, from which ``init(snapshot:expectedIdentity:)`` makes the same index on any machine: same
    /// matches, and the same graph after the same further changes.
    ///
    /// Removed vectors that were not compacted yet are included; call ``compact()`` first to leave none. The format is
    /// little-endian, has a version, and a checksum for each section.
    public func snapshot() -> [UInt8] {
        lock.read {
            var writer = SnapshotWriter(.hnsw)
            let description = IndexIdentity(dimensions: dimensions, metric: metric, identity: identity)
            writer.add(.configuration) { bytes in
                description.append(to: &bytes)
                bytes.append(UInt32(configuration.connectivity))
                bytes.append(UInt32(configuration.constructionWidth))
                bytes.append(UInt32(configuration.searchWidth))
                bytes.append(UInt32(configuration.storage == .compact ? 1 : 0))
                bytes.append(configuration.seed)
                graph.appendNumbers(to: &bytes)
            }
            description.addSection(to: &writer)
            graph.addSections(to: &writer)
            return writer.finish()
        }
    }

    /// Opens a snapshot.
    ///
    /// - Parameters:
    ///   - snapshot: Bytes made by ``snapshot()``.
    ///   - expectedIdentity: The identity the vectors must have; `nil` for any.
    ///   - threadCount: ``Configuration/threadCount`` of the index.
    /// - Throws: ``VectorSearchError/Code/malformedSnapshot`` with the section that is wrong, whatever the bytes are;
    ///   ``VectorSearchError/Code/mismatchedIdentity``.
    /// - Complexity: O(bytes).
    public convenience init(
        snapshot: [UInt8], expectedIdentity: String? = nil, threadCount: Int? = nil
    ) throws(VectorSearchError) {
        let (configuration, graph) = try snapshot.withUnsafeBufferPointer { bytes throws(VectorSearchError) in
            try Self.read(UnsafeRawBufferPointer(bytes), in: nil, expectedIdentity, threadCount)
        }
        self.init(configuration, graph)
    }

    /// Opens a snapshot in place: without copying it, in the time it takes to read it once.
    ///
    /// The index uses the memory for as long as it lives, and changes it as it changes; what it adds lies elsewhere.
    /// A snapshot of an earlier version of the format is copied.
    ///
    /// - Parameters:
    ///   - memory: The bytes made by ``snapshot()``, such as a private map of a file.
    ///   - expectedIdentity: The identity the vectors must have; `nil` for any.
    ///   - threadCount: ``Configuration/threadCount`` of the index.
    /// - Throws: ``VectorSearchError/Code/malformedSnapshot`` with the section that is wrong, whatever the bytes are;
    ///   ``VectorSearchError/Code/mismatchedIdentity``; ``VectorSearchError/Code/invalidArgument`` if another index uses the
    ///   memory.
    /// - Complexity: O(bytes): every checksum and every link is checked.
    public convenience init(
        inPlace memory: SnapshotMemory, expectedIdentity: String? = nil, threadCount: Int? = nil
    ) throws(VectorSearchError) {
        try memory.take()
        do throws(VectorSearchError) {
            let (configuration, graph) = try Self.read(
                UnsafeRawBufferPointer(memory.bytes), in: memory, expectedIdentity, threadCount)
            if !graph.isInPlace { memory.giveBack() }
            self.init(configuration, graph)
        } catch {
            memory.giveBack()
            throw error
        }
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer, in memory: SnapshotMemory?, _ expectedIdentity: String?, _ threadCount: Int?
    ) throws(VectorSearchError) -> (Configuration, HNSWGraph) {
        let reader = try SnapshotReader(bytes, kind: .hnsw)
        var cursor = try reader.section(.configuration)
        let description = try IndexIdentity(configuration: &cursor, reader: reader, expected: expectedIdentity)
        var configuration = Configuration(
            dimensions: description.dimensions, metric: description.metric, identity: description.identity)
        configuration.connectivity = Int(try cursor.read(UInt32.self))
        configuration.constructionWidth = Int(try cursor.read(UInt32.self))
        configuration.searchWidth = Int(try cursor.read(UInt32.self))
        let storage = try cursor.read(UInt32.self)
        guard storage <= 1 else { throw cursor.malformed("storage number \(storage) is unknown") }
        configuration.storage = storage == 1 ? .compact : .exact
        configuration.seed = try cursor.read(UInt64.self)
        do throws(VectorSearchError) { try configuration.validate() } catch { throw cursor.malformed(error.message) }
        configuration.threadCount = threadCount
        try configuration.validate()
        let graph =
            reader.version == 1
            ? try HNSWGraph.readVersion1(configuration, &cursor, reader)
            : try HNSWGraph.read(configuration, &cursor, reader, in: memory)
        try cursor.finish()
        return (configuration, graph)
    }
}
