/// How an index's identity, metric and dimensions are stored in a snapshot.
struct IndexIdentity {
    var dimensions: Int
    var metric: DistanceMetric
    var identity: String?

    /// The numbers of the metrics in a snapshot: never reuse one.
    private static let numbers: [(DistanceMetric, UInt32)] = [(.cosine, 1), (.innerProduct, 2), (.euclidean, 3)]

    /// Appends dimensions and metric.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt32(dimensions))
        bytes.append(Self.numbers.first { $0.0 == metric }?.1 ?? 0)
    }

    /// Adds the section of the name: one byte that tells whether there is one, and its UTF-8.
    func addSection(to writer: inout SnapshotWriter) {
        writer.add(.identity) { bytes in
            bytes.append(UInt8(identity == nil ? 0 : 1))
            bytes += Array((identity ?? "").utf8)
        }
    }

    /// Reads both back.
    init(
        configuration: inout SnapshotCursor, reader: SnapshotReader, expected: String?
    ) throws(VectorSearchError) {
        let dimensions = try configuration.read(UInt32.self)
        guard VectorInput.dimensions.contains(Int(dimensions)) else {
            throw configuration.malformed("\(dimensions) dimensions")
        }
        let number = try configuration.read(UInt32.self)
        guard let metric = Self.numbers.first(where: { $0.1 == number })?.0 else {
            throw configuration.malformed("metric number \(number) is unknown")
        }
        var cursor = try reader.section(.identity)
        let flag = try cursor.read(UInt8.self)
        let bytes = try cursor.take(cursor.remaining, of: 1)
        let text = String(decoding: bytes, as: UTF8.self)
        guard flag <= 1, flag == 1 || bytes.isEmpty, text.utf8.elementsEqual(bytes) else {
            throw cursor.malformed("is not a name in UTF-8")
        }
        self.dimensions = Int(dimensions)
        self.metric = metric
        identity = flag == 1 ? text : nil
        if let expected, expected != identity {
            throw VectorSearchError(
                .mismatchedIdentity,
                "the snapshot's vectors are of \(identity.map { "'\($0)'" } ?? "no named model"), not of '\(expected)'")
        }
    }

    init(dimensions: Int, metric: DistanceMetric, identity: String?) {
        self.dimensions = dimensions
        self.metric = metric
        self.identity = identity
    }
}
