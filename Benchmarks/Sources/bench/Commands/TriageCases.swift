import ArgumentParser
import Foundation
import HelpdeskTriage

struct TriageCases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Category, priority, sentiment and escalation of labelled messages.",
        discussion: "Cases are JSON lines with text, and of category, priority, sentiment and escalate what there is.")

    enum Method: String, CaseIterable, ExpressibleByArgument {
        case rules, learned
    }

    struct Case: Decodable {
        var text: String
        var category: String?
        var priority: String?
        var sentiment: String?
        var escalate: Bool?
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines with text and labels.") var cases: String
    @Option(help: "Write the predictions as JSON lines to this file.") var out: String?
    @Option(help: "Who judges: the rules alone, or what was learned with rules above it.") var method = Method.learned
    @Option(help: "A model that bench train-triage wrote; the one that ships with the library where absent.")
    var triageModel: String?
    @Flag(help: "Give the model embeddings, where it uses them (see --model).") var embeddings = false
    @OptionGroup var model: ModelOptions
    @Option(help: "Runs over all messages for the time per message.") var runs = 20

    func run() async throws {
        let cases =
            try cases.hasSuffix(".txt")
            ? LabelledMessages.read(cases).map {
                Case(
                    text: $0.text, category: $0.category?.rawValue, priority: $0.priority?.rawValue,
                    sentiment: $0.sentiment?.rawValue, escalate: $0.escalationReasons.map { !$0.isEmpty })
            } : InputFile.jsonLines(cases, as: Case.self)
        guard !cases.isEmpty else { throw BenchError("no cases") }
        let triager = try await triager()
        var results: [Triage] = []
        for item in cases { results.append(try await triager.triage(item.text)) }
        let timing = try await Timing.of(max(1, runs)) { for item in cases { _ = try await triager.triage(item.text) } }
        if let out {
            let lines = zip(cases, results).map { item, triage in
                "{\"text\": \(Report.quoted(item.text)), \"category\": \(Report.quoted(triage.category.rawValue)), "
                    + "\"priority\": \"\(triage.priority.rawValue)\", \"sentiment\": \"\(triage.sentiment.rawValue)\", "
                    + "\"escalate\": \(triage.needsHuman), \"reasons\": ["
                    + triage.escalationReasons.map { Report.quoted($0.rawValue) }.joined(separator: ", ")
                    + "], \"probability\": \(triage.escalationProbability.map { "\($0)" } ?? "null"), "
                    + "\"categoryConfidence\": \(triage.categoryConfidence)}\n"
            }
            try OutputFile.write(Data(lines.joined().utf8), to: out)
        }
        var report = Report(json: output.json)
        let pairs = Array(zip(cases, results))
        for (name, labels) in [
            ("category", pairs.compactMap { item, triage in item.category.map { ($0, triage.category.rawValue) } }),
            ("priority", pairs.compactMap { item, triage in item.priority.map { ($0, triage.priority.rawValue) } }),
            ("sentiment", pairs.compactMap { item, triage in item.sentiment.map { ($0, triage.sentiment.rawValue) } }),
        ] where !labels.isEmpty {
            let score = Classification(labels)
            report.add([
                ("decision", .text(name)), ("cases", .integer(score.count)),
                ("accuracy %", .number(score.accuracy * 100, digits: 1)),
                ("macro-F1 %", .number(score.macroF1 * 100, digits: 1)),
            ])
        }
        let escalations = pairs.compactMap { item, triage in item.escalate.map { ($0, triage.needsHuman) } }
        if !escalations.isEmpty {
            let score = BinaryScore(escalations)
            report.add([
                ("decision", .text("escalation")), ("cases", .integer(escalations.count)),
                ("precision %", .number(score.precision * 100, digits: 1)),
                ("recall %", .number(score.recall * 100, digits: 1)), ("F1 %", .number(score.f1 * 100, digits: 1)),
            ])
        }
        report.add([
            ("method", .text(method.rawValue)),
            ("µs per message", .number(timing.median / Double(cases.count) * 1e6, digits: 1)),
        ])
        report.finish()
    }

    private func triager() async throws -> any TicketTriager {
        if method == .rules { return RuleTriager() }
        let embeddingModel = embeddings ? try await model.load() : nil
        guard let triageModel else { return LearnedTriager(embeddingModel: embeddingModel) }
        return try LearnedTriager(
            model: TriageModel(bytes: InputFile.data(triageModel)), embeddingModel: embeddingModel)
    }
}
