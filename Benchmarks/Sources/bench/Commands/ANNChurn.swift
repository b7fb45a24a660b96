import ArgumentParser
import Foundation
import VectorSearch

struct ANNChurn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ann-churn", abstract: "Recall and queries per second of HNSW over cycles of delete and insert.")

    @OptionGroup var options: ANNOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Cycles.") var cycles = 10
    @Option(help: "Share of the vectors that each cycle deletes and inserts again, from 0 to 1.") var share = 0.5

    func run() async throws {
        guard cycles > 0, (0...1).contains(share) else {
            throw ValidationError("--cycles must be 1 or more, --share from 0 to 1")
        }
        let (base, queries) = try options.load()
        let hnsw = try options.hnsw(dimensions: base[0].count)
        let exact = try options.exact(dimensions: base[0].count)
        try await ANNSteps.insert(base[...], into: hnsw)
        try await ANNSteps.insert(base[...], into: exact)
        let recall = Recall(
            base: base, queries: queries, metric: try options.distanceMetric(),
            truth: try ANNSteps.truth(of: queries, in: exact, k: options.k))
        var report = Report(json: output.json)
        try await measure(0, hnsw, queries, recall, &report)
        let count = Int(share * Double(base.count))
        for cycle in 1...cycles {
            // Another part each time, so that every vector moves.
            let ids = (0..<count).map { VectorID(($0 + (cycle - 1) * count) % base.count) }
            let progress = Progress("cycle \(cycle)")
            _ = try hnsw.remove(ids)
            for start in stride(from: 0, to: ids.count, by: 1_000) {
                let part = ids[start..<min(start + 1_000, ids.count)]
                try hnsw.insert(part.map { VectorEntry(id: $0, vector: base[Int($0)]) })
                progress.update(start + part.count, of: ids.count)
            }
            progress.finish()
            try await measure(cycle, hnsw, queries, recall, &report)
        }
        report.finish()
    }

    private func measure(
        _ cycle: Int, _ hnsw: HNSWIndex, _ queries: [[Float]], _ recall: Recall, _ report: inout Report
    ) async throws {
        for width in try options.searchWidths() {
            var found: [[VectorMatch]] = []
            let timing = try await Timing.of(3) {
                found = try queries.map { try hnsw.search([$0], count: options.k, filter: nil, searchWidth: width)[0] }
            }
            report.add([
                ("cycle", .integer(cycle)), ("ef", .integer(width)),
                ("recall@\(options.k)", .number(recall(found), digits: 4)),
                ("queries/s", .number(Double(queries.count) / timing.median, digits: 0)),
                ("MiB", .number(ProcessMemory.currentMiB, digits: 0)),
            ])
        }
    }
}
