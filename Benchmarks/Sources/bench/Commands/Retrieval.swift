import ArgumentParser
import Foundation
import Helpdesk
import HelpdeskFiles

struct Retrieval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How well the right article is found: dense, BM25 and hybrid.",
        discussion: "Questions are JSON lines with question and relevant, the ids of the right articles.")

    struct Question: Decodable {
        var question: String
        var relevant: [String]
    }

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Knowledge: a folder or file of Markdown, JSON, JSON lines or CSV.") var kb: String
    @Option(help: "JSON lines with the fields question and relevant.") var questions: String
    @Option(help: "Weight of the ranking by meaning in hybrid search, from 0 to 1.") var dense: Double?
    @Flag(help: "Sum scores instead of reciprocal ranks in hybrid search.") var sumScores = false
    @Option(help: "Keep the indexed knowledge in this file, to save the embedding at the next run.")
    var cache: String?

    private var knowledgeConfiguration: KnowledgeBase.Configuration {
        var configuration = KnowledgeBase.Configuration()
        if let dense {
            configuration.fusion = sumScores ? .weighted(dense: dense) : .reciprocalRank(dense: dense)
        }
        return configuration
    }

    func run() async throws {
        let questions = try InputFile.jsonLines(questions, as: Question.self)
        guard !questions.isEmpty else { throw BenchError("no questions") }
        let knowledge = try await IndexedKnowledge.load(
            kb, model: try await model.load(), cache: cache, configuration: knowledgeConfiguration)
        var report = Report(json: output.json)
        for (name, mode) in [("dense", SearchQuery.Mode.dense), ("BM25", .lexical), ("hybrid", .hybrid)] {
            let progress = Progress(name)
            var recall = [1: 0.0, 5: 0.0, 10: 0.0]
            var reciprocal = 0.0
            var gain = 0.0
            var durations: [Duration] = []
            for (index, question) in questions.enumerated() {
                var query = SearchQuery(text: question.question, count: 10)
                query.mode = mode
                let start = ContinuousClock().now
                let found = try await knowledge.search(query).hits.map(\.item.id)
                durations.append(start.duration(to: ContinuousClock().now))
                let relevant = Set(question.relevant)
                for k in recall.keys {
                    recall[k, default: 0] +=
                        Double(relevant.intersection(found.prefix(k)).count) / Double(relevant.count)
                }
                if let rank = found.firstIndex(where: relevant.contains) { reciprocal += 1 / Double(rank + 1) }
                let ideal = (0..<min(10, relevant.count)).reduce(0.0) { $0 + 1 / log2(Double($1 + 2)) }
                gain +=
                    found.enumerated().reduce(0.0) {
                        relevant.contains($1.element) ? $0 + 1 / log2(Double($1.offset + 2)) : $0
                    } / ideal
                progress.update(index + 1, of: questions.count)
            }
            progress.finish()
            let count = Double(questions.count)
            report.add([
                ("ranking", .text(name)), ("questions", .integer(questions.count)),
                ("recall@1", .number((recall[1] ?? 0) / count, digits: 3)),
                ("recall@5", .number((recall[5] ?? 0) / count, digits: 3)),
                ("recall@10", .number((recall[10] ?? 0) / count, digits: 3)),
                ("MRR", .number(reciprocal / count, digits: 3)), ("nDCG@10", .number(gain / count, digits: 3)),
                ("ms", .number(Timing(durations).median * 1e3, digits: 2)),
            ])
        }
        report.finish()
    }
}
