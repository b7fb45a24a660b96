/// The tables of the grounding check, keyed by hashes of stems and forms.
struct GroundingLexicon: Sendable {
    /// What is known of a stem or phrase.
    struct Entry: Sendable {
        /// Groups of words that say the same; negative where it is the opposite of the group's first word.
        var groups: [Int16] = []
        /// Sets of words that exclude each other.
        var contrasts: [Int16] = []
    }

    /// Several words that are read as one.
    struct Phrase: Sendable {
        var rest: [UInt64]
        var key: UInt64
        var entry: Int32
        var traits: GroundingToken.Traits
        /// Whether other words may stand before its last one: "switch it on".
        var isSeparable: Bool
    }

    static let standard = GroundingLexicon()

    private(set) var entries: [Entry] = []
    private(set) var stems: [UInt64: Int32] = [:]
    private(set) var phrases: [UInt64: [Phrase]] = [:]
    private(set) var forms: [UInt64: GroundingToken.Traits] = [:]
    private(set) var lightStems: Set<UInt64> = []
    private(set) var bases: [UInt64: UInt64] = [:]
    private(set) var numbers: [UInt64: Double] = [:]
    private(set) var multipliers: [UInt64: Double] = [:]
    private(set) var units: [UInt64: Int16] = [:]

    private init() {
        for line in GroundingTables.irregularForms.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let first = words.first else { continue }
            var letters = Array(first.utf8)
            EnglishStemmer.stem(&letters)
            let stem = WordScanner.hash(letters)
            for word in words { bases[WordScanner.hash(word.utf8)] = stem }
        }
        var group: Int16 = 1
        for table in [GroundingTables.synonyms, GroundingTables.related] {
            for line in table.split(separator: "\n") {
                for word in line.split(separator: " ") {
                    let isOpposite = word.hasPrefix("!")
                    let id = add(isOpposite ? word.dropFirst() : word, [])
                    let value = isOpposite ? -group : group
                    if !entries[id].groups.contains(value), !entries[id].groups.contains(-value) {
                        entries[id].groups.append(value)
                    }
                }
                group += 1
            }
        }
        for (index, line) in GroundingTables.contrasts.split(separator: "\n").enumerated() {
            for word in line.split(separator: " ") {
                let id = add(word, [])
                entries[id].contrasts.append(Int16(index))
            }
        }
        mark(GroundingTables.stopWords, .stop)
        mark(GroundingTables.negators, .negator)
        mark(GroundingTables.limits, .limit)
        mark(GroundingTables.absolutes, .absolute)
        mark(GroundingTables.reasons, .reason)
        mark(GroundingTables.promises, .promise)
        mark(GroundingTables.imperatives, .imperative)
        mark(GroundingTables.knowledge, .knowledge)
        mark(GroundingTables.mentions, .mention)
        mark(GroundingTables.courtesy, .courtesy)
        mark(GroundingTables.verbal, .verbal)
        mark(GroundingTables.conjunctions, .conjunction)
        mark(GroundingTables.past, .past)
        mark(GroundingTables.bounds, [])
        for word in GroundingTables.lightWords.split(separator: " ") { lightStems.insert(stem(word)) }
        for (word, value) in GroundingTables.numbers { numbers[WordScanner.hash(word.utf8)] = value }
        for (word, value) in GroundingTables.multipliers { multipliers[WordScanner.hash(word.utf8)] = value }
        for (index, unit) in GroundingTables.units.enumerated() {
            for word in unit.words.split(separator: " ") { units[WordScanner.hash(word.utf8)] = Int16(index) }
        }
        for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
    }

    /// The hash of the stem of a lower-case word.
    func stem(_ word: some StringProtocol) -> UInt64 {
        var letters = Array(word.utf8)
        return stem(&letters, form: WordScanner.hash(letters))
    }

    /// The hash of the stem of lower-case letters, whose hash is `form`.
    func stem(_ letters: inout [UInt8], form: UInt64) -> UInt64 {
        if let base = bases[form] { return base }
        EnglishStemmer.stem(&letters)
        return WordScanner.hash(letters)
    }

    /// Adds a word, or a phrase whose words `_` joins, and returns its entry.
    private mutating func add(_ word: Substring, _ traits: GroundingToken.Traits) -> Int {
        let parts = word.split(separator: "_").map { stem($0) }
        guard parts.count > 1 else {
            let key = parts.first ?? 0
            if let known = stems[key] { return Int(known) }
            entries.append(Entry())
            stems[key] = Int32(entries.count - 1)
            return entries.count - 1
        }
        let rest = Array(parts.dropFirst())
        if let place = phrases[parts[0]]?.firstIndex(where: { $0.rest == rest }) {
            phrases[parts[0]]?[place].traits.formUnion(traits)
            return Int(phrases[parts[0]]?[place].entry ?? 0)
        }
        entries.append(Entry())
        var key: UInt64 = 0x9e37_79b9_7f4a_7c15
        for part in parts { key = (key ^ part) &* 0x100_0000_01b3 }
        let particle = word.split(separator: "_").last ?? ""
        phrases[parts[0], default: []].append(
            Phrase(
                rest: rest, key: key, entry: Int32(entries.count - 1), traits: traits,
                isSeparable: parts.count == 2
                    && !GroundingTables.stopWords.split(separator: " ").contains(word.prefix { $0 != "_" })
                    && ["on", "off", "back", "up", "in", "out", "down"].contains(particle)))
        return entries.count - 1
    }

    private mutating func mark(_ list: String, _ traits: GroundingToken.Traits) {
        for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if word.contains("_") {
                _ = add(word, traits)
            } else {
                forms[WordScanner.hash(word.utf8), default: []].formUnion(traits)
            }
        }
    }
}
