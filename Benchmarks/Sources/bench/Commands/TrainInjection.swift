import ArgumentParser
import Foundation
@_spi(Training) import HelpdeskTriage

struct TrainInjection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-injection", abstract: "Trains the injection detector's model and cross-validates it.",
        discussion: "Reads the train-*.jsonl of a folder; writes a Swift file with the weights, if told to.")

    @OptionGroup var output: OutputOptions
    @Option(help: "The folder with train-*.jsonl.") var texts = "Training/injection"
    @Option(help: "The Swift file to write.") var out: String?
    @Option(help: "The weight of the squared norm.") var penalty: Float = 0.001
    @Option(help: "How many parts are held out in turn.") var folds = 8
    @Option(help: "How often, each time in other parts.") var repeats = 3

    func run() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: texts).sorted()
            .filter { $0.hasPrefix("train-") && $0.hasSuffix(".jsonl") }
        let cases = try names.flatMap { try InputFile.jsonLines(texts + "/" + $0, as: Injection.Case.self) }
        guard cases.count >= 100, folds > 1, repeats > 0 else { throw BenchError("\(texts): holds too few texts") }
        let reader = InjectionReader()
        let rows = try cases.map { reader.features($0.text, origin: try $0.origin) }
        let hides = cases.map { reader.isHidingWords($0.text) }
        let labels = cases.map(\.attack)

        var logits: [Float] = []
        var truths: [Bool] = []
        var hidden: [Bool] = []
        for time in 0..<repeats {
            for fold in 0..<folds {
                func isHeld(_ index: Int) -> Bool { (index + index / folds * (3 * time + 1)) % folds == fold }
                let train = cases.indices.filter { !isHeld($0) }
                let model = SparseLogisticRegression(
                    rows: train.compactMap { rows[$0].first }, labels: train.map { labels[$0] }, penalty: penalty)
                for index in cases.indices where isHeld(index) {
                    logits.append(rows[index].map(model.logit).max() ?? 0)
                    truths.append(labels[index])
                    hidden.append(hides[index])
                }
            }
        }
        let (slope, offset) = SparseLogisticRegression.calibration(logits, truths)
        var report = Report(json: output.json)
        for threshold in stride(from: 0.3, through: 0.9, by: 0.05) {
            let cut = Float(log(threshold / (1 - threshold)))
            let score = BinaryScore(
                logits.indices.map { (truths[$0], hidden[$0] || slope * logits[$0] + offset >= cut) })
            report.add([
                ("threshold", .number(threshold, digits: 2)), ("texts", .integer(cases.count)),
                ("precision %", .number(score.precision * 100, digits: 1)),
                ("recall %", .number(score.recall * 100, digits: 1)), ("F1 %", .number(score.f1 * 100, digits: 1)),
            ])
        }
        report.finish()
        guard let out else { return }
        let model = SparseLogisticRegression(rows: rows.compactMap(\.first), labels: labels, penalty: penalty)
        try write(model, slope: slope, offset: offset, count: cases.count, to: out)
    }

    private func write(
        _ model: SparseLogisticRegression, slope: Float, offset: Float, count: Int, to path: String
    ) throws {
        let largest = model.weights.map(abs).max() ?? 1
        let step = largest / 127
        let bytes = model.weights.map { UInt8(bitPattern: Int8(($0 / step).rounded())) }
        let lines = Data(bytes).base64EncodedString(options: .lineLength64Characters)
            .split(whereSeparator: \.isNewline)
        var text = [
            "// Generated from \(count) texts; do not edit. Made by:",
            "//     cd Benchmarks && swift run -c release bench train-injection --texts ../Training/injection \\",
            "//         --out ../Sources/HelpdeskTriage/Injection/Model/InjectionModel+Standard.swift",
            "", "extension InjectionModel {",
            "    /// The model of the built-in detector; says nothing where the text is damaged.",
            "    static let standard =",
            "        InjectionModel(base64: encoded, step: \(step), intercept: \(model.intercept + offset / slope), slope: \(slope))",
            "        ?? InjectionModel(weights: [], step: 0, intercept: 0, slope: 0)", "",
            "    private static let encoded = \"\"\"",
        ]
        // Lines of 112 letters keep the file short.
        let joined = lines.joined()
        var rest = joined[...]
        while !rest.isEmpty {
            text.append("        " + rest.prefix(112))
            rest = rest.dropFirst(112)
        }
        text += ["        \"\"\"", "}"]
        try OutputFile.write(lines: text, to: path)
    }
}
