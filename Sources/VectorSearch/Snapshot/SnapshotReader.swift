/// Takes a snapshot apart, and trusts nothing in it.
struct SnapshotReader {
    private let bytes: UnsafeRawBufferPointer
    /// The version of the format.
    let version: UInt32
    private var sections: [SnapshotSection: Range<Int>] = [:]

    /// Checks the frame and every checksum.
    init(_ bytes: UnsafeRawBufferPointer, kind: SnapshotKind) throws(VectorSearchError) {
        self.bytes = bytes
        guard bytes.count >= SnapshotFrame.headerBytes, bytes.starts(with: SnapshotFrame.magic) else {
            throw Self.malformed("header", "\(bytes.count) bytes that do not begin with a snapshot's header")
        }
        version = bytes.number(at: 8, as: UInt32.self)
        guard (1...SnapshotFrame.version).contains(version) else {
            throw Self.malformed("header", "version \(version); this library reads 1 to \(SnapshotFrame.version)")
        }
        let found = bytes.number(at: 12, as: UInt32.self)
        guard found == kind.rawValue else {
            throw Self.malformed("header", "kind \(found), where \(kind.rawValue) (\(kind)) is expected")
        }
        let count = bytes.number(at: 16, as: UInt32.self)
        guard count <= SnapshotSection.allCases.count, bytes.number(at: 20, as: UInt32.self) == 0 else {
            throw Self.malformed("header", "\(count) sections")
        }
        let tableEnd = SnapshotFrame.headerBytes + Int(count) * SnapshotFrame.entryBytes
        guard bytes.count >= tableEnd else { throw Self.malformed("header", "the section table is cut off") }
        let table = UnsafeRawBufferPointer(rebasing: bytes[SnapshotFrame.headerBytes..<tableEnd])
        let seed = SnapshotFrame.seed(version: version, kind: found, sections: count)
        let checksum = SnapshotFrame.checksum(table, version: version, seed: seed)
        guard checksum == bytes.number(at: 24, as: UInt64.self) else {
            throw Self.malformed("header", "the section table does not match its checksum")
        }
        var end = tableEnd
        for index in 0..<Int(count) {
            end = try addSection(at: index * SnapshotFrame.entryBytes, of: table, after: end)
        }
        guard end == bytes.count else {
            throw Self.malformed("header", "\(bytes.count - end) bytes follow the last section")
        }
    }

    private mutating func addSection(
        at entry: Int, of table: UnsafeRawBufferPointer, after previousEnd: Int
    ) throws(VectorSearchError) -> Int {
        let number = table.number(at: entry, as: UInt32.self)
        guard let section = SnapshotSection(rawValue: number), sections[section] == nil,
            table.number(at: entry + 4, as: UInt32.self) == 0
        else { throw Self.malformed("header", "section number \(number) is unknown or occurs twice") }
        let offset = table.number(at: entry + 8, as: UInt64.self)
        let length = table.number(at: entry + 16, as: UInt64.self)
        let start = SnapshotFrame.aligned(previousEnd)
        guard offset == UInt64(start) else {
            throw Self.malformed("\(section)", "begins at byte \(offset) instead of \(start)")
        }
        guard start <= bytes.count, length <= UInt64(bytes.count - start) else {
            throw Self.malformed(
                "\(section)", "has \(length) bytes from byte \(start), but the snapshot ends at \(bytes.count)")
        }
        let range = start..<start + Int(length)
        guard bytes[previousEnd..<start].allSatisfy({ $0 == 0 }) else {
            throw Self.malformed("\(section)", "the bytes before it are not zero")
        }
        let content = UnsafeRawBufferPointer(rebasing: bytes[range])
        let checksum = SnapshotFrame.checksum(content, version: version, seed: UInt64(number))
        guard checksum == table.number(at: entry + 24, as: UInt64.self) else {
            throw Self.malformed("\(section)", "does not match its checksum")
        }
        sections[section] = range
        return range.upperBound
    }

    /// The length of the snapshot.
    var byteCount: Int { bytes.count }

    /// The bytes of a section that snapshots of earlier versions of the library lack.
    func optionalSection(_ section: SnapshotSection) -> SnapshotCursor? {
        sections[section].map {
            SnapshotCursor(section: section, bytes: UnsafeRawBufferPointer(rebasing: bytes[$0]))
        }
    }

    /// The bytes of a section.
    func section(_ section: SnapshotSection) throws(VectorSearchError) -> SnapshotCursor {
        guard let range = sections[section] else { throw Self.malformed("\(section)", "is missing") }
        return SnapshotCursor(section: section, bytes: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }

    static func malformed(_ section: String, _ message: String) -> VectorSearchError {
        VectorSearchError(.malformedSnapshot, "section \(section): \(message)")
    }
}

/// Reads a section from its beginning to its end.
struct SnapshotCursor {
    let section: SnapshotSection
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(section: SnapshotSection, bytes: UnsafeRawBufferPointer) {
        self.section = section
        self.bytes = bytes
    }

    /// How many bytes are left.
    var remaining: Int { bytes.count - position }

    mutating func read<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(VectorSearchError) -> Number
    {
        let size = MemoryLayout<Number>.size
        guard remaining >= size else { throw malformed("ends in the middle of a number") }
        defer { position += size }
        return bytes.number(at: position, as: type)
    }

    /// The rest of the section, which must be `count` elements, in place.
    mutating func elements<Element: BitwiseCopyable>(
        _ count: Int, of type: Element.Type = Element.self
    ) throws(VectorSearchError) -> UnsafeBufferPointer<Element> {
        let content = try take(count, of: MemoryLayout<Element>.stride)
        try finish()
        guard Int(bitPattern: content.baseAddress) % MemoryLayout<Element>.alignment == 0 else {
            throw malformed("does not begin where its elements may lie: the memory is not aligned")
        }
        return content.bindMemory(to: type)
    }

    /// The next `count` numbers, in place; their size has been checked.
    mutating func take(_ count: Int, of size: Int) throws(VectorSearchError) -> UnsafeRawBufferPointer {
        let (length, overflow) = count.multipliedReportingOverflow(by: size)
        guard count >= 0, !overflow, length <= remaining else {
            throw malformed("should have \(count) more elements of \(size) bytes, but \(remaining) bytes are left")
        }
        defer { position += length }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
    }

    /// Refuses bytes that nothing asked for.
    func finish() throws(VectorSearchError) {
        guard remaining == 0 else { throw malformed("has \(remaining) bytes too many") }
    }

    func malformed(_ message: String) -> VectorSearchError {
        SnapshotReader.malformed("\(section)", message)
    }
}

extension UnsafeRawBufferPointer {
    /// The little-endian number at a byte offset, which must be in range.
    func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type) -> Number {
        Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}
