import HelpdeskTesting
import SentenceEmbeddings
import Testing

@Suite("Conformance of rerankers")
struct PassageRerankerConformanceTests {
    @Test func fakePasses() async throws {
        try await PassageRerankerConformance.check(FakePassageReranker())
        try await PassageRerankerConformance.check(FakePassageReranker { Float($0.utf8.count - $1.utf8.count) })
    }

    @Test(arguments: BrokenPassageReranker.Defect.allCases)
    func defectIsFound(_ defect: BrokenPassageReranker.Defect) async throws {
        await #expect(throws: (any Error).self) {
            try await PassageRerankerConformance.check(BrokenPassageReranker(defect: defect))
        }
    }

    @Test func misbehavingFakesAreFound() async throws {
        for behavior in [FakePassageReranker.Behavior.returnsNaN, .returnsWrongCount] {
            await #expect(throws: ConformanceFailure.self) {
                try await PassageRerankerConformance.check(FakePassageReranker(behavior: behavior))
            }
        }
    }

    @Test func toleranceAllowsRounding() async throws {
        try await PassageRerankerConformance.check(BrokenPassageReranker(defect: .dependsOnBatch), tolerance: 0.001)
    }

    @Test func fakeRecordsAndFails() async throws {
        struct Failure: Error {}
        let reranker = FakePassageReranker()
        let scores = try await reranker.scores(query: "reset password", passages: ["Reset my password!", "an invoice"])
        #expect(scores == [1, 0])
        #expect(reranker.calls.map(\.query) == ["reset password"])
        #expect(reranker.calls.map(\.passages) == [["Reset my password!", "an invoice"]])
        reranker.behavior = .fails(Failure())
        await #expect(throws: Failure.self) { try await reranker.scores(query: "x", passages: ["x"]) }
        #expect(reranker.calls.count == 2)
    }
}

/// A reranker that keeps all promises but one.
struct BrokenPassageReranker: PassageReranker {
    enum Defect: String, CaseIterable {
        case wrongOrder, dependsOnBatch, dependsOnCalls, ignoresCancellation, failsOnEmptyText, scoreForNothing,
            constant
    }

    let defect: Defect
    let base = FakePassageReranker()

    func scores(query: String, passages: [String]) async throws -> [Float] {
        if defect == .failsOnEmptyText, passages.contains("") {
            throw EmbeddingError(.invalidArgument, "passage is empty")
        }
        if defect == .scoreForNothing, passages.isEmpty { return [1] }
        let calls = base.calls.count
        var scores: [Float]
        if defect == .ignoresCancellation {
            scores = try await Task.detached { [base] in try await base.scores(query: query, passages: passages) }.value
        } else {
            scores = try await base.scores(query: query, passages: passages)
        }
        guard !scores.isEmpty else { return scores }
        switch defect {
        case .wrongOrder: scores.sort()
        case .dependsOnBatch: scores[scores.count - 1] += Float(passages.count) / 100_000
        case .dependsOnCalls: scores[0] += Float(calls) / 100_000
        case .constant: scores = scores.map { _ in 0.5 }
        default: break
        }
        return scores
    }
}
