/// A phrase of a rule, taken apart: what each word in turn must be.
struct PhrasePattern: Hashable, Sendable {
    /// One test that a word may pass.
    enum Test: Hashable, Sendable, Comparable {
        case stem([UInt8])
        case exact([UInt8])
        case prefix([UInt8])
        case kind(WordKind)

        private var key: (Int, [UInt8]) {
            switch self {
            case .stem(let word): (0, word)
            case .exact(let word): (1, word)
            case .prefix(let word): (2, word)
            case .kind(let kind): (3, [kind.rawValue])
            }
        }

        static func < (first: Test, second: Test) -> Bool {
            first.key.0 != second.key.0
                ? first.key.0 < second.key.0 : first.key.1.lexicographicallyPrecedes(second.key.1)
        }
    }

    /// One place of the phrase.
    struct Element: Hashable, Sendable {
        /// The tests, sorted; passing one is enough.
        var tests: [Test]
        /// How many words may stand between this one and the one before.
        var gap: Int
    }

    /// The places, at least one.
    var elements: [Element]
    /// Whether the phrase must begin its sentence.
    var atStart = false
    /// Whether it must end its sentence.
    var atEnd = false
    /// Whether its sentence must be a question.
    var inQuestion = false
}

/// What a word or mark is beyond its letters.
enum WordKind: UInt8, CaseIterable, Sendable {
    case number, money, largesum, largefigure, ordinal, time, code, trace, question, shout, puzzled, glad, angry

    /// The name with which phrases refer to it, after `#`.
    var name: String { "\(self)" }

    /// Whether it is a mark beside the words, found by a phrase of one place only.
    var isMark: Bool {
        switch self {
        case .number, .money, .largesum, .largefigure, .ordinal, .time: false
        case .code, .trace, .question, .shout, .puzzled, .glad, .angry: true
        }
    }
}
