/// What the extractive responder asks about bytes of UTF-8 text.
package enum UTF8Text {
    /// The scalar at an offset and its length in bytes. The text is valid; a cut-off end gives U+FFFD and the rest.
    static func scalar(_ bytes: [UInt8], at offset: Int, end: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, offset + length <= end else { return (0xFFFD, 1) }
        var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return (value, length)
    }

    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
    static func isUppercase(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    static func isLowercase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    static func lowercase(_ byte: UInt8) -> UInt8 { isUppercase(byte) ? byte | 0x20 : byte }

    /// Whether a byte is part of a word: a letter, a digit, or part of a character outside ASCII.
    static func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || isLetterOrDigit(byte) }

    /// Whether a scalar is a letter, digit or mark.
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return isLetterOrDigit(UInt8(scalar)) }
        guard let scalar = Unicode.Scalar(scalar) else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Whether a scalar belongs to a script that is written without spaces between words.
    static func isUnspacedScript(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x1000...0x109F: true  // Thai, Lao, Khmer, Burmese
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true  // kana, ideographs, Hangul
        default: false
        }
    }

    static func appendLowercase(_ scalar: UInt32, to letters: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }

    /// Whether the text at an offset begins with a literal.
    static func matches(_ bytes: [UInt8], at offset: Int, _ literal: StaticString, end: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard offset >= 0, offset + length <= end else { return false }
        return literal.withUTF8Buffer { buffer in
            for index in 0..<length where bytes[offset + index] != buffer[index] { return false }
            return true
        }
    }

    /// The range without the white space at its ends.
    static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The first `limit` words of a range in lower case (ASCII), separated by single spaces; apostrophes are straight.
    static func lowercaseWords(_ bytes: [UInt8], _ range: Range<Int>, limit: Int) -> String {
        String(decoding: lowercaseWordBytes(bytes, range, limit: limit), as: UTF8.self)
    }

    /// The bytes of ``lowercaseWords(_:_:limit:)``.
    static func lowercaseWordBytes(_ bytes: [UInt8], _ range: Range<Int>, limit: Int) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(min(range.count, 12 * limit))
        var count = 0
        var wasWord = false
        var index = range.lowerBound
        while index < range.upperBound {
            var byte = bytes[index]
            if byte == 0xE2, matches(bytes, at: index, "\u{2019}", end: range.upperBound) {
                byte = UInt8(ascii: "'")
                index += 2
            }
            index += 1
            guard isWordByte(byte) || (wasWord && byte == UInt8(ascii: "'")) else {
                wasWord = false
                continue
            }
            if !wasWord {
                count += 1
                if count > limit { break }
                if !letters.isEmpty { letters.append(0x20) }
                wasWord = true
            }
            letters.append(lowercase(byte))
        }
        return letters
    }

    /// Whether one of some phrases occurs in a text. Byte by byte, which `String.contains` is slow against.
    static func holds(_ bytes: [UInt8], anyOf phrases: [StaticString]) -> Bool {
        phrases.contains { phrase in
            let first = phrase.withUTF8Buffer { $0.first }
            let last = bytes.count - phrase.utf8CodeUnitCount
            var index = 0
            while index <= last {
                if bytes[index] == first, matches(bytes, at: index, phrase, end: bytes.count) { return true }
                index += 1
            }
            return false
        }
    }
}

extension UTF8Text {
    /// Whether a text holds characters of a script without spaces.
    static func hasUnspacedScript(_ text: String) -> Bool {
        text.unicodeScalars.contains { isUnspacedScript($0.value) }
    }
}
