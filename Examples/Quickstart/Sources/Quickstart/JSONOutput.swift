import Foundation
import Helpdesk

/// One answer as one line of JSON. The keys are documented in the example's README and stay as they are.
struct JSONOutput: Encodable {
    struct Cited: Encodable {
        let id: String
        let kind: String
        let title: String
        let url: String?
        let quote: String
    }

    struct FellBack: Encodable {
        let cause: String
        let detail: String
    }

    struct Tokens: Encodable {
        let input: Int
        let output: Int
        let cacheRead: Int
        let cacheWrite: Int
    }

    struct Found: Encodable {
        let id: String
        let kind: String
        let title: String
        let url: String?
        let score: Double
        let similarity: Float?
    }

    let question: String
    let answer: String
    let category: String
    let categoryConfidence: Double
    let priority: String
    let sentiment: String
    let confidence: Double
    let decision: String
    let reasons: [String]
    let summary: String?
    let citations: [Cited]
    let sources: [Found]
    let timingsMs: [String: Double]
    let model: String
    let fallback: FellBack?
    let removedSentences: [String]
    let tokens: Tokens?

    init(_ question: String, _ resolution: Resolution, sourceCount: Int) {
        self.question = question
        answer = resolution.answer
        category = resolution.triage.category.rawValue
        categoryConfidence = resolution.triage.categoryConfidence
        priority = resolution.triage.priority.rawValue
        sentiment = resolution.triage.sentiment.rawValue
        confidence = resolution.confidence
        decision = resolution.decision.name
        switch resolution.decision {
        case .resolve: (reasons, summary) = ([], nil)
        case .draft(let reason): (reasons, summary) = ([reason.rawValue], nil)
        case .escalate(let why, let text): (reasons, summary) = (why.map(\.rawValue), text.description)
        }
        citations = resolution.citations.map {
            Cited(id: $0.itemID, kind: $0.kind.rawValue, title: $0.title, url: $0.url, quote: $0.quote)
        }
        sources = resolution.sources.prefix(sourceCount).map {
            Found(
                id: $0.itemID, kind: $0.kind.rawValue, title: $0.title, url: $0.url, score: $0.score,
                similarity: $0.similarity)
        }
        var timings = ["total": resolution.timings.total / .milliseconds(1)]
        for entry in resolution.timings.entries {
            timings[entry.stage.rawValue, default: 0] += entry.duration / .milliseconds(1)
        }
        timingsMs = timings
        model = resolution.model
        fallback = resolution.fallback.map { FellBack(cause: $0.cause.rawValue, detail: $0.detail) }
        removedSentences = resolution.removedSentences
        let usage = resolution.usage
        tokens =
            usage == LLMUsage()
            ? nil
            : Tokens(
                input: usage.inputTokens, output: usage.outputTokens, cacheRead: usage.cacheReadTokens,
                cacheWrite: usage.cacheWriteTokens)
    }

    func write() throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Terminal.write(String(decoding: try encoder.encode(self), as: UTF8.self) + "\n")
    }
}
