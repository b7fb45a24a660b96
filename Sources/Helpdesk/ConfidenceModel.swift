public import HelpdeskTriage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Turns the features of an answer into the probability that it is right.
///
/// A logistic regression: `1 / (1 + exp(−(bias + Σ weight · feature)))`. How well its probabilities meet the share of
/// right answers differs from one knowledge base to another; ``ConfidenceCalibration`` makes up for that.
public struct ConfidenceModel: Hashable, Sendable {
    /// The constant term.
    public var bias: Double
    /// The weights by name; a feature without one does not count.
    public var weights: [ConfidenceFeature: Double]

    /// Creates a model.
    public init(bias: Double, weights: [ConfidenceFeature: Double]) {
        self.bias = bias
        self.weights = weights
    }

    /// Creates a model of four features.
    public init(bias: Double, similarity: Double, margin: Double, agreement: Double, coverage: Double) {
        self.init(
            bias: bias,
            weights: [.similarity: similarity, .margin: margin, .agreement: agreement, .coverage: coverage])
    }

    /// The probability that an answer with these features is right, from 0 to 1. 0 where a feature is not finite.
    public func probability(_ features: ConfidenceFeatures) -> Double {
        var score = bias
        // In a fixed order, so that the sum comes out the same every time.
        for feature in ConfidenceFeature.allCases { score += (weights[feature] ?? 0) * features[feature] }
        return score.isFinite ? 1 / (1 + exp(-score)) : 0
    }

    /// What the model would have said about answers that were judged, as ``ConfidenceCalibration`` takes it.
    public func outcomes(of judged: [JudgedAnswer]) -> [ScoredOutcome] {
        judged.map {
            ScoredOutcome(score: probability($0.features), isRight: $0.isRight, weight: $0.weight)
        }
    }
}

extension ConfidenceModel: Codable {
    private enum Key: String, CodingKey {
        case bias, weights
    }

    /// Reads a model.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        bias = try values.decode(Double.self, forKey: .bias)
        weights = [:]
        let named = try values.nestedContainer(keyedBy: ConfidenceFeature.self, forKey: .weights)
        for feature in ConfidenceFeature.allCases {
            weights[feature] = try named.decodeIfPresent(Double.self, forKey: feature)
        }
    }

    /// Writes the weights under the names of their features.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(bias, forKey: .bias)
        var named = values.nestedContainer(keyedBy: ConfidenceFeature.self, forKey: .weights)
        for feature in ConfidenceFeature.allCases { try named.encodeIfPresent(weights[feature], forKey: feature) }
    }
}
