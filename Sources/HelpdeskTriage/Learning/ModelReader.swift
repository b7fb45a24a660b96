/// Reads what ``ModelWriter`` wrote, and trusts none of it.
struct ModelReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// - Throws: ``TriageError`` (`malformedModel`) unless the heading, the kind and the checksum are right.
    init(_ bytes: some Collection<UInt8>, kind: UInt8) throws(TriageError) {
        let all = Array(bytes)
        let heading = ModelWriter.magic.count + 1
        guard all.starts(with: ModelWriter.magic), all.count >= heading + 8 else {
            throw TriageError(.malformedModel, "\(all.count) bytes do not begin as a trained model")
        }
        guard all[heading - 1] == kind else {
            throw TriageError(.malformedModel, "the bytes are a trained model of kind \(all[heading - 1]), not \(kind)")
        }
        self.bytes = all[..<(all.count - 8)]
        position = heading
        var checksum: UInt64 = 0
        for byte in all.suffix(8).reversed() { checksum = checksum << 8 | UInt64(byte) }
        guard checksum == ModelWriter.checksum(self.bytes) else {
            throw TriageError(.malformedModel, "the checksum is wrong: the bytes were altered or cut")
        }
    }

    private var remaining: Int { bytes.endIndex - position }

    /// The error for something wrong at the place that was just read.
    func malformed(_ what: String) -> TriageError { TriageError(.malformedModel, "\(what), at byte \(position)") }

    private mutating func take(_ count: Int) throws(TriageError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else {
            throw malformed("\(count) bytes are announced and \(remaining) are left")
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(TriageError) -> Number {
        var value: Number = 0
        for byte in try take(MemoryLayout<Number>.size).reversed() {
            value = value << 8 | Number(truncatingIfNeeded: byte)
        }
        return value
    }

    mutating func float() throws(TriageError) -> Float {
        let value = Float(bitPattern: try number())
        guard value.isFinite else { throw malformed("a number is not finite") }
        return value
    }

    mutating func double() throws(TriageError) -> Double {
        let value = Double(bitPattern: try number())
        guard value.isFinite else { throw malformed("a number is not finite") }
        return value
    }

    mutating func text() throws(TriageError) -> String {
        let utf8 = try take(Int(try number(UInt32.self)))
        guard let text = String(validating: utf8, as: UTF8.self) else { throw malformed("a text is not UTF-8") }
        return text
    }

    /// As many values as are announced, each of at least some bytes.
    mutating func array<Value>(
        eachAtLeast size: Int, _ body: (inout ModelReader) throws(TriageError) -> Value
    ) throws(TriageError) -> [Value] {
        let count = Int(try number(UInt32.self))
        guard count <= remaining / max(1, size) else {
            throw malformed("\(count) entries are announced and \(remaining) bytes are left")
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    mutating func matrix() throws(TriageError) -> RoundedMatrix {
        let rows = Int(try number(UInt32.self))
        let columns = Int(try number(UInt32.self))
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard !overflow, rows <= remaining / 4, count <= remaining - 4 * rows else {
            throw malformed("a matrix of \(rows) × \(columns) is announced and \(remaining) bytes are left")
        }
        var scales: [Float] = []
        scales.reserveCapacity(rows)
        for _ in 0..<rows { scales.append(try float()) }
        let values = try take(count).map { Int8(bitPattern: $0) }
        return RoundedMatrix(rows: rows, columns: columns, scales: scales, values: values)
    }

    /// Everything must have been read.
    func finish() throws(TriageError) {
        guard remaining == 0 else { throw malformed("\(remaining) bytes are left over") }
    }
}
