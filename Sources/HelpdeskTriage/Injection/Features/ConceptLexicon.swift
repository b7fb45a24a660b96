/// Looks words and phrases up that carry a concept.
struct ConceptLexicon: Sendable {
    private var words: [UInt64: ConceptSet] = [:]
    /// Beginnings of words, by their hash; at least ``shortestStem`` scalars.
    private var stems: [UInt64: ConceptSet] = [:]
    /// Phrases of two to five words, by the hash of their hashes.
    private var phrases: [UInt64: ConceptSet] = [:]
    /// How long the longest phrase is that begins with a word.
    private var phraseStarts: [UInt64: Int] = [:]

    private static let shortestStem = 3

    /// Reads entries, in each of which words and phrases are divided by commas; `*` stands for any ending.
    init(_ entries: [(Concept, String)]) {
        for (concept, list) in entries {
            for entry in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) { add(String(entry), concept) }
        }
    }

    /// Adds a word, a phrase, or the beginning of a word with a star.
    mutating func add(_ entry: String, _ concept: Concept) {
        let isStem = entry.hasSuffix("*")
        let text = isStem ? String(entry.dropLast()) : entry
        let tokenizer = InjectionTokenizer(FoldedText(InvisibleText(text)))
        let keys = tokenizer.tokens.map(\.key)
        guard let first = keys.first else { return }
        if keys.count > 1 {
            var hash = ScalarHash()
            for key in keys { hash.combine(key) }
            phrases[hash.value, default: []].insert(ConceptSet(concept))
            phraseStarts[first] = max(phraseStarts[first] ?? 0, min(keys.count, 8))
        } else if isStem {
            stems[first, default: []].insert(ConceptSet(concept))
        } else {
            words[first, default: []].insert(ConceptSet(concept))
        }
    }

    /// Whether a word, by its folded scalars, is known.
    func knows(_ scalars: ArraySlice<UInt32>) -> Bool { !concepts(of: scalars, key: ScalarHash.of(scalars)).isEmpty }

    func concepts(of scalars: ArraySlice<UInt32>, key: UInt64) -> ConceptSet {
        var found = words[key] ?? []
        var hash = ScalarHash()
        var length = 0
        for scalar in scalars {
            if scalar == 0x27 { continue }
            hash.combine(scalar)
            length += 1
            if length >= Self.shortestStem, let stem = stems[hash.value] { found.formUnion(stem) }
            if length >= 24 { break }
        }
        return found
    }

    /// Gives the words of a text their concepts.
    func mark(_ tokens: inout [InjectionToken], scalars: [UInt32]) {
        for index in tokens.indices {
            if !tokens[index].isMark {
                tokens[index].concepts.formUnion(concepts(of: scalars[tokens[index].range], key: tokens[index].key))
            }
            guard let longest = phraseStarts[tokens[index].key] else { continue }
            var hash = ScalarHash()
            hash.combine(tokens[index].key)
            for end in (index + 1)..<max(index + 1, min(tokens.count, index + longest)) {
                guard tokens[end].sentence == tokens[index].sentence else { break }
                hash.combine(tokens[end].key)
                if let found = phrases[hash.value] { tokens[index].concepts.formUnion(found) }
            }
        }
    }
}
