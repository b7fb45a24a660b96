import ArgumentParser
import Foundation
import HelpdeskLanguage

struct Grounding: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Unsupported answers caught, good answers blocked.",
        discussion: "Cases are JSON lines with sources, answer and supported, and kind where there is one.")

    struct Case: Decodable {
        var id: String?
        var sources: [String]
        var answer: String
        var supported: Bool
        var unsupported_spans: [String]?
        var kind: String?

        var prepared: GroundingCheck.Sources {
            GroundingCheck.Sources(
                sources.enumerated().map { LLMSource(id: "\($0.offset)", title: "", passages: [$0.element]) })
        }
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines with sources, answer, supported and kind.") var cases: String
    @Option(help: "Write each answer with its judgement and problems to this file, as JSON lines.")
    var out: String?
    @Option(help: "Write each sentence with its features to this file, for Training/grounding/train.")
    var features: String?
    @Option(help: "The least probability of a sentence that counts as supported, from 0 to 1.")
    var probability = GroundingCheck.standardProbability
    @Flag(help: "Also list the answers judged wrongly.") var wrong = false

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        guard !cases.isEmpty else { throw BenchError("no cases") }
        if let features { try OutputFile.write(lines: cases.enumerated().flatMap(rows), to: features) }
        let check = GroundingCheck(minimumProbability: probability)
        let reports = cases.map { check.check($0.answer, by: $0.prepared) }
        if let out { try OutputFile.write(lines: zip(cases, reports).map(line), to: out) }
        if wrong {
            for (item, judged) in zip(cases, reports) where item.supported != judged.isSupported {
                print(line(item, judged))
            }
        }
        let timing = await Timing.of(20) { for item in cases { _ = check.check(item.answer, by: item.prepared) } }
        report(cases, reports, timing.median / Double(cases.count) * 1e6)
    }

    private func report(_ cases: [Case], _ reports: [GroundingReport], _ time: Double) {
        let score = BinaryScore(zip(cases, reports).map { (!$0.supported, !$1.isSupported) })
        let good = cases.count(where: \.supported)
        var report = Report(json: output.json)
        var lines: [(String, Cell)] = [
            ("answers", .integer(cases.count)),
            ("unsupported caught (recall) %", .number(score.recall * 100, digits: 1)),
            ("precision %", .number(score.precision * 100, digits: 1)),
            ("good ones blocked %", .number(Double(score.falsePositives) / Double(max(1, good)) * 100, digits: 1)),
            ("F1 %", .number(score.f1 * 100, digits: 1)),
            ("AUROC", .number(Self.area(zip(cases, reports).map { ($0.supported, $1.probability) }), digits: 3)),
            ("µs per answer", .number(time, digits: 1)),
        ]
        let kinds = Dictionary(grouping: zip(cases, reports)) {
            "\($0.0.kind ?? "?"), \($0.0.supported ? "good" : "bad")"
        }
        for (kind, members) in kinds.sorted(by: { $0.key < $1.key }) {
            let stopped = members.count { !$0.1.isSupported }
            lines.append(("\(kind): held back of \(members.count)", .integer(stopped)))
        }
        report.add(lines)
        report.finish()
    }

    /// The share of pairs of a good and a bad answer in which the good one is the likelier.
    static func area(_ answers: [(isGood: Bool, probability: Double)]) -> Double {
        let good = answers.filter(\.isGood).map(\.probability)
        let bad = answers.filter { !$0.isGood }.map(\.probability)
        guard !good.isEmpty, !bad.isEmpty else { return 0 }
        let wins = good.reduce(0.0) { sum, one in
            bad.reduce(sum) { $0 + (one > $1 ? 1 : one == $1 ? 0.5 : 0) }
        }
        return wins / Double(good.count * bad.count)
    }

    private func line(_ item: Case, _ report: GroundingReport) -> String {
        let problems = report.problems.map {
            "{\"kind\": \"\($0.kind.rawValue)\", \"text\": \(Report.quoted($0.text))}"
        }
        return "{\"answer\": \(Report.quoted(item.answer)), \"kind\": \(Report.quoted(item.kind ?? "")), "
            + "\"labelled\": \(item.supported), \"supported\": \(report.isSupported), "
            + "\"probability\": \(report.probability), \"problems\": [\(problems.joined(separator: ", "))]}"
    }

    /// The sentences of a case with their features.
    private func rows(_ number: Int, _ item: Case) -> [String] {
        GroundingCheck.evidence(of: item.answer, by: item.prepared).map { sentence in
            let scalars = item.answer.unicodeScalars
            let start = scalars.index(scalars.startIndex, offsetBy: sentence.range.lowerBound)
            let range = start..<scalars.index(start, offsetBy: sentence.range.count)
            let spans = (item.unsupported_spans ?? []).compactMap { item.answer.range(of: $0) }
            let isSupported = item.supported || !spans.contains { $0.overlaps(range) }
            return
                "{\"id\": \(Report.quoted(item.id ?? "\(number)")), \"set\": \(Report.quoted(item.sources.joined(separator: "|"))), "
                + "\"claim\": \"\(sentence.claim.rawValue)\", \"supported\": \(isSupported), \"answer_supported\": \(item.supported), "
                + "\"kind\": \(Report.quoted(item.kind ?? "")), \"features\": \(sentence.features)}"
        }
    }
}
