/// What counts as the length of a text.
enum TextMeasure: Sendable {
    /// Unicode scalars.
    case scalars
    /// Unicode scalars, where a run of white space and a run of one rule character (`-----`, `=====`) count once, so
    /// that the padding of a table does not take the room of words.
    case condensed
    /// The host's own.
    case custom(@Sendable (String) -> Int)

    /// The length of a part of a text. O(range).
    func length(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch self {
        case .scalars: bytes.scalarCount(range)
        case .condensed: Self.condensedLength(of: range, in: bytes)
        case .custom(let length): length(bytes.string(range))
        }
    }

    private static func condensedLength(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for position in range {
            var byte = bytes[position]
            if byte & 0xC0 == 0x80 { continue }
            if byte == 0x0A || byte == 0x0D || byte == 0x09 { byte = 0x20 }
            if byte != previous || !isRepeatable(byte) { count += 1 }
            previous = byte
        }
        return count
    }

    private static func isRepeatable(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "|"),
            UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "^"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
