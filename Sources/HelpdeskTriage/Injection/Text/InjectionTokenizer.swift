/// Divides a folded text into words, marks and sentences.
///
/// Words are runs of letters, digits and inner apostrophes; a scalar of a script without spaces is a word of its own.
/// Words that mix Latin letters with look-alikes of other scripts are read as Latin.
struct InjectionTokenizer {
    let scalars: [UInt32]
    private(set) var tokens: [InjectionToken] = []
    /// How many words were written with look-alikes.
    private(set) var mixedWords = 0
    /// How many sentences there are.
    private(set) var sentences: Int32 = 0
    /// The folded scalars with look-alikes replaced, where there were any.
    private(set) var plain: [UInt32]

    private let isMostlyLatin: Bool

    init(_ text: FoldedText) {
        scalars = text.scalars
        plain = text.scalars
        let foreign = text.scalars.lazy.count { (0x370...0x58F).contains($0) }
        isMostlyLatin = text.letters > foreign
        tokens.reserveCapacity(scalars.count / 5 + 8)
        run()
        markQuotes()
    }

    private mutating func run() {
        var position = 0
        while position < scalars.count {
            let value = scalars[position]
            if Self.isWide(value) {
                add(position..<position + 1, isMark: false)
                position += 1
            } else if Self.isWord(value) {
                var end = position + 1
                while end < scalars.count, !Self.isWide(scalars[end]),
                    Self.isWord(scalars[end])
                        || scalars[end] == 0x27 && end + 1 < scalars.count && Self.isWord(scalars[end + 1])
                {
                    end += 1
                }
                addWord(position..<end)
                position = end
            } else {
                if value > 0x20, Self.isTokenMark(value) { add(position..<position + 1, isMark: true) }
                if endsSentence(position) { sentences += 1 }
                position += 1
            }
        }
        sentences += 1
    }

    /// Adds a word; contractions lose their apostrophe ("don't" is "dont"), and possessives their ending.
    private mutating func addWord(_ range: Range<Int>) {
        var latin = false
        var other = false
        for index in range {
            let value = scalars[index]
            if (0x61...0x7A).contains(value) { latin = true }
            if (0x370...0x58F).contains(value) { other = true }
        }
        if other, isMostlyLatin {
            let isDisguised =
                latin || range.allSatisfy { ScalarFolding.lookAlike(scalars[$0]) != nil } && range.count > 2
            if isDisguised {
                if latin { mixedWords += 1 }
                for index in range { plain[index] = ScalarFolding.lookAlike(scalars[index]) ?? scalars[index] }
            }
        }
        add(range, isMark: false)
    }

    private mutating func add(_ range: Range<Int>, isMark: Bool) {
        var hash = ScalarHash()
        for index in range where plain[index] != 0x27 || isMark { hash.combine(plain[index]) }
        tokens.append(InjectionToken(key: hash.value, range: range, sentence: sentences, isMark: isMark))
    }

    private func endsSentence(_ position: Int) -> Bool {
        switch scalars[position] {
        case 0x0A, 0x0D: return true
        case 0x21, 0x2E, 0x3F:
            guard position + 1 < scalars.count else { return true }
            let next = scalars[position + 1]
            return next <= 0x20 || next == 0x22 || next == 0x29 || Self.isWide(next) || next == 0x3C
        case 0xFF61, 0x0964, 0x061F, 0x06D4: return true
        default: return false
        }
    }

    /// Marks the words between quotation marks of one line, at most 600 scalars apart.
    private mutating func markQuotes() {
        var quoted: [Range<Int>] = []
        var position = 0
        while position < scalars.count {
            let value = scalars[position]
            guard let close = Self.closers(of: value), opens(position) else {
                position += 1
                continue
            }
            var end = position + 1
            let limit = min(scalars.count, position + 600)
            while end < limit, scalars[end] != 0x0A, !(close.contains(scalars[end]) && closes(end)) { end += 1 }
            if end < limit, scalars[end] != 0x0A {
                quoted.append(position..<end)
                position = end + 1
            } else {
                // The same mark will not be closed on this line either: go on behind it, bounded work per scalar.
                position = scalars[position] == 0x27 ? position + 1 : end
            }
        }
        var next = 0
        for index in tokens.indices {
            while next < quoted.count, quoted[next].upperBound <= tokens[index].range.lowerBound { next += 1 }
            guard next < quoted.count else { return }
            tokens[index].isQuoted = quoted[next].contains(tokens[index].range.lowerBound)
        }
    }

    private func opens(_ position: Int) -> Bool {
        guard scalars[position] == 0x27 || scalars[position] == 0x22 else { return true }
        guard position > 0 else { return true }
        let before = scalars[position - 1]
        return before <= 0x20 || before == 0x28 || before == 0x3A || before == 0x3D || before == 0x5B
    }

    private func closes(_ position: Int) -> Bool {
        guard scalars[position] == 0x27, position + 1 < scalars.count else { return true }
        return !Self.isWord(scalars[position + 1])
    }

    private static func closers(of value: UInt32) -> [UInt32]? {
        switch value {
        case 0x22: [0x22]
        case 0x27: [0x27]
        case 0x201C, 0x201E: [0x201D, 0x201C]
        case 0xAB: [0xBB]
        case 0xBB: [0xAB]
        default: nil
        }
    }

    static func isWord(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value) || (0x30...0x39).contains(value) }
        if value < 0xC0 { return false }
        if (0x2000...0x2BFF).contains(value) || (0x3000...0x303F).contains(value) || value >= 0x1F000 && value < 0x20000
        {
            return false
        }
        guard let scalar = Unicode.Scalar(value) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }

    /// Scripts that write no spaces: Chinese, Japanese, Thai.
    static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private static func isTokenMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x21, 0x23, 0x24, 0x28, 0x29, 0x2C, 0x2F, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F, 0x40, 0x5B, 0x5D, 0x7B, 0x7C,
            0x7D:
            true
        default: false
        }
    }
}
