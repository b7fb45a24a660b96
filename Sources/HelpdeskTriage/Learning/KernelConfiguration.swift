/// How much each kind of evidence counts in training, and how much the fit is held back.
struct KernelConfiguration: Sendable, Hashable {
    /// How fast likeness falls with the distance of two embeddings.
    var sharpness: Float = 2
    /// How much words, and parts of words, count beside the embedding.
    var lexicalWeight: Float = 0.3
    /// How much side features count.
    var sideWeight: Float = 1
    /// The penalty of the squared coefficients.
    var penalty: Float = 0.25
    /// Into how many buckets words are folded, as a power of two; 31 for as they are.
    var bucketBits = 31
}
