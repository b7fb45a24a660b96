import ArgumentParser
import Foundation
import VectorSearch

struct ANNFilter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ann-filter",
        abstract: "Recall and queries per second of HNSW under filters that let 100% to 0.1% through.")

    @OptionGroup var options: ANNOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Queries that are used.") var limit = 200
    @Option(help: "Search width of HNSW.") var width = 64
    @Option(help: "Runs over all queries per figure; the median counts.") var runs = 3

    func run() async throws {
        guard limit > 0, width > 0, runs > 0 else {
            throw ValidationError("--limit, --width and --runs must be 1 or more")
        }
        let (base, all) = try options.load()
        let metric = try options.distanceMetric()
        let options = options
        let queries = Array(all.prefix(limit))
        let hnsw = try options.hnsw(dimensions: base[0].count)
        let exact = try options.exact(dimensions: base[0].count)
        try await ANNSteps.insert(base[...], into: hnsw)
        try await ANNSteps.insert(base[...], into: exact)
        var report = Report(json: output.json)
        for percent in [100, 50, 20, 10, 5, 2, 1, 0.5, 0.1] {
            // A fixed mixing of the id decides, so that every run lets the same vectors through.
            let limit = UInt64(percent / 100 * 1_000_000)
            let filter = VectorFilter.matching { ($0 &* 0x9E37_79B9_7F4A_7C15) >> 20 % 1_000_000 < limit }
            let truth = try ANNSteps.truth(of: queries, in: exact, k: options.k, filter: filter)
            let recall = Recall(base: base, queries: queries, metric: metric, truth: truth)
            var found: [[VectorMatch]] = []
            let approximate = try await Timing.of(runs) {
                found = try queries.map {
                    try hnsw.search([$0], count: options.k, filter: filter, searchWidth: width)[0]
                }
            }
            let scan = try await Timing.of(runs) {
                for query in queries { _ = try exact.search([query], count: options.k, filter: filter) }
            }
            report.add([
                ("filter lets through %", .number(percent, digits: 1)),
                ("recall@\(options.k)", .number(recall(found), digits: 4)),
                ("queries/s", .number(Double(queries.count) / approximate.median, digits: 0)),
                ("exact queries/s", .number(Double(queries.count) / scan.median, digits: 0)),
            ])
        }
        report.finish()
    }
}
