/// Everything that is looked up in a text before it is judged: words, structures, decoded parts, matches of rules.
struct InjectionAnalysis {
    /// What was decoded, with its words.
    struct Decoded {
        var payload: DecodedPayload
        var tokens: [InjectionToken]
        var scalars: [UInt32]
        /// Whether it reads as a sentence.
        var isProse: Bool
    }

    let invisible: InvisibleText
    let folded: FoldedText
    private(set) var tokens: [InjectionToken]
    /// The folded scalars, look-alikes replaced.
    let scalars: [UInt32]
    let mixedWords: Int
    let structures: [Structure]
    private(set) var decoded: [Decoded] = []
    let matches: [PhraseMatcher.Match]

    init(_ text: String, lexicon: ConceptLexicon, matcher: PhraseMatcher, disabled: Set<String> = []) {
        invisible = InvisibleText(text)
        folded = FoldedText(invisible)
        let tokenizer = InjectionTokenizer(folded)
        scalars = tokenizer.plain
        mixedWords = tokenizer.mixedWords
        var tokens = tokenizer.tokens
        lexicon.mark(&tokens, scalars: scalars)
        let found = StructureScanner(scalars).found
        structures = disabled.isEmpty ? found : found.filter { !disabled.contains("\($0.form)") }
        Self.mark(&tokens, structures)
        self.tokens = tokens
        matches = matcher.matches(tokens)
        let folded = folded
        for hidden in invisible.payloads.prefix(32) {
            let encoding: DecodedPayload.Encoding =
                switch hidden.carrier {
                case .tags: .tags
                case .bits: .bits
                case .selectors: .selectors
                case .reversed: .bidi
                }
            add(DecodedPayload(encoding: encoding, text: hidden.text, range: hidden.range), lexicon)
        }
        let visible = invisible.kept.map { invisible.source[Int($0)] }
        for payload in PayloadDecoder(visible, origins: invisible.kept).payloads { add(payload, lexicon) }
        let reader = CipherReader(scalars, tokens: tokens, lexicon: lexicon) { folded.sourceRange($0) }
        for payload in reader.payloads.prefix(32) { add(payload, lexicon) }
    }

    /// Whether words are hidden in a way that no honest text has: sentences in characters that show nothing, or words
    /// with such a character after each letter.
    var isHidingWords: Bool {
        invisible.isInterleaved
            || decoded.contains { part in
                switch part.payload.encoding {
                case .tags, .selectors: part.payload.text.count >= 6
                case .bits: part.payload.text.count >= 4
                case .bidi: part.isProse
                default: false
                }
            }
    }

    private mutating func add(_ payload: DecodedPayload, _ lexicon: ConceptLexicon) {
        let tokenizer = InjectionTokenizer(FoldedText(decoded: payload.text, at: payload.range.lowerBound))
        var tokens = tokenizer.tokens
        lexicon.mark(&tokens, scalars: tokenizer.plain)
        let words = tokens.lazy.filter { !$0.isMark }
        let known = words.count { CommonWords.english.contains($0.key) || !$0.concepts.isEmpty }
        decoded.append(
            Decoded(
                payload: payload, tokens: tokens, scalars: tokenizer.plain,
                isProse: known >= 2 && known * 3 >= words.count))
    }

    /// Gives words within structures the concept of the structure.
    private static func mark(_ tokens: inout [InjectionToken], _ structures: [Structure]) {
        for structure in structures {
            guard let concept = Structure.concept(structure.form) else { continue }
            var index = tokens.partition { $0.range.upperBound > structure.range.lowerBound }
            let isHidden = concept == .hidden
            while index < tokens.count, tokens[index].range.lowerBound < structure.range.upperBound {
                tokens[index].concepts.insert(ConceptSet(concept))
                if isHidden { tokens[index].isHidden = true }
                index += 1
            }
        }
    }
}

extension [InjectionToken] {
    /// The first index for which a condition holds, where it holds for all after it.
    func partition(_ condition: (InjectionToken) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
