/// An answer, as ``ConfidenceFeatures`` see it, and whether it proved right.
///
/// Holds no text of the customer or the knowledge base; save them and refit when there are more.
public struct JudgedAnswer: Hashable, Sendable, Codable {
    /// What was known about the answer.
    public var features: ConfidenceFeatures
    /// Whether it was right. An answer to a question that the knowledge base cannot answer is wrong.
    public var isRight: Bool
    /// How much the answer counts.
    public var weight: Double

    /// Creates a judged answer.
    public init(features: ConfidenceFeatures, isRight: Bool, weight: Double = 1) {
        self.features = features
        self.isRight = isRight
        self.weight = weight
    }
}
