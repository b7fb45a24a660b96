/// The score from which it pays to answer, and what to expect with it.
///
/// ```swift
/// let choice = try DecisionThreshold(
///     for: outcomes, costs: DecisionCosts(wrongAnswer: 10, unnecessaryEscalation: 1))
/// if classification.answerProbability(outOfScopeShare: 0.1) >= choice.threshold { … }
/// ```
public struct DecisionThreshold: Hashable, Sendable, Codable {
    /// Answer from this score on. `Double.greatestFiniteMagnitude` where it pays never to answer.
    public var threshold: Double
    /// The expected share of questions that are answered.
    public var answeredShare: Double
    /// The expected share of answers that are right; 1 where none is given.
    public var precision: Double
    /// The expected share of questions that get a wrong answer.
    public var wrongAnswerShare: Double
    /// The expected share of questions that go to a person although the answer was right.
    public var unnecessaryEscalationShare: Double
    /// The expected cost of a question.
    public var expectedCost: Double

    /// Finds the threshold with the least expected cost. Equal scores are answered together or not at all; of equal costs
    /// the one that answers more is taken.
    ///
    /// - Parameters:
    ///   - outcomes: Scores with what became of them, from feedback or held-out examples.
    ///   - costs: What mistakes cost.
    /// - Throws: ``TriageError`` (`invalidArgument`) for no outcomes, or costs, scores or weights that are not finite or
    ///   are negative.
    /// - Complexity: O(n·log n).
    public init(for outcomes: [ScoredOutcome], costs: DecisionCosts) throws(TriageError) {
        let candidates = try Self.candidates(outcomes, costs)
        var best = candidates[0]
        for candidate in candidates.dropFirst() where candidate.expectedCost <= best.expectedCost { best = candidate }
        self = best
    }

    /// Finds the threshold that answers most at a precision.
    ///
    /// - Parameters:
    ///   - precision: The least share of answers that must be right, from 0 to 1.
    ///   - outcomes: Scores with what became of them.
    ///   - costs: Only for ``expectedCost``.
    /// - Throws: ``TriageError`` (`invalidArgument`), as ``init(for:costs:)``.
    public init(
        precision: Double, outcomes: [ScoredOutcome], costs: DecisionCosts = DecisionCosts()
    ) throws(TriageError) {
        guard (0...1).contains(precision) else {
            throw TriageError(.invalidArgument, "a precision of \(precision): it must be from 0 to 1")
        }
        let candidates = try Self.candidates(outcomes, costs)
        self = candidates.last { $0.precision >= precision } ?? candidates[0]
    }

    /// Every threshold there is, from answering nothing to answering everything.
    private static func candidates(
        _ outcomes: [ScoredOutcome], _ costs: DecisionCosts
    ) throws(TriageError) -> [DecisionThreshold] {
        guard costs.wrongAnswer.isFinite, costs.wrongAnswer >= 0, costs.unnecessaryEscalation.isFinite,
            costs.unnecessaryEscalation >= 0
        else { throw TriageError(.invalidArgument, "\(costs): costs must be finite and not negative") }
        if let bad = outcomes.firstIndex(where: { !$0.score.isFinite || !$0.weight.isFinite || $0.weight < 0 }) {
            throw TriageError(
                .invalidArgument, "outcome \(bad) is \(outcomes[bad]): it must be finite, its weight not negative")
        }
        let total = outcomes.reduce(0) { $0 + $1.weight }
        guard total > 0 else { throw TriageError(.invalidArgument, "there are no outcomes to choose a threshold by") }
        let allRight = outcomes.reduce(0) { $0 + ($1.isRight ? $1.weight : 0) }
        var result: [DecisionThreshold] = []
        var answered = 0.0
        var right = 0.0
        func add(_ threshold: Double) {
            let wrong = answered - right
            let lost = allRight - right
            result.append(
                DecisionThreshold(
                    threshold: threshold, answeredShare: answered / total,
                    precision: answered > 0 ? right / answered : 1, wrongAnswerShare: wrong / total,
                    unnecessaryEscalationShare: lost / total,
                    expectedCost: (wrong * costs.wrongAnswer + lost * costs.unnecessaryEscalation) / total))
        }
        add(.greatestFiniteMagnitude)
        let sorted = outcomes.sorted { $0.score > $1.score }
        for (index, outcome) in sorted.enumerated() {
            answered += outcome.weight
            if outcome.isRight { right += outcome.weight }
            if index + 1 == sorted.count || sorted[index + 1].score < outcome.score { add(outcome.score) }
        }
        return result
    }

    private init(
        threshold: Double, answeredShare: Double, precision: Double, wrongAnswerShare: Double,
        unnecessaryEscalationShare: Double, expectedCost: Double
    ) {
        self.threshold = threshold
        self.answeredShare = answeredShare
        self.precision = precision
        self.wrongAnswerShare = wrongAnswerShare
        self.unnecessaryEscalationShare = unnecessaryEscalationShare
        self.expectedCost = expectedCost
    }
}
