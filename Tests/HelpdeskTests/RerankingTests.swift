import Helpdesk
import HelpdeskTesting
import Testing

/// An agent whose knowledge base has a reranker.
@Suite struct RerankingTests {
    private struct Failure: Error {}

    private func agent(_ reranker: any PassageReranker) async throws -> SupportAgent {
        let knowledge = try await KnowledgeBase(model: try HashingEmbedder(), reranker: reranker)
        _ = try await knowledge.upsert(HelpCentre.items)
        return try SupportAgent(knowledge: knowledge)
    }

    @Test func theAnswerComesFromTheRerankersBest() async throws {
        let reranker = FakePassageReranker { $1.contains("24 euros") ? 1 : 0 }
        let resolution = try await agent(reranker).resolve(SupportQuery("How do I reset my password for the plan?"))
        #expect(resolution.sources.first?.itemID == "faq-price")
        #expect(resolution.sources.first?.rerankScore == 1)
        #expect(resolution.rerankingFailure == nil)
        let stages = resolution.timings.entries.map(\.stage)
        #expect(stages == [.redaction, .triage, .search, .reranking, .answer, .grounding, .decision])
        #expect(resolution.timings[.reranking] > .zero)
    }

    @Test func aFailingRerankerDoesNotLoseTheAnswer() async throws {
        let plain = try await HelpCentre.agent().resolve(SupportQuery("How do I reset my password?"))
        let reranker = FakePassageReranker(behavior: .fails(Failure()))
        let resolution = try await agent(reranker).resolve(SupportQuery("How do I reset my password?"))
        #expect(resolution.answer == plain.answer && resolution.sources == plain.sources)
        #expect(resolution.rerankingFailure?.contains("Failure") == true)
        #expect(plain.rerankingFailure == nil)
    }

    @Test func aRerankerThatGivesUpHasFailed() async throws {
        let agent = try await agent(FakePassageReranker(behavior: .fails(CancellationError())))
        let resolution = try await agent.resolve(SupportQuery("How do I reset my password?"))
        #expect(resolution.rerankingFailure?.contains("Cancellation") == true)
    }

    @Test func theRerankerSeesNoPersonalData() async throws {
        let reranker = FakePassageReranker()
        _ = try await agent(reranker).resolve(
            SupportQuery("Reset my password please, I am ada@example.com on my phone"))
        #expect(reranker.calls.count == 1)
        #expect(reranker.calls.allSatisfy { !$0.query.contains("ada@example.com") })
    }
}
