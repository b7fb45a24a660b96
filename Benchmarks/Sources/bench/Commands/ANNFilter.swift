import ArgumentParser
import Foundation
import VectorSearch

struct ANNFilter: AsyncParsableCommand {
    /// Which vectors a filter lets through, and how it says so.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        /// A function: some at random.
        case function
        /// A set of ids: some at random.
        case set
        /// A set of ids: those nearest to the query.
        case near
        /// A set of ids: those farthest from the query.
        case far
    }

    static let configuration = CommandConfiguration(
        commandName: "ann-filter",
        abstract: "Recall and queries per second of HNSW under filters that let 100% to 0.1% through.",
        discussion: """
            “time/exact” compares with the exact index under the same filter, “time/scan” with an exact index that holds \
            nothing but as many vectors as pass: what a scan of the matches costs once they are known. A function must \
            be called for each stored vector to know them.
            """)

    @OptionGroup var options: ANNOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Queries that are used.") var limit = 200
    @Option(help: "Search width of HNSW.") var width = 64
    @Option(help: "Runs over all queries per figure; the median counts.") var runs = 3
    @Option(help: "What passes the filter: function or set (some at random), near or far (as seen from the query).")
    var filter = Kind.function

    func run() async throws {
        guard limit > 0, width > 0, runs > 0 else {
            throw ValidationError("--limit, --width and --runs must be 1 or more")
        }
        let (base, all) = try options.load()
        let queries = Array(all.prefix(limit))
        let hnsw = try options.hnsw(dimensions: base[0].count)
        let exact = try options.exact(dimensions: base[0].count)
        try await ANNSteps.insert(base[...], into: hnsw)
        try await ANNSteps.insert(base[...], into: exact)
        let metric = try options.distanceMetric()
        // All ids from the nearest to the farthest.
        var orders: [[UInt32]] = []
        if filter == .near || filter == .far {
            let progress = Progress("order of all vectors")
            for query in queries {
                orders.append(try exact.search([query], count: base.count)[0].map { UInt32($0.id) })
                progress.update(orders.count, of: queries.count)
            }
            progress.finish()
        }
        var report = Report(json: output.json)
        for percent in [100, 50, 20, 10, 5, 2, 1, 0.5, 0.1] {
            let passing = max(1, Int((Double(base.count) * percent / 100).rounded()))
            // Made before the clock runs: the caller has them.
            let filters = filters(percent, passing, queries: queries.count, base: base.count, orders)
            var truth: [[VectorID]] = []
            let scan = try await Timing.of(runs) {
                truth = try zip(queries, filters).map {
                    try exact.search([$0], count: options.k, filter: $1)[0].map(\.id)
                }
            }
            let recall = Recall(base: base, queries: queries, metric: metric, truth: truth)
            var found: [[VectorMatch]] = []
            let approximate = try await Timing.of(runs) {
                found = try zip(queries, filters).map {
                    try hnsw.search([$0], count: options.k, filter: $1, searchWidth: width)[0]
                }
            }
            let matches = try options.exact(dimensions: base[0].count)
            try matches.insert((0..<passing).map { VectorEntry(id: VectorID($0), vector: base[$0]) })
            let bare = try await Timing.of(runs) {
                for query in queries { _ = try matches.search([query], count: options.k) }
            }
            let count = Double(queries.count)
            report.add([
                ("filter", .text(filter.rawValue)), ("lets through %", .number(percent, digits: 1)),
                ("recall@\(options.k)", .number(recall(found), digits: 4)),
                ("queries/s", .number(count / approximate.median, digits: 0)),
                ("exact queries/s", .number(count / scan.median, digits: 0)),
                ("scan queries/s", .number(count / bare.median, digits: 0)),
                ("time/exact", .number(approximate.median / scan.median, digits: 2)),
                ("time/scan", .number(approximate.median / bare.median, digits: 2)),
            ])
        }
        report.finish()
    }

    /// A filter for each query.
    private func filters(
        _ percent: Double, _ passing: Int, queries: Int, base: Int, _ orders: [[UInt32]]
    ) -> [VectorFilter] {
        // A fixed mixing of the id decides, so that every run lets the same vectors through.
        let limit = UInt64(percent / 100 * 1_000_000)
        let isChosen: @Sendable (VectorID) -> Bool = { ($0 &* 0x9E37_79B9_7F4A_7C15) >> 20 % 1_000_000 < limit }
        switch filter {
        case .function: return Array(repeating: .matching(isChosen), count: queries)
        case .set:
            return Array(repeating: .including(Set((0..<VectorID(base)).filter(isChosen))), count: queries)
        case .near: return orders.map { .including(Set($0.prefix(passing).map { VectorID($0) })) }
        case .far: return orders.map { .including(Set($0.suffix(passing).map { VectorID($0) })) }
        }
    }
}
