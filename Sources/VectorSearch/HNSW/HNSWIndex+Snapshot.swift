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
                bytes.append(UInt32(0))
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
            try Self.read(SnapshotReader(UnsafeRawBufferPointer(bytes), kind: .hnsw), expectedIdentity, threadCount)
        }
        self.init(configuration, graph)
    }

    private static func read(
        _ reader: SnapshotReader, _ expectedIdentity: String?, _ threadCount: Int?
    ) throws(VectorSearchError) -> (Configuration, HNSWGraph) {
        var cursor = try reader.section(.configuration)
        let description = try IndexIdentity(configuration: &cursor, reader: reader, expected: expectedIdentity)
        var configuration = Configuration(
            dimensions: description.dimensions, metric: description.metric, identity: description.identity)
        configuration.connectivity = Int(try cursor.read(UInt32.self))
        configuration.constructionWidth = Int(try cursor.read(UInt32.self))
        configuration.searchWidth = Int(try cursor.read(UInt32.self))
        _ = try cursor.read(UInt32.self)
        configuration.seed = try cursor.read(UInt64.self)
        do throws(VectorSearchError) { try configuration.validate() } catch { throw cursor.malformed(error.message) }
        configuration.threadCount = threadCount
        try configuration.validate()
        let graph = try HNSWGraph.read(configuration, &cursor, reader)
        try cursor.finish()
        return (configuration, graph)
    }
}
