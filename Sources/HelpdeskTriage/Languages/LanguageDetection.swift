/// What was found out about the language of a text.
public struct LanguageDetection: Hashable, Sendable, Codable {
    /// A language the text may be in.
    public struct Hypothesis: Hashable, Sendable, Codable {
        /// The language.
        public var language: Language
        /// How probable it is, 0 to 1.
        public var probability: Double
        /// Creates a hypothesis.
        public init(language: Language, probability: Double) {
            self.language = language
            self.probability = probability
        }
    }

    /// The language, or `nil` when the text gives too little ground for one: it is undetermined.
    public var language: Language?
    /// The probability of the best hypothesis, 0 to 1, also of an undetermined text; 0 without any.
    public var confidence: Double
    /// The most probable languages, best first, at most five. The rest to 1 is for others and for no language at all.
    public var ranking: [Hypothesis]

    /// Creates a detection.
    public init(language: Language?, confidence: Double, ranking: [Hypothesis]) {
        self.language = language
        self.confidence = confidence
        self.ranking = ranking
    }

    /// Of a text without a word in any known script.
    static let none = LanguageDetection(language: nil, confidence: 0, ranking: [])
}
