import ArgumentParser
import Foundation
import VectorSearch

struct ANN: AsyncParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case hnsw, exact }

    static let configuration = CommandConfiguration(
        commandName: "ann", abstract: "Build time, memory, recall and queries per second of a vector index.")

    @OptionGroup var options: ANNOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "The index.") var index = Kind.hnsw
    @Option(help: "True neighbours per query: .npy of row numbers; computed where absent.") var truth: String?
    @Option(help: "Threads that search at once.") var threads = 1
    @Option(help: "Runs over all queries per figure; the median counts.") var runs = 5

    func run() async throws {
        guard threads > 0, runs > 0, options.k > 0 else {
            throw ValidationError("--threads, --runs and --k must be 1 or more")
        }
        let (base, queries) = try options.load()
        let exact = try options.exact(dimensions: base[0].count)
        let clock = ContinuousClock()
        var report = Report(json: output.json)
        let before = ProcessMemory.currentMiB

        switch index {
        case .exact:
            let build = try await clock.measure { try await ANNSteps.insert(base[...], into: exact) }
            let bytes = (ProcessMemory.currentMiB - before) * 1_048_576 / Double(base.count)
            try store(
                exact.snapshot, load: { _ = try ExactIndex(snapshot: $0) }, build: build, bytes: bytes,
                count: base.count, &report)
            let truth = try trueNeighbours(queries, exact)
            var found: [[VectorMatch]] = []
            let k = options.k
            let single = try await Timing.of(runs) {
                found = try await ANNSteps.search(queries, threads: threads) {
                    try exact.search([$0], count: k, filter: nil)[0]
                }
            }
            report.add(row("one at a time", ANNSteps.recall(found, truth), single, queries.count))
            let batch = try await Timing.of(runs) { found = try exact.search(queries, count: k, filter: nil) }
            report.add(row("one call", ANNSteps.recall(found, truth), batch, queries.count))
        case .hnsw:
            let hnsw = try options.hnsw(dimensions: base[0].count)
            let build = try await clock.measure { try await ANNSteps.insert(base[...], into: hnsw) }
            let bytes = (ProcessMemory.currentMiB - before) * 1_048_576 / Double(base.count)
            try store(
                hnsw.snapshot, load: { _ = try HNSWIndex(snapshot: $0) }, build: build, bytes: bytes, count: base.count,
                &report)
            if truth == nil { try await ANNSteps.insert(base[...], into: exact) }
            let truth = try trueNeighbours(queries, exact)
            let k = options.k
            for width in try options.searchWidths() {
                var found: [[VectorMatch]] = []
                let timing = try await Timing.of(runs) {
                    found = try await ANNSteps.search(queries, threads: threads) {
                        try hnsw.search([$0], count: k, filter: nil, searchWidth: width)[0]
                    }
                }
                report.add(row("ef \(width)", ANNSteps.recall(found, truth), timing, queries.count))
            }
        }
        report.finish()
    }

    private func store(
        _ snapshot: () throws -> [UInt8], load: ([UInt8]) throws -> Void, build: Duration, bytes: Double, count: Int,
        _ report: inout Report
    ) throws {
        let clock = ContinuousClock()
        var saved: [UInt8] = []
        let save = try clock.measure { saved = try snapshot() }
        let open = try clock.measure { try load(saved) }
        report.add([
            ("index", .text(index.rawValue)), ("vectors", .integer(count)),
            ("build s", .number(build / .seconds(1), digits: 1)), ("bytes/vector", .number(bytes, digits: 0)),
            ("snapshot MB", .number(Double(saved.count) / 1e6, digits: 1)),
            ("save ms", .number(save / .milliseconds(1), digits: 0)),
            ("load ms", .number(open / .milliseconds(1), digits: 0)),
        ])
    }

    private func trueNeighbours(_ queries: [[Float]], _ exact: ExactIndex) throws -> [Set<VectorID>] {
        guard let truth else { return try ANNSteps.truth(of: queries, in: exact, k: options.k) }
        let rows = try NPY.integers(truth)
        guard rows.count == queries.count, let width = rows.first?.count, width >= options.k,
            rows.allSatisfy({ $0.allSatisfy { $0 >= 0 } })
        else {
            throw BenchError("\(truth): must have \(queries.count) rows of at least \(options.k) row numbers")
        }
        return rows.map { Set($0.prefix(options.k).map { VectorID($0) }) }
    }

    private func row(_ search: String, _ recall: Double, _ timing: Timing, _ count: Int) -> [(String, Cell)] {
        [
            ("search", .text(search)), ("threads", .integer(threads)),
            ("recall@\(options.k)", .number(recall, digits: 4)),
            ("queries/s", .number(Double(count) / timing.median, digits: 0)),
        ]
    }
}
