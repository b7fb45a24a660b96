/// How much each kind of evidence counts in training, and how much the fit is held back.
struct KernelConfiguration: Sendable, Hashable {
    /// Whether the likeness of embeddings counts. Without, the examples' embeddings are not kept.
    var usesEmbeddings = true
    /// How fast likeness falls with the distance of two embeddings.
    var sharpness: Float = 2
    /// How many examples' embeddings are kept; with fewer than there are, they stand for the others.
    var maximumPoints = Int.max
    /// How much words, and parts of words, count beside the embedding.
    var lexicalWeight: Float = 0.3
    /// How much side features count.
    var sideWeight: Float = 1
    /// The penalty of the squared coefficients.
    var penalty: Float = 0.25
    /// How many words and parts of words are kept: those that say most.
    var maximumFeatures = Int.max
}
