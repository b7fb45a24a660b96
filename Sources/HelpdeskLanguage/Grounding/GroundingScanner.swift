/// Cuts UTF-8 text into tokens, numbers and addresses.
struct GroundingScanner {
    private let lexicon = GroundingLexicon.standard
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    private var gap = GroundingToken.Gap.line
    private var letters: [UInt8] = []
    private var pendingUnit: (unit: Int16, end: Int)?
    private(set) var tokens: [GroundingToken] = []
    private(set) var links: [GroundingLink] = []

    /// The tokens of a range of a text. O(length).
    static func scan(_ bytes: [UInt8], _ range: Range<Int>) -> (tokens: [GroundingToken], links: [GroundingLink]) {
        var scanner = GroundingScanner(bytes, range)
        scanner.run()
        return (scanner.tokens, scanner.links)
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        tokens.reserveCapacity(range.count / 5 + 1)
        letters.reserveCapacity(64)
    }

    private mutating func run() {
        var isAtWordStart = true
        while position < end {
            let byte = bytes[position]
            if isAtWordStart, byte < 0x80,
                UTF8Text.isLetterOrDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "("),
                let link = GroundingLinkReader.link(bytes, at: position, end: end)
            {
                links.append(link)
                position = link.range.upperBound
                isAtWordStart = false
                continue
            }
            if UTF8Text.isDigit(byte) {
                scanNumber()
                isAtWordStart = false
                continue
            }
            let (scalar, length) = UTF8Text.scalar(bytes, at: position, end: end)
            if UTF8Text.isUnspacedScript(scalar) {
                append(position..<position + length, form: UInt64(scalar) &* 0x9e37_79b9_7f4a_7c15, traits: .foreign)
                position += length
            } else if UTF8Text.isWord(scalar) {
                scanWord()
                isAtWordStart = false
                continue
            } else {
                separate(scalar)
                position += length
            }
            isAtWordStart = true
        }
    }

    private mutating func separate(_ scalar: UInt32) {
        switch scalar {
        case 0x0A, 0x0D: gap = .line
        case 0x2C, 0x3001, 0xFF0C: raise(.comma)
        case 0x3A, 0x3B, 0x28, 0x29, 0x2013, 0x2014, 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x5B, 0x5D, 0x7C,
            0x3E:
            // A dash between numbers is a range.
            if scalar == 0x2013, position > 0, UTF8Text.isDigit(bytes[position - 1]) {
                raise(.hyphen)
            } else {
                raise(.strong)
            }
        case 0x2D:
            let isInside =
                position > 0 && position + 1 < end && UTF8Text.isWordByte(bytes[position - 1])
                && UTF8Text.isWordByte(bytes[position + 1])
            raise(isInside ? .hyphen : .strong)
        case 0x24, 0xA3, 0xA5, 0x20AC, 0x20B9, 0x25, 0xB0:
            let length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3
            guard let unit = lexicon.units[WordScanner.hash(bytes[position..<position + length])] else { return }
            if scalar == 0x25 || scalar == 0xB0
                || (!tokens.isEmpty && tokens[tokens.count - 1].end == position
                    && !tokens[tokens.count - 1].number.isNaN)
            {
                attach(unit)
            } else if scalar == 0x20AC, position + 3 < end,
                !(UTF8Text.isDigit(bytes[position + 3])
                    || bytes[position + 3] == 0x20 && position + 4 < end && UTF8Text.isDigit(bytes[position + 4]))
            {
                attach(unit)
            } else {
                pendingUnit = (unit, position + length)
            }
        default: break
        }
    }

    /// Gives the number before a unit.
    private mutating func attach(_ unit: Int16) {
        guard let last = tokens.indices.last, !tokens[last].number.isNaN, gap == .space,
            position - tokens[last].end <= 3
        else { return }
        tokens[last].unit = unit
        tokens[last].isAttached = true
    }

    private mutating func raise(_ other: GroundingToken.Gap) {
        if other.rawValue > gap.rawValue { gap = other }
    }

    private mutating func append(_ range: Range<Int>, form: UInt64, stem: UInt64? = nil, traits: GroundingToken.Traits)
    {
        var token = GroundingToken(start: range.lowerBound, end: range.upperBound, form: form, stem: stem ?? form)
        token.traits = traits
        token.gap = gap
        gap = .space
        tokens.append(token)
    }

    private mutating func scanWord() {
        let start = position
        letters.removeAll(keepingCapacity: true)
        var isPlain = true
        var hasDigit = false
        var capitals = 0
        while position < end {
            let byte = bytes[position]
            if byte < 0x80 {
                if UTF8Text.isLetterOrDigit(byte) {
                    if UTF8Text.isDigit(byte) { hasDigit = true }
                    if UTF8Text.isUppercase(byte) { capitals += 1 }
                    letters.append(UTF8Text.lowercase(byte))
                } else if byte == UInt8(ascii: "'"), position + 1 < end, UTF8Text.isLetterOrDigit(bytes[position + 1]) {
                    letters.append(byte)
                } else if byte == UInt8(ascii: "-"), position - start == 1, position + 1 < end,
                    bytes[start] | 0x20 == UInt8(ascii: "e"), UTF8Text.isLetter(bytes[position + 1])
                {
                    // e-mail
                } else if byte == UInt8(ascii: "-"), capitals == position - start, capitals < 6, position + 1 < end,
                    UTF8Text.isDigit(bytes[position + 1])
                {
                    // EF-310 is one name.
                    letters.append(byte)
                    capitals = 2
                    hasDigit = true
                } else if byte == UInt8(ascii: "."), position + 1 < end,
                    position - start == 1 || bytes[position - 2] == UInt8(ascii: "."),
                    UTF8Text.isLetter(bytes[position + 1])
                {
                    // p.m, e.g
                } else {
                    break
                }
                position += 1
                continue
            }
            let (scalar, length) = UTF8Text.scalar(bytes, at: position, end: end)
            if scalar == 0x2019 || scalar == 0x02BC, position + length < end,
                UTF8Text.isLetterOrDigit(bytes[position + length])
            {
                letters.append(UInt8(ascii: "'"))
            } else if UTF8Text.isWord(scalar), !UTF8Text.isUnspacedScript(scalar) {
                isPlain = false
                UTF8Text.appendLowercase(scalar, to: &letters)
            } else {
                break
            }
            position += length
        }
        let form = WordScanner.hash(letters)
        let isCapital =
            UTF8Text.isUppercase(bytes[start]) || (bytes[start] >= 0xC3 && !isPlain && isUppercase(at: start))
        var traits = lexicon.forms[form] ?? []
        if isCapital { traits.insert(.capital) }
        if letters.count > 2, letters.suffix(2).elementsEqual("'s".utf8), !traits.contains(.stop) {
            letters.removeLast(2)
        }
        let startsSentence = gap == .line || gap == .strong || tokens.isEmpty
        if hasDigit || capitals > 1 || (isCapital && !startsSentence && letters.count > 1), !traits.contains(.stop) {
            traits.insert(.name)
        }
        let wordForm = WordScanner.hash(letters)
        let length = letters.count
        let stem: UInt64
        var base: UInt64 = 0
        if isPlain, !hasDigit {
            if length > 5, letters.starts(with: "un".utf8) || letters.starts(with: "non".utf8) {
                var rest = Array(letters.dropFirst(letters[0] == UInt8(ascii: "u") ? 2 : 3))
                base = lexicon.stem(&rest, form: WordScanner.hash(rest))
            }
            stem = lexicon.stem(&letters, form: wordForm)
        } else {
            stem = lexicon.bases[wordForm] ?? wordForm
        }
        if lexicon.lightStems.contains(stem) { traits.insert(.light) }
        append(start..<position, form: form, stem: stem, traits: traits)
        let last = tokens.count - 1
        tokens[last].entry = lexicon.stems[stem] ?? -1
        tokens[last].base = base
        if let number = lexicon.numbers[form] { tokens[last].number = number }
        if let unit = lexicon.units[form], length > 1 || !traits.contains(.stop) { tokens[last].unit = unit }
    }

    private func isUppercase(at offset: Int) -> Bool {
        let scalar = UTF8Text.scalar(bytes, at: offset, end: end).scalar
        return Unicode.Scalar(scalar).map { $0.properties.generalCategory == .uppercaseLetter } ?? false
    }

    private mutating func scanNumber() {
        let start = position
        var text = GroundingNumber(bytes, at: start, end: end)
        text.read()
        position = text.end
        // Letters that follow at once: a unit, or a name such as 2FA.
        var word = position
        while word < end, UTF8Text.isLetter(bytes[word]) { word += 1 }
        let suffix = bytes[position..<word].map(UTF8Text.lowercase)
        var unit: Int16 = -1
        var value = text.value
        var clock = text.clock
        if !suffix.isEmpty {
            let hash = WordScanner.hash(suffix)
            if suffix == Array("am".utf8) || suffix == Array("pm".utf8) {
                position = word
                clock = Self.clock(text, isAfternoon: suffix[0] == UInt8(ascii: "p"))
            } else if ["st", "nd", "rd", "th"].contains(String(decoding: suffix, as: UTF8.self)) {
                position = word
            } else if let known = lexicon.units[hash], word >= end || !UTF8Text.isDigit(bytes[word]) {
                unit = known
                position = word
            } else if let factor = lexicon.multipliers[hash] {
                value *= factor
                position = word
            } else {
                while word < end, UTF8Text.isLetterOrDigit(bytes[word]) { word += 1 }
                position = word
                let form = WordScanner.hash(bytes[start..<word].map(UTF8Text.lowercase))
                append(start..<word, form: form, traits: [.name])
                return
            }
        }
        if let pending = pendingUnit, start - pending.end <= 1 { unit = pending.unit }
        let before = gap
        pendingUnit = nil
        append(start..<position, form: WordScanner.hash(bytes[start..<position]), traits: [.quantity])
        let last = tokens.count - 1
        tokens[last].gap = before
        tokens[last].number = value
        tokens[last].alternative = text.alternative ?? .nan
        tokens[last].clock = clock
        tokens[last].unit = unit
        tokens[last].isAttached = unit >= 0
    }

    /// Minutes of the day for "3 pm", "12:30 am".
    static func clock(_ text: GroundingNumber, isAfternoon: Bool) -> Int32 {
        let minutes =
            text.clock >= 0
            ? Int(text.clock) : text.value >= 0 && text.value < 24 ? Int((text.value * 60).rounded()) : -1
        guard minutes >= 0 else { return -1 }
        // 3.30 pm
        let exact =
            text.clock < 0 && text.value != text.value.rounded()
            ? Int(text.value) * 60 + Int(((text.value - text.value.rounded(.down)) * 100).rounded()) : minutes
        let hour = exact / 60 % 12
        return Int32((isAfternoon ? hour + 12 : hour) * 60 + exact % 60)
    }
}
