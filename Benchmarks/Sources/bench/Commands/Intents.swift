import ArgumentParser
import Foundation
import Helpdesk
import HelpdeskFiles
import HelpdeskTriage

struct Intents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Intents learned from past questions: accuracy, coverage, calibration, out of scope.",
        discussion: "Test rows with a label that the training file lacks count as out of scope.")

    enum Method: String, CaseIterable, ExpressibleByArgument {
        case learned, neighbors
    }

    private struct Prediction {
        var truth: String
        var predicted: String
        var confidence: Double
        /// How surely it is one of the known labels.
        var scope: Double
    }

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "CSV with the columns text,category: past questions.") var train: String
    @Option(help: "CSV with the columns text,category: questions to classify.") var test: String
    @Option(help: "A trained classifier, or the votes of the nearest neighbours.") var method = Method.learned
    @Option(help: "Neighbours that vote.") var neighbors = 5
    @Option(help: "Learn from this many examples of each label only, drawn at random.") var fewShot: Int?
    @Option(help: "Draws of --few-shot; the mean counts.") var draws = 10
    @Option(help: "Write {\"text\",\"truth\",\"predicted\",\"confidence\"} per test row to this file.") var out: String?

    func run() async throws {
        let model = try await model.load()
        let cases = try await tickets(test)
        guard !cases.isEmpty else { throw BenchError("\(test): holds no rows") }
        var report = Report(json: output.json)
        switch method {
        case .neighbors: report.add(try await votes(cases, model))
        case .learned: for row in try await learned(cases, model) { report.add(row) }
        }
        report.finish()
    }

    private func votes(_ cases: [ResolvedTicket], _ model: SentenceTransformer) async throws -> [(String, Cell)] {
        let knowledge = try await KnowledgeBase(model: model)
        let indexing = Progress("index")
        _ = try await knowledge.sync(from: FolderSource(URL(filePath: train))) {
            indexing.update($0.passagesDone, of: $0.passagesTotal)
        }
        indexing.finish()
        let known = Set(try await tickets(train).compactMap(\.category))
        var predictions: [Prediction] = []
        let classifying = Progress("classify")
        let start = ContinuousClock().now
        for (index, ticket) in cases.enumerated() {
            let best = try await knowledge.classify(ticket.problem, neighbors: neighbors).first
            predictions.append(
                Prediction(
                    truth: ticket.category ?? "", predicted: best?.label ?? "", confidence: best?.score ?? 0,
                    scope: best?.score ?? 0))
            classifying.update(index + 1, of: cases.count)
        }
        let seconds = start.duration(to: ContinuousClock().now) / .seconds(1)
        classifying.finish()
        try write(cases, predictions)
        return row("nearest neighbours, k = \(neighbors)", predictions, known: known)
            + [("questions/s", .number(Double(cases.count) / seconds, digits: 0))]
    }

    private func learned(_ cases: [ResolvedTicket], _ model: SentenceTransformer) async throws -> [[(String, Cell)]] {
        let examples = try await tickets(train).compactMap { ticket in
            ticket.category.map { LabelledText(text: ticket.problem, label: $0) }
        }
        let embedding = Progress("embed")
        let vectors = try await model.embed(examples.map(\.text), as: .query) { embedding.update($0, of: $1) }
        let questions = try await model.embed(cases.map(\.problem), as: .query)
        embedding.finish()
        if let fewShot { return [try await few(fewShot, examples, vectors, cases, questions, model)] }

        var start = ContinuousClock().now
        let trained = try await TextClassifier.train(examples, vectors: vectors, model: model)
        let trainingSeconds = start.duration(to: ContinuousClock().now) / .seconds(1)
        let bytes = trained.bytes
        let classifier = try TextClassifier(bytes: bytes, model: model)
        start = ContinuousClock().now
        let predictions = try predict(cases, questions, classifier)
        let seconds = start.duration(to: ContinuousClock().now) / .seconds(1)
        try write(cases, predictions)
        let held = ConfidenceCurve(classifier.report.outcomes.map { ($0.score, $0.isRight) })
        return [
            row("learned", predictions, known: Set(classifier.labels)),
            [
                ("examples", .integer(classifier.report.examples)),
                ("left-out accuracy %", .number(classifier.report.accuracy * 100, digits: 2)),
                ("left-out calibration error", .number(held.expectedCalibrationError(), digits: 3)),
                ("training s", .number(trainingSeconds, digits: 1)),
                ("model MiB", .number(Double(bytes.count) / 1_048_576, digits: 1)),
                ("questions/s, embedded", .number(Double(cases.count) / seconds, digits: 0)),
            ],
        ]
    }

    /// The mean over draws of some examples of each label.
    private func few(
        _ count: Int, _ examples: [LabelledText], _ vectors: Embeddings, _ cases: [ResolvedTicket],
        _ questions: Embeddings, _ model: SentenceTransformer
    ) async throws -> [(String, Cell)] {
        var accuracies: [Double] = []
        var errors: [Double] = []
        var random = SplitMix64(state: 1)
        let progress = Progress("draw")
        for draw in 0..<max(1, draws) {
            var taken: [String: Int] = [:]
            let chosen = examples.indices.shuffled(using: &random).filter {
                taken[examples[$0].label, default: 0] += 1
                return taken[examples[$0].label, default: 0] <= count
            }
            let dimensions = vectors.dimensions
            let classifier = try await TextClassifier.train(
                chosen.map { examples[$0] },
                vectors: Embeddings(
                    values: chosen.flatMap { vectors.values[$0 * dimensions..<($0 + 1) * dimensions] },
                    count: chosen.count, dimensions: dimensions), model: model)
            let predictions = try predict(cases, questions, classifier)
            accuracies.append(Classification(predictions.map { ($0.truth, $0.predicted) }).accuracy)
            errors.append(
                ConfidenceCurve(predictions.map { ($0.confidence, $0.truth == $0.predicted) })
                    .expectedCalibrationError())
            progress.update(draw + 1, of: draws)
        }
        progress.finish()
        let mean = accuracies.reduce(0, +) / Double(accuracies.count)
        return [
            ("method", .text("learned, \(count) of each label")), ("draws", .integer(accuracies.count)),
            ("accuracy %", .number(mean * 100, digits: 2)),
            ("least %", .number((accuracies.min() ?? 0) * 100, digits: 2)),
            ("calibration error", .number(errors.reduce(0, +) / Double(errors.count), digits: 3)),
        ]
    }

    private func predict(
        _ cases: [ResolvedTicket], _ vectors: Embeddings, _ classifier: TextClassifier
    ) throws -> [Prediction] {
        try cases.enumerated().map { index, ticket in
            let result = try classifier.classify(ticket.problem, vector: vectors[index])
            return Prediction(
                truth: ticket.category ?? "", predicted: result.label, confidence: result.confidence,
                scope: result.inScopeProbability)
        }
    }

    private func write(_ cases: [ResolvedTicket], _ predictions: [Prediction]) throws {
        guard let out else { return }
        let lines = zip(cases, predictions).map { ticket, prediction in
            "{\"text\": \(Report.quoted(ticket.problem)), \"truth\": \(Report.quoted(prediction.truth)), "
                + "\"predicted\": \(Report.quoted(prediction.predicted)), \"confidence\": \(prediction.confidence), "
                + "\"scope\": \(prediction.scope)}\n"
        }
        try OutputFile.write(Data(lines.joined().utf8), to: out)
    }

    private func row(_ method: String, _ predictions: [Prediction], known: Set<String>) -> [(String, Cell)] {
        let inScope = predictions.filter { known.contains($0.truth) }
        let classification = Classification(inScope.map { ($0.truth, $0.predicted) })
        let curve = ConfidenceCurve(inScope.map { ($0.confidence, $0.truth == $0.predicted) })
        let scope = ConfidenceCurve(predictions.map { ($0.scope, known.contains($0.truth)) })
        return [
            ("method", .text(method)), ("test rows", .integer(inScope.count)),
            ("accuracy %", .number(classification.accuracy * 100, digits: 2)),
            ("macro-F1 %", .number(classification.macroF1 * 100, digits: 2)),
            ("answered at 95% precision %", .number(curve.answered(atPrecision: 0.95) * 100, digits: 1)),
            ("at 97% %", .number(curve.answered(atPrecision: 0.97) * 100, digits: 1)),
            ("at 99% %", .number(curve.answered(atPrecision: 0.99) * 100, digits: 1)),
            ("calibration error", .number(curve.expectedCalibrationError(), digits: 3)),
            ("out of scope", .integer(predictions.count - inScope.count)),
            ("out-of-scope AUROC %", .number(scope.areaUnderROC * 100, digits: 2)),
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
