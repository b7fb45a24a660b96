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

    /// Reads a text.
    public func features(_ text: String, origin: InjectionOrigin) -> InjectionFeatures {
        features(analysis(text), origin: origin)
    }

    func features(_ analysis: InjectionAnalysis, origin: InjectionOrigin) -> InjectionFeatures {
        func vector(_ range: Range<Int>) -> FeatureVector {
            FeatureExtractor.features(analysis, tokens: range, origin: origin, scales: scales)
        }
        let parts = Self.parts(analysis.tokens)
        return InjectionFeatures(
            windows: Self.windows(analysis.tokens).map(vector), parts: parts.count < 2 ? [] : parts.map(vector),
            hidesWords: analysis.isHidingWords)
    }

    /// From each sentence on, as many as have about ``partLength`` words; longer sentences are divided.
    static func parts(_ tokens: [InjectionToken]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        while start < tokens.count {
            var end = start
            var next = start
            while end < tokens.count, end - start < partLength {
                let sentence = tokens[end].sentence
                while end < tokens.count, end - start < 2 * partLength, tokens[end].sentence == sentence { end += 1 }
                if next == start { next = end }
            }
            parts.append(start..<end)
            if end == tokens.count { break }
            start = next
        }
        return parts
    }

    /// The fewest words of a small part, where there are as many.
    static let partLength = 24

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
