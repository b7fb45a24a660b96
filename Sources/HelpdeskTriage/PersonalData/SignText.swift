/// A text as one ``Sign`` a scalar, without the scalars that nobody sees.
///
/// A text in ASCII is its own signs. Takes a byte a scalar, and eight for every invisible scalar.
struct SignText {
    let signs: [UInt8]
    /// For every dropped scalar, in order, how many signs stand before it.
    private let gaps: [Int]

    init(_ text: String) {
        var text = text
        var gaps: [Int] = []
        signs = text.withUTF8 { bytes in
            if Self.isASCII(bytes) { return Array(bytes) }
            return [UInt8](unsafeUninitializedCapacity: bytes.count) { signs, count in
                count = Self.fold(bytes, into: signs, gaps: &gaps)
            }
        }
        self.gaps = gaps
    }

    var count: Int { signs.count }

    /// The sign there, or a line break outside the text.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        UInt(bitPattern: index) < UInt(bitPattern: signs.count) ? signs[index] : Sign.lineBreak
    }

    /// Where the scalars of those signs stand, in offsets of Unicode scalars. Logarithmic in the invisible scalars.
    func offsets(of range: Range<Int>) -> Range<Int> {
        guard !gaps.isEmpty, !range.isEmpty else { return range }
        let lower = range.lowerBound + gapsBefore(range.lowerBound)
        return lower..<range.upperBound + gapsBefore(range.upperBound - 1)
    }

    private func gapsBefore(_ index: Int) -> Int {
        var low = 0
        var high = gaps.count
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle] <= index { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        var seen: UInt64 = 0
        while index + 8 <= raw.count {
            seen |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < raw.count {
            seen |= UInt64(raw[index])
            index += 1
        }
        return seen & 0x8080_8080_8080_8080 == 0
    }

    private static func fold(
        _ bytes: UnsafeBufferPointer<UInt8>, into signs: UnsafeMutableBufferPointer<UInt8>, gaps: inout [Int]
    ) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if index + 8 <= bytes.count,
                UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    & 0x8080_8080_8080_8080 == 0
            {
                for offset in 0..<8 { signs[count + offset] = bytes[index + offset] }
                count += 8
                index += 8
                continue
            }
            if byte < 0x80 {
                signs[count] = byte
                count += 1
                index += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
            for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
            index += length
            let sign = Unicode.Scalar(value).map(Sign.fold) ?? Sign.symbol
            if sign == Sign.dropped {
                gaps.append(count)
            } else {
                signs[count] = sign
                count += 1
            }
        }
        return count
    }
}
