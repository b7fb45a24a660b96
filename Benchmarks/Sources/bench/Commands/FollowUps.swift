import ArgumentParser
import Foundation
import HelpdeskLanguage

struct FollowUps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-ups",
        abstract: "Follow-ups completed from the conversation before them.",
        discussion:
            "Cases are JSON lines with kind, turns, message, unchanged, must and must_not; see Training/README.md.")

    struct Case: Decodable {
        struct Turn: Decodable {
            var role: FollowUpTurn.Role
            var text: String
        }
        var kind: String
        var turns: [Turn]
        var message: String
        var unchanged: Bool
        var must: [String]
        var must_not: [String]

        var conversation: [FollowUpTurn] { turns.map { FollowUpTurn($0.role, $0.text) } }

        /// What is wrong with a text; empty where nothing is.
        func faults(of text: String) -> [String] {
            let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
            func holds(_ alternatives: String) -> Bool {
                alternatives.split(separator: "|").contains { start in words.contains { $0.hasPrefix(start) } }
            }
            var faults = must.filter { !holds($0) }.map { "lacks " + $0 }
            faults += must_not.filter(holds).map { "has " + $0 }
            if unchanged, text != message { faults.append("changed") }
            return faults
        }
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines of conversations.") var cases: String
    @Flag(help: "Print every text that is wrong to standard error.") var failures = false

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        guard !cases.isEmpty else { throw BenchError("no cases") }
        let completer = FollowUpCompleter()
        let ways: [(String, (Case) -> String)] = [
            ("message alone", { $0.message }),
            ("after the last message, where short", Self.joined),
            ("completed", { completer.complete($0.message, after: $0.conversation).text }),
        ]
        var report = Report(json: output.json)
        let kinds = cases.reduce(into: [String]()) { if !$0.contains($1.kind) { $0.append($1.kind) } }
        for (name, way) in ways {
            let right = cases.map { $0.faults(of: way($0)).isEmpty }
            var row: [(String, Cell)] = [
                ("search text", .text(name)), ("cases", .integer(cases.count)),
                ("right %", .number(Double(right.count { $0 }) / Double(cases.count) * 100, digits: 1)),
            ]
            for kind in kinds {
                let of = zip(cases, right).filter { $0.0.kind == kind }
                row.append((kind, .text("\(of.count { $0.1 })/\(of.count)")))
            }
            report.add(row)
        }
        report.finish()
        if failures {
            for item in cases {
                let result = completer.complete(item.message, after: item.conversation)
                let faults = item.faults(of: result.text)
                let mark = faults.isEmpty ? "  " : "✗ "
                let line = "\(mark)[\(item.kind)/\(result.reason)] \(item.message) → \(result.text)  \(faults)\n"
                FileHandle.standardError.write(Data(line.utf8))
            }
        }
        let timing = await Timing.of(20) {
            for item in cases { _ = completer.complete(item.message, after: item.conversation) }
        }
        var speed = Report(json: output.json)
        speed.add([("µs per message", .number(timing.median / Double(cases.count) * 1e6, digits: 1))])
        speed.finish()
    }

    /// A message of fewer than four content words after the customer's last one.
    private static func joined(_ item: Case) -> String {
        let stops = "a an and are can do does for how i in is it my of on or that the this to what with you".split(
            separator: " ")
        let words = item.message.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { !stops.contains($0) }
        guard words.count < 4, let last = item.turns.last(where: { $0.role == .customer }) else { return item.message }
        return last.text + "\n" + item.message
    }
}
