/// The offset of the first byte that begins no well-formed UTF-8 sequence, or `nil` where all of the text is UTF-8.
///
/// Overlong forms, surrogates and values above U+10FFFF are ill-formed (Unicode 3.9, table 3-7). O(count).
func firstInvalidUTF8Offset(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress else { return nil }
    let count = text.count
    var index = 0
    while index < count {
        let lead = base[index]
        if lead < 0x80 {
            index += 1
            while count - index >= 8,
                UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            continue
        }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return index
        }
        guard count - index >= length, second.contains(base[index + 1]) else { return index }
        for offset in 2..<max(2, length) where base[index + offset] & 0xC0 != 0x80 { return index }
        index += length
    }
    return nil
}

/// The scalar that begins at a place in valid UTF-8, and how many bytes it takes.
@inline(__always)
func decodeScalar(_ text: UnsafePointer<UInt8>) -> (scalar: UInt32, count: Int) {
    let lead = UInt32(text[0])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(text[1]) & 0x3F
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(text[2]) & 0x3F
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[3]) & 0x3F, 4)
}

/// The scalar that ends just before a place in valid UTF-8, and how many bytes it takes; `end` is above 0.
func decodeScalar(endingAt end: Int, of text: UnsafePointer<UInt8>) -> (scalar: UInt32, count: Int) {
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return decodeScalar(text + start)
}

/// A scalar as UTF-8, without an allocation.
struct EncodedScalar {
    private var bytes: UInt32 = 0
    private(set) var count: Int

    /// Encodes a scalar, which must not be a surrogate.
    @inline(__always)
    init(_ scalar: UInt32) {
        if scalar < 0x80 {
            (bytes, count) = (scalar, 1)
        } else if scalar < 0x800 {
            (bytes, count) = (0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8, 2)
        } else if scalar < 0x10000 {
            (bytes, count) = (0x80_80E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16, 3)
        } else {
            bytes = 0x8080_80F0 | scalar >> 18 | (scalar >> 12 & 0x3F) << 8
            bytes |= (scalar >> 6 & 0x3F) << 16 | (scalar & 0x3F) << 24
            count = 4
        }
        bytes = bytes.littleEndian
    }

    /// Calls a closure with the bytes.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeBytes(of: bytes) { raw in
            raw.withMemoryRebound(to: UInt8.self) { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
