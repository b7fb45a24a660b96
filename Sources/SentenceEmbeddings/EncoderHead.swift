/// What becomes of the vectors of a sequence's tokens, once they have gone through all layers.
enum EncoderHead: Sendable {
    /// They become one vector.
    case pooling(SentenceTransformer.Pooling, isNormalized: Bool)
    /// The first one, of the token `[CLS]`, becomes one logit per label.
    case classifier(ClassifierWeights)

    /// The number of components of a sequence's result.
    func columns(hiddenSize: Int) -> Int {
        switch self {
        case .pooling: hiddenSize
        case .classifier(let weights): weights.labelCount
        }
    }
}
