import CHelpdeskKernels

/// Builds a snapshot section by section.
struct SnapshotWriter {
    private let kind: SnapshotKind
    private var sections: [(section: SnapshotSection, bytes: [UInt8])] = []

    init(_ kind: SnapshotKind) {
        self.kind = kind
    }

    /// Adds a section with what the function appends.
    mutating func add(_ section: SnapshotSection, _ fill: (inout [UInt8]) -> Void) {
        var bytes: [UInt8] = []
        fill(&bytes)
        sections.append((section, bytes))
    }

    /// The whole snapshot.
    func finish() -> [UInt8] {
        var offset = SnapshotFrame.headerBytes + sections.count * SnapshotFrame.entryBytes
        var table: [UInt8] = []
        for (section, bytes) in sections {
            offset = SnapshotFrame.aligned(offset)
            table.append(section.rawValue)
            table.append(UInt32(0))
            table.append(UInt64(offset))
            table.append(UInt64(bytes.count))
            table.append(bytes.withUnsafeBytes { helpdesk_hash($0.baseAddress, $0.count, UInt64(section.rawValue)) })
            offset += bytes.count
        }
        let numbers = (SnapshotFrame.version, kind.rawValue, UInt32(sections.count))
        let seed = SnapshotFrame.seed(version: numbers.0, kind: numbers.1, sections: numbers.2)
        var snapshot: [UInt8] = []
        snapshot.reserveCapacity(offset)
        snapshot += SnapshotFrame.magic
        snapshot.append(numbers.0)
        snapshot.append(numbers.1)
        snapshot.append(numbers.2)
        snapshot.append(UInt32(0))
        snapshot.append(table.withUnsafeBytes { helpdesk_hash($0.baseAddress, $0.count, seed) })
        snapshot += table
        for (_, bytes) in sections {
            let padding = SnapshotFrame.aligned(snapshot.count) - snapshot.count
            snapshot.append(contentsOf: repeatElement(0, count: padding))
            snapshot += bytes
        }
        return snapshot
    }
}

extension [UInt8] {
    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    /// Appends numbers whose bytes lie in memory as the file wants them: on a little-endian machine, as they are.
    mutating func append<Number: FixedWidthInteger>(_ numbers: UnsafeBufferPointer<Number>) {
        if Number(littleEndian: 1) == 1 {
            append(contentsOf: UnsafeRawBufferPointer(numbers))
        } else {
            for number in numbers { append(number) }
        }
    }

    mutating func append(_ floats: UnsafeBufferPointer<Float>) {
        floats.withMemoryRebound(to: UInt32.self) { append($0) }
    }
}
