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

    @Option(help: "The least share of a sentence's content words that one source must hold, from 0 to 1.")
    var coverage = GroundingCheck().minimumCoverage

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        guard !cases.isEmpty else { throw BenchError("no cases") }
        let check = GroundingCheck(minimumCoverage: coverage)
        func isSupported(_ item: Case) -> Bool {
            let sources = GroundingCheck.Sources(
                item.sources.enumerated().map { LLMSource(id: "\($0.offset)", title: "", passages: [$0.element]) })
            return GroundingCheck.sentences(of: item.answer).allSatisfy { check.supports($0, by: sources) }
        }
        let score = BinaryScore(cases.map { (!$0.supported, !isSupported($0)) })
        let good = cases.count(where: \.supported)
        let timing = await Timing.of(20) { for item in cases { _ = isSupported(item) } }
        var report = Report(json: output.json)
        report.add([
            ("answers", .integer(cases.count)), ("unsupported caught %", .number(score.recall * 100, digits: 1)),
            ("good ones blocked %", .number(Double(score.falsePositives) / Double(max(1, good)) * 100, digits: 1)),
            ("F1 %", .number(score.f1 * 100, digits: 1)),
            ("µs per answer", .number(timing.median / Double(cases.count) * 1e6, digits: 1)),
        ])
        report.finish()
    }
}
