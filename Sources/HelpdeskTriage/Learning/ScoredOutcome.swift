/// A score that was given, and whether what it was given for proved right.
public struct ScoredOutcome: Hashable, Sendable, Codable {
    /// The score or probability.
    public var score: Double
    /// Whether the answer was right. A question that has no right answer counts as wrong.
    public var isRight: Bool
    /// How much the outcome counts.
    public var weight: Double

    /// Creates an outcome.
    public init(score: Double, isRight: Bool, weight: Double = 1) {
        self.score = score
        self.isRight = isRight
        self.weight = weight
    }
}
