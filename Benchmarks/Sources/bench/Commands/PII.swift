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
        for (name, text) in [("cases", text), ("clean text", CleanText.make(bytes: 2_000_000))] {
            var count = 0
            let timing = await Timing.of(7) { count = redactor.findings(in: text).count }
            report.add([
                ("text", .text(name)), ("findings", .integer(count)),
                ("MB/s", .number(Double(text.utf8.count) / timing.median / 1e6, digits: 1)),
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

/// Messages without personal data, as customers write them: prose with versions, amounts, dates, links and codes.
private enum CleanText {
    /// The same text every time, of at least so many bytes.
    static func make(bytes: Int) -> String {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var text = ""
        while text.utf8.count < bytes {
            var sentence = sentences[next(sentences.count)]
            // Other numbers each time.
            while let place = sentence.firstIndex(of: "%") {
                sentence.replaceSubrange(place...place, with: String(next(98) + 1))
            }
            text += sentence
            text += next(4) == 0 ? "\n" : " "
        }
        return text
    }

    private static let sentences = [
        "The export takes about % minutes and then shows a link to the file.",
        "I have already tried to restart the app, clear the cache and sign in again, but nothing changed.",
        "Since the update to version 4.%.% the search no longer finds anything older than % days!",
        "We are on the Team plan (% seats) and pay $%9.90 a month; is there a discount for a year?",
        "See https://docs.example.com/guides/export?format=csv&page=% for what I followed, step by step.",
        "It worked on 2024-05-% at 1%:30, and then it stopped; the log says \"timeout after %000 ms\".",
        "My colleague says that's how it is meant to be, which I find hard to believe, to be honest.",
        "Could you please look at order #10%8-%77 and tell me when it ships?",
        "The file is named report-2024-%_final.xlsx and weighs %.4 MB.",
        "Steps: 1) open Settings > Billing; 2) click \u{201C}Change plan\u{201D}; 3) nothing \u{2013} no error.",
        "On the phone everything looks fine, on the desktop the buttons overlap (Windows 11, 1920x10%).",
        "Thanks a lot for the quick answer last time, it saved our whole week.",
        "The commit is 9fceb02d0ae598e95dc970b74767f19372d61a%, built by pipeline %41.",
        "Why does the invoice show % percent VAT when we are a company in another country?",
        "It used to be possible to sort by name, by date and by size; now there is only one order.",
        "Error code E-%04: could not read property 'items' of undefined at render (app.js:%2:1%).",
        "Die Lieferung vom 12.0%.2024 war unvollst\u{E4}ndig, es fehlen % von % Teilen.",
        "I would like to move all our projects to the new workspace before the end of the month.",
    ]
}
