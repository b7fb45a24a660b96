/// Turns a part of an analysed text into features.
struct FeatureExtractor {
    private var entries: [UInt64] = []
    private let origin: UInt64

    /// The features of some tokens of a text, with what stands in the same place.
    static func features(
        _ analysis: InjectionAnalysis, tokens: Range<Int>, origin: InjectionOrigin, scales: FeatureScales
    ) -> FeatureVector {
        var extractor = FeatureExtractor(origin)
        extractor.addWords(analysis.tokens[tokens], analysis.scalars, .word)
        extractor.addConcepts(analysis.tokens[tokens])
        extractor.addMatches(analysis, tokens)
        extractor.addForms(analysis, tokens)
        extractor.addDecoded(analysis, tokens)
        extractor.addFlags(analysis, tokens)
        return FeatureVector(extractor.entries, scales: scales)
    }

    private init(_ origin: InjectionOrigin) {
        self.origin = UInt64(InjectionOrigin.allCases.firstIndex(of: origin) ?? 0) + 1
        entries.reserveCapacity(2_048)
        add(.bias, 1, self.origin)
        add(.bias, 1, 0)
    }

    /// The index of the feature that a structure is there.
    static func form(_ form: Structure.Form) -> Int { index(17, UInt64(form.rawValue)) }

    /// The index of the feature that a phrase matches outside of quotation marks.
    static func rule(_ rule: Int) -> Int { index(15, UInt64(rule)) }

    private static func index(_ tag: UInt64, _ value: UInt64) -> Int {
        var hash = value ^ (tag &* 0x9E37_79B9_7F4A_7C15)
        hash = (hash ^ hash >> 31) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 29) &* 0x94D0_49BB_1331_11EB
        return Int((hash ^ hash >> 32) & UInt64(FeatureVector.dimension - 1))
    }

    private mutating func add(_ group: FeatureGroup, _ tag: UInt64, _ value: UInt64) {
        entries.append(UInt64(Self.index(tag, value)) << 8 | UInt64(group.rawValue))
    }

    private mutating func addWords(_ tokens: ArraySlice<InjectionToken>, _ scalars: [UInt32], _ group: FeatureGroup) {
        var previous: InjectionToken?
        for token in tokens {
            add(group, 2, token.key)
            if let last = previous, last.sentence == token.sentence {
                add(.pair, 3, last.key &* 31 &+ token.key)
            } else {
                add(.pair, 4, token.key)
            }
            previous = token
            if !token.isMark, token.range.count >= 4 { addLetters(scalars[token.range]) }
        }
    }

    /// Runs of three and four letters within a word, its edges included.
    private mutating func addLetters(_ word: ArraySlice<UInt32>) {
        let edged = [0x20] + word.prefix(16) + [0x20]
        for length in 3...4 where edged.count >= length {
            for start in 0...(edged.count - length) {
                add(.letters, 5, ScalarHash.of(edged[start..<start + length]))
            }
        }
    }

    private mutating func addConcepts(_ tokens: ArraySlice<InjectionToken>) {
        var lastSentence: Int32 = -1
        // For each concept, where it last stood in the sentence.
        var places = Array(repeating: -100, count: 64)
        var seen = ConceptSet()
        for (index, token) in zip(0..., tokens) {
            if token.sentence != lastSentence {
                places = Array(repeating: -100, count: 64)
                lastSentence = token.sentence
                token.concepts.forEach { add(.concept, 6, UInt64($0)) }
            }
            guard !token.concepts.isEmpty else { continue }
            let tag: UInt64 = token.isQuoted ? 7 : token.isHidden ? 8 : 9
            let quote: UInt64 = token.isQuoted ? 1 << 32 : 0
            if !token.isQuoted { seen.formUnion(token.concepts) }
            token.concepts.forEach { concept in
                add(.concept, tag, UInt64(concept))
                if !token.isQuoted { add(.concept, 10, UInt64(concept) << 4 | origin) }
                for other in 0..<Concept.allCases.count where index - places[other] <= 10 && index > places[other] {
                    add(.conceptPair, 11, UInt64(other) << 8 | UInt64(concept) | quote)
                    if index - places[other] <= 3 {
                        add(.conceptPair, 12, UInt64(other) << 8 | UInt64(concept) | quote)
                    }
                }
            }
            token.concepts.forEach { places[$0] = index }
        }
        let all = Concept.allCases.filter { seen.contains(ConceptSet($0)) }.map { UInt64($0.rawValue) }
        for first in all { for second in all where second > first { add(.conceptPair, 13, first << 8 | second) } }
    }

    private mutating func addMatches(_ analysis: InjectionAnalysis, _ tokens: Range<Int>) {
        for match in analysis.matches where tokens.contains(match.range.lowerBound) {
            let first = analysis.tokens[match.range.lowerBound]
            add(.rule, first.isQuoted ? 14 : 15, UInt64(match.rule))
            if !first.isQuoted { add(.rule, 16, UInt64(match.rule) << 4 | origin) }
        }
    }

    private mutating func addForms(_ analysis: InjectionAnalysis, _ tokens: Range<Int>) {
        guard let first = tokens.first, let last = tokens.last else { return }
        let lower = first == 0 ? 0 : analysis.tokens[first].range.lowerBound
        let upper = last + 1 == analysis.tokens.count ? Int.max : analysis.tokens[last].range.upperBound
        var kinds: Set<UInt8> = []
        for structure in analysis.structures where (lower..<upper).contains(structure.range.lowerBound) {
            add(.form, 17, UInt64(structure.form.rawValue))
            add(.form, 18, UInt64(structure.form.rawValue) << 4 | origin)
            kinds.insert(structure.form.rawValue)
            let start = analysis.tokens.partition { $0.range.upperBound > structure.range.lowerBound }
            var concepts = ConceptSet()
            var index = start
            while index < min(start + 60, analysis.tokens.count),
                analysis.tokens[index].range.lowerBound < structure.range.upperBound
            {
                concepts.formUnion(analysis.tokens[index].concepts)
                index += 1
            }
            concepts.forEach { add(.conceptPair, 19, UInt64(structure.form.rawValue) << 8 | UInt64($0)) }
        }
        for one in kinds { for other in kinds where other > one { add(.form, 20, UInt64(one) << 8 | UInt64(other)) } }
    }

    private mutating func addDecoded(_ analysis: InjectionAnalysis, _ tokens: Range<Int>) {
        for decoded in analysis.decoded where contains(decoded.payload.range, analysis, tokens) {
            let encoding = UInt64(decoded.payload.encoding.rawValue)
            add(.flag, 21, encoding)
            guard decoded.isProse else { continue }
            add(.flag, 22, encoding)
            add(.flag, 23, 0)
            addWords(decoded.tokens.prefix(200)[...], decoded.scalars, .decodedWord)
            for token in decoded.tokens.prefix(200) { token.concepts.forEach { add(.concept, 24, UInt64($0)) } }
            addConcepts(decoded.tokens.prefix(200)[...])
        }
    }

    private func contains(_ range: Range<Int>, _ analysis: InjectionAnalysis, _ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return true }
        let lower = first == 0 ? 0 : Int(analysis.folded.origins[analysis.tokens[first].range.lowerBound])
        let upper =
            last + 1 == analysis.tokens.count
            ? Int.max : Int(analysis.folded.origins[analysis.tokens[last].range.upperBound - 1])
        return (lower...upper).contains(range.lowerBound)
    }

    private mutating func addFlags(_ analysis: InjectionAnalysis, _ tokens: Range<Int>) {
        if analysis.invisible.joinedLetters >= 1 { add(.flag, 25, 0) }
        if analysis.invisible.isInterleaved { add(.flag, 25, 1) }
        if analysis.mixedWords >= 1 { add(.flag, 26, 0) }
        if analysis.mixedWords >= 3 { add(.flag, 26, 1) }
        if analysis.folded.fancy >= 5 { add(.flag, 27, 0) }
        if analysis.folded.letters > 20, analysis.folded.capitals * 2 > analysis.folded.letters { add(.flag, 28, 0) }
        add(.flag, 29, UInt64(min(7, tokens.count / 16)))
        if let last = tokens.last,
            analysis.tokens[max(tokens.lowerBound, last - 1)...last].contains(where: { $0.key == Self.questionMark })
        {
            add(.flag, 30, origin)
        }
    }

    private static let questionMark = ScalarHash.of("?")
}
