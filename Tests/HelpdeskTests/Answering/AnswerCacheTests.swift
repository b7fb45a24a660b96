import Helpdesk
import HelpdeskTesting
import Testing

/// Answers for the next customer with the same question.
@Suite(.timeLimit(.minutes(10))) struct AnswerCacheTests {
    private static let question = SupportQuery("How do I export my recordings?")
    private static let text = "Open Recordings and choose Export."

    private static func configuration(
        _ cache: any AnswerCache = InMemoryAnswerCache(), distance: Float = 0.1
    ) -> SupportAgent.Configuration {
        var configuration = SupportAgent.Configuration(policy: ResolutionPolicy(resolveThreshold: 0, draftThreshold: 0))
        configuration.answerCaching = AnswerCaching(cache, maximumDistance: distance)
        return configuration
    }

    private static func model(_ text: String = text) -> FakeLLMClient {
        FakeLLMClient([
            .response(LLMResponse(text: text, usage: LLMUsage(inputTokens: 900, outputTokens: 40), model: "fake"))
        ])
    }

    private static func agent(
        _ model: FakeLLMClient, _ configuration: SupportAgent.Configuration = configuration()
    ) async throws -> SupportAgent {
        try await HelpCentre.agent(model, configuration: configuration)
    }

    @Test func theSameQuestionIsAnsweredOnce() async throws {
        let model = Self.model()
        let agent = try await Self.agent(model)
        let first = try await agent.resolve(Self.question)
        let second = try await agent.resolve(Self.question)
        #expect(model.requests.count == 1)
        #expect(first.cacheAge == nil && second.cacheAge != nil)
        #expect(second.answer == first.answer && second.citations == first.citations)
        #expect(second.model == "fake" && second.usage == LLMUsage())
        var streamed = ""
        for try await event in agent.stream(Self.question) { if case .text(let text) = event { streamed += text } }
        #expect(streamed == Self.text)
        let statistics = agent.statistics.cache
        #expect(statistics.hits == 2 && statistics.misses == 1 && statistics.stored == 1)
        #expect(statistics.hitRate == 2.0 / 3)
        #expect(statistics.savedUsage == LLMUsage(inputTokens: 1_800, outputTokens: 80))
        #expect(statistics.meanAge != nil)
    }

    @Test(arguments: [
        "How do I export my 3 recordings?", "How can I not export my recordings?", "What does the Team plan cost?",
    ])
    func otherQuestionsAreNotMixed(_ other: String) async throws {
        let model = Self.model()
        // Every question counts as near: what else must agree decides.
        let agent = try await Self.agent(model, Self.configuration(distance: 2))
        _ = try await agent.resolve(Self.question)
        _ = try await agent.resolve(SupportQuery(other))
        #expect(model.requests.count == 2)
    }

    @Test func audiencesAndLanguagesAreKeptApart() async throws {
        let model = Self.model()
        let agent = try await Self.agent(model)
        let filters: [MetadataFilter?] = [
            nil, .equals("audience", "admin"), .isIn("audience", ["admin", "guest"]),
            .isIn("audience", ["guest", "admin"]),
        ]
        for filter in filters {
            _ = try await agent.resolve(SupportQuery(Self.question.text, hints: QueryHints(filter: filter)))
        }
        // The last two say the same.
        #expect(model.requests.count == 3)
        _ = try await agent.resolve(
            SupportQuery(Self.question.text, hints: QueryHints(kinds: [.article])))
        #expect(model.requests.count == 4)
    }

    @Test func answersDieWithTheirSources() async throws {
        let model = Self.model()
        let agent = try await Self.agent(model)
        _ = try await agent.resolve(Self.question)
        guard case .article(var article)? = agent.knowledge.item(id: "article-export") else {
            Issue.record("the article is gone")
            return
        }
        article.body += "\n4. Log out."
        _ = try await agent.knowledge.upsert([.article(article)])
        _ = try await agent.resolve(Self.question)
        #expect(model.requests.count == 2)
        #expect(agent.statistics.cache.stale == 1)
        _ = try await agent.resolve(Self.question)
        #expect(model.requests.count == 2)
        _ = try await agent.knowledge.remove(ids: ["article-export"])
        _ = try await agent.resolve(Self.question)
        #expect(model.requests.count == 3 || agent.statistics.cache.hits == 1)
    }

    @Test func onlyCleanAnswersAreKept() async throws {
        let cases: [(FakeLLMClient, SupportQuery)] = [
            (Self.model(), SupportQuery("How do I export my recordings? I am ada@example.com")),
            (Self.model(), SupportQuery(Self.question.text, conversation: [.customer("Hello, are you there?")])),
            (Self.model("Open Recordings and choose Export. Exports cost 99 dollars each."), Self.question),
            (Self.model("NO_ANSWER"), Self.question), (Self.model(""), Self.question),
            (FakeLLMClient([.failure(LanguageError(.unavailable, "down"))]), Self.question),
            (Self.model(), SupportQuery("How do I export my recordings? I will sue you, my lawyer is informed.")),
        ]
        for (model, query) in cases {
            let cache = InMemoryAnswerCache()
            var configuration = Self.configuration(cache)
            configuration.unsupportedSentences = .removed
            let resolution = try await Self.agent(model, configuration).resolve(query)
            #expect(cache.count == 0, "\(query.text): \(resolution.decision.name)")
        }
        let cache = InMemoryAnswerCache()
        var configuration = Self.configuration(cache)
        configuration.grounding = nil
        _ = try await Self.agent(Self.model(), configuration).resolve(Self.question)
        #expect(cache.count == 0)
    }

    @Test func withoutALanguageModelNothingIsKept() async throws {
        let cache = InMemoryAnswerCache()
        let agent = try await HelpCentre.agent(configuration: Self.configuration(cache))
        _ = try await agent.resolve(Self.question)
        #expect(cache.count == 0 && agent.statistics.cache.hitRate == nil)
    }

    private struct BrokenCache: AnswerCache {
        func answers(to key: AnswerCacheKey, within distance: Float, count: Int) async throws -> [AnswerCacheMatch] {
            throw LanguageError(.unavailable, "no cache")
        }
        func store(_ answer: CachedAnswer, for key: AnswerCacheKey) async throws {
            throw LanguageError(.unavailable, "no cache")
        }
        func touch(_ id: CachedAnswer.ID) async throws {}
        func remove(_ id: CachedAnswer.ID) async throws {}
        func removeAll() async throws {}
    }

    @Test func aBrokenCacheCostsNoAnswer() async throws {
        let agent = try await Self.agent(Self.model(), Self.configuration(BrokenCache()))
        #expect(try await agent.resolve(Self.question).answer == Self.text)
        #expect(agent.statistics.cache.failures == 2)
    }

    // MARK: In memory

    @Test func keepsThePromisesOfTheProtocol() async throws {
        try await AnswerCacheConformance.check { InMemoryAnswerCache(capacity: $0 ?? 100) }
    }

    private static func answer(_ id: UInt64) -> CachedAnswer {
        CachedAnswer(
            id: id, question: "q\(id)", answer: "a", citations: [], sources: [], model: "m", usage: LLMUsage(),
            duration: .zero)
    }

    @Test func findsTheNearestWithinTheDistanceOfTheScope() async throws {
        let cache = InMemoryAnswerCache()
        try await cache.store(Self.answer(1), for: AnswerCacheKey(scope: "a", vector: [1, 0]))
        try await cache.store(Self.answer(2), for: AnswerCacheKey(scope: "a", vector: [0.6, 0.8]))
        try await cache.store(Self.answer(3), for: AnswerCacheKey(scope: "b", vector: [1, 0]))
        let key = AnswerCacheKey(scope: "a", vector: [1, 0])
        #expect(try await cache.answers(to: key, within: 0.1, count: 9).map(\.answer.id) == [1])
        #expect(try await cache.answers(to: key, within: 2, count: 9).map(\.answer.id) == [1, 2])
        #expect(try await cache.answers(to: key, within: 2, count: 1).count == 1)
        #expect(try await cache.answers(to: AnswerCacheKey(scope: "c", vector: [1, 0]), within: 2, count: 9).isEmpty)
        #expect(try await cache.answers(to: AnswerCacheKey(scope: "a", vector: [1]), within: 2, count: 9).isEmpty)
        try await cache.remove(1)
        try await cache.remove(77)
        #expect(try await cache.answers(to: key, within: 2, count: 9).map(\.answer.id) == [2])
        try await cache.removeAll()
        #expect(cache.count == 0)
    }

    @Test func whatWasNotUsedForLongestMakesRoom() async throws {
        let cache = InMemoryAnswerCache(capacity: 2)
        for id in 1...2 {
            try await cache.store(
                Self.answer(UInt64(id)), for: AnswerCacheKey(scope: "a", vector: [Float(id), 1]))
        }
        try await cache.touch(1)
        try await cache.store(Self.answer(3), for: AnswerCacheKey(scope: "b", vector: [1, 0, 0]))
        let rest = try await cache.answers(to: AnswerCacheKey(scope: "a", vector: [1, 1]), within: 2, count: 9)
        #expect(rest.map(\.answer.id) == [1])
        #expect(cache.count == 2)
    }

    @Test func oldAnswersAreForgotten() async throws {
        let clock = ManualClock()
        let cache = InMemoryAnswerCache(maximumAge: .seconds(60), clock: clock)
        let key = AnswerCacheKey(scope: "a", vector: [1, 0])
        try await cache.store(Self.answer(1), for: key)
        clock.advance(by: .seconds(60))
        #expect(try await cache.answers(to: key, within: 0, count: 1).first?.age == .seconds(60))
        clock.advance(by: .seconds(1))
        #expect(try await cache.answers(to: key, within: 0, count: 1).isEmpty)
        #expect(cache.count == 0)
    }
}
