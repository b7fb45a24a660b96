import ArgumentParser
import Foundation
import HelpdeskTriage

struct PII: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pii", abstract: "Personal data: precision, recall and F1 by kind, exact spans.",
        discussion:
            "Cases are JSON lines (or base64 of them, in a .b64 file) with text and entities of type, start, end.")

    struct Case: Decodable {
        struct Entity: Decodable {
            var type: String
            var start: Int
            var end: Int
        }
        var text: String
        var entities: [Entity]
    }

    private struct Span: Hashable {
        var item: Int
        var start: Int
        var end: Int
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines with text and entities.") var cases: String
    @Option(help: "Write {\"text\",\"entities\":[{\"type\",\"start\",\"end\",\"value\"}]} per case to this file.")
    var out: String?

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        let redactor = PersonalDataRedactor()
        var truth: [String: Set<Span>] = [:]
        var found: [String: Set<Span>] = [:]
        var lines: [String] = []
        for (index, item) in cases.enumerated() {
            for entity in item.entities {
                truth[entity.type.lowercased(), default: []].insert(
                    Span(item: index, start: entity.start, end: entity.end))
            }
            let findings = redactor.findings(in: item.text)
            if out != nil { lines.append(Self.line(item.text, findings)) }
            for finding in findings {
                found[finding.kind.rawValue.lowercased(), default: []].insert(
                    Span(item: index, start: finding.range.lowerBound, end: finding.range.upperBound))
            }
        }
        if let out { try OutputFile.write(lines: lines, to: out) }
        var report = Report(json: output.json)
        var total = BinaryScore()
        for kind in Set(truth.keys).union(found.keys).sorted() {
            var score = BinaryScore()
            score.truePositives = truth[kind, default: []].intersection(found[kind, default: []]).count
            score.falsePositives = found[kind, default: []].count - score.truePositives
            score.falseNegatives = truth[kind, default: []].count - score.truePositives
            total.truePositives += score.truePositives
            total.falsePositives += score.falsePositives
            total.falseNegatives += score.falseNegatives
            report.add(row(kind, score))
        }
        report.add(row("all", total))
        let text = cases.map(\.text).joined(separator: "\n")
        let clean = String(
            repeating: "The export takes about five minutes and then shows a link to the file. ", count: 20_000)
        for (name, text) in [("cases", text), ("clean text", clean)] {
            let timing = await Timing.of(5) { _ = redactor.findings(in: text) }
            report.add([
                ("text", .text(name)), ("MB/s", .number(Double(text.utf8.count) / timing.median / 1e6, digits: 1)),
            ])
        }
        report.finish()
    }

    private static func line(_ text: String, _ findings: [PersonalDataFinding]) -> String {
        let scalars = Array(text.unicodeScalars)
        let entities = findings.map { finding in
            var value = String.UnicodeScalarView()
            value.append(contentsOf: scalars[finding.range])
            return "{\"type\": \(Report.quoted(finding.kind.rawValue)), \"start\": \(finding.range.lowerBound), "
                + "\"end\": \(finding.range.upperBound), \"value\": \(Report.quoted(String(value)))}"
        }
        return "{\"text\": \(Report.quoted(text)), \"entities\": [\(entities.joined(separator: ", "))]}"
    }

    private func row(_ kind: String, _ score: BinaryScore) -> [(String, Cell)] {
        [
            ("kind", .text(kind)), ("entities", .integer(score.truePositives + score.falseNegatives)),
            ("precision %", .number(score.precision * 100, digits: 1)),
            ("recall %", .number(score.recall * 100, digits: 1)), ("F1 %", .number(score.f1 * 100, digits: 1)),
        ]
    }
}
