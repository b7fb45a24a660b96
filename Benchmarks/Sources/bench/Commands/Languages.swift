import ArgumentParser
import Foundation
import HelpdeskTriage

struct Languages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "languages", abstract: "Language detection: accuracy by length and by language, time a message.",
        discussion: """
            Cases are JSON lines with text and language; without a language in them, --language names it for all. \
            Undetermined counts as not right, and is shown apart from wrong.
            """)

    struct Case: Decodable {
        var text: String
        var language: String?
    }

    /// Length by words; 2.2 characters count as a word in scripts without spaces.
    enum Length: String, CaseIterable {
        case long = "20 words and more"
        case medium = "5 to 19 words"
        case short = "under 5 words"

        init(_ text: String) {
            let unspaced = text.unicodeScalars.count { (0xE00...0xEFF).contains($0.value) || $0.value >= 0x3000 }
            let words = text.split(whereSeparator: \.isWhitespace).count + Int(Double(unspaced) / 2.2)
            self = words >= 20 ? .long : words >= 5 ? .medium : .short
        }
    }

    struct Score {
        var texts = 0
        var right = 0
        var undetermined = 0
        var wrong: [String: Int] = [:]

        mutating func add(_ found: String?, expected: String) {
            texts += 1
            if found == expected {
                right += 1
            } else if let found {
                wrong["\(expected) as \(found)", default: 0] += 1
            } else {
                undetermined += 1
            }
        }
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines with text and language.") var cases: String
    @Option(help: "The language of the cases that name none.") var language: String?

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        let detector = LanguageDetector()
        var byLength: [Length: Score] = [:]
        var byLanguage: [String: Score] = [:]
        var byConfidence: [Int: Score] = [:]
        for item in cases {
            guard let expected = item.language ?? language else {
                throw ValidationError("a case names no language, and there is no --language: \(item.text.prefix(60))")
            }
            let detection = detector.detect(item.text)
            let found = detection.language?.rawValue
            byLength[Length(item.text), default: Score()].add(found, expected: expected)
            byLanguage[expected, default: Score()].add(found, expected: expected)
            byConfidence[Int(detection.confidence * 10), default: Score()].add(
                detection.ranking.first?.language.rawValue, expected: expected)
        }
        var report = Report(json: output.json)
        for length in Length.allCases { if let score = byLength[length] { report.add(row(length.rawValue, score)) } }
        for (name, score) in byLanguage.sorted(by: { $0.key < $1.key }) { report.add(row(name, score)) }
        for (tenth, score) in byConfidence.sorted(by: { $0.key < $1.key }) {
            report.add(row("best guess at \(Double(tenth) / 10) and more", score))
        }
        report.finish()
        var timing = Report(json: output.json)
        let texts = cases.map(\.text)
        let time = await Timing.of(9) { for text in texts { _ = detector.detect(text) } }
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        timing.add([
            ("texts", .integer(texts.count)), ("bytes a text", .integer(bytes / max(1, texts.count))),
            ("µs a text", .number(time.median * 1e6 / Double(max(1, texts.count)), digits: 2)),
        ])
        let megabyte = String(repeating: texts.joined(separator: "\n") + "\n", count: 1 + 1_000_000 / max(1, bytes))
        let long = await Timing.of(9) { _ = detector.detect(megabyte) }
        timing.add([
            ("texts", .integer(1)), ("bytes a text", .integer(megabyte.utf8.count)),
            ("µs a text", .number(long.median * 1e6, digits: 2)),
        ])
        timing.finish()
    }

    private func row(_ name: String, _ score: Score) -> [(String, Cell)] {
        let wrong = score.wrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
        return [
            ("of", .text(name)), ("texts", .integer(score.texts)),
            ("right %", .number(100 * Double(score.right) / Double(score.texts), digits: 2)),
            ("undetermined", .integer(score.undetermined)),
            ("wrong", .text(wrong.map { "\($0.key) \($0.value)" }.joined(separator: ", "))),
        ]
    }
}
