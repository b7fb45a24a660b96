import ArgumentParser
import Foundation
import Helpdesk

struct Confidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Whether confidence is the share of right answers.",
        discussion: """
            Questions are JSON lines with question and relevant, the ids of the right items; none where the knowledge \
            holds no answer. An answer is right when the first item it cites is a right one.
            """)

    struct Question: Decodable {
        var question: String
        var relevant: [String]
    }

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Knowledge: a folder or file of Markdown, JSON, JSON lines or CSV.") var kb: String
    @Option(help: "JSON lines with the fields question and relevant.") var questions: String
    @Option(help: "Keep the indexed knowledge in this file, to save the embedding at the next run.")
    var cache: String?
    @Option(help: "Write features, confidence and right per question as JSON lines to this file.") var out: String?

    func run() async throws {
        let questions = try InputFile.jsonLines(questions, as: Question.self)
        guard !questions.isEmpty else { throw BenchError("no questions") }
        let knowledge = try await IndexedKnowledge.load(kb, model: try await model.load(), cache: cache)
        let agent = try SupportAgent(knowledge: knowledge)
        let count = agent.configuration.sourceCount
        let progress = Progress("resolve")
        var points: [(confidence: Double, isRight: Bool)] = []
        var lines = ""
        for (index, question) in questions.enumerated() {
            let resolution = try await agent.resolve(SupportQuery(question.question))
            let isRight = resolution.citations.first.map { question.relevant.contains($0.itemID) } ?? false
            points.append((resolution.confidence, isRight))
            var hits = try await knowledge.search(SearchQuery(text: question.question, count: count)).hits
            if let cited = resolution.citations.first?.itemID,
                let place = hits.firstIndex(where: { $0.item.id == cited })
            {
                hits.insert(hits.remove(at: place), at: 0)
            }
            let features = ConfidenceFeatures(hits: hits, query: question.question)
            lines +=
                "{\"similarity\": \(features.similarity), \"margin\": \(features.margin), "
                + "\"agreement\": \(features.agreement), \"coverage\": \(features.coverage), "
                + "\"confidence\": \(resolution.confidence), \"answered\": \(!resolution.answer.isEmpty), "
                + "\"right\": \(isRight), \"in_scope\": \(!question.relevant.isEmpty)}\n"
            progress.update(index + 1, of: questions.count)
        }
        progress.finish()
        if let out { try OutputFile.write(Data(lines.utf8), to: out) }
        let curve = ConfidenceCurve(points)
        var report = Report(json: output.json)
        report.add([
            ("questions", .integer(points.count)), ("right", .integer(points.count(where: \.isRight))),
            ("calibration error", .number(curve.expectedCalibrationError(), digits: 3)),
            ("AUROC %", .number(curve.areaUnderROC * 100, digits: 1)),
            ("answered at 90% precision %", .number(curve.answered(atPrecision: 0.9) * 100, digits: 1)),
        ])
        for low in stride(from: 0.0, to: 1, by: 0.2) {
            let bin = points.filter { $0.confidence >= low && ($0.confidence < low + 0.2 || low > 0.75) }
            report.add([
                ("confidence from", .number(low, digits: 1)), ("answers", .integer(bin.count)),
                ("mean confidence", .number(bin.map(\.confidence).reduce(0, +) / Double(bin.count), digits: 3)),
                ("share right", .number(Double(bin.count(where: \.isRight)) / Double(bin.count), digits: 3)),
            ])
        }
        report.finish()
    }
}
