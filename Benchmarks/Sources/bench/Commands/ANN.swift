import ArgumentParser
import Foundation
import HelpdeskFiles
import VectorSearch

struct ANN: AsyncParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case hnsw, exact }

    static let configuration = CommandConfiguration(
        commandName: "ann", abstract: "Build time, memory, recall and queries per second of a vector index.")

    @OptionGroup var options: ANNOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "The index.") var index = Kind.hnsw
    @Option(help: "True neighbours: .npy of int32 or int64 row numbers, nearest first; computed where absent.")
    var truth: String?
    @Option(help: "Threads that search at once.") var threads = 1
    @Option(
        help: ArgumentHelp(
            "Threads that work on one call to the exact index; by default all of --threads for batch, and one for single.",
            valueName: "number"))
    var threadsPerCall: Int?
    @Flag(inversion: .prefixedNo, help: "Whether the exact index screens vectors by codes of 8 bits a dimension.")
    var screening = true
    @Option(help: "Whether each query is a call of its own (single) or all of a thread are one call (batch).")
    var call = CallKind.single
    @Option(help: "Runs over all queries per figure; the median counts.") var runs = 5
    @Option(help: "Write the index to this file.") var save: String?
    @Option(help: "Read the index from a file that --save wrote, in place of building it.") var load: String?

    func run() async throws {
        guard threads > 0, runs > 0, options.k > 0 else {
            throw ValidationError("--threads, --runs and --k must be 1 or more")
        }
        let threadsPerCall = threadsPerCall ?? (call == .batch ? threads : 1)
        guard threadsPerCall > 0, threads % threadsPerCall == 0 else {
            throw ValidationError("--threads must be a multiple of --threads-per-call")
        }
        let widths = try options.searchWidths()
        let (base, queries) = try options.load()
        var report = Report(json: output.json)
        switch index {
        case .exact:
            let index = try await make(
                base, &report,
                { try ExactIndex(snapshot: $0, usesScreening: screening, threadCount: threadsPerCall) },
                {
                    try options.exact(
                        dimensions: base[0].count, usesScreening: screening, threadCount: threadsPerCall)
                },
                { $0.snapshot() })
            let recall = try recall(base, queries) { index }
            let k = options.k
            try await measure(queries, callers: threads / threadsPerCall, width: nil, recall, &report) {
                try index.search($0, count: k, filter: nil)
            }
        case .hnsw:
            let index = try await make(
                base, &report, { try HNSWIndex(snapshot: $0) }, { try options.hnsw(dimensions: base[0].count) },
                { $0.snapshot() })
            let recall = try recall(base, queries) {
                let exact = try options.exact(dimensions: base[0].count)
                try exact.insert(base.enumerated().map { VectorEntry(id: VectorID($0.offset), vector: $0.element) })
                return exact
            }
            let k = options.k
            for width in widths {
                try await measure(queries, callers: threads, width: width, recall, &report) {
                    try index.search($0, count: k, filter: nil, searchWidth: width)
                }
            }
        }
        report.finish()
    }

    /// Builds the index, or loads it, and reports what that took.
    private func make<Index: VectorIndex>(
        _ base: [[Float]], _ report: inout Report, _ open: ([UInt8]) throws -> Index, _ create: () throws -> Index,
        _ snapshot: (Index) -> [UInt8]
    ) async throws -> Index {
        let clock = ContinuousClock()
        var row: [(String, Cell)] = [("index", .text(self.index.rawValue)), ("vectors", .integer(base.count))]
        let index: Index
        var saved: [UInt8] = []
        if let load {
            saved = Array(try InputFile.data(load))
            let start = clock.now
            index = try open(saved)
            row.append(("load ms", .number(start.duration(to: clock.now) / .milliseconds(1), digits: 0)))
            guard try await index.count == base.count, index.dimensions == base[0].count else {
                throw BenchError(
                    "\(load): holds \(try await index.count) vectors of \(index.dimensions) dimensions, "
                        + "not the \(base.count) of \(base[0].count) in the base")
            }
        } else {
            let before = ProcessMemory.currentMiB
            index = try create()
            let build = try await clock.measure { try await ANNSteps.insert(base[...], into: index) }
            row.append(("build s", .number(build / .seconds(1), digits: 1)))
            if let index = index as? HNSWIndex {
                let optimize = try clock.measure { try index.optimize() }
                row.append(("optimize ms", .number(optimize / .milliseconds(1), digits: 0)))
            }
            let bytes = (ProcessMemory.currentMiB - before) * 1_048_576 / Double(base.count)
            let save = clock.measure { saved = snapshot(index) }
            let load = try clock.measure { _ = try open(saved) }
            row += [
                ("bytes/vector", .number(bytes, digits: 0)),
                ("save ms", .number(save / .milliseconds(1), digits: 0)),
                ("load ms", .number(load / .milliseconds(1), digits: 0)),
            ]
            if let index = index as? HNSWIndex {
                row.append(("map ms", .number(try await mapTime(index) / .milliseconds(1), digits: 1)))
            }
        }
        row.append(("snapshot MB", .number(Double(saved.count) / 1e6, digits: 1)))
        if let save { try OutputFile.write(Data(saved), to: save) }
        report.add(row)
        return index
    }

    /// How long it takes to open the index from a file in place.
    private func mapTime(_ index: HNSWIndex) async throws -> Duration {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString).snapshot")
        defer { try? FileManager.default.removeItem(at: url) }
        try await index.saveSnapshot(to: url)
        let clock = ContinuousClock()
        return try await clock.measure { _ = try await HNSWIndex.mapSnapshot(at: url) }
    }

    private func recall(_ base: [[Float]], _ queries: [[Float]], _ exact: () throws -> ExactIndex) throws -> Recall {
        let metric = try options.distanceMetric()
        guard let truth else {
            let truth = try ANNSteps.truth(of: queries, in: try exact(), k: options.k)
            return Recall(base: base, queries: queries, metric: metric, truth: truth)
        }
        let rows = try NPY.integers(truth)
        guard rows.count == queries.count, let width = rows.first?.count, width >= min(options.k, base.count),
            rows.allSatisfy({ $0.allSatisfy { base.indices.contains($0) } })
        else {
            throw BenchError(
                "\(truth): must have \(queries.count) rows of at least \(options.k) row numbers of the base")
        }
        let ids = rows.map { $0.prefix(options.k).map { VectorID($0) } }
        return Recall(base: base, queries: queries, metric: metric, truth: ids)
    }

    private func measure(
        _ queries: [[Float]], callers: Int, width: Int?, _ recall: Recall, _ report: inout Report,
        _ search: @escaping @Sendable ([[Float]]) throws -> [[VectorMatch]]
    ) async throws {
        // The first run warms up.
        var found = try await ANNSteps.search(queries, threads: callers, call: call, with: search)
        let timing = try await Timing.of(runs) {
            found = try await ANNSteps.search(queries, threads: callers, call: call, with: search)
        }
        var row: [(String, Cell)] = [("call", .text(call.rawValue)), ("threads", .integer(threads))]
        if let width { row.append(("ef", .integer(width))) }
        report.add(
            row + [
                ("recall@\(options.k)", .number(recall(found), digits: 4)),
                ("queries/s", .number(Double(queries.count) / timing.median, digits: 0)),
                ("cores", .number(timing.cores, digits: 2)),
            ])
    }
}
