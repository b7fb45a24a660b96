import ArgumentParser
import Foundation
import HelpdeskLanguage

struct Grounding: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Unsupported answers caught, good answers blocked.",
        discussion: "Cases are JSON lines with sources, answer and supported.")

    struct Case: Decodable {
        var sources: [String]
        var answer: String
        var supported: Bool
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines with sources, answer and supported.") var cases: String
    @Option(help: "Write {\"answer\",\"supported\",\"unsupported_sentences\"} per case, as judged, to this file.")
    var out: String?
    @Option(help: "The least share of a sentence's content words that one source must hold, from 0 to 1.")
    var coverage = GroundingCheck().minimumCoverage

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        guard !cases.isEmpty else { throw BenchError("no cases") }
        let check = GroundingCheck(minimumCoverage: coverage)
        func unsupported(_ item: Case) -> [String] {
            let sources = GroundingCheck.Sources(
                item.sources.enumerated().map { LLMSource(id: "\($0.offset)", title: "", passages: [$0.element]) })
            return GroundingCheck.sentences(of: item.answer).filter { !check.supports($0, by: sources) }
        }
        let judged = cases.map(unsupported)
        if let out {
            let lines = zip(cases, judged).map { item, sentences in
                "{\"answer\": \(Report.quoted(item.answer)), \"supported\": \(sentences.isEmpty), "
                    + "\"unsupported_sentences\": [\(sentences.map(Report.quoted).joined(separator: ", "))]}"
            }
            try OutputFile.write(lines: lines, to: out)
        }
        let score = BinaryScore(zip(cases, judged).map { (!$0.supported, !$1.isEmpty) })
        let good = cases.count(where: \.supported)
        let timing = await Timing.of(20) { for item in cases { _ = unsupported(item) } }
        var report = Report(json: output.json)
        report.add([
            ("answers", .integer(cases.count)),
            ("unsupported caught (recall) %", .number(score.recall * 100, digits: 1)),
            ("precision %", .number(score.precision * 100, digits: 1)),
            ("good ones blocked %", .number(Double(score.falsePositives) / Double(max(1, good)) * 100, digits: 1)),
            ("F1 %", .number(score.f1 * 100, digits: 1)),
            ("µs per answer", .number(timing.median / Double(cases.count) * 1e6, digits: 1)),
        ])
        report.finish()
    }
}
