#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Turns the features of an answer into the probability that it is right.
///
/// A logistic regression: `1 / (1 + exp(−(bias + Σ weight · feature)))`.
public struct ConfidenceModel: Hashable, Sendable, Codable {
    /// The constant term.
    public var bias: Double
    /// The weight of ``ConfidenceFeatures/similarity``.
    public var similarity: Double
    /// The weight of ``ConfidenceFeatures/margin``.
    public var margin: Double
    /// The weight of ``ConfidenceFeatures/agreement``.
    public var agreement: Double
    /// The weight of ``ConfidenceFeatures/coverage``.
    public var coverage: Double

    /// Creates a model.
    public init(bias: Double, similarity: Double, margin: Double, agreement: Double, coverage: Double) {
        self.bias = bias
        self.similarity = similarity
        self.margin = margin
        self.agreement = agreement
        self.coverage = coverage
    }

    /// The probability that an answer with these features is right, from 0 to 1.
    public func probability(_ features: ConfidenceFeatures) -> Double {
        let score =
            bias + similarity * features.similarity + margin * features.margin + agreement * features.agreement
            + coverage * features.coverage
        return score.isFinite ? 1 / (1 + exp(-score)) : 0
    }
}
