/// Builds a snapshot section by section.
struct SnapshotWriter {
    private let kind: SnapshotKind
    private var sections: [(section: SnapshotSection, content: Content)] = []

    fileprivate enum Content {
        case bytes([UInt8])
        case memory(UnsafeRawBufferPointer)
    }

    init(_ kind: SnapshotKind) {
        self.kind = kind
    }

    /// Adds a section with what the function appends.
    mutating func add(_ section: SnapshotSection, _ fill: (inout [UInt8]) -> Void) {
        var bytes: [UInt8] = []
        fill(&bytes)
        sections.append((section, .bytes(bytes)))
    }

    /// Adds a section with the first numbers of a column, as they lie in memory. The column must not change before
    /// ``finish()``.
    mutating func add<Element>(_ section: SnapshotSection, _ column: borrowing Column<Element>, count: Int) {
        let memory = UnsafeRawBufferPointer(
            start: column.pointer, count: count * MemoryLayout<Element>.stride)
        sections.append((section, .memory(memory)))
    }

    /// The whole snapshot.
    func finish() -> [UInt8] {
        let tableEnd = SnapshotFrame.headerBytes + sections.count * SnapshotFrame.entryBytes
        var offsets: [Int] = []
        var end = tableEnd
        for (_, content) in sections {
            offsets.append(SnapshotFrame.aligned(end))
            end = SnapshotFrame.aligned(end) + content.count
        }
        let total = end
        return [UInt8](unsafeUninitializedCapacity: total) { buffer, count in
            let snapshot = UnsafeMutableRawBufferPointer(buffer)
            var table: [UInt8] = []
            var written = tableEnd
            for ((section, content), offset) in zip(sections, offsets) {
                for place in written..<offset { snapshot[place] = 0 }
                let part = UnsafeMutableRawBufferPointer(rebasing: snapshot[offset..<offset + content.count])
                content.withBytes { if $0.count > 0 { part.copyMemory(from: $0) } }
                written = offset + content.count
                table.append(section.rawValue)
                table.append(UInt32(0))
                table.append(UInt64(offset))
                table.append(UInt64(content.count))
                table.append(
                    SnapshotFrame.checksum(
                        UnsafeRawBufferPointer(part), version: SnapshotFrame.version, seed: UInt64(section.rawValue)))
            }
            let numbers = (SnapshotFrame.version, kind.rawValue, UInt32(sections.count))
            let seed = SnapshotFrame.seed(version: numbers.0, kind: numbers.1, sections: numbers.2)
            var header: [UInt8] = SnapshotFrame.magic
            header.append(numbers.0)
            header.append(numbers.1)
            header.append(numbers.2)
            header.append(UInt32(0))
            header.append(
                table.withUnsafeBytes { SnapshotFrame.checksum($0, version: SnapshotFrame.version, seed: seed) })
            snapshot.copyBytes(from: header + table)
            count = total
        }
    }
}

extension SnapshotWriter.Content {
    var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .memory(let memory): memory.count
        }
    }

    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        switch self {
        case .bytes(let bytes): bytes.withUnsafeBytes(body)
        case .memory(let memory): body(memory)
        }
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
