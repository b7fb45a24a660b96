/// A section of a snapshot. Its number is written into the file: never reuse one.
enum SnapshotSection: UInt32, CaseIterable {
    case configuration = 1
    case identity = 2
    case vectors = 3
    case ids = 4
    case levels = 5
    case links = 6
    case upperLinks = 7
    case tree = 8
    case navigation = 9
}

/// What a snapshot holds.
enum SnapshotKind: UInt32 {
    case exact = 1
    case hnsw = 2
}

/// The frame of a snapshot: little-endian throughout.
///
///     0   magic "HDVECIDX"
///     8   version, kind, number of sections, 0: 32 bits each
///     24  checksum of the table that follows, seeded with the four numbers above
///     32  for each section: number and 0 (32 bits each), offset, length, checksum (64 bits each)
///     …   the sections in the same order, each at the next multiple of 64, filled up with zeros; no byte follows the last
enum SnapshotFrame {
    static let magic: [UInt8] = Array("HDVECIDX".utf8)
    static let version: UInt32 = 1
    static let headerBytes = 32
    static let entryBytes = 32
    static let alignment = 64

    static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

    /// The checksum's seed: so that no number of the header can change unseen.
    static func seed(version: UInt32, kind: UInt32, sections: UInt32) -> UInt64 {
        UInt64(version) << 40 ^ UInt64(kind) << 20 ^ UInt64(sections)
    }
}
