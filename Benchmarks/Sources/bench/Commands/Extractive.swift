import ArgumentParser
import Foundation
import HelpdeskLanguage

struct Extractive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers quoted from articles: what must be in them and what must not.",
        discussion: "Cases are JSON lines with question, sources, must and must_not; see Training/README.md.")

    struct Case: Decodable {
        struct Source: Decodable {
            var id: String
            var title: String
            var passages: [String]
        }
        var question: String
        var sources: [Source]
        var must: [String]
        var must_not: [String]
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "JSON lines with question, sources, must and must_not.") var cases: String
    @Flag(help: "Print every answer that is wrong to standard error.") var failures = false

    func run() async throws {
        let cases = try InputFile.jsonLines(cases, as: Case.self)
        guard !cases.isEmpty else { throw BenchError("no cases") }
        let requests = cases.map { item in
            let sources = item.sources.map { LLMSource(id: $0.id, title: $0.title, passages: $0.passages) }
            return LLMRequest(messages: [
                LLMMessage(role: .user, content: [.text(item.question)] + sources.map { .source($0) })
            ])
        }
        let responder = ExtractiveResponder()
        var (right, lacking, wrong, silent, characters) = (0, 0, 0, 0, 0)
        for (item, request) in zip(cases, requests) {
            let text = try await responder.respond(to: request).text
            let missing = item.must.filter { !text.contains($0) }
            let unwanted = item.must_not.filter { text.contains($0) }
            if missing.isEmpty && unwanted.isEmpty { right += 1 }
            if !missing.isEmpty { lacking += 1 }
            if !unwanted.isEmpty { wrong += 1 }
            if text.isEmpty { silent += 1 }
            characters += text.count
            if failures, !missing.isEmpty || !unwanted.isEmpty {
                let line = "\(item.question)\n\(text)\n  lacks \(missing), has \(unwanted)\n\n"
                FileHandle.standardError.write(Data(line.utf8))
            }
        }
        let timing = await Timing.of(10) {
            for request in requests { _ = try? await responder.respond(to: request) }
        }
        var report = Report(json: output.json)
        report.add([
            ("questions", .integer(cases.count)),
            ("right %", .number(Double(right) / Double(cases.count) * 100, digits: 1)),
            ("lack a part", .integer(lacking)), ("hold a wrong part", .integer(wrong)),
            ("no answer", .integer(silent)),
            ("characters", .number(Double(characters) / Double(cases.count), digits: 0)),
            ("µs per answer", .number(timing.median / Double(cases.count) * 1e6, digits: 1)),
        ])
        report.finish()
    }
}
