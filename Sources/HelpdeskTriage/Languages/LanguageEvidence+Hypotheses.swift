extension LanguageEvidence {
    /// The languages the text may be in, with their probabilities; notes the probability of none.
    ///
    /// Each script has a share of the text, and shares it out among its languages.
    mutating func hypotheses(where isAllowed: (Language) -> Bool) -> [LanguageDetection.Hypothesis] {
        var parts: [(mass: Double, languages: [(code: String, probability: Double)])] = []
        for (place, model) in LanguageModel.all.enumerated() where words(place) > 0 {
            let allowed = model.languages.map { $0 == "und" || isAllowed(Language(rawValue: $0)) }
            guard zip(allowed, model.languages).contains(where: { $0 && $1 != "und" }) else { continue }
            let probabilities = model.probabilities(sums(place)) { allowed[$0] }
            parts.append((mass(model.script), Array(zip(model.languages, probabilities))))
        }
        for raw in LetterScript.greek.rawValue...LetterScript.armenian.rawValue {
            guard let script = LetterScript(rawValue: raw), count(script) > 0, let code = script.language,
                isAllowed(Language(rawValue: code))
            else { continue }
            parts.append((mass(script), [(code, sureness(count(script)))]))
        }
        let eastern = chineseAndJapanese(where: isAllowed)
        if !eastern.isEmpty { parts.append((mass(.han) + mass(.kana), eastern)) }
        return combined(parts)
    }

    private mutating func combined(
        _ parts: [(mass: Double, languages: [(code: String, probability: Double)])]
    ) -> [LanguageDetection.Hypothesis] {
        // Squares: a few foreign names or words take little from the language of the rest.
        let total = parts.reduce(0) { $0 + $1.mass * $1.mass }
        guard total > 0 else { return [] }
        var hypotheses: [LanguageDetection.Hypothesis] = []
        for part in parts {
            let share = part.mass * part.mass / total
            for (code, probability) in part.languages {
                if code == "und" {
                    unknownProbability += share * probability
                } else {
                    hypotheses.append(.init(language: Language(rawValue: code), probability: share * probability))
                }
            }
        }
        return hypotheses
    }

    private func chineseAndJapanese(where isAllowed: (Language) -> Bool) -> [(code: String, probability: Double)] {
        let han = count(.han)
        let kana = count(.kana)
        guard han + kana > 0, kana > 0 || count(.hangul) == 0 else { return [] }
        let isJapaneseAllowed = isAllowed(.japanese)
        let isChineseAllowed = isAllowed(.chinese) && han > 0
        // Japanese goes without kana for a few characters only; Chinese takes kana for decoration at most.
        let japanese: Double =
            if kana * 10 >= han { sureness(kana + han) } else if hasChineseCharacters { 0.01 } else {
                1 / Double(2 + han / 3)
            }
        switch (isChineseAllowed, isJapaneseAllowed) {
        case (true, true):
            let chinese = kana * 10 >= han ? 0.01 : sureness(han) * (1 - japanese)
            return [("ja", japanese), ("zh", chinese)]
        case (true, false): return [("zh", kana * 10 >= han ? 0.01 : sureness(han))]
        case (false, true): return [("ja", kana > 0 ? sureness(kana + han) : japanese)]
        case (false, false): return []
        }
    }

    /// Whether a text has enough in it to name a language: words where a script is shared, else letters.
    func isEnough(for language: Language, words minimum: Int) -> Bool {
        for (place, model) in LanguageModel.all.enumerated() where model.languages.contains(language.rawValue) {
            return words(place) >= minimum
        }
        if language == .chinese || language == .japanese { return count(.han) + count(.kana) >= 3 }
        return LetterScript.languages.contains(language.rawValue)
    }

    private func mass(_ script: LetterScript) -> Double { Double(count(script)) * script.weight }

    /// One letter may be a symbol, a few are a word.
    private func sureness(_ letters: Int) -> Double { 1 - 0.5 / Double(1 + letters * letters / 4) }
}
