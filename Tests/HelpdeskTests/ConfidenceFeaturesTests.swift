import Foundation
import Helpdesk
import Testing

@Suite struct ConfidenceFeaturesTests {
    private static func hit(
        _ item: KnowledgeItem, similarity: Float, lexicalScore: Double? = nil
    ) async throws -> SearchHit {
        let knowledge = try await KnowledgeBase(model: try HashingEmbedder())
        _ = try await knowledge.upsert([item])
        var hit = try #require(try await knowledge.search(SearchQuery(item.title, count: 1)).hits.first)
        hit.similarity = similarity
        hit.lexicalScore = lexicalScore
        return hit
    }

    private static func ticket(
        _ id: String, _ resolution: String, category: String? = nil, satisfaction: Double? = nil, at date: Date? = nil
    ) -> KnowledgeItem {
        .resolvedTicket(
            ResolvedTicket(
                id: id, problem: "My printer prints blank pages", resolution: resolution, category: category,
                satisfaction: satisfaction, resolvedAt: date))
    }

    @Test func nothingFoundIsNoReason() {
        let features = ConfidenceFeatures(hits: [], query: "anything")
        #expect(features.similarity == 0 && features.support == 0 && features.coverage == 0)
    }

    @Test func countsTheSourcesThatSayTheSame() async throws {
        let hits = [
            try await Self.hit(Self.ticket("1", "Clean the print head twice, then align it."), similarity: 0.8),
            try await Self.hit(Self.ticket("2", "Please clean the print head and align it."), similarity: 0.7),
            try await Self.hit(Self.ticket("3", "Order a new cartridge from our shop."), similarity: 0.6),
        ]
        let features = ConfidenceFeatures(hits: hits, query: "The printer prints blank pages")
        #expect(features.support == 0.5)
        #expect(features.resolvedTicket == 1 && features.faq == 0)
        #expect(abs(features.contrast - 0.15) < 1e-6 && abs(features.margin - 0.1) < 1e-6)
    }

    @Test func standsOutOnlyAmongOthers() async throws {
        let ticket = try await Self.hit(Self.ticket("1", "Clean the print head."), similarity: 0.8)
        let faq = try await Self.hit(
            .faq(FAQ(id: "2", question: "Blank pages?", answer: "Order a cartridge.")), similarity: 0.7)
        #expect(ConfidenceFeatures(hits: [ticket], query: "blank pages").margin == 0)
        #expect(abs(ConfidenceFeatures(hits: [ticket, faq], query: "blank pages").margin - 0.1) < 1e-6)
    }

    @Test func ticketsOfOneCategorySayTheSame() async throws {
        let hits = [
            try await Self.hit(Self.ticket("1", "Clean the head.", category: "blank"), similarity: 0.8),
            try await Self.hit(Self.ticket("2", "Order a cartridge.", category: "blank"), similarity: 0.7),
            try await Self.hit(Self.ticket("3", "Sent somebody.", category: "other"), similarity: 0.6),
        ]
        #expect(ConfidenceFeatures(hits: hits, query: "blank pages").support == 0.5)
    }

    @Test func comparesTheWords() async throws {
        let item = KnowledgeItem.faq(FAQ(id: "1", question: "Reset password", answer: "Choose Forgot password."))
        let features = ConfidenceFeatures(
            hits: [try await Self.hit(item, similarity: 0.8)],
            query: "How do I reset the password of my colleague Peter?")
        #expect(features.coverage == 0.5)
        #expect(features.length == 0.4)
        #expect(features.faq == 1)
    }

    @Test func isOlderThanTheNewestOrThanTheQuery() async throws {
        let old = Date(timeIntervalSince1970: 0)
        let new = Date(timeIntervalSince1970: 63_072_000)
        let hits = [
            try await Self.hit(Self.ticket("1", "Clean it.", at: old), similarity: 0.8),
            try await Self.hit(Self.ticket("2", "Order one.", at: new), similarity: 0.7),
        ]
        #expect(abs(ConfidenceFeatures(hits: hits, query: "x").age - 0.5) < 1e-12)
        #expect(ConfidenceFeatures(hits: hits.reversed(), query: "x").age == 0)
        let later = Date(timeIntervalSince1970: 3 * 63_072_000)
        #expect(abs(ConfidenceFeatures(hits: hits, query: "x", time: later).age - 0.875) < 1e-12)
        let earlier = Date(timeIntervalSince1970: -63_072_000)
        #expect(ConfidenceFeatures(hits: hits, query: "x", time: earlier).age == 0)
    }

    @Test func votesAndSatisfactionAreApproval() async throws {
        func approval(_ item: KnowledgeItem) async throws -> Double {
            ConfidenceFeatures(hits: [try await Self.hit(item, similarity: 0.5)], query: "x").approval
        }
        func article(_ metadata: [String: String]) -> KnowledgeItem {
            .article(Article(id: "1", title: "Blank pages", body: "Clean the head.", metadata: metadata))
        }
        #expect(try await approval(Self.ticket("1", "Clean it.")) == 0.5)
        #expect(try await approval(Self.ticket("1", "Clean it.", satisfaction: 0.9)) == 0.9)
        #expect(try await approval(article([:])) == 0.5)
        #expect(try await approval(article(["votes_up": "8", "votes_down": "0"])) == 0.9)
        #expect(try await approval(article(["votes_up": "many"])) == 0.5)
        #expect(try await approval(article(["votes_down": "-3"])) == 0.5)
        #expect(try await approval(article(["votes_up": "inf"])) == 0.5)
    }

    @Test func isFastForLongTexts() async throws {
        let long = String(repeating: "printer pages blank ", count: 50_000)
        let hits = [
            try await Self.hit(Self.ticket("1", "Clean it."), similarity: 0.8),
            try await Self.hit(Self.ticket("2", "Order one."), similarity: 0.7),
        ].map { hit in
            var hit = hit
            hit.item = Self.ticket("1", long)
            return hit
        }
        let features = ConfidenceFeatures(hits: hits, query: long)
        #expect(features.support == 1 && (0...1).contains(features.coverage))
    }
}
