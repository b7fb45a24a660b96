/// How a ``TriageModel`` is trained.
public struct TriageModelConfiguration: Hashable, Sendable {
    /// What embeddings are used for, where there is a model for them.
    public enum EmbeddingUse: String, Hashable, Sendable, Codable {
        /// Nothing: words, signs and rules decide. Needs no embedding model.
        case none
        /// Each component counts for itself: a small model, nearly as good on long-winded messages as ``kernel``.
        case linear
        /// Nearness to each of the examples counts: best where there are many labels. The model keeps the embeddings.
        case kernel
    }

    /// What embeddings are used for.
    public var embeddings: EmbeddingUse
    /// Whether the votes of rules are evidence to learn from.
    public var usesRules: Bool
    /// The penalty of the squared coefficients; above 0.
    public var penalty: Float
    /// The most words and parts of words that are kept, at least 1: those that say most. Each takes some 35 bytes.
    public var maximumFeatures: Int
    /// The most tickets whose embeddings the model keeps where nearness counts, at least 1; they stand for the others.
    /// Each takes some 400 bytes, and a microsecond a message for every ten.
    public var maximumPoints: Int
    /// The most tickets that are learned from, 2 to 16,384.
    public var maximumExamples: Int

    /// Creates a configuration.
    public init(
        embeddings: EmbeddingUse = .kernel, usesRules: Bool = true, penalty: Float = 0.5,
        maximumFeatures: Int = 100_000, maximumPoints: Int = .max, maximumExamples: Int = 12_288
    ) {
        self.embeddings = embeddings
        self.usesRules = usesRules
        self.penalty = penalty
        self.maximumFeatures = maximumFeatures
        self.maximumPoints = maximumPoints
        self.maximumExamples = maximumExamples
    }

    func validate() throws(TriageError) {
        guard penalty.isFinite, penalty > 0, maximumFeatures >= 1, maximumPoints >= 1,
            (2...16_384).contains(maximumExamples)
        else {
            throw TriageError(
                .invalidArgument,
                "penalty \(penalty), maximumFeatures \(maximumFeatures), maximumPoints \(maximumPoints), maximumExamples "
                    + "\(maximumExamples): they must be above 0, at least 1, at least 1 and 2 to 16,384")
        }
    }

    /// How much components of embeddings count when they count for themselves.
    static let linearWeight: Float = 0.5

    var kernel: KernelConfiguration {
        KernelConfiguration(
            usesEmbeddings: embeddings == .kernel, sharpness: 2, maximumPoints: maximumPoints, lexicalWeight: 0.6,
            sideWeight: 1, penalty: penalty,
            maximumFeatures: maximumFeatures)
    }
}
