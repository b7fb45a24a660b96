import HelpdeskKnowledge
import HelpdeskLanguage
import HelpdeskTesting
import HelpdeskTriage
import SentenceEmbeddings
import Testing
import VectorSearch

@Suite("Fakes")
struct FakesTests {
    struct Failure: Error {}

    @Test func embeddingModelRecordsAndFails() async throws {
        let model = FakeEmbeddingModel(dimensions: 16)
        let vectors = try await model.embed(["reset my password", "reset the password", "a wrong invoice"], as: .query)
        #expect(model.calls.map(\.role) == [.query])
        func cosine(_ first: [Float], _ second: [Float]) -> Float { zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } }
        #expect(cosine(vectors[0], vectors[1]) > cosine(vectors[0], vectors[2]))
        model.behavior = .fails(Failure())
        await #expect(throws: Failure.self) { try await model.embed("x", as: .query) }
        model.behavior = .returnsWrongCount
        await #expect(throws: EmbeddingError.self) { try await model.embed("x", as: .query) }
        #expect(model.calls.count == 3)
    }

    @Test func vectorIndexRecordsAndFails() async throws {
        let index = FakeVectorIndex(dimensions: 2)
        try await index.insert([VectorEntry(id: 1, vector: [1, 0])])
        index.failure = Failure()
        await #expect(throws: Failure.self) { try await index.remove([1]) }
        index.failure = nil
        #expect(try await index.search([1, 0], count: 1).map(\.id) == [1])
        #expect(index.calls.count == 3)
        #expect(index.calls.last == .search([[1, 0]], count: 1, isFiltered: false))
    }

    @Test func clientFollowsItsScript() async throws {
        let first = LLMResponse(text: "First.", model: "fake")
        let client = FakeLLMClient([
            .response(first), .broken([.text("Half")], Failure()), .failure(LanguageError(.unavailable, "busy")),
        ])
        let request = LLMRequest(messages: [.user("Hi")])
        #expect(try await client.respond(to: request) == first)
        var text = ""
        await #expect(throws: Failure.self) {
            for try await case .text(let piece) in client.stream(request) { text += piece }
        }
        #expect(text == "Half")
        await #expect(throws: LanguageError.self) { try await client.respond(to: request) }
        await #expect(throws: LanguageError.self) { try await client.respond(to: request) }
        #expect(client.requests.count == 4)
    }

    @Test func clientWaitsOnTheClock() async throws {
        let clock = ManualClock()
        let client = FakeLLMClient(delay: .seconds(5), clock: clock)
        async let answer = client.respond(to: LLMRequest(messages: [.user("Hi")]))
        await clock.waitForSleepers(1)
        clock.advance(by: .seconds(4))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(1))
        #expect(try await answer.stopReason == .noAnswer)
    }

    @Test func sourceFailsOnTheWay() async throws {
        let source = FakeKnowledgeSource(items: KnowledgeSourceConformanceTests.items)
        source.fail(with: Failure(), after: 2)
        var seen = 0
        await #expect(throws: Failure.self) { for try await _ in source.changes(after: nil) { seen += 1 } }
        #expect(seen == 2)
        #expect(source.cursors == [nil])
    }

    @Test func triagerRecords() async throws {
        let triager = FakeTriager(Triage(category: .billing))
        #expect(try await triager.triage("Refund!").category == .billing)
        #expect(triager.messages == ["Refund!"])
    }
}

@Suite("Manual clock and seeded generator")
struct DeterminismTests {
    @Test func sleepersWakeInOrder() async throws {
        let clock = ManualClock()
        let order = await withTaskGroup(of: Int.self) { group in
            for seconds in [3, 1, 2] {
                group.addTask {
                    try? await clock.sleep(for: .seconds(seconds))
                    return seconds
                }
            }
            await clock.waitForSleepers(3)
            var order: [Int] = []
            for _ in 0..<3 {
                clock.advance(by: .seconds(1))
                if let next = await group.next() { order.append(next) }
            }
            return order
        }
        #expect(order == [1, 2, 3])
        #expect(clock.now.offset == .seconds(3))
    }

    @Test func cancelledSleepThrows() async throws {
        let clock = ManualClock()
        let task = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.waitForSleepers(1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.sleeperCount == 0)
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.sleep(for: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await early.value }
        clock.advance(by: .seconds(-5))
        #expect(clock.now.offset == .zero)
        try await clock.sleep(for: .zero)
    }

    /// The first numbers of the reference implementation for seed 1234567.
    @Test func generatorIsSplitMix() {
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
        let vector = generator.vector(dimensions: 1000)
        #expect(vector.allSatisfy { $0 >= -1 && $0 < 1 })
        #expect(abs(vector.reduce(0, +)) < 60)
    }
}
