/// Rules made ready for matching: every phrase is a sequence of element numbers, and a table of bits tells which words
/// pass which element. A message costs a few hash look-ups for each word, and the phrases that begin with that word.
struct CompiledRules: Sendable {
    /// What a phrase is for in its rule.
    enum Role: Sendable {
        case phrase, requirement, exception
        /// From the lists ``ContextList``: what marks its sentence as a request or a side remark.
        case request, remark
    }

    /// One sequence.
    struct Pattern: Sendable {
        var rule: Int32
        var role: Role
        /// Where its elements lie in ``elements`` and ``gaps``.
        var first: Int32
        var count: Int32
        var atStart: Bool
        var atEnd: Bool
        var inQuestion: Bool
    }

    /// The rules, in the order of ``TriageRules/all``.
    var rules: [TriageRule]
    var thresholds: TriageThresholds
    var patterns: [Pattern] = []
    /// The element numbers of all patterns, one after another.
    var elements: [Int32] = []
    /// The gaps before them.
    var gaps: [UInt8] = []
    /// For each symbol, the patterns that may begin with it.
    var starts: [[Int32]] = []
    /// The element that stands for a list of context words, if the rules have it.
    var contextElements: [ContextList: Int32] = [:]
    private var symbols: [PhrasePattern.Test: Int32] = [:]
    private var stems: [UInt64: Int32] = [:]
    private var exacts: [UInt64: Int32] = [:]
    private var prefixes: [UInt64: Int32] = [:]
    private var prefixLengths: ClosedRange<Int>?
    private var prefixBeginnings: Set<UInt32> = []
    private var kinds: [Int32] = Array(repeating: 0, count: WordKind.allCases.count)
    private var bits: [UInt64] = []
    private var bitsPerElement = 0

    /// The built-in rules, compiled once.
    static let english = CompiledRules(TriageRules.english)

    /// Compiles rules. A phrase that cannot be read is left out; ``TriageRules`` admits none.
    init(_ source: TriageRules) {
        rules = source.all
        thresholds = source.thresholds
        let parser = PhraseParser(wordLists: source.wordLists)
        var elementNumbers: [[PhrasePattern.Test]: Int32] = [:]
        var elementTests: [[PhrasePattern.Test]] = []
        for (index, rule) in rules.enumerated() {
            for (role, phrases) in [
                (Role.phrase, rule.phrases), (.requirement, rule.requires), (.exception, rule.unless),
            ] {
                for phrase in phrases {
                    guard let parsed = try? parser.parse(phrase) else { continue }
                    for pattern in parsed {
                        append(pattern, index, role, &elementNumbers, &elementTests)
                    }
                }
            }
        }
        var contextTests: [ContextList: Set<PhrasePattern.Test>] = [:]
        for list in ContextList.allCases {
            for phrase in source.wordLists[list.rawValue] ?? [] {
                for pattern in (try? parser.parse(phrase)) ?? [] {
                    switch list {
                    case .negation, .denial, .turn:
                        if pattern.elements.count == 1 {
                            contextTests[list, default: []].formUnion(pattern.elements[0].tests)
                        }
                    case .request: append(pattern, -1, .request, &elementNumbers, &elementTests)
                    case .remark: append(pattern, -1, .remark, &elementNumbers, &elementTests)
                    }
                }
            }
        }
        for (list, tests) in contextTests {
            contextElements[list] = Int32(elementTests.count)
            elementTests.append(tests.sorted())
        }
        number(elementTests)
        fillBits(elementTests)
        starts = Array(repeating: [], count: symbols.count + 1)
        for (index, pattern) in patterns.enumerated() {
            for symbol in passing(elements[Int(pattern.first)]) { starts[symbol].append(Int32(index)) }
        }
    }

    private mutating func append(
        _ pattern: PhrasePattern, _ rule: Int, _ role: Role, _ numbers: inout [[PhrasePattern.Test]: Int32],
        _ tests: inout [[PhrasePattern.Test]]
    ) {
        patterns.append(
            Pattern(
                rule: Int32(rule), role: role, first: Int32(elements.count), count: Int32(pattern.elements.count),
                atStart: pattern.atStart, atEnd: pattern.atEnd, inQuestion: pattern.inQuestion))
        for element in pattern.elements {
            let number = numbers[element.tests] ?? Int32(tests.count)
            if number == tests.count {
                numbers[element.tests] = number
                tests.append(element.tests)
            }
            elements.append(number)
            gaps.append(UInt8(element.gap))
        }
    }

    /// Gives every test a symbol; 0 stands for no symbol.
    private mutating func number(_ elementTests: [[PhrasePattern.Test]]) {
        for test in elementTests.joined() where symbols[test] == nil {
            let symbol = Int32(symbols.count + 1)
            symbols[test] = symbol
            switch test {
            case .stem(let word): stems[WordHash.hash(word)] = symbol
            case .exact(let word): exacts[WordHash.hash(word)] = symbol
            case .kind(let kind): kinds[Int(kind.rawValue)] = symbol
            case .prefix(let word):
                prefixes[WordHash.hash(word)] = symbol
                prefixBeginnings.insert(Self.beginning(word))
                let known = prefixLengths ?? word.count...word.count
                prefixLengths = min(known.lowerBound, word.count)...max(known.upperBound, word.count)
            }
        }
    }

    /// A word has the symbol of its longest prefix only, so that symbol stands for the shorter ones as well.
    private mutating func fillBits(_ elementTests: [[PhrasePattern.Test]]) {
        bitsPerElement = (symbols.count + 1 + 63) / 64
        bits = Array(repeating: 0, count: bitsPerElement * elementTests.count)
        for (element, tests) in elementTests.enumerated() {
            for test in tests {
                guard let symbol = symbols[test] else { continue }
                setBit(symbol, element)
                guard case .prefix(let short) = test else { continue }
                for (other, longer) in symbols {
                    if case .prefix(let long) = other, long.starts(with: short) { setBit(longer, element) }
                }
            }
        }
    }

    private mutating func setBit(_ symbol: Int32, _ element: Int) {
        bits[element * bitsPerElement + Int(symbol) / 64] |= 1 << UInt64(symbol % 64)
    }

    private func passing(_ element: Int32) -> [Int] {
        var found: [Int] = []
        for word in 0..<bitsPerElement {
            var rest = bits[Int(element) * bitsPerElement + word]
            while rest != 0 {
                found.append(word * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return found
    }

    /// Whether a word with this symbol may stand in this place.
    @inline(__always)
    func passes(_ symbol: Int32, _ element: Int32) -> Bool {
        bits[Int(element) * bitsPerElement + Int(symbol) >> 6] & (1 << UInt64(symbol & 63)) != 0
    }

    /// Whether a word with these symbols is in a list of context words.
    func `is`(_ symbols: (Int32, Int32, Int32, Int32), in list: ContextList) -> Bool {
        guard let element = contextElements[list] else { return false }
        return passes(symbols, element)
    }

    /// Whether a word with these symbols may stand in this place.
    @inline(__always)
    func passes(_ symbols: (Int32, Int32, Int32, Int32), _ element: Int32) -> Bool {
        passes(symbols.0, element) || passes(symbols.1, element) || passes(symbols.2, element)
            || passes(symbols.3, element)
    }

    /// The symbol of a kind of word, or 0.
    func symbol(of kind: WordKind) -> Int32 { kinds[Int(kind.rawValue)] }

    /// The symbols of a normalized word: as its stem, as it is, and by its beginning; 0 for none.
    func lookUp(_ word: [UInt8]) -> (stem: Int32, exact: Int32, prefix: Int32) {
        let exact = exacts[WordHash.hash(word)] ?? 0
        let stem = stems[WordHash.hash(WordForm.stem(word))] ?? 0
        var prefix: Int32 = 0
        if let lengths = prefixLengths, word.count >= lengths.lowerBound,
            prefixBeginnings.contains(Self.beginning(word))
        {
            var hash = WordHash.seed
            for (index, byte) in word.prefix(lengths.upperBound).enumerated() {
                hash = WordHash.add(byte, to: hash)
                if index + 1 >= lengths.lowerBound, let found = prefixes[hash] { prefix = found }
            }
        }
        return (stem, exact, prefix)
    }

    private static func beginning(_ word: [UInt8]) -> UInt32 {
        word.count < 3 ? 0 : UInt32(word[0]) << 16 | UInt32(word[1]) << 8 | UInt32(word[2])
    }
}

/// FNV-1a with 64 bits. Two words that meet would be taken for one another, which costs nothing worse than a wrong vote.
enum WordHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    static func hash(_ word: [UInt8]) -> UInt64 { word.reduce(seed) { add($1, to: $0) } }
}
