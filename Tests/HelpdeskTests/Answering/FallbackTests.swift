import Helpdesk
import HelpdeskTesting
import Testing

/// What happens when the language model fails.
@Suite(.timeLimit(.minutes(10))) struct FallbackTests {
    private static let question = SupportQuery("How do I export my recordings?")
    private static let sendsEverything = SupportAgent.Configuration(
        policy: ResolutionPolicy(resolveThreshold: 0, draftThreshold: 0))

    private static func saying(_ text: String, _ stop: LLMStopReason = .complete) -> FakeLLMClient {
        FakeLLMClient([.response(LLMResponse(text: text, stopReason: stop, model: "fake"))])
    }

    @Test(arguments: [
        (LanguageError.Code.unavailable, AnswerFallback.Cause.unavailable), (.overloaded, .overloaded),
        (.rateLimited, .overloaded), (.timedOut, .timedOut), (.refused, .refused), (.unauthorized, .rejected),
        (.interrupted, .interrupted), (.malformedResponse, .rejected), (.invalidRequest, .rejected),
    ])
    func errorsHaveTheirCause(_ code: LanguageError.Code, _ cause: AnswerFallback.Cause) async throws {
        let model = FakeLLMClient([.failure(LanguageError(code, "no"))])
        let agent = try await HelpCentre.agent(model, configuration: Self.sendsEverything)
        for streams in [false, true] {
            let resolution = try await Self.resolve(agent, streams: streams)
            #expect(resolution.fallback?.cause == cause)
            #expect(resolution.answer.contains("Open Recordings"))
            #expect(resolution.model == "extractive")
        }
        #expect(agent.statistics.fallbacks == [cause: 2])
    }

    private static func resolve(_ agent: SupportAgent, streams: Bool) async throws -> Resolution {
        guard streams else { return try await agent.resolve(question) }
        var last: Resolution?
        for try await event in agent.stream(question) {
            if case .finished(let resolution) = event { last = resolution }
        }
        return try #require(last)
    }

    @Test(arguments: ["NO_ANSWER", " NO_ANSWER.\n", "[NO_ANSWER]"])
    func aModelThatFindsNoAnswerIsNeverSentAsResolved(_ text: String) async throws {
        let agent = try await HelpCentre.agent(Self.saying(text), configuration: Self.sendsEverything)
        for streams in [false, true] {
            let resolution = try await Self.resolve(agent, streams: streams)
            #expect(resolution.fallback?.cause == .noAnswer)
            #expect(!resolution.answer.contains("NO_ANSWER"))
            #expect(resolution.decision == .draft(.noAnswerFound))
        }
    }

    @Test(arguments: [
        "The articles do not say whether exports are encrypted.",
        "Open Recordings and choose Export. The articles do not say whether exports are encrypted.",
    ])
    func anAnswerThatSaysThatTheSourcesDoNotTellIsADraft(_ text: String) async throws {
        let agent = try await HelpCentre.agent(Self.saying(text), configuration: Self.sendsEverything)
        let resolution = try await agent.resolve(
            SupportQuery("How do I export my recordings, and are exports encrypted?"))
        #expect(resolution.decision != .resolve)
    }

    @Test func emptyRefusedAndCutAnswersAreNeverResolved() async throws {
        for (model, cause) in [
            (Self.saying(""), AnswerFallback.Cause.emptyAnswer), (Self.saying("", .refusal), .refused),
            (Self.saying("The moon is made of 7 green cheeses.", .complete), .ungrounded),
        ] {
            let agent = try await HelpCentre.agent(model, configuration: Self.sendsEverything)
            #expect(try await agent.resolve(Self.question).fallback?.cause == cause)
        }
        for stop in [LLMStopReason.length, .paused, .toolUse, LLMStopReason(rawValue: "new")] {
            let agent = try await HelpCentre.agent(
                Self.saying("Open Recordings and choose Export.", stop), configuration: Self.sendsEverything)
            #expect(try await agent.resolve(Self.question).decision == .draft(.incomplete))
        }
    }

    @Test func aModelThatIsTooSlowIsGivenUp() async throws {
        let clock = ManualClock()
        let model = FakeLLMClient(delay: .seconds(3_600), clock: ContinuousClock())
        let agent = try SupportAgent(
            knowledge: try await HelpCentre.knowledge(), languageModel: model, clock: clock)
        for streams in [false, true] {
            let task = Task { try await Self.resolve(agent, streams: streams) }
            await clock.waitForSleepers(1)
            clock.advance(by: .seconds(30))
            #expect(try await task.value.fallback?.cause == .timedOut)
        }
    }

    @Test func aDeadProviderIsNotAskedForEveryCustomer() async throws {
        let clock = ManualClock()
        let model = FakeLLMClient { _, position in
            if position < 6 { throw LanguageError(.unavailable, "down") }
            return .response(LLMResponse(text: "Open Recordings and choose Export.", model: "fake"))
        }
        var configuration = SupportAgent.Configuration()
        configuration.circuitBreaker = CircuitBreaker.Configuration(failureThreshold: 3, openDuration: .seconds(10))
        let agent = try SupportAgent(
            knowledge: try await HelpCentre.knowledge(), languageModel: model, configuration: configuration,
            clock: clock)
        for _ in 0..<10 { _ = try await agent.resolve(Self.question) }
        #expect(model.requests.count == 3)
        #expect(agent.statistics.fallbacks == [.unavailable: 3, .circuitOpen: 7])
        #expect(agent.statistics.circuit == .open)
        for (wait, count) in [(10, 4), (20, 5), (40, 6), (80, 7)] {
            clock.advance(by: .seconds(wait))
            #expect(agent.statistics.circuit == .halfOpen)
            _ = try await agent.resolve(Self.question)
            #expect(model.requests.count == count)
        }
        #expect(agent.statistics.circuit == .closed)
        #expect(try await agent.resolve(Self.question).fallback == nil)
    }

    @Test func aCustomerWhoLeavesSaysNothingAboutTheProvider() async throws {
        let model = FakeLLMClient(delay: .seconds(3_600))
        var configuration = SupportAgent.Configuration()
        configuration.circuitBreaker.failureThreshold = 1
        let agent = try await HelpCentre.agent(model, configuration: configuration)
        let task = Task { try await agent.resolve(Self.question) }
        while model.requests.isEmpty { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(agent.statistics.circuit == .closed)
        #expect(agent.statistics.failed == 1)
    }

    @Test func usageIsCounted() async throws {
        let agent = try await HelpCentre.agent(FakeLLMClient())
        let resolution = try await agent.resolve(Self.question)
        #expect(resolution.usage == LLMUsage(inputTokens: 100, outputTokens: 10))
        for try await _ in agent.stream(Self.question) {}
        #expect(agent.statistics.usage == LLMUsage(inputTokens: 200, outputTokens: 20))
    }

    @Test func unsupportedSentencesDraftOrNotByPolicy() async throws {
        let text = "Open Recordings and choose Export. Exports cost 99 dollars each."
        var configuration = Self.sendsEverything
        #expect(
            try await HelpCentre.agent(Self.saying(text), configuration: configuration).resolve(Self.question).decision
                == .draft(.unsupportedStatements))
        configuration.unsupportedSentences = .removed
        let resolution = try await HelpCentre.agent(Self.saying(text), configuration: configuration).resolve(
            Self.question)
        #expect(resolution.decision == .resolve)
        #expect(resolution.answer == "Open Recordings and choose Export.")
    }

    @Test func badSettingsAreRefused() async throws {
        var wrong: [SupportAgent.Configuration] = []
        for change: (inout SupportAgent.Configuration) -> Void in [
            { $0.maximumPromptTokens = 0 }, { $0.answerTimeout = .zero }, { $0.circuitBreaker.failureThreshold = 0 },
            { $0.circuitBreaker.openDuration = .seconds(-1) },
        ] {
            var configuration = SupportAgent.Configuration()
            change(&configuration)
            wrong.append(configuration)
        }
        for configuration in wrong {
            await #expect { _ = try await HelpCentre.agent(configuration: configuration) } throws: {
                ($0 as? HelpdeskError)?.code == .invalidConfiguration
            }
        }
    }
}
