import ArgumentParser
import Foundation
import Helpdesk
import HelpdeskFiles

struct Intents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Intents by nearest neighbours over past questions.",
        discussion: "Test rows with a label that the training file lacks count as out of scope.")

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "CSV with the columns text,category: past questions.") var train: String
    @Option(help: "CSV with the columns text,category: questions to classify.") var test: String
    @Option(help: "Neighbours that vote.") var neighbors = 5
    @Option(help: "Write {\"text\",\"truth\",\"predicted\",\"confidence\"} per test row to this file.") var out: String?

    func run() async throws {
        let model = try await model.load()
        let knowledge = try await KnowledgeBase(model: model)
        let indexing = Progress("index")
        _ = try await knowledge.sync(from: FolderSource(URL(filePath: train))) {
            indexing.update($0.passagesDone, of: $0.passagesTotal)
        }
        indexing.finish()
        let known = Set(try await tickets(train).compactMap(\.category))
        let cases = try await tickets(test)
        guard !cases.isEmpty else { throw BenchError("\(test): holds no rows") }

        var predictions: [(truth: String, predicted: String, confidence: Double)] = []
        let classifying = Progress("classify")
        let start = ContinuousClock().now
        for (index, ticket) in cases.enumerated() {
            let best = try await knowledge.classify(ticket.problem, neighbors: neighbors).first
            predictions.append((ticket.category ?? "", best?.label ?? "", best?.score ?? 0))
            classifying.update(index + 1, of: cases.count)
        }
        let seconds = start.duration(to: ContinuousClock().now) / .seconds(1)
        classifying.finish()

        if let out {
            let lines = zip(cases, predictions).map { ticket, prediction in
                "{\"text\": \(Report.quoted(ticket.problem)), \"truth\": \(Report.quoted(prediction.truth)), "
                    + "\"predicted\": \(Report.quoted(prediction.predicted)), \"confidence\": \(prediction.confidence)}\n"
            }
            try OutputFile.write(Data(lines.joined().utf8), to: out)
        }

        let inScope = predictions.filter { known.contains($0.truth) }
        let classification = Classification(inScope.map { ($0.truth, $0.predicted) })
        let curve = ConfidenceCurve(inScope.map { ($0.confidence, $0.truth == $0.predicted) })
        let scope = ConfidenceCurve(predictions.map { ($0.confidence, known.contains($0.truth)) })
        var report = Report(json: output.json)
        report.add([
            ("method", .text("nearest neighbours, k = \(neighbors)")), ("test rows", .integer(inScope.count)),
            ("accuracy %", .number(classification.accuracy * 100, digits: 2)),
            ("macro-F1 %", .number(classification.macroF1 * 100, digits: 2)),
            ("answered at 95% precision %", .number(curve.answered(atPrecision: 0.95) * 100, digits: 1)),
            ("at 97% %", .number(curve.answered(atPrecision: 0.97) * 100, digits: 1)),
            ("at 99% %", .number(curve.answered(atPrecision: 0.99) * 100, digits: 1)),
            ("calibration error", .number(curve.expectedCalibrationError(), digits: 3)),
            ("out of scope", .integer(predictions.count - inScope.count)),
            ("out-of-scope AUROC %", .number(scope.areaUnderROC * 100, digits: 2)),
            ("questions/s", .number(Double(cases.count) / seconds, digits: 0)),
        ])
        report.finish()
    }

    private func tickets(_ path: String) async throws -> [ResolvedTicket] {
        var tickets: [ResolvedTicket] = []
        for try await change in try FolderSource(URL(filePath: path)).changes(after: nil) {
            if case .upsert(.resolvedTicket(let ticket)) = change.action { tickets.append(ticket) }
        }
        return tickets
    }
}
