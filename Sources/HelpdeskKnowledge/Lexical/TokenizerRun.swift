/// One pass of a ``LexicalTokenizer`` over a text.
struct TokenizerRun {
    private(set) var terms: [String] = []

    private let bytes: UnsafeBufferPointer<UInt8>
    private var stemmer = EnglishStemmer()
    /// The whole form of the word being read.
    private var word: [UInt8] = []
    /// Where in `word` a part ends, and where the next begins.
    private var cuts: [(end: Int, next: Int)] = []
    /// Han characters and kana that follow one another.
    private var ideographs: [Unicode.Scalar] = []

    private static let maximumLength = 64

    /// What a scalar is to the tokenizer.
    private enum Kind {
        case word
        case ideograph
        case mark
        case other
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        terms.reserveCapacity(bytes.count / 8)
    }

    mutating func run() {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                if PlainText.isWord(byte) {
                    position = readWord(position)
                } else {
                    endIdeographs()
                    position += 1
                }
                continue
            }
            let (scalar, width) = bytes.scalar(at: position)
            switch Self.kind(scalar) {
            case .word: position = readWord(position)
            case .ideograph:
                ideographs.append(scalar)
                position += width
            case .mark: position += width
            case .other:
                endIdeographs()
                position += width
            }
        }
        endIdeographs()
    }

    // MARK: - Words

    /// Reads the word that begins at a position and returns the position after it.
    private mutating func readWord(_ start: Int) -> Int {
        endIdeographs()
        word.removeAll(keepingCapacity: true)
        cuts.removeAll(keepingCapacity: true)
        var position = start
        var previous: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x80 {
                let (scalar, width) = bytes.scalar(at: position)
                let kind = Self.kind(scalar)
                guard kind == .word || kind == .mark else { break }
                if kind == .word { appendFolded(scalar) }
                previous = byte
                position += width
            } else if PlainText.isWord(byte) {
                if byte & 0x20 == 0, byte >= 0x41, isInnerCapital(position, after: previous) {
                    cuts.append((word.count, word.count))
                }
                word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                previous = byte
                position += 1
            } else if let connector = connector(at: position) {
                let end = word.count
                if let connector { word.append(connector) }
                cuts.append((end, word.count))
                previous = byte
                position += 1
            } else {
                break
            }
        }
        position = readApostrophe(position)
        emitWord()
        return position
    }

    /// A `.`, `-`, `_` or `@` with a word character on both sides: what it is in the whole form, inside an optional.
    private func connector(at position: Int) -> UInt8?? {
        let byte = bytes[position]
        guard ".-_@".utf8.contains(byte), position + 1 < bytes.count else { return nil }
        let next = bytes[position + 1]
        if next >= 0x80 {
            guard Self.kind(bytes.scalar(at: position + 1).scalar) == .word else { return nil }
        } else if !PlainText.isWord(next) {
            return nil
        }
        return .some(byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") ? nil : byte)
    }

    /// Whether a capital begins a part: after a small letter, or before one after a capital (`APIKey`).
    private func isInnerCapital(_ position: Int, after previous: UInt8) -> Bool {
        if previous >= 0x61, previous <= 0x7A { return true }
        guard previous >= 0x41, previous <= 0x5A, position + 1 < bytes.count else { return false }
        let next = bytes[position + 1]
        return next >= 0x61 && next <= 0x7A
    }

    /// Deals with an apostrophe and the letters after it, and returns the position after them.
    private mutating func readApostrophe(_ start: Int) -> Int {
        var position = start
        if position < bytes.count, bytes[position] == UInt8(ascii: "'") {
            position += 1
        } else if position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x80,
            bytes[position + 2] == 0x99
        {
            position += 3
        } else {
            return start
        }
        let suffixStart = position
        while position < bytes.count, position - suffixStart < 3, PlainText.isWord(bytes[position]) { position += 1 }
        if position < bytes.count, PlainText.isWord(bytes[position]) { return start }
        switch String(decoding: bytes[suffixStart..<position], as: UTF8.self).lowercased() {
        case "s", "m", "d", "ve", "re", "ll": return position
        case "t":
            word.append(UInt8(ascii: "t"))
            return position
        default: return start
        }
    }

    private mutating func emitWord() {
        guard !word.isEmpty else { return }
        guard !cuts.isEmpty else {
            emit(word)
            return
        }
        if word.count <= Self.maximumLength { emitWhole(word) }
        var start = 0
        for cut in cuts {
            emitPart(start..<cut.end)
            start = cut.next
        }
        emitPart(start..<word.count)
    }

    private mutating func emitPart(_ range: Range<Int>) {
        guard range.count > 1 || range.count == 1 && word[range.lowerBound] <= UInt8(ascii: "9") else { return }
        emit(Array(word[range]))
    }

    private mutating func emitWhole(_ bytes: [UInt8]) {
        var bytes = bytes
        if bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { stemmer.stem(&bytes) }
        terms.append(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func emit(_ bytes: [UInt8]) {
        guard bytes.count <= Self.maximumLength else { return }
        if bytes.count <= 6, StopWords.english.contains(String(decoding: bytes, as: UTF8.self)) { return }
        emitWhole(bytes)
    }

    // MARK: - Scalars outside ASCII

    private mutating func appendFolded(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "ß", "ẞ": word.append(contentsOf: "ss".utf8)
        case "æ", "Æ": word.append(contentsOf: "ae".utf8)
        case "œ", "Œ": word.append(contentsOf: "oe".utf8)
        default:
            if let folded = FoldingTable.folded(scalar.value), folded != 0x2E, let letter = Unicode.Scalar(folded) {
                word.append(contentsOf: UTF8.encode(letter) ?? .init())
            } else {
                for byte in scalar.properties.lowercaseMapping.utf8 { word.append(byte) }
            }
        }
    }

    private mutating func endIdeographs() {
        guard !ideographs.isEmpty else { return }
        if ideographs.count == 1 { terms.append(String(Character(ideographs[0]))) }
        for (first, second) in zip(ideographs, ideographs.dropFirst()) {
            var pair = String.UnicodeScalarView()
            pair.append(first)
            pair.append(second)
            terms.append(String(pair))
        }
        ideographs.removeAll(keepingCapacity: true)
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .ideograph
        case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFE00...0xFE0F: return .mark
        case 0x2000...0x206F, 0x3000...0x303F: return .other
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return .word
        default: return .other
        }
    }
}
