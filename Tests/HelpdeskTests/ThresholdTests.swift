import Helpdesk
import Testing

@Suite struct ThresholdTests {
    /// Calibrated: of the outcomes with a confidence of c, c are right.
    private static let outcomes = (0...100).flatMap { step in
        (0..<100).map { ScoredOutcome(score: Double(step) / 100, isRight: $0 < step) }
    }

    @Test func costsDecide() throws {
        let policy = try ResolutionPolicy().tuned(
            to: Self.outcomes, costs: DecisionCosts(wrongAnswer: 9, unnecessaryEscalation: 1))
        #expect(abs(policy.resolveThreshold - 0.9) < 0.011)
        #expect(abs(policy.draftThreshold - 0.2) < 0.011)
        let chosen = try ResolutionPolicy.thresholds(
            for: Self.outcomes, costs: DecisionCosts(wrongAnswer: 9, unnecessaryEscalation: 1))
        #expect(chosen.resolve.precision > 0.9 && chosen.resolve.answeredShare < 0.15)
    }

    @Test func calibratedConfidenceNeedsNoOutcomes() throws {
        let policy = try ResolutionPolicy(escalation: EscalationPolicy(maximumPreviousContacts: 3)).tuned(
            to: DecisionCosts(wrongAnswer: 3, unnecessaryEscalation: 1))
        #expect(policy.resolveThreshold == 0.75 && policy.draftThreshold == 0.2)
        #expect(policy.escalation.maximumPreviousContacts == 3)
    }

    @Test func thresholdsStayAPolicy() async throws {
        let wrong = (0..<50).map { ScoredOutcome(score: Double($0) / 50, isRight: false) }
        let never = try ResolutionPolicy().tuned(to: wrong, costs: DecisionCosts())
        #expect(never.resolveThreshold == 1 && never.draftThreshold == 1)
        let cheap = try ResolutionPolicy().tuned(
            to: Self.outcomes, costs: DecisionCosts(wrongAnswer: 0, unnecessaryEscalation: 1))
        #expect(cheap.resolveThreshold == 0 && cheap.draftThreshold == 0)
        for policy in [never, cheap] {
            _ = try await HelpCentre.agent(configuration: SupportAgent.Configuration(policy: policy))
        }
    }

    @Test func refusesBadCosts() {
        #expect(throws: TriageError.self) { try ResolutionPolicy().tuned(to: [], costs: DecisionCosts()) }
        #expect(throws: TriageError.self) {
            try ResolutionPolicy().tuned(to: DecisionCosts(wrongAnswer: 0, unnecessaryEscalation: 0))
        }
        #expect(throws: TriageError.self) {
            try ResolutionPolicy().tuned(to: DecisionCosts(wrongAnswer: .nan, unnecessaryEscalation: 1))
        }
    }
}
