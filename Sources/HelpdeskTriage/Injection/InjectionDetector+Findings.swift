/// Saying where a suspicious text steers, and what kind of steering it is.
extension InjectionDetector {
    /// The longest text that a finding repeats, in scalars.
    private static let longestQuote = 400

    func finding(_ kind: InjectionKind, _ analysis: InjectionAnalysis, _ range: Range<Int>, _ rule: String)
        -> InjectionFinding
    {
        InjectionFinding(
            kind: kind, range: range, text: Self.text(analysis.invisible.source[range.prefix(Self.longestQuote)]),
            rule: rule)
    }

    static func text(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for value in scalars {
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }

    /// Words in characters that show nothing.
    func hiddenWords(_ analysis: InjectionAnalysis) -> [InjectionFinding] {
        var findings: [InjectionFinding] = []
        for part in analysis.decoded.prefix(16) {
            switch part.payload.encoding {
            case .tags, .selectors, .bits, .bidi:
                findings.append(
                    InjectionFinding(
                        kind: .invisible, range: part.payload.range,
                        text: Self.text(part.payload.text.prefix(Self.longestQuote)), rule: "hidden_words"))
            default: break
            }
        }
        if analysis.invisible.isInterleaved, let range = analysis.invisible.interleaved {
            let visible = analysis.invisible.kept.drop { $0 < range.lowerBound }.prefix { $0 < range.upperBound }
            findings.append(
                InjectionFinding(
                    kind: .invisible, range: range,
                    text: Self.text(visible.prefix(Self.longestQuote).map { analysis.invisible.source[Int($0)] }),
                    rule: "hidden_words"))
        }
        return findings
    }

    /// Phrases of the host.
    func hostFindings(_ analysis: InjectionAnalysis) -> [InjectionFinding] {
        guard !phrases.isEmpty else { return [] }
        let words = analysis.tokens.filter { !$0.isMark }
        var findings: [InjectionFinding] = []
        for (keys, phrase) in phrases where words.count >= keys.count {
            for start in 0...(words.count - keys.count) where words[start].key == keys[0] {
                guard zip(words[start...], keys).allSatisfy({ $0.key == $1 }) else { continue }
                let range = words[start].range.lowerBound..<words[start + keys.count - 1].range.upperBound
                findings.append(finding(phrase.kind, analysis, analysis.folded.sourceRange(range), phrase.name))
                if findings.count >= 64 { return findings }
            }
        }
        return findings
    }

    /// What in the most suspicious part of a text made it so: decoded sentences, structures and phrases that speak for
    /// an attack, and where there are none, the sentence that weighs most.
    func modelFindings(_ analysis: InjectionAnalysis, _ part: Range<Int>, _ origin: InjectionOrigin)
        -> [InjectionFinding]
    {
        guard let first = part.first, let last = part.last else {
            let all = analysis.invisible.source.indices
            return [finding(.override, analysis, 0..<all.count, "model")]
        }
        var findings: [InjectionFinding] = []
        let sentences = sentences(of: analysis, part, origin)
        for decoded in analysis.decoded where decoded.isProse {
            switch decoded.payload.encoding {
            case .tags, .selectors, .bits, .bidi: continue
            default:
                findings.append(
                    InjectionFinding(
                        kind: .encoded, range: decoded.payload.range,
                        text: Self.text(decoded.payload.text.prefix(Self.longestQuote)),
                        rule: "\(decoded.payload.encoding)"))
            }
        }
        let lower = analysis.tokens[first].range.lowerBound
        let upper = analysis.tokens[last].range.upperBound
        for structure in analysis.structures.prefix(256) where (lower...upper).contains(structure.range.lowerBound) {
            guard let kind = Structure.kind(structure.form), !disabled.contains("\(structure.form)"),
                model.weight(FeatureExtractor.form(structure.form)) > 0
            else { continue }
            findings.append(
                finding(kind, analysis, analysis.folded.sourceRange(structure.range), "\(structure.form)"))
        }
        // The sentences that weigh most, each with the kind that its own phrases speak for.
        let heaviest = sentences.map(\.weight).max() ?? 0
        for sentence in sentences
        where sentence.weight >= max(0.6 * heaviest, 0) || findings.isEmpty && sentence.weight == heaviest {
            let range =
                analysis.tokens[sentence.tokens.lowerBound].range
                .lowerBound..<analysis.tokens[sentence.tokens.upperBound - 1].range.upperBound
            let (kind, rule) = kind(analysis, sentence.tokens, origin)
            findings.append(finding(kind, analysis, analysis.folded.sourceRange(range), rule))
            if findings.count >= 32 { break }
        }
        return findings
    }

    /// The sentences of a part with what each adds to the sum of the model.
    private func sentences(
        of analysis: InjectionAnalysis, _ part: Range<Int>, _ origin: InjectionOrigin
    ) -> [(tokens: Range<Int>, weight: Float)] {
        var result: [(Range<Int>, Float)] = []
        var start = part.lowerBound
        while start < part.upperBound {
            var end = start
            while end < part.upperBound, analysis.tokens[end].sentence == analysis.tokens[start].sentence { end += 1 }
            let features = FeatureExtractor.features(
                analysis, tokens: start..<end, origin: origin, scales: reader.scales)
            result.append((start..<end, model.logit(features)))
            start = end
        }
        return result
    }

    /// The kind of a sentence: the phrases that match in it vote.
    private func kind(_ analysis: InjectionAnalysis, _ tokens: Range<Int>, _ origin: InjectionOrigin) -> (
        InjectionKind, String
    ) {
        var votes: [InjectionKind: Float] = [:]
        var names: [InjectionKind: (String, Float)] = [:]
        for match in analysis.matches where tokens.contains(match.range.lowerBound) {
            let rule = reader.matcher.rules[match.rule]
            let weight = max(0.05, model.weight(FeatureExtractor.rule(match.rule)))
            // A phrase of the general kind says less than one of a kind of its own.
            let factor: Float = rule.kind == .poisonedKnowledge ? 0.6 : 1
            votes[rule.kind, default: 0] += weight * factor
            if weight > names[rule.kind]?.1 ?? 0 { names[rule.kind] = (rule.name, weight) }
        }
        if origin == .customerMessage, let weight = votes.removeValue(forKey: .poisonedKnowledge), votes.isEmpty {
            votes[.override] = weight
            names[.override] = names[.poisonedKnowledge]
        }
        let best = votes.max { $0.value == $1.value ? $0.key.rawValue > $1.key.rawValue : $0.value < $1.value }
        guard let best else { return (origin == .customerMessage ? .override : .poisonedKnowledge, "model") }
        return (best.key, names[best.key]?.0 ?? "model")
    }
}
