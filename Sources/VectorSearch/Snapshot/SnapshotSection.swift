import CHelpdeskKernels

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
    case highPlane = 10
    case lowPlane = 11
    case scales = 12
    case weights = 13
    case holdings = 14
    case twins = 15
    case contents = 16
    case degrees = 17
    case codes = 18
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
    /// The version that is written; version 1 can be read as well. From 2 on the sections of a graph lie as they do in
    /// memory, and checksums are made by a faster hash.
    static let version: UInt32 = 2
    static let headerBytes = 32
    static let entryBytes = 32
    static let alignment = 64

    static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

    /// The checksum of some bytes.
    static func checksum(_ bytes: UnsafeRawBufferPointer, version: UInt32, seed: UInt64) -> UInt64 {
        version == 1
            ? helpdesk_hash(bytes.baseAddress, bytes.count, seed)
            : helpdesk_hash_wide(bytes.baseAddress, bytes.count, seed)
    }

    /// The checksum's seed: so that no number of the header can change unseen.
    static func seed(version: UInt32, kind: UInt32, sections: UInt32) -> UInt64 {
        UInt64(version) << 40 ^ UInt64(kind) << 20 ^ UInt64(sections)
    }
}
