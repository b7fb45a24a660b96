/// How a ``TextClassifier`` is trained. The defaults were chosen by cross-validation on the training questions of
/// Banking77, and hold over a wide range.
public struct TextClassifierConfiguration: Hashable, Sendable {
    /// How fast likeness falls with the distance of two embeddings: it is exp(sharpness·(cosine − 1)). Above 0.
    public var sharpness: Float
    /// How much words, and parts of words, each count beside the embedding; 0 or more.
    public var lexicalWeight: Float
    /// The penalty of the squared coefficients; above 0. More holds the fit back further.
    public var penalty: Float
    /// The most examples that are learned from, 2 to 16,384. Of more, as many of each label as possible are taken, the
    /// first of each. Training takes memory for the square of it, times 4 bytes, and time for its cube.
    public var maximumExamples: Int

    /// Creates a configuration.
    public init(
        sharpness: Float = 2, lexicalWeight: Float = 0.3, penalty: Float = 0.25, maximumExamples: Int = 16_384
    ) {
        self.sharpness = sharpness
        self.lexicalWeight = lexicalWeight
        self.penalty = penalty
        self.maximumExamples = maximumExamples
    }

    func validate() throws(TriageError) {
        guard sharpness.isFinite, sharpness > 0, lexicalWeight.isFinite, lexicalWeight >= 0, penalty.isFinite,
            penalty > 0
        else {
            throw TriageError(
                .invalidArgument,
                "sharpness \(sharpness), lexicalWeight \(lexicalWeight), penalty \(penalty): they must be finite, "
                    + "lexicalWeight 0 or more and the others above 0")
        }
        guard (2...16_384).contains(maximumExamples) else {
            throw TriageError(.invalidArgument, "maximumExamples is \(maximumExamples): it must be from 2 to 16,384")
        }
    }

    var kernel: KernelConfiguration {
        KernelConfiguration(sharpness: sharpness, lexicalWeight: lexicalWeight, penalty: penalty)
    }
}
