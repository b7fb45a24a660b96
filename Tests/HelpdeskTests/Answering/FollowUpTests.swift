import Helpdesk
import HelpdeskTesting
import Testing

/// Messages that need the conversation to be understood.
@Suite struct FollowUpTests {
    private static let query = SupportQuery(
        "and what does it cost?",
        conversation: [
            .customer("I would like to know about the Team plan"), .agent("Gladly. What would you like to know?"),
        ])

    private static func rewriting(_ question: String) -> FakeLLMClient {
        FakeLLMClient { request, _ in
            guard request.outputSchema != nil else {
                return .response(LLMResponse(text: "The Team plan costs 24 euros a month.", model: "fake"))
            }
            return .response(
                LLMResponse(
                    text: #"{"question":"\#(question)"}"#, usage: LLMUsage(inputTokens: 50, outputTokens: 9),
                    model: "fake"))
        }
    }

    @Test func areCompletedByRuleWithoutAModel() async throws {
        let resolution = try await HelpCentre.agent().resolve(Self.query)
        #expect(resolution.question.contains("Team plan"))
        #expect(resolution.citations.map(\.itemID) == ["faq-price"])
    }

    @Test func areCompletedByTheModelWhereThereIsOne() async throws {
        let model = Self.rewriting("What does the Team plan cost?")
        let resolution = try await HelpCentre.agent(model).resolve(Self.query)
        #expect(resolution.question == "What does the Team plan cost?")
        #expect(resolution.citations.first?.itemID == "faq-price")
        #expect(resolution.usage.inputTokens == 50)
        #expect(model.requests.count == 2)
        #expect(resolution.timings[.completion] >= .zero)
    }

    @Test(arguments: ["", "   ", String(repeating: "long ", count: 200), "?"])
    func aUselessRewritingIsNotUsed(_ question: String) async throws {
        let resolution = try await HelpCentre.agent(Self.rewriting(question)).resolve(Self.query)
        #expect(resolution.question.contains("Team plan"))
        #expect(resolution.question.count < 400)
    }

    @Test func messagesThatStandAloneCostNoCall() async throws {
        let model = Self.rewriting("x")
        let agent = try await HelpCentre.agent(model)
        _ = try await agent.resolve(
            SupportQuery("How do I reset the password of my account?", conversation: Self.query.conversation))
        #expect(model.requests.allSatisfy { $0.outputSchema == nil })
    }

    @Test func personalDataIsNotInTheRewriting() async throws {
        let model = Self.rewriting("What does the Team plan cost for [EMAIL_1]?")
        var query = Self.query
        query.conversation[0].text += " for ada@example.com"
        let resolution = try await HelpCentre.agent(model).resolve(query)
        #expect(!"\(model.requests)".contains("ada@example.com"))
        #expect(resolution.question == "What does the Team plan cost for [EMAIL_1]?")
    }

    @Test func theModelMayBeLeftOut() async throws {
        let model = Self.rewriting("x")
        var configuration = SupportAgent.Configuration()
        configuration.followUps = .off
        let resolution = try await HelpCentre.agent(model, configuration: configuration).resolve(Self.query)
        #expect(resolution.question == "and what does it cost?")
        #expect(model.requests.allSatisfy { $0.outputSchema == nil })
    }
}
