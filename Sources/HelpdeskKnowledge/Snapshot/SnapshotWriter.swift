/// Writes a snapshot's payload: little-endian numbers, and texts as a length and UTF-8.
struct KnowledgeSnapshotWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: UInt8) { bytes.append(value) }

    mutating func write<Number: FixedWidthInteger>(_ value: Number) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ value: Double) { write(value.bitPattern) }

    mutating func write(_ text: String) {
        write(UInt32(clamping: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ vector: [Float]) {
        for value in vector { write(value.bitPattern) }
    }

    mutating func write<Value>(_ value: Value?, _ body: (inout Self, Value) -> Void) {
        write(UInt8(value == nil ? 0 : 1))
        if let value { body(&self, value) }
    }

    mutating func write(_ fields: [String: String]) {
        write(UInt32(clamping: fields.count))
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            write(key)
            write(value)
        }
    }
}
