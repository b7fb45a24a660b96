import HelpdeskTriage
import Testing

@Suite struct DecisionThresholdTests {
    private let outcomes = [
        ScoredOutcome(score: 0.9, isRight: true), ScoredOutcome(score: 0.8, isRight: true),
        ScoredOutcome(score: 0.7, isRight: false), ScoredOutcome(score: 0.6, isRight: true),
        ScoredOutcome(score: 0.2, isRight: false),
    ]

    @Test func weighsMistakes() throws {
        // A wrong answer costs 5: stop before the first. By hand: lost one right of five.
        let careful = try DecisionThreshold(
            for: outcomes, costs: DecisionCosts(wrongAnswer: 5, unnecessaryEscalation: 1))
        #expect(careful.threshold == 0.8)
        #expect(careful.answeredShare == 0.4)
        #expect(careful.precision == 1)
        #expect(careful.unnecessaryEscalationShare == 0.2)
        #expect(careful.expectedCost == 0.2)
        // Cheap mistakes: answer down to the last right one.
        let bold = try DecisionThreshold(
            for: outcomes, costs: DecisionCosts(wrongAnswer: 0.5, unnecessaryEscalation: 1))
        #expect(bold.threshold == 0.6)
        #expect(bold.wrongAnswerShare == 0.2)
        #expect(abs(bold.expectedCost - 0.1) < 1e-12)
        // Free mistakes: answer everything. Dear ones with nothing right: nothing.
        #expect(try DecisionThreshold(for: outcomes, costs: DecisionCosts(wrongAnswer: 0)).answeredShare == 1)
        let never = try DecisionThreshold(
            for: [ScoredOutcome(score: 0.9, isRight: false)], costs: DecisionCosts(wrongAnswer: 1))
        #expect(never.threshold > 1)
        #expect(never.answeredShare == 0)
    }

    @Test func costIsTheLeastOfAllThresholds() throws {
        var random = SplitMix(state: 3)
        for _ in 0..<50 {
            let outcomes = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                ScoredOutcome(
                    score: Double(Int.random(in: 0...6, using: &random)) / 6, isRight: Bool.random(using: &random),
                    weight: Double(Int.random(in: 1...3, using: &random)))
            }
            let costs = DecisionCosts(
                wrongAnswer: Double.random(in: 0...5, using: &random),
                unnecessaryEscalation: Double.random(in: 0...5, using: &random))
            let choice = try DecisionThreshold(for: outcomes, costs: costs)
            let total = outcomes.reduce(0) { $0 + $1.weight }
            func cost(_ threshold: Double) -> Double {
                outcomes.reduce(0) { sum, outcome in
                    let isAnswered = outcome.score >= threshold
                    if isAnswered == outcome.isRight { return sum }
                    return sum + outcome.weight * (isAnswered ? costs.wrongAnswer : costs.unnecessaryEscalation)
                } / total
            }
            #expect(abs(cost(choice.threshold) - choice.expectedCost) < 1e-9)
            for step in 0...7 { #expect(choice.expectedCost <= cost(Double(step) / 6) + 1e-9) }
        }
    }

    @Test func reachesAPrecision() throws {
        let choice = try DecisionThreshold(precision: 0.75, outcomes: outcomes)
        #expect(choice.threshold == 0.6)
        #expect(choice.answeredShare == 0.8)
        let impossible = try DecisionThreshold(precision: 1, outcomes: [ScoredOutcome(score: 1, isRight: false)])
        #expect(impossible.answeredShare == 0)
    }

    @Test func equalScoresAreAnsweredTogether() throws {
        let tied = [ScoredOutcome(score: 0.5, isRight: true), ScoredOutcome(score: 0.5, isRight: false)]
        let choice = try DecisionThreshold(for: tied, costs: DecisionCosts(wrongAnswer: 3))
        #expect(choice.answeredShare == 0)
    }

    @Test func refuses() {
        #expect(throws: TriageError.self) { try DecisionThreshold(for: [], costs: DecisionCosts()) }
        #expect(throws: TriageError.self) {
            try DecisionThreshold(for: outcomes, costs: DecisionCosts(wrongAnswer: -1))
        }
        #expect(throws: TriageError.self) {
            try DecisionThreshold(for: [ScoredOutcome(score: .nan, isRight: true)], costs: DecisionCosts())
        }
        #expect(throws: TriageError.self) {
            try DecisionThreshold(for: [ScoredOutcome(score: 1, isRight: true, weight: 0)], costs: DecisionCosts())
        }
        #expect(throws: TriageError.self) { try DecisionThreshold(precision: 2, outcomes: outcomes) }
    }
}
