/// A number made of values that is the same in every process: FNV-1a of 64 bits over their bytes and lengths.
///
/// Not for secrets: whoever chooses the values can make two of the same number.
struct StableHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(byte) }
    }

    mutating func add(_ text: String?) {
        add(UInt64(text == nil ? 0 : 1))
        add(text ?? "")
    }
}
