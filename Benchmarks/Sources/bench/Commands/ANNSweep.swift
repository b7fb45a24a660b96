import ArgumentParser
import Foundation
import VectorSearch

struct ANNSweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ann-sweep",
        abstract: "What links, candidates of insertions and search widths do to recall, time and memory of HNSW.",
        discussion: "An index is built for each number of links and of candidates; --ef names the search widths.")

    @OptionGroup var options: ANNOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Numbers of links per vector, separated by commas.") var connectivity = "8,16,32"
    @Option(help: "Numbers of candidates of an insertion, separated by commas.") var constructionWidth = "100,200,400"
    @Option(help: "Vectors that are used; 0 for all.") var limit = 0
    @Option(help: "Runs over all queries per figure; the median counts.") var runs = 3

    func run() async throws {
        guard runs > 0, options.k > 0, limit >= 0 else {
            throw ValidationError("--runs and --k must be 1 or more, --limit 0 or more")
        }
        let connectivities = try ANNOptions.numbers(connectivity, "--connectivity")
        let constructionWidths = try ANNOptions.numbers(constructionWidth, "--construction-width")
        let widths = try options.searchWidths()
        var (base, queries) = try options.load()
        if limit > 0 { base = Array(base.prefix(limit)) }
        let exact = try options.exact(dimensions: base[0].count)
        try exact.insert(base.enumerated().map { VectorEntry(id: VectorID($0.offset), vector: $0.element) })
        let recall = Recall(
            base: base, queries: queries, metric: try options.distanceMetric(),
            truth: try ANNSteps.truth(of: queries, in: exact, k: options.k))
        var report = Report(json: output.json)
        for connectivity in connectivities {
            for constructionWidth in constructionWidths {
                var configuration = try options.configuration(dimensions: base[0].count)
                configuration.connectivity = connectivity
                configuration.constructionWidth = constructionWidth
                let index = try HNSWIndex(configuration)
                let vectors = base
                let build = try await ContinuousClock().measure {
                    try await ANNSteps.insert(vectors[...], into: index)
                }
                try index.optimize()
                for width in widths {
                    // The first run warms up.
                    var found: [[VectorMatch]] = []
                    let timing = try await Timing.of(runs + 1) {
                        found = try queries.map { try index.search($0, count: options.k, searchWidth: width) }
                    }
                    report.add([
                        ("connectivity", .integer(connectivity)), ("constructionWidth", .integer(constructionWidth)),
                        ("build s", .number(build / .seconds(1), digits: 1)),
                        ("bytes/vector", .integer(index.statistics.bytes / base.count)),
                        ("searchWidth", .integer(width)),
                        ("recall@\(options.k)", .number(recall(found), digits: 4)),
                        ("queries/s", .number(Double(queries.count) / timing.median, digits: 0)),
                    ])
                }
            }
        }
        report.finish()
    }
}
