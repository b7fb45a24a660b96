import ArgumentParser
import Foundation
import Helpdesk

struct Pipeline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "From a query to its resolution: latency, throughput, each stage's share, memory.",
        discussion: "Questions are JSON lines with question and relevant, as for retrieval.")

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Knowledge: a folder or file of Markdown, JSON, JSON lines or CSV.") var kb: String
    @Option(help: "JSON lines with the field question.") var questions: String
    @Option(help: "Queries per figure.") var queries = 500
    @Option(help: "Keep the indexed knowledge in this file, to save the embedding at the next run.")
    var cache: String?

    func run() async throws {
        struct Row: Decodable { var question: String }
        let questions = try InputFile.jsonLines(questions, as: Row.self).map(\.question)
        guard !questions.isEmpty, queries > 0 else { throw BenchError("no questions") }
        let knowledge = try await IndexedKnowledge.load(kb, model: try await model.load(), cache: cache)
        let agent = try SupportAgent(knowledge: knowledge)
        var report = Report(json: output.json)
        for callers in [1, 8, 64] {
            let progress = Progress("\(callers) callers")
            let count = queries
            let start = ContinuousClock().now
            let timings = try await withThrowingTaskGroup(of: [StageTimings].self) { group in
                for caller in 0..<callers {
                    group.addTask {
                        var timings: [StageTimings] = []
                        for index in stride(from: caller, to: count, by: callers) {
                            let query = SupportQuery(questions[index % questions.count])
                            timings.append(try await agent.resolve(query).timings)
                        }
                        return timings
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let seconds = start.duration(to: ContinuousClock().now) / .seconds(1)
            progress.finish()
            let latency = Timing(timings.map(\.total))
            let total = latency.seconds.reduce(0, +)
            var row: [(String, Cell)] = [
                ("callers", .integer(callers)), ("queries/s", .number(Double(count) / seconds, digits: 1)),
                ("p50 ms", .number(latency.median * 1e3, digits: 2)),
                ("p95 ms", .number(latency.percentile(0.95) * 1e3, digits: 2)),
                ("p99 ms", .number(latency.percentile(0.99) * 1e3, digits: 2)),
            ]
            for stage in StageTimings.Stage.allCases {
                let share = timings.reduce(0) { $0 + $1[stage] / .seconds(1) } / total
                row.append(("\(stage.rawValue) %", .number(share * 100, digits: 1)))
            }
            row.append(("MiB", .number(ProcessMemory.currentMiB, digits: 0)))
            report.add(row)
        }
        report.finish()
    }
}
