import ArgumentParser
import Foundation
import HelpdeskTriage

struct TrainInjection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-injection", abstract: "Trains the injection detector's model and cross-validates it.",
        discussion: """
            Reads train-*.jsonl of a folder, half of whose honest texts look like attacks, and ordinary honest texts: \
            honest-*.jsonl of the same folder, and labelled messages as in Training/triage. Writes a Swift file with the \
            weights, if told to.
            """)

    @OptionGroup var output: OutputOptions
    @Option(help: "The folder with train-*.jsonl and honest-*.jsonl.") var texts = "Training/injection"
    @Option(help: "A folder of *.txt: honest messages behind four fields with bars.") var messages = "Training/triage"
    @Option(help: "The Swift file to write.") var out: String?
    @Option(help: "How many parts are held out in turn.") var folds = 6

    func run() async throws {
        let hard = try cases(prefix: "train-")
        guard hard.count >= 100, folds > 1 else { throw BenchError("\(texts): holds too few texts") }
        let ordinary = try cases(prefix: "honest-") + honestMessages()
        let training = InjectionTraining(hard: hard, ordinary: ordinary)
        let judgements = training.crossValidate(folds: folds)
        let judged = judgements.filter { $0.text < hard.count }
        let labels = judged.map { hard[$0.text].attack }
        let (slope, offset) = SparseLogisticRegression.calibration(judged.map(\.logit), labels)
        var report = Report(json: output.json)
        for threshold in stride(from: 0.3, through: 0.9, by: 0.05) {
            let cut = (Float(log(threshold / (1 - threshold))) - offset) / slope
            let score = BinaryScore(zip(labels, judged).map { ($0, $1.hidesWords || $1.logit >= cut) })
            var row: [(String, Cell)] = [
                ("threshold", .number(threshold, digits: 2)), ("texts", .integer(hard.count)),
                ("precision %", .number(score.precision * 100, digits: 1)),
                ("recall %", .number(score.recall * 100, digits: 1)), ("F1 %", .number(score.f1 * 100, digits: 1)),
            ]
            for origin in InjectionOrigin.allCases {
                let part = judgements.filter {
                    $0.text >= hard.count && ordinary[$0.text - hard.count].origin == origin
                }
                let flagged = part.count { $0.hidesWords || $0.logit >= cut }
                let share = 100 * Double(flagged) / Double(max(1, part.count))
                row.append(("of \(part.count) \(origin.rawValue) %", .number(share, digits: 2)))
            }
            report.add(row)
        }
        report.finish()
        guard let out else { return }
        try OutputFile.write(
            lines: InjectionTraining.file(training.trainAll(), slope: slope, offset: offset), to: out)
    }

    private func cases(prefix: String) throws -> [InjectionTraining.Text] {
        try FileManager.default.contentsOfDirectory(atPath: texts).sorted()
            .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".jsonl") }
            .flatMap { try InputFile.jsonLines(texts + "/" + $0, as: Injection.Case.self) }
            .map { InjectionTraining.Text(origin: try $0.origin, text: $0.text, attack: $0.attack) }
    }

    /// Messages of customers, and every fourth also as the problem of a past ticket.
    private func honestMessages() throws -> [InjectionTraining.Text] {
        let names = try FileManager.default.contentsOfDirectory(atPath: messages).sorted().filter {
            $0.hasSuffix(".txt")
        }
        var texts: [String] = []
        for name in names {
            for line in try InputFile.string(messages + "/" + name).split(whereSeparator: \.isNewline) {
                let fields = line.split(separator: " | ", maxSplits: 4)
                if fields.count == 5 { texts.append(String(fields[4]).replacing("\\n", with: "\n")) }
            }
        }
        let whole = texts.map { InjectionTraining.Text(origin: .customerMessage, text: $0, attack: false) }
        let problems = texts.enumerated().filter { $0.offset % 4 == 0 }.map {
            InjectionTraining.Text(origin: .resolvedTicket, text: "Problem: " + $0.element, attack: false)
        }
        return whole + problems
    }
}
