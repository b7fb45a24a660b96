/// What mistakes cost a host, in any unit: only their ratio counts.
public struct DecisionCosts: Hashable, Sendable, Codable {
    /// What a wrong answer costs that was given.
    public var wrongAnswer: Double
    /// What it costs to hand a question to a person that would have been answered right.
    public var unnecessaryEscalation: Double

    /// Creates costs. Both must be finite and not negative.
    public init(wrongAnswer: Double = 5, unnecessaryEscalation: Double = 1) {
        self.wrongAnswer = wrongAnswer
        self.unnecessaryEscalation = unnecessaryEscalation
    }
}
