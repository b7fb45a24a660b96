/// Decodes what of a text is written in a code: base64, base32, hex, binary, percent, entities, escapes, Morse.
///
/// Each run is decoded once and its result again, to a small depth; the decoded text is bounded, so a text full of
/// nested codes costs no more than its own length.
struct PayloadDecoder {
    /// The most scalars that are decoded of one text.
    static let budget = 16_384
    /// How deep codes in codes are followed.
    static let depth = 3

    private(set) var payloads: [DecodedPayload] = []
    private var left = Self.budget

    /// Decodes the visible scalars of a text.
    init(_ scalars: [UInt32], origins: [Int32]) {
        decode(scalars, level: 0) { range in
            Int(origins[range.lowerBound])..<Int(origins[range.upperBound - 1]) + 1
        }
    }

    private mutating func decode(_ scalars: [UInt32], level: Int, place: (Range<Int>) -> Range<Int>) {
        var position = 0
        while position < scalars.count, left > 0, payloads.count < 64 {
            guard Self.isCode(scalars[position]) else {
                position += 1
                continue
            }
            var end = position
            while end < scalars.count, Self.isCode(scalars[end]) { end += 1 }
            let run = position..<end
            if run.count >= 12 { take(scalars, run, level: level, place: place) }
            position = end
        }
        takeEscapes(scalars, level: level, place: place)
        takeGroups(scalars, level: level, place: place)
    }

    private mutating func take(
        _ scalars: [UInt32], _ run: Range<Int>, level: Int, place: (Range<Int>) -> Range<Int>
    ) {
        let letters = scalars[run.prefix(left * 2)]
        if letters.allSatisfy({ Self.hexValue($0) != nil }), let text = Self.text(Self.hex(letters)) {
            add(.hex, text, level, place(run))
        } else if run.count >= 24,
            letters.allSatisfy({ (0x41...0x5A).contains($0) || (0x32...0x37).contains($0) || $0 == 0x3D }),
            let text = Self.text(Self.base32(letters))
        {
            add(.base32, text, level, place(run))
        } else if run.count >= 16 || letters.last == 0x3D {
            // "memo=Zm9v": what stands before the first inner equals sign is a name.
            var start = letters.startIndex
            if let equals = letters.firstIndex(of: 0x3D), letters[equals...].contains(where: { $0 != 0x3D }) {
                start = equals + 1
            }
            if letters.endIndex - start >= 12, let text = Self.text(Self.base64(letters[start...])) {
                add(.base64, text, level, place(start..<run.upperBound))
            }
        }
    }

    private mutating func add(
        _ encoding: DecodedPayload.Encoding, _ text: [UInt32], _ level: Int, _ range: Range<Int>
    ) {
        let text = Array(text.prefix(left))
        left -= text.count
        payloads.append(DecodedPayload(encoding: encoding, text: text, range: range))
        if level + 1 < Self.depth { decode(text, level: level + 1) { _ in range } }
    }

    /// Percent, entity and backslash escapes, at least three of one kind, decoded with the text between them.
    private mutating func takeEscapes(_ scalars: [UInt32], level: Int, place: (Range<Int>) -> Range<Int>) {
        var position = 0
        var decoded: [UInt32] = []
        var start = 0
        var lastEscape = 0
        var count = 0
        var encoding = DecodedPayload.Encoding.percent

        func isDone() -> Bool { count >= 4 && decoded.count >= 4 }
        while position < scalars.count, left > 0, payloads.count < 64 {
            if let escape = Self.escape(scalars, position) {
                if count == 0 || position - lastEscape > 24 || escape.encoding != encoding {
                    if isDone() { add(encoding, decoded, level, place(start..<lastEscape)) }
                    decoded = []
                    count = 0
                    start = position
                    encoding = escape.encoding
                }
                decoded.append(escape.value)
                count += 1
                position += escape.length
                lastEscape = position
            } else {
                if count > 0, position - lastEscape <= 24, decoded.count < 4_096 { decoded.append(scalars[position]) }
                position += 1
            }
        }
        if isDone() { add(encoding, decoded, level, place(start..<max(lastEscape, start + 1))) }
    }

    private static func escape(
        _ scalars: [UInt32], _ position: Int
    ) -> (value: UInt32, length: Int, encoding: DecodedPayload.Encoding)? {
        func digits(_ start: Int, _ count: Int) -> UInt32? {
            guard start + count <= scalars.count else { return nil }
            var value: UInt32 = 0
            for index in start..<start + count {
                guard let digit = hexValue(scalars[index]) else { return nil }
                value = value << 4 | digit
            }
            return value
        }
        switch scalars[position] {
        case 0x25:
            return digits(position + 1, 2).map { ($0, 3, .percent) }
        case 0x5C:
            guard position + 1 < scalars.count else { return nil }
            if scalars[position + 1] == 0x75 { return digits(position + 2, 4).map { ($0, 6, .escapes) } }
            if scalars[position + 1] == 0x78 { return digits(position + 2, 2).map { ($0, 4, .escapes) } }
            return nil
        case 0x26:
            guard position + 2 < scalars.count, scalars[position + 1] == 0x23 else { return nil }
            let isHex = scalars[position + 2] | 0x20 == 0x78
            var end = position + (isHex ? 3 : 2)
            var value: UInt32 = 0
            while end < scalars.count, end - position < 9, let digit = hexValue(scalars[end]), isHex || digit < 10 {
                value = value * (isHex ? 16 : 10) + digit
                end += 1
            }
            guard end < scalars.count, scalars[end] == 0x3B, value > 0, value < 0x11_0000 else { return nil }
            return (value, end + 1 - position, .entities)
        default: return nil
        }
    }

    /// Groups divided by spaces: bytes in hex or binary, Morse.
    private mutating func takeGroups(_ scalars: [UInt32], level: Int, place: (Range<Int>) -> Range<Int>) {
        var position = 0
        while position < scalars.count, left > 0, payloads.count < 64 {
            guard Self.isGroup(scalars[position]),
                position == 0 || scalars[position - 1] <= 0x28 || scalars[position - 1] == 0x3A
            else {
                position += 1
                continue
            }
            var end = position
            while end < scalars.count, Self.isGroup(scalars[end]) || scalars[end] == 0x20 || scalars[end] == 0x2F {
                end += 1
            }
            let groups = scalars[position..<min(end, position + left * 9)].split(separator: 0x20)
            let bytes = groups.filter { $0.count == 2 && $0.allSatisfy { Self.hexValue($0) != nil } }
            let bits = groups.filter { (7...8).contains($0.count) && $0.allSatisfy { $0 == 0x30 || $0 == 0x31 } }
            let signs = groups.filter { $0.count <= 6 && $0.allSatisfy { $0 == 0x2E || $0 == 0x2D || $0 == 0x2F } }
            if bytes.count >= 4, bytes.count * 10 >= groups.count * 9,
                let text = Self.text(
                    bytes.map {
                        UInt8(truncatingIfNeeded: Self.hexValue($0.first ?? 0)! << 4 | Self.hexValue($0.last ?? 0)!)
                    })
            {
                add(.hex, text, level, place(position..<end))
            } else if bits.count >= 3, bits.count * 10 >= groups.count * 9,
                let text = Self.text(bits.map { UInt8(truncatingIfNeeded: $0.reduce(0) { $0 << 1 | ($1 - 0x30) }) })
            {
                add(.binary, text, level, place(position..<end))
            } else if signs.count >= 4, signs.count * 10 >= groups.count * 9 {
                let text = signs.map { Morse.letter($0) }
                if text.count(where: { $0 != 0 }) * 10 >= text.count * 8 {
                    add(.morse, text.filter { $0 != 0 }, level, place(position..<end))
                }
            }
            position = end
        }
    }

    // MARK: Alphabets

    private static func isCode(_ value: UInt32) -> Bool {
        (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value) || value == 0x2B || value == 0x2F
            || value == 0x3D || value == 0x2D || value == 0x5F
    }

    private static func isGroup(_ value: UInt32) -> Bool {
        hexValue(value) != nil || value == 0x2E || value == 0x2D
    }

    static func hexValue(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x30...0x39: value - 0x30
        case 0x41...0x46: value - 0x37
        case 0x61...0x66: value - 0x57
        default: nil
        }
    }

    private static func hex(_ letters: ArraySlice<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt32?
        for letter in letters {
            guard let digit = hexValue(letter) else { continue }
            if let first = high {
                bytes.append(UInt8(first << 4 | digit))
                high = nil
            } else {
                high = digit
            }
        }
        return bytes
    }

    private static func base64(_ letters: ArraySlice<UInt32>) -> [UInt8] {
        bits(letters, width: 6) { letter in
            switch letter {
            case 0x41...0x5A: letter - 0x41
            case 0x61...0x7A: letter - 0x47
            case 0x30...0x39: letter + 4
            case 0x2B, 0x2D: 62
            case 0x2F, 0x5F: 63
            default: nil
            }
        }
    }

    private static func base32(_ letters: ArraySlice<UInt32>) -> [UInt8] {
        bits(letters, width: 5) { letter in
            switch letter {
            case 0x41...0x5A: letter - 0x41
            case 0x32...0x37: letter - 0x18
            default: nil
            }
        }
    }

    private static func bits(_ letters: ArraySlice<UInt32>, width: Int, value: (UInt32) -> UInt32?) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var count = 0
        for letter in letters {
            guard let digit = value(letter) else { continue }
            buffer = (buffer << UInt32(width) | digit) & 0xFFFF
            count += width
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(count)))
            }
        }
        return bytes
    }

    /// The scalars of bytes that are text: valid UTF-8 and nearly all of it letters, digits, spaces and marks.
    private static func text(_ bytes: [UInt8]) -> [UInt32]? {
        guard bytes.count >= 4 else { return nil }
        var bytes = bytes[...]
        // The last character may have been cut off.
        while let last = bytes.last, last >= 0x80, bytes.count > 4 { bytes.removeLast() }
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
        let readable = scalars.count { $0 == 0x0A || $0 >= 0x20 && $0 < 0x7F || $0 >= 0xA0 && $0 != 0xFFFD }
        guard readable * 20 >= scalars.count * 19 else { return nil }
        return scalars
    }
}
