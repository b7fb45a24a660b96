/// A linear model over hashed features: one weight each for whether a text steers, and for what kind it is.
@_spi(Training)
public struct InjectionModel: Sendable {
    /// Weights of the features, of ``FeatureVector/dimension``.
    var weights: [Int8]
    /// What one step of a weight is worth.
    var step: Float
    /// Added to the sum.
    var intercept: Float
    /// Maps the sum to the log-odds of the probability.
    var slope: Float

    /// Creates a model.
    public init(weights: [Int8], step: Float, intercept: Float, slope: Float) {
        self.weights = weights
        self.step = step
        self.intercept = intercept
        self.slope = slope
    }

    /// The log-odds that a text steers.
    public func logit(_ features: FeatureVector) -> Float {
        guard weights.count == FeatureVector.dimension else { return -20 }
        var sum: Float = 0
        for (index, value) in zip(features.indices, features.values) { sum += Float(weights[Int(index)]) * value }
        return (sum * step + intercept) * slope
    }

    /// What a feature adds to the log-odds, for its value of 1.
    func weight(_ feature: Int) -> Float {
        weights.indices.contains(feature) ? Float(weights[feature]) * step * slope : 0
    }
}
