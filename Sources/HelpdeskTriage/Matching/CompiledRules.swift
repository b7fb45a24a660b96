/// Rules made ready for matching: every phrase is a sequence of places, and a word is known by up to four symbols. A
/// message costs a few hash look-ups for each word, and the phrases that begin with that word.
final class CompiledRules: Sendable {
    /// What a phrase is for in its rule.
    enum Role: UInt8, Sendable {
        case phrase, requirement, exception
        /// From the lists ``ContextList``: what marks its sentence as a request or a side remark.
        case request, remark
    }

    /// One sequence.
    struct Pattern: Sendable {
        /// Where its matches are kept, or -1 for a phrase of ``ContextList``.
        var slot: Int32
        var role: Role
        var atStart: Bool
        var atEnd: Bool
        var inQuestion: Bool
        /// Where its places lie in ``CompiledRules/places`` and ``CompiledRules/gaps``.
        var first: Int32
        var count: Int32
    }

    /// The rules, in the order of ``TriageRules/all``.
    let rules: [TriageRule]
    /// The numbers of the rules of each decision, in the order of ``TriageDecision/allCases``.
    let rulesOfDecision: [Range<Int>]
    /// For each rule, where its matches are kept. Rules with the same phrases share a slot.
    let slots: [Int32]
    /// For each slot, whether a required phrase must be there, whether its matches add up, and how many are kept.
    let needsRequirement: [Bool]
    let addsUp: [Bool]
    let mostMatches: [UInt8]
    let thresholds: TriageThresholds
    let patterns: [Pattern]
    /// The places of all patterns, one after another: the symbol that must stand there, or, below 0, the complement of
    /// a row of ``bits``.
    let places: [Int32]
    /// The gaps before them.
    let gaps: [UInt8]
    private let startOffsets: [Int32]
    private let starts: [Int32]
    private let contextPlaces: [Int32]
    private let stems: WordTable
    private let exacts: WordTable
    private let prefixes: WordTable
    private let prefixLengths: ClosedRange<Int>
    private let kinds: [Int32]
    private let bits: [UInt64]
    private let bitsPerRow: Int
    private let spelling: SpellingTable

    /// The built-in rules, compiled once.
    static let english = CompiledRules(TriageRules.english)

    /// Compiles rules. A phrase that cannot be read is left out; ``TriageRules`` admits none.
    init(_ source: TriageRules) {
        var builder = RuleCompiler(source)
        builder.compile()
        rules = source.all
        var first = 0
        rulesOfDecision = TriageDecision.allCases.map { decision in
            defer { first += source.rules(for: decision).count }
            return first..<first + source.rules(for: decision).count
        }
        slots = builder.slots
        needsRequirement = builder.slotNeedsRequirement
        addsUp = builder.slotAddsUp
        mostMatches = addsUp.map { $0 ? 24 : 6 }
        thresholds = source.thresholds
        patterns = builder.patterns
        places = builder.places
        gaps = builder.gaps
        startOffsets = builder.startOffsets
        starts = builder.starts
        contextPlaces = builder.contextPlaces
        stems = WordTable(builder.stems)
        exacts = WordTable(builder.exacts)
        prefixes = WordTable(builder.prefixes)
        prefixLengths = builder.prefixLengths
        kinds = builder.kinds
        bits = builder.bits
        bitsPerRow = builder.bitsPerRow
        spelling = SpellingTable(builder.words)
    }

    /// The patterns that may begin with a symbol, as positions for ``pattern(at:)``.
    @inline(__always)
    func candidates(_ symbol: Int32) -> Range<Int> {
        Int(startOffsets[Int(symbol)])..<Int(startOffsets[Int(symbol) + 1])
    }

    /// The number of the pattern at a position of ``candidates(_:)``.
    @inline(__always)
    func pattern(at position: Int) -> Int { Int(starts[position]) }

    /// Whether a word with these symbols is in a list of context words.
    @inline(__always)
    func `is`(_ symbols: (Int32, Int32, Int32, Int32), in list: ContextList) -> Bool {
        let place = contextPlaces[Int(list.number)]
        return place != 0 && passes(symbols, place)
    }

    /// Whether a word with these symbols may stand in this place.
    @inline(__always)
    func passes(_ symbols: (Int32, Int32, Int32, Int32), _ place: Int32) -> Bool {
        if place > 0 {
            return symbols.0 == place || symbols.1 == place || symbols.2 == place || symbols.3 == place
        }
        let row = Int(~place) * bitsPerRow
        return hasBit(symbols.0, row) || hasBit(symbols.1, row) || hasBit(symbols.2, row) || hasBit(symbols.3, row)
    }

    @inline(__always)
    private func hasBit(_ symbol: Int32, _ row: Int) -> Bool {
        symbol != 0 && bits[row + Int(symbol) >> 6] & (1 << UInt64(symbol & 63)) != 0
    }

    /// The symbol of a kind of word, or 0.
    @inline(__always)
    func symbol(of kind: WordKind) -> Int32 { kinds[Int(kind.rawValue)] }

    /// The symbols of a normalized word: as its stem, as it is, and by its beginning; 0 for none. A long word that no
    /// rule knows is taken for the word it is a slip of.
    func lookUp(_ word: [UInt8]) -> (stem: Int32, exact: Int32, prefix: Int32) {
        let found = lookUpAsWritten(word)
        if found.stem | found.exact | found.prefix != 0 { return found }
        guard let meant = spelling.correction(of: word) else { return found }
        return lookUpAsWritten(meant)
    }

    private func lookUpAsWritten(_ word: [UInt8]) -> (stem: Int32, exact: Int32, prefix: Int32) {
        var prefix: Int32 = 0
        var hash = WordHash.seed
        for index in word.indices {
            hash = WordHash.add(word[index], to: hash)
            if index + 1 >= prefixLengths.lowerBound, index < prefixLengths.upperBound {
                let found = prefixes[hash]
                if found != 0 { prefix = found }
            }
        }
        return (stems[WordHash.hash(WordForm.stem(word))], exacts[hash], prefix)
    }
}
