/// Writes a trained model: a heading, little-endian numbers, texts as a length and UTF-8, and a checksum at the end.
struct ModelWriter {
    /// What stands at the beginning of every model.
    static let magic = Array("HDLEARN1".utf8)
    private var bytes = Self.magic

    init(kind: UInt8) { bytes.append(kind) }

    mutating func write<Number: FixedWidthInteger>(_ value: Number) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ value: Float) { write(value.bitPattern) }
    mutating func write(_ value: Double) { write(value.bitPattern) }

    mutating func write(_ text: String) {
        write(UInt32(clamping: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write<Value>(_ values: [Value], _ body: (inout ModelWriter, Value) -> Void) {
        write(UInt32(clamping: values.count))
        for value in values { body(&self, value) }
    }

    mutating func write(_ matrix: RoundedMatrix) {
        write(UInt32(clamping: matrix.rows))
        write(UInt32(clamping: matrix.columns))
        for scale in matrix.scales { write(scale) }
        bytes.append(contentsOf: matrix.values.lazy.map { UInt8(bitPattern: $0) })
    }

    /// Everything written, with the checksum.
    func finished() -> [UInt8] {
        var result = self
        result.write(Self.checksum(bytes[...]))
        return result.bytes
    }

    /// FNV-1a over 64 bits.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBufferPointer { $0.reduce(WordHash.seed) { WordHash.add($1, to: $0) } }
    }
}
