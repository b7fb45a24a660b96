import ArgumentParser
import Foundation
import Helpdesk

struct Confidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Whether confidence is the share of right answers.",
        discussion: """
            Questions are JSON lines with question and relevant, the ids of the right items; none where the knowledge \
            holds no answer. An answer is right when the first item it cites is a right one. Calibration is measured over \
            the answers given, the rest over all questions. --out keeps the answers; --answers reads them, from any \
            number of runs, in place of --kb and --questions.

            --fit-on, --folds and --weights try other weights than the library's; --feedback calibrates to a host's \
            judgements before measuring on its other answers. Where weights are fitted to several files, each file \
            counts the same.
            """)

    struct Question: Decodable {
        var question: String
        var relevant: [String]
    }

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Knowledge: a folder or file of Markdown, JSON, JSON lines or CSV.") var kb: String?
    @Option(parsing: .upToNextOption, help: "Files of JSON lines with the fields question and relevant.")
    var questions: [String] = []
    @Option(help: "Keep the indexed knowledge in this file, to save the embedding at the next run.")
    var cache: String?
    @Option(help: "Write features, confidence and right per question as JSON lines to this file.") var out: String?
    @Option(parsing: .upToNextOption, help: "Files that --out wrote, to measure without answering again.")
    var answers: [String] = []
    @Option(parsing: .upToNextOption, help: "Files that --out wrote, to fit weights to before measuring.")
    var fitOn: [String] = []
    @Option(help: "A ConfidenceModel as JSON, to measure in place of the library's.") var weights: String?
    @Option(
        help:
            "Fit a calibration, and weights unless given, to all but one of so many parts of each file; measure that one."
    )
    var folds: Int?
    @Option(help: "Calibrate to so many judged answers of each file, measure on its others; the mean of --draws.")
    var feedback: Int?
    @Option(help: "How often --feedback draws.") var draws = 20
    @Flag(help: "Print weights fitted to all answers.") var fit = false
    @Option(help: "Write the fitted weights as JSON to this file.") var save: String?
    @Option(help: "Draw the reliability of each file to this SVG.") var svg: String?
    @Option(help: "The title of the drawing.") var title = "Confidence and share of right answers"

    func validate() throws {
        guard (kb != nil && !questions.isEmpty) != !answers.isEmpty else {
            throw ValidationError("give --kb and --questions, or --answers")
        }
        guard folds ?? 2 >= 2, feedback ?? 1 >= 1, draws >= 1 else {
            throw ValidationError("--folds must be 2 or more, --feedback and --draws 1 or more")
        }
    }

    func run() async throws {
        var groups: [ConfidenceGroup] = []
        if let kb {
            groups = [ConfidenceGroup(name: kb, answers: try await answer(kb))]
        } else {
            groups = try answers.map(ConfidenceGroup.init(file:))
        }
        var model: ConfidenceModel?
        if let weights {
            do {
                model = try JSONDecoder().decode(ConfidenceModel.self, from: try InputFile.data(weights))
            } catch { throw BenchError("\(weights): is not a model of confidence: \(error)") }
        }
        if !fitOn.isEmpty {
            model = try ConfidenceModel.fit(ConfidenceGroup.balanced(try fitOn.map(ConfidenceGroup.init(file:))))
        }
        let measured = try measure(groups, model)
        var report = Report(json: output.json)
        for group in measured { report.add(group.row) }
        let all = ConfidenceGroup.Measured(all: measured)
        if measured.count > 1 { report.add(all.row) }
        for row in all.bins { report.add(row) }
        if fit {
            let fitted = try ConfidenceModel.fit(ConfidenceGroup.balanced(groups))
            report.add([("feature", .text("bias")), ("weight", .number(fitted.bias, digits: 2))])
            for feature in ConfidenceFeature.allCases {
                report.add([
                    ("feature", .text(feature.rawValue)), ("weight", .number(fitted.weights[feature] ?? 0, digits: 2)),
                ])
            }
            model = fitted
        }
        report.finish()
        if let save, let model {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try OutputFile.write(try encoder.encode(model), to: save)
        }
        if let svg {
            var curves = measured.map { (name: $0.name, curve: $0.curve) }
            if curves.count > 1 { curves.insert(("all", all.curve), at: 0) }
            try OutputFile.write(Data(ReliabilityDiagram.svg(title: title, curves: curves).utf8), to: svg)
        }
    }

    /// Asks an agent with the library's defaults.
    private func answer(_ kb: String) async throws -> [ConfidenceAnswer] {
        let questions = try questions.flatMap { try InputFile.jsonLines($0, as: Question.self) }
        guard !questions.isEmpty else { throw BenchError("no questions") }
        let knowledge = try await IndexedKnowledge.load(kb, model: try await model.load(), cache: cache)
        let agent = try SupportAgent(knowledge: knowledge)
        let progress = Progress("resolve")
        var answers: [ConfidenceAnswer] = []
        for (index, question) in questions.enumerated() {
            let resolution = try await agent.resolve(SupportQuery(question.question))
            answers.append(
                ConfidenceAnswer(
                    features: resolution.confidenceFeatures, confidence: resolution.confidence,
                    right: resolution.citations.first.map { question.relevant.contains($0.itemID) } ?? false,
                    answerable: !question.relevant.isEmpty))
            progress.update(index + 1, of: questions.count)
        }
        progress.finish()
        if let out {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let lines = try answers.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
            try OutputFile.write(lines: lines, to: out)
        }
        return answers
    }

    /// The confidence that each answer gets, by the library's defaults or as the options say.
    private func measure(
        _ groups: [ConfidenceGroup], _ model: ConfidenceModel?
    ) throws -> [ConfidenceGroup.Measured] {
        try groups.map { group in
            if let folds { return try group.held(out: folds, weights: model) }
            guard let feedback else { return group.measured { $0.confidence(model ?? .standard) } }
            return try group.calibrated(with: feedback, draws: draws, model ?? .standard)
        }
    }
}
