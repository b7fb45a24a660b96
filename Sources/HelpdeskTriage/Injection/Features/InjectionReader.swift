/// Reads texts into features: what the detector and its trainer share.
@_spi(Training)
public struct InjectionReader: Sendable {
    let lexicon: ConceptLexicon
    let matcher: PhraseMatcher
    let scales: FeatureScales
    private var disabled: Set<String> = []

    /// The most words that are judged together; longer texts are judged in parts that overlap by half.
    static let windowLength = 160

    /// Creates a reader with the built-in words and rules.
    public init(scales: [Float]? = nil) {
        self.init(lexicon: .standard, matcher: .standard, scales: scales.map(FeatureScales.init) ?? FeatureScales())
    }

    init(lexicon: ConceptLexicon, matcher: PhraseMatcher, scales: FeatureScales = FeatureScales()) {
        self.lexicon = lexicon
        self.matcher = matcher
        self.scales = scales
    }

    /// A reader without some of the rules and structures.
    init(disabled: Set<String>) {
        self.init(lexicon: .standard, matcher: PhraseMatcher(PhraseRule.standard, disabled: disabled))
        self.disabled = disabled
    }

    /// The reader that all detectors without changes share.
    static let standard = InjectionReader()

    func analysis(_ text: String) -> InjectionAnalysis {
        InjectionAnalysis(text, lexicon: lexicon, matcher: matcher, disabled: disabled)
    }

    /// The features of each part of a text.
    public func features(_ text: String, origin: InjectionOrigin) -> [FeatureVector] {
        let analysis = analysis(text)
        return Self.windows(analysis.tokens).map {
            FeatureExtractor.features(analysis, tokens: $0, origin: origin, scales: scales)
        }
    }

    /// Whether a text hides words; such a text is suspicious whatever the model says.
    public func isHidingWords(_ text: String) -> Bool {
        analysis(text).isHidingWords
    }

    /// The parts of a text: whole sentences where they are short enough.
    static func windows(_ tokens: [InjectionToken]) -> [Range<Int>] {
        guard tokens.count > windowLength + windowLength / 4 else { return [tokens.indices] }
        var windows: [Range<Int>] = []
        var start = 0
        while start < tokens.count {
            var end = min(tokens.count, start + windowLength)
            end = boundary(tokens, near: end)
            windows.append(start..<end)
            if end == tokens.count { break }
            start = max(start + 1, boundary(tokens, near: start + windowLength / 2))
        }
        return windows
    }

    /// The beginning of a sentence at or shortly before a place, else the place itself.
    private static func boundary(_ tokens: [InjectionToken], near place: Int) -> Int {
        guard place < tokens.count else { return tokens.count }
        var index = place
        while index > place - windowLength / 4, index > 0 {
            if tokens[index - 1].sentence != tokens[index].sentence { return index }
            index -= 1
        }
        return place
    }
}
