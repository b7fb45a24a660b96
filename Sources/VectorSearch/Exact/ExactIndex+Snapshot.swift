extension ExactIndex {
    /// The index as bytes, from which ``init(snapshot:expectedIdentity:)`` makes the same index on any machine.
    ///
    /// The format is little-endian, has a version, and a checksum for each section.
    public func snapshot() -> [UInt8] {
        lock.read {
            var writer = SnapshotWriter(.exact)
            let description = IndexIdentity(dimensions: dimensions, metric: metric, identity: identity)
            writer.add(.configuration) { bytes in
                description.append(to: &bytes)
                bytes.append(UInt64(rowIDs.count))
            }
            description.addSection(to: &writer)
            let table = store.table()
            writer.add(.vectors) { bytes in
                bytes.reserveCapacity(rowIDs.count * dimensions * 4)
                for row in 0..<UInt32(rowIDs.count) {
                    bytes.append(UnsafeBufferPointer(start: table.vector(row), count: dimensions))
                }
            }
            writer.add(.ids) { bytes in rowIDs.withUnsafeBufferPointer { bytes.append($0) } }
            return writer.finish()
        }
    }

    /// Opens a snapshot.
    ///
    /// - Parameters:
    ///   - snapshot: Bytes made by ``snapshot()``.
    ///   - expectedIdentity: The identity the vectors must have; `nil` for any.
    ///   - usesScreening: As in ``Configuration/usesScreening``; the codes are made again.
    ///   - threadCount: As in ``Configuration/threadCount``.
    /// - Throws: ``VectorSearchError/Code/malformedSnapshot`` with the section that is wrong, whatever the bytes are;
    ///   ``VectorSearchError/Code/mismatchedIdentity``; ``VectorSearchError/Code/invalidArgument`` for a thread count
    ///   that is not possible.
    /// - Complexity: O(bytes).
    public convenience init(
        snapshot: [UInt8], expectedIdentity: String? = nil, usesScreening: Bool = true, threadCount: Int? = nil
    ) throws(VectorSearchError) {
        var (configuration, entries) = try snapshot.withUnsafeBufferPointer { bytes throws(VectorSearchError) in
            try Self.read(SnapshotReader(UnsafeRawBufferPointer(bytes), kind: .exact), expectedIdentity)
        }
        configuration.usesScreening = usesScreening
        configuration.threadCount = threadCount
        try self.init(configuration)
        try reserve(entries.count)
        for entry in entries { put(entry) }
    }

    private static func read(
        _ reader: SnapshotReader, _ expectedIdentity: String?
    ) throws(VectorSearchError) -> (Configuration, [VectorEntry]) {
        var cursor = try reader.section(.configuration)
        let description = try IndexIdentity(configuration: &cursor, reader: reader, expected: expectedIdentity)
        let dimensions = description.dimensions
        let rows = try cursor.read(UInt64.self)
        try cursor.finish()
        guard rows <= UInt64(Int32.max) else { throw cursor.malformed("\(rows) vectors") }
        // Sizes are checked against the bytes that are there before memory is taken for them.
        var vectors = try reader.section(.vectors)
        let components = try vectors.take(Int(rows), of: dimensions * 4)
        try vectors.finish()
        var ids = try reader.section(.ids)
        let idBytes = try ids.take(Int(rows), of: 8)
        try ids.finish()
        var seen: Set<VectorID> = []
        var entries: [VectorEntry] = []
        entries.reserveCapacity(Int(rows))
        for row in 0..<Int(rows) {
            let vector = (0..<dimensions).map {
                Float(bitPattern: components.number(at: (row * dimensions + $0) * 4, as: UInt32.self))
            }
            guard vector.allSatisfy({ $0.isFinite }) else { throw vectors.malformed("vector \(row) is not finite") }
            let id = idBytes.number(at: row * 8, as: UInt64.self)
            guard seen.insert(id).inserted else { throw ids.malformed("id \(id) occurs twice") }
            entries.append(VectorEntry(id: id, vector: vector))
        }
        return (
            Configuration(dimensions: dimensions, metric: description.metric, identity: description.identity), entries
        )
    }
}
