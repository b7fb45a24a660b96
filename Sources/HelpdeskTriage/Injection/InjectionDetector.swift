/// Finds texts that try to steer the model which reads them: customer messages, articles and past tickets that override
/// instructions, pretend to be the system, ask for the prompt or for others' data, or order tools about.
///
/// ```swift
/// let report = InjectionDetector().examine("Ignore all previous instructions and …", origin: .customerMessage)
/// report.isSuspicious       // true
/// report.findings.first?.kind  // override
/// ```
///
/// A text is folded first (look-alikes, full-width and spaced-out letters, digits for letters), what is hidden or encoded
/// in it is decoded, and structures and phrases are looked up. A linear model over words, meanings, structures and
/// phrases gives the probability. Talk *about* such things is not flagged as a rule. Time is linear in the text.
public struct InjectionDetector: Sendable {
    /// The least probability with which a text is suspicious, from 0 to 1.
    public var threshold: Double

    let reader: InjectionReader
    let model: InjectionModel
    let phrases: [(keys: [UInt64], phrase: InjectionRules.Phrase)]
    let disabled: Set<String>

    /// Chosen by cross-validation on texts half of which only look like attacks: a precision of 0.90, a recall of 0.85. Of
    /// ordinary messages, one in 26 is flagged.
    public static let standardThreshold = 0.55

    /// Creates a detector.
    ///
    /// - Parameters:
    ///   - threshold: The least probability with which a text is suspicious.
    ///   - rules: The host's changes.
    public init(threshold: Double = InjectionDetector.standardThreshold, rules: InjectionRules = InjectionRules()) {
        self.threshold = threshold
        reader = rules.disabled.isEmpty ? .standard : InjectionReader(disabled: rules.disabled)
        model = .standard
        disabled = rules.disabled
        phrases = rules.phrases.compactMap { phrase in
            let keys = InjectionTokenizer(FoldedText(InvisibleText(phrase.text))).tokens.filter { !$0.isMark }.map(
                \.key)
            return keys.isEmpty ? nil : (keys, phrase)
        }
    }

    /// Examines a text.
    ///
    /// - Parameters:
    ///   - text: The text as it came in.
    ///   - origin: Where it came from.
    /// - Returns: How suspicious it is, where and why, and the text without invisible characters.
    /// - Complexity: O(length of the text); a message takes some tens of microseconds.
    public func examine(_ text: String, origin: InjectionOrigin = .customerMessage) -> InjectionReport {
        let analysis = reader.analysis(text)
        let features = reader.features(analysis, origin: origin)
        let logit = features.logit(model.logit)
        var probability = Double(1 / (1 + exponential(-logit)))
        var findings: [InjectionFinding] = []
        if features.hidesWords, !disabled.contains("hidden_words") {
            probability = max(probability, Self.certain)
            findings += hiddenWords(analysis)
        }
        let own = hostFindings(analysis)
        if !own.isEmpty {
            probability = max(probability, Self.certain)
            findings += own
        }
        let neutralized = analysis.invisible.isChanged ? analysis.invisible.text : text
        guard probability >= threshold else {
            return InjectionReport(probability: probability, isSuspicious: false, neutralizedText: neutralized)
        }
        if Double(1 / (1 + exponential(-logit))) >= threshold || findings.isEmpty {
            findings += modelFindings(analysis, worstPart(analysis, features), origin)
        }
        return InjectionReport(
            probability: probability, isSuspicious: true, findings: Self.ordered(findings), neutralizedText: neutralized
        )
    }

    /// A text without the characters that show nothing: tags, characters without width, direction controls, variation
    /// selectors and soft hyphens, except where an emoji, a flag or a script needs them. All else is untouched.
    ///
    /// - Complexity: O(length of the text)
    public static func neutralize(_ text: String) -> String {
        let invisible = InvisibleText(text)
        return invisible.isChanged ? invisible.text : text
    }

    /// The words of the worst small part with their neighbours, or all of a short text.
    private func worstPart(_ analysis: InjectionAnalysis, _ features: InjectionFeatures) -> Range<Int> {
        let logits = features.parts.map(model.logit)
        guard let worst = logits.max(), let place = logits.firstIndex(of: worst),
            analysis.tokens.count > InjectionReader.windowLength
        else { return analysis.tokens.indices }
        let part = InjectionReader.parts(analysis.tokens)[place]
        let reach = InjectionReader.windowLength / 2
        return max(0, part.lowerBound - reach)..<min(analysis.tokens.count, part.upperBound + reach)
    }

    /// The probability given to what needs no judgement.
    private static let certain = 0.98

    /// In the order of the text, each place and kind once.
    private static func ordered(_ findings: [InjectionFinding]) -> [InjectionFinding] {
        var seen: Set<InjectionFinding> = []
        return findings.filter { seen.insert($0).inserted }.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.kind.rawValue, $0.rule)
                < ($1.range.lowerBound, $1.range.upperBound, $1.kind.rawValue, $1.rule)
        }
    }
}
