import ArgumentParser
import Foundation
import HelpdeskKnowledge

struct Lexical: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speed of BM25 over plain texts; --out writes what was found.")

    @OptionGroup var output: OutputOptions
    @Option(help: "Documents: one a line, or a .jsonl file with the field text.") var documents: String
    @Option(help: "Queries: the same.") var queries: String
    @Option(name: .customLong("k"), help: "Documents per query.") var k = 10
    @Option(help: "Runs; the median counts.") var runs = 3
    @Option(help: "Write {\"documents\":[…]} per query, row numbers, best first, to this file.") var out: String?

    func run() async throws {
        guard k > 0, runs > 0 else { throw ValidationError("--k and --runs must be 1 or more") }
        let documents = try InputFile.texts(documents)
        let queries = try InputFile.texts(queries)
        var index = BM25Index()
        let indexing = await Timing.of(runs) {
            index = BM25Index()
            let tokenizer = index.tokenizer
            index.add(documents.enumerated().map { (UInt64($0.offset), tokenizer.terms(in: $0.element)) })
        }
        var found: [[BM25Match]] = []
        let searching = await Timing.of(runs) { found = queries.map { index.search($0, count: k) } }
        if let out {
            try OutputFile.write(
                lines: found.map { "{\"documents\":[\($0.map { String($0.id) }.joined(separator: ","))]}" }, to: out)
        }
        var report = Report(json: output.json)
        report.add([
            ("documents", .integer(documents.count)), ("terms", .integer(index.termCount)),
            ("index s", .number(indexing.median, digits: 3)), ("queries", .integer(queries.count)),
            ("queries/s", .number(Double(queries.count) / searching.median, digits: 0)),
            ("cores", .number(searching.cores, digits: 2)),
        ])
        report.finish()
    }
}
