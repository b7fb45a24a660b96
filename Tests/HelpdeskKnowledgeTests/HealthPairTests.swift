import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import SentenceEmbeddings
import Testing

/// Contradictions in pairs of articles that were written for it.
@Suite struct HealthPairTests {
    /// What the report says of pairs, each of which is a knowledge base of its own.
    static func outcomes(
        of pairs: [HealthPair], model: any EmbeddingModel
    ) async throws -> (found: Int, right: Int, wanted: Int, misses: [String], errors: [String]) {
        var result = (found: 0, right: 0, wanted: 0, misses: [String](), errors: [String]())
        for pair in pairs {
            let base = try await KnowledgeBase(model: model)
            try await base.upsert([
                .article(Article(id: "a", title: pair.titles.0, body: pair.left)),
                .article(Article(id: "b", title: pair.titles.1, body: pair.right)),
            ])
            let found = try await base.health().contradictions
            result.wanted += pair.kind == nil ? 0 : 1
            result.found += found.isEmpty ? 0 : 1
            let text = "\(pair.kind.map(\.rawValue) ?? "none"): \(pair.left) | \(pair.right)"
            if let kind = pair.kind {
                if found.contains(where: { $0.kind == kind }) { result.right += 1 } else { result.misses.append(text) }
            }
            if !found.isEmpty, found.first?.kind != pair.kind {
                result.errors.append("\(text) -> \(found.map { "\($0.kind) \($0.leftValue) / \($0.rightValue)" })")
            }
        }
        return result
    }

    @Test func findsContradictionsAmongLookAlikes() async throws {
        try await check(HealthPair.development, recall: 0.9)
    }

    @Test func findsContradictionsAmongUnseenPairs() async throws {
        try await check(HealthPair.heldOut, recall: 0.8)
    }

    @Test(.enabled(if: modelFolder != nil, "needs HELPDESK_MODEL_DIR"))
    func findsContradictionsWithTheModel() async throws {
        let model = try SentenceTransformer(folder: URL(fileURLWithPath: Self.modelFolder ?? ""))
        try await check(HealthPair.development, recall: 0.9, model: model)
        try await check(HealthPair.heldOut, recall: 0.8, model: model)
    }

    private static let modelFolder = ProcessInfo.processInfo.environment["HELPDESK_MODEL_DIR"]

    private func check(_ pairs: [HealthPair], recall: Double, model: any EmbeddingModel = WordModel()) async throws {
        let outcome = try await Self.outcomes(of: pairs, model: model)
        #expect(outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(
            Double(outcome.right) >= recall * Double(outcome.wanted),
            "\(outcome.right) of \(outcome.wanted); missed: \(outcome.misses)")
    }
}
