import ArgumentParser
import Foundation
import Helpdesk
import HelpdeskFiles

struct AnswerCacheCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer-cache",
        abstract: "How often a question finds the answer of an earlier one, and how often it is one to something else.",
        discussion: """
            Every question of --train is kept as if it had been answered, then every one of --test is looked up. A hit is \
            wrong where the nearest kept question that is taken has another label.
            """)

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "CSV with the columns text,category: questions whose answers are kept.") var train: String
    @Option(help: "CSV with the columns text,category: questions that come later.") var test: String
    @Option(parsing: .upToNextOption, help: "Greatest cosine distances.")
    var distances: [Float] = [0.02, 0.05, 0.1, 0.15, 0.2]

    func run() async throws {
        let model = try await model.load()
        let kept = try await tickets(train)
        let asked = try await tickets(test)
        guard !kept.isEmpty, !asked.isEmpty else { throw BenchError("no questions") }
        let embedding = Progress("embed")
        let vectors = try await model.embed(kept.map(\.problem), as: .query) { embedding.update($0, of: $1) }
        let questions = try await model.embed(asked.map(\.problem), as: .query)
        embedding.finish()
        let cache = InMemoryAnswerCache(capacity: kept.count)
        for (index, ticket) in kept.enumerated() {
            let answer = CachedAnswer(
                id: UInt64(index), question: ticket.problem, answer: ticket.category ?? "", citations: [], sources: [],
                model: "", usage: LLMUsage(), duration: .zero)
            try await cache.store(answer, for: AnswerCacheKey(scope: "", vector: vectors[index]))
        }
        var report = Report(json: output.json)
        for distance in distances {
            report.add(try await row(distance, cache, asked, questions, guarded: false))
            report.add(try await row(distance, cache, asked, questions, guarded: true))
        }
        report.finish()
    }

    private func row(
        _ distance: Float, _ cache: InMemoryAnswerCache, _ asked: [ResolvedTicket], _ questions: Embeddings,
        guarded: Bool
    ) async throws -> [(String, Cell)] {
        var hits = 0
        var wrong = 0
        let start = ContinuousClock().now
        for (index, ticket) in asked.enumerated() {
            let matches = try await cache.answers(
                to: AnswerCacheKey(scope: "", vector: questions[index]), within: distance, count: 4)
            guard
                let match = matches.first(where: {
                    !guarded || AnswerCaching.mayShareAnswer($0.answer.question, ticket.problem)
                })
            else { continue }
            hits += 1
            if match.answer.answer != ticket.category { wrong += 1 }
        }
        let seconds = start.duration(to: ContinuousClock().now) / .seconds(1)
        return [
            ("distance", .number(Double(distance), digits: 2)),
            ("besides", .text(guarded ? "numbers and negations agree" : "nothing")),
            ("hits %", .number(Double(hits) / Double(asked.count) * 100, digits: 1)),
            ("wrong hits %", .number(Double(wrong) / Double(max(1, hits)) * 100, digits: 1)),
            ("µs a look-up", .number(seconds / Double(asked.count) * 1e6, digits: 0)),
        ]
    }

    private func tickets(_ path: String) async throws -> [ResolvedTicket] {
        var tickets: [ResolvedTicket] = []
        for try await change in try FolderSource(URL(filePath: path)).changes(after: nil) {
            if case .upsert(.resolvedTicket(let ticket)) = change.action { tickets.append(ticket) }
        }
        return tickets
    }
}
