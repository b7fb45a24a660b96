/// Checks of text that claims to be UTF-8.
enum UTF8Validation {
    /// The offset of the first byte that does not belong to well-formed UTF-8 (Unicode 16, table 3-7), or `nil`.
    ///
    /// - Complexity: O(*n*).
    static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let lead = bytes[offset]
                if lead < 0x80 {
                    offset += 1
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
                case 0xF4: (length, second) = (4, 0x80...0x8F)
                case 0xF1...0xF3: length = 4
                default: return offset
                }
                for index in 1..<length {
                    guard offset + index < bytes.count,
                        (index == 1 ? second : 0x80...0xBF).contains(bytes[offset + index])
                    else { return offset }
                }
                offset += length
            }
            return nil
        }
    }

    /// How many bytes a UTF-8 byte order mark takes at the start: three or none.
    static func markLength(of bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
}
