/// Tells which language a message is written in, offline, in microseconds.
///
/// ```swift
/// let detector = LanguageDetector()
/// let detection = detector.detect("Wo bleibt meine Bestellung? Ich warte seit einer Woche.")
/// // detection.language == .german, detection.confidence > 0.99
/// detector.detect("ORD-4471").language  // nil: no language can be told
/// ```
///
/// Languages with a script of their own are told by it; those that share Latin, Cyrillic, Arabic or Devanagari letters
/// by a linear model over character n-grams. Addresses, file names, codes and numbers do not count. Time is linear in
/// the text up to 4,096 bytes, and constant above: of a longer text, stretches spread over it are read. A value; the
/// same text always gives the same answer.
public struct LanguageDetector: Sendable {
    /// The least confidence at which a language is named, 0 to 1.
    public var minimumConfidence: Double
    /// The fewest words that name a language among those that share a script.
    public var minimumWords: Int

    /// Creates a detector.
    ///
    /// - Parameters:
    ///   - minimumConfidence: The least confidence at which a language is named, 0 to 1.
    ///   - minimumWords: The fewest words that name a language among those that share a script.
    public init(minimumConfidence: Double = 0.5, minimumWords: Int = 3) {
        self.minimumConfidence = minimumConfidence
        self.minimumWords = minimumWords
    }

    /// The languages that can be told.
    public static let languages: [Language] =
        (LanguageModel.all.flatMap(\.languages).filter { $0 != "und" } + LetterScript.languages).map {
            Language(rawValue: $0)
        }

    /// Detects the language of a text.
    ///
    /// - Parameter text: Any text.
    /// - Returns: The language with its confidence, or no language where the text is too short, too mixed or not a text.
    public func detect(_ text: String) -> LanguageDetection {
        decide(LanguageEvidence(text)) { _ in true }
    }

    /// Detects which of some languages a text is in.
    ///
    /// - Parameters:
    ///   - text: Any text.
    ///   - languages: The languages to choose from. Probabilities are shares among them.
    /// - Returns: One of the languages with its confidence, or none.
    public func detect(_ text: String, among languages: some Sequence<Language>) -> LanguageDetection {
        let allowed = Set(languages)
        return decide(LanguageEvidence(text), where: allowed.contains)
    }

    private func decide(_ evidence: LanguageEvidence, where isAllowed: (Language) -> Bool) -> LanguageDetection {
        var evidence = evidence
        var ranking = evidence.hypotheses(where: isAllowed)
        ranking.sort {
            $0.probability == $1.probability
                ? $0.language.rawValue < $1.language.rawValue : $0.probability > $1.probability
        }
        let kept = ranking.prefix(5).filter { $0.probability >= 0.001 }
        guard let best = kept.first else { return .none }
        let isNamed =
            best.probability >= minimumConfidence && evidence.isEnough(for: best.language, words: minimumWords)
            && evidence.unknownProbability < best.probability
        return LanguageDetection(
            language: isNamed ? best.language : nil, confidence: best.probability, ranking: Array(kept))
    }
}
