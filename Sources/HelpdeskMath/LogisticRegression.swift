/// Logistic regression of a yes-or-no outcome: the probability is 1 / (1 + exp(−(b + w·x))).
///
/// Minimizes Σ weight·(negative log likelihood) + penalty/2·‖w‖² by Newton's method in double precision; b is not
/// penalized. For a handful to some hundreds of features: a step solves a dense system of their number.
public struct LogisticRegression: Hashable, Sendable, Codable {
    /// w: one weight for each feature.
    public var weights: [Double]
    /// b.
    public var bias: Double

    /// Creates a model from known weights.
    public init(weights: [Double], bias: Double) {
        self.weights = weights
        self.bias = bias
    }

    /// Fits the weights.
    ///
    /// - Parameters:
    ///   - features: One row of finite values an example, all of the same length, 1 to 1,024.
    ///   - outcomes: Whether it came true, one for each example.
    ///   - exampleWeights: How much each example counts; empty for 1 each. Finite, 0 or more.
    ///   - smoothsOutcomes: Whether outcomes count as a little uncertain, (n + 1)/(n + 2) and 1/(n + 2) for n of their kind,
    ///     so that a few examples without a mistake do not make certainty (Platt 1999).
    ///   - penalty: Finite, above 0; keeps the weights finite where the features tell the outcomes apart perfectly.
    /// - Throws: ``MathError/Code/mismatchedShape``, ``MathError/Code/invalidArgument``, ``MathError/Code/notFinite`` or
    ///   ``MathError/Code/noConvergence``.
    /// - Complexity: O(examples·features²) a step; some ten steps.
    public init(
        features: [[Double]], outcomes: [Bool], exampleWeights: [Double] = [], smoothsOutcomes: Bool = false,
        penalty: Double = 1
    ) throws(MathError) {
        let count = features.first?.count ?? 0
        guard (1...1024).contains(count) else {
            throw MathError(.invalidArgument, "logistic regression needs examples of 1 to 1,024 features, not \(count)")
        }
        guard features.count == outcomes.count, exampleWeights.isEmpty || exampleWeights.count == outcomes.count,
            features.allSatisfy({ $0.count == count })
        else {
            throw MathError(
                .mismatchedShape,
                "\(features.count) rows of \(count) features, \(outcomes.count) outcomes and \(exampleWeights.count) "
                    + "weights of examples do not fit each other")
        }
        guard features.allSatisfy({ $0.allSatisfy(\.isFinite) }), exampleWeights.allSatisfy({ $0.isFinite && $0 >= 0 })
        else { throw MathError(.notFinite, "a feature or the weight of an example is NaN, infinite or negative") }
        guard penalty.isFinite, penalty > 0 else {
            throw MathError(.invalidArgument, "a penalty of \(penalty): it must be finite and above 0")
        }
        var fit = Newton(count: count, penalty: penalty)
        let positives = Double(outcomes.count(where: \.self))
        let negatives = Double(outcomes.count) - positives
        let (yes, no) = smoothsOutcomes ? ((positives + 1) / (positives + 2), 1 / (negatives + 2)) : (1, 0)
        try fit.run(features, outcomes.map { $0 ? yes : no }, exampleWeights)
        weights = Array(fit.parameters.dropLast())
        bias = fit.parameters[count]
    }

    /// The probability of an outcome, from 0 to 1. The features must be as many as the weights.
    public func probability(_ features: [Double]) -> Double {
        precondition(features.count == weights.count, "\(features.count) features for \(weights.count) weights")
        return Self.sigmoid(zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 })
    }

    static func sigmoid(_ score: Double) -> Double {
        guard !score.isNaN else { return 0 }
        return score >= 0 ? 1 / (1 + exponential(-score)) : exponential(score) / (1 + exponential(score))
    }
}
