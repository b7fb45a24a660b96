/// Reads what ``KnowledgeSnapshotWriter`` wrote, and trusts none of it.
struct KnowledgeSnapshotReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The number of bytes not read yet.
    var remaining: Int { bytes.endIndex - position }

    /// The error for something wrong at the place that was just read.
    func malformed(_ what: String) -> KnowledgeError {
        KnowledgeError(.malformedSnapshot, "\(what) at byte \(position)")
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else {
            throw malformed("\(count) bytes are announced and \(remaining) are left")
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws -> Number {
        try take(MemoryLayout<Number>.size).reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    mutating func double() throws -> Double { Double(bitPattern: try number()) }

    /// The number of things that follow, each of at least some bytes.
    mutating func count(eachAtLeast size: Int) throws -> Int {
        let count = Int(try number(UInt32.self))
        guard count <= remaining / max(1, size) else {
            throw malformed("\(count) entries are announced and \(remaining) bytes are left")
        }
        return count
    }

    mutating func text() throws -> String {
        let utf8 = try take(Int(try number(UInt32.self)))
        guard let text = String(validating: utf8, as: UTF8.self) else { throw malformed("a text is not UTF-8") }
        return text
    }

    mutating func vector(_ dimensions: Int) throws -> [Float] {
        let values = try take(dimensions * 4)
        var vector: [Float] = []
        vector.reserveCapacity(dimensions)
        var at = values.startIndex
        while at < values.endIndex {
            let bits =
                UInt32(values[at]) | UInt32(values[at + 1]) << 8 | UInt32(values[at + 2]) << 16
                | UInt32(values[at + 3]) << 24
            vector.append(Float(bitPattern: bits))
            at += 4
        }
        guard vector.allSatisfy(\.isFinite) else { throw malformed("a vector is not finite") }
        return vector
    }

    mutating func optional<Value>(_ body: (inout Self) throws -> Value) throws -> Value? {
        switch try number(UInt8.self) {
        case 0: nil
        case 1: try body(&self)
        default: throw malformed("an optional is neither there nor missing")
        }
    }

    mutating func fields() throws -> [String: String] {
        var fields: [String: String] = [:]
        for _ in 0..<(try count(eachAtLeast: 8)) { fields[try text()] = try text() }
        return fields
    }
}
