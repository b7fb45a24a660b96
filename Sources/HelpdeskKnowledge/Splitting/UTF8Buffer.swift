/// Reading valid UTF-8, as `String.withUTF8` gives it.
extension UnsafeBufferPointer<UInt8> {
    /// A part as a string.
    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }

    /// The number of Unicode scalars in a part. O(range).
    func scalarCount(_ range: Range<Int>) -> Int {
        var count = 0
        for position in range where self[position] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The number of bytes of the scalar that begins with a byte.
    static func scalarWidth(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    /// The scalar that begins at a position, and its number of bytes.
    func scalar(at position: Int) -> (scalar: Unicode.Scalar, width: Int) {
        let first = self[position]
        let width = Swift.min(Self.scalarWidth(first), count - position)
        var value = UInt32(first)
        switch width {
        case 2: value = UInt32(first & 0x1F) << 6 | UInt32(self[position + 1] & 0x3F)
        case 3:
            value =
                UInt32(first & 0x0F) << 12 | UInt32(self[position + 1] & 0x3F) << 6
                | UInt32(self[position + 2] & 0x3F)
        case 4:
            value =
                UInt32(first & 0x07) << 18 | UInt32(self[position + 1] & 0x3F) << 12
                | UInt32(self[position + 2] & 0x3F) << 6 | UInt32(self[position + 3] & 0x3F)
        default: break
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }

    /// A part without the white space at its ends, by the definition of Python's `str.strip`.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let (scalar, width) = self.scalar(at: start)
            guard scalar.isSpace else { break }
            start += width
        }
        while end > start {
            var last = end - 1
            while last > start, self[last] & 0xC0 == 0x80 { last -= 1 }
            guard scalar(at: last).scalar.isSpace else { break }
            end = last
        }
        return start..<end
    }
}

extension Unicode.Scalar {
    /// Whether Python's `str.isspace` calls the scalar white space.
    var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}

extension String {
    /// Whether there is nothing but white space.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.isSpace) }
}
