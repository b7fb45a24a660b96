import Foundation
import Helpdesk
import Testing

@Suite struct JudgementTests {
    @Test func keepsTheLastJudgementOfAnAnswer() async throws {
        let agent = try await HelpCentre.agent()
        let first = try await agent.resolve(SupportQuery("How do I reset my password?"))
        let second = try await agent.resolve(SupportQuery("What does the Team plan cost?"))
        #expect(agent.judgedAnswers().isEmpty)
        try agent.recordJudgement(isRight: false, for: first.id)
        try agent.recordJudgement(isRight: true, for: first.id)
        try agent.recordSatisfaction(0.2, for: second.id)
        let features = try #require(first.confidenceFeatures)
        #expect(agent.judgedAnswers() == [JudgedAnswer(features: features, isRight: true)])
        #expect(agent.judgedAnswers(satisfiedFrom: 0.5).map(\.isRight) == [true, false])
        #expect(agent.judgedAnswers(satisfiedFrom: 0.1).map(\.isRight) == [true, true])
        try agent.recordJudgement(isRight: true, for: second.id)
        #expect(agent.judgedAnswers(satisfiedFrom: 0.5).map(\.isRight) == [true, true])
    }

    @Test func confidenceIsTheModelsWordCalibrated() async throws {
        let query = SupportQuery("How do I reset my password?")
        let plain = try await HelpCentre.agent().resolve(query)
        let features = try #require(plain.confidenceFeatures)
        #expect(plain.confidence == ConfidenceModel.standard.probability(features))
        var configuration = SupportAgent.Configuration()
        configuration.calibration = try ConfidenceCalibration(
            outcomes: (0..<100).map { ScoredOutcome(score: Double($0) / 100, isRight: $0 > 90) })
        let calibrated = try await HelpCentre.agent(configuration: configuration).resolve(query)
        #expect(calibrated.confidence == configuration.calibration.probability(plain.confidence))
        #expect(calibrated.confidence < plain.confidence)
    }

    @Test func recordedJudgementsMakeACalibration() async throws {
        let agent = try await HelpCentre.agent()
        for _ in 0..<19 {
            try agent.recordJudgement(
                isRight: false, for: try await agent.resolve(SupportQuery("How do I reset my password?")).id)
        }
        #expect(throws: HelpdeskError.self) { try agent.calibration() }
        let earlier = agent.judgedAnswers()
        let calibration = try agent.calibration(with: earlier)
        #expect(calibration.outcomeCount == 38)
        let confidence = try await agent.resolve(SupportQuery("How do I reset my password?")).confidence
        #expect(calibration.probability(confidence) < confidence)
    }

    @Test func refusesWhatCannotBeJudged() async throws {
        let agent = try await HelpCentre.agent()
        #expect(throws: HelpdeskError.self) { try agent.recordJudgement(isRight: true, for: ResolutionID(rawValue: 1)) }
        let empty = try await agent.resolve(SupportQuery("zzzz qqqq xxxx"))
        if empty.answer.isEmpty {
            #expect(empty.confidenceFeatures == nil && empty.confidence == 0)
            #expect(throws: HelpdeskError.self) { try agent.recordJudgement(isRight: true, for: empty.id) }
        }
        #expect(throws: HelpdeskError.self) { try agent.recordJudgement(isRight: true, for: ResolutionID(rawValue: 0)) }
    }

    @Test func anAnswerThatCitesNothingIsNotGrounded() async throws {
        let query = SupportQuery("How do I reset my password?")
        let quoted = try await HelpCentre.agent().resolve(query)
        #expect(quoted.confidenceFeatures?.grounding == 1)
        let mixed = ScriptedModel.saying(
            "Choose Forgot password on the sign-in page. Our rocket to Jupiter leaves at 9 from platform 17.")
        let half = try await HelpCentre.agent(mixed).resolve(query)
        #expect(half.confidenceFeatures?.grounding == 0.5)
        #expect(half.confidence < quoted.confidence)
        let none = try await HelpCentre.agent(ScriptedModel.saying("Good morning!")).resolve(query)
        #expect(none.confidenceFeatures?.grounding == 0)
        #expect(none.confidence < half.confidence)
    }
}
