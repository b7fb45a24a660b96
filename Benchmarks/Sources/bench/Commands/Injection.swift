import ArgumentParser
import Foundation
import HelpdeskTriage

struct Injection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "injection",
        abstract: "Prompt injection: precision, recall and F1, recall by kind, time per text.",
        discussion: "Cases are JSON lines with where, text and attack, and kind or goal of an attack.")

    struct Case: Decodable {
        var `where`: String
        var text: String
        var attack: Bool
        var kind: String?
        var goal: String?

        var origin: InjectionOrigin {
            get throws {
                guard let origin = InjectionOrigin(rawValue: self.where) else {
                    throw BenchError("\"\(self.where)\" is no origin of texts")
                }
                return origin
            }
        }
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines with where, text and attack.") var cases: String
    @Option(help: "The least probability with which a text is flagged.")
    var threshold = InjectionDetector.standardThreshold
    @Flag(help: "Print the cases that were judged wrongly, to standard error.") var errors = false

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        guard !cases.isEmpty else { throw BenchError("\(self.cases): holds no case") }
        let detector = InjectionDetector(threshold: threshold)
        let judged = try cases.map { ($0, detector.examine($0.text, origin: try $0.origin)) }
        var report = Report(json: output.json)
        let origins = InjectionOrigin.allCases.map(\.rawValue).filter { name in cases.contains { $0.where == name } }
        for origin in ["all"] + origins {
            let part = judged.filter { origin == "all" || $0.0.where == origin }
            let score = BinaryScore(part.map { ($0.0.attack, $0.1.isSuspicious) })
            report.add([
                ("where", .text(origin)), ("texts", .integer(part.count)),
                ("attacks", .integer(part.count { $0.0.attack })),
                ("precision %", .number(score.precision * 100, digits: 1)),
                ("recall %", .number(score.recall * 100, digits: 1)), ("F1 %", .number(score.f1 * 100, digits: 1)),
            ])
        }
        let kinds = Dictionary(grouping: judged.filter(\.0.attack)) { $0.0.kind ?? $0.0.goal ?? "attack" }
        for (kind, part) in kinds.sorted(by: { $0.key < $1.key }) where cases.contains(where: { $0.kind != nil }) {
            let found = part.filter(\.1.isSuspicious)
            report.add([
                ("kind", .text(kind)), ("attacks", .integer(part.count)),
                ("recall %", .number(100 * Double(found.count) / Double(part.count), digits: 1)),
                ("named so", .integer(found.count { $0.1.findings.contains { $0.kind.rawValue == kind } })),
            ])
        }
        for (item, result) in judged where errors && item.attack != result.isSuspicious {
            let text = item.text.replacing("\n", with: "⏎")
            let line = "\(item.attack ? "missed" : "wrongly flagged") \(result.probability): \(text)\n"
            FileHandle.standardError.write(Data(line.utf8))
        }
        let origin = try cases[0].origin
        let bytes = cases.reduce(0) { $0 + $1.text.utf8.count }
        let each = await Timing.of(5) { for item in cases { _ = detector.examine(item.text, origin: origin) } }
        let long = String(repeating: "The export takes five minutes and then shows a link to the file. ", count: 10_000)
        let whole = await Timing.of(3) { _ = detector.examine(long, origin: .knowledgeArticle) }
        for (name, count, size, timing) in [
            ("cases", cases.count, bytes, each), ("one long text", 1, long.utf8.count, whole),
        ] {
            report.add([
                ("text", .text(name)), ("µs a text", .number(timing.median * 1e6 / Double(count), digits: 1)),
                ("MB/s", .number(Double(size) / timing.median / 1e6, digits: 2)),
            ])
        }
        report.finish()
    }
}
