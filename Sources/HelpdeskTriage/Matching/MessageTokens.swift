/// The words of a message, each with the symbols by which rules know it.
struct MessageTokens: Sendable {
    /// One word, or one part of a contraction.
    struct Token: Sendable {
        var start: Int32
        var end: Int32
        /// Up to four symbols; 0 for none.
        var symbols: (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        var sentence: Int32 = 0
        /// What stands before it.
        var pause: Pause = .none
        /// Whether it stands between quotation marks.
        var isQuoted = false
        /// Whether it negates, denies, or ends the scope of a negation.
        var negates = false
        var denies = false
        var turns = false
    }

    /// How much two words are set apart.
    enum Pause: UInt8, Sendable, Comparable {
        case none, clause, sentence
        static func < (first: Pause, second: Pause) -> Bool { first.rawValue < second.rawValue }
    }

    /// Something beside the words: an emoji, an exclamation, a block of code.
    struct Mark: Sendable {
        var kind: WordKind
        var start: Int32
        var end: Int32
    }

    /// The words in order.
    var tokens: [Token] = []
    /// The marks in order.
    var marks: [Mark] = []
    /// Whether the sentence of that number is a question.
    var questions: [Bool] = [false]

    /// The normalized words of a text, contractions written out. For phrases; the range of words does not matter there.
    static func words(in text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if WordForm.isWord(scalar) {
                append(WordForm.fold(scalar), to: &word)
            } else if WordForm.isApostrophe(scalar.value), !word.isEmpty, index + 1 < scalars.count {
                word.append(0x27)
            } else if isNumberSeparator(scalar.value), let last = word.last, last >= 0x30, last <= 0x39,
                index + 1 < scalars.count, isDigit(scalars[index + 1])
            {
                word.append(UInt8(scalar.value))
            } else if !word.isEmpty {
                words += Contraction.expand(word)
                word = []
            }
        }
        if !word.isEmpty { words += Contraction.expand(word) }
        return words
    }

    static func append(_ folded: UInt32, to word: inout [UInt8]) {
        if folded == 0 { return }
        if folded < 0x80 {
            word.append(UInt8(folded))
        } else if let scalar = Unicode.Scalar(folded), let units = UTF8.encode(scalar) {
            word.append(contentsOf: units)
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    static func isNumberSeparator(_ value: UInt32) -> Bool {
        value == 0x2E || value == 0x2C || value == 0x3A || value == 0x2F || value == 0x27
    }
}
