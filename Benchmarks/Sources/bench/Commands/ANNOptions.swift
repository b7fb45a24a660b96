import ArgumentParser
import Foundation
import VectorSearch

/// What every measurement of a vector index reads.
struct ANNOptions: ParsableArguments {
    @Option(help: "Vectors to search in: .npy, float32 or float16, C order.") var base: String
    @Option(help: "Vectors to search for: .npy, float32 or float16, C order.") var queries: String
    @Option(name: .customLong("k"), help: "Neighbours per query.") var k = 10
    @Option(help: "Distance: cosine, innerProduct or euclidean.") var metric = "cosine"
    @Option(help: "Search widths of HNSW, separated by commas.") var ef = "16,32,64,128,256"
    @Option(
        name: .customLong("set"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Parameters of HNSW: connectivity=… (links per vector), constructionWidth=… (candidates), storage=compact|exact "
                + "or seed=….",
            valueName: "name=value"))
    var settings: [String] = []

    func load() throws -> (base: [[Float]], queries: [[Float]]) {
        let base = try NPY.floats(base)
        let queries = try NPY.floats(queries)
        guard base.columns == queries.columns else {
            throw BenchError("the base has \(base.columns) dimensions, the queries have \(queries.columns)")
        }
        // Rows that were rounded to float16 are brought back to length 1 where the angle is what counts.
        let isCosine = try distanceMetric() == .cosine
        return (base.vectors(normalized: isCosine), queries.vectors(normalized: isCosine))
    }

    func distanceMetric() throws -> DistanceMetric {
        guard let metric = DistanceMetric(rawValue: metric) else {
            throw ValidationError(
                "--metric must be one of \(DistanceMetric.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return metric
    }

    func searchWidths() throws -> [Int] { try Self.numbers(ef, "--ef") }

    /// Positive numbers separated by commas.
    static func numbers(_ text: String, _ option: String) throws -> [Int] {
        let numbers = try text.split(separator: ",").map {
            guard let number = Int($0), number > 0 else {
                throw ValidationError("\(option): \($0) is not a positive number")
            }
            return number
        }
        guard !numbers.isEmpty else { throw ValidationError("\(option) must name at least one number") }
        return numbers
    }

    func hnsw(dimensions: Int) throws -> HNSWIndex { try HNSWIndex(configuration(dimensions: dimensions)) }

    func configuration(dimensions: Int) throws -> HNSWIndex.Configuration {
        var configuration = HNSWIndex.Configuration(dimensions: dimensions, metric: try distanceMetric())
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.first == "storage", parts.count == 2 {
                guard let storage = HNSWIndex.Storage(rawValue: parts[1]) else {
                    throw ValidationError("--set \(setting): storage is compact or exact")
                }
                configuration.storage = storage
                continue
            }
            guard parts.count == 2, let value = Int(parts[1]), value >= 0 else {
                throw ValidationError("--set \(setting): must be name=number")
            }
            switch parts[0] {
            case "connectivity": configuration.connectivity = value
            case "constructionWidth": configuration.constructionWidth = value
            case "seed": configuration.seed = UInt64(value)
            default: throw ValidationError("--set \(parts[0]): is connectivity, constructionWidth, storage or seed")
            }
        }
        return configuration
    }

    func exact(dimensions: Int, usesScreening: Bool = true, threadCount: Int? = nil) throws -> ExactIndex {
        try ExactIndex(
            ExactIndex.Configuration(
                dimensions: dimensions, metric: try distanceMetric(), usesScreening: usesScreening,
                threadCount: threadCount))
    }
}

/// Steps that several measurements of a vector index share.
enum ANNSteps {
    /// Inserts vectors under the ids `first`, `first` + 1, … in batches, with progress.
    static func insert(_ vectors: ArraySlice<[Float]>, into index: any VectorIndex, first: Int = 0) async throws {
        let progress = Progress("insert")
        let batch = 1_000
        for start in stride(from: vectors.startIndex, to: vectors.endIndex, by: batch) {
            let end = min(start + batch, vectors.endIndex)
            try await index.insert((start..<end).map { VectorEntry(id: VectorID(first + $0), vector: vectors[$0]) })
            progress.update(end - vectors.startIndex, of: vectors.count)
        }
        progress.finish()
    }

    /// The true neighbours of each query, by the exact index.
    static func truth(
        of queries: [[Float]], in index: ExactIndex, k: Int, filter: VectorFilter? = nil
    ) throws -> [[VectorID]] {
        let progress = Progress("ground truth")
        defer { progress.finish() }
        return try index.search(queries, count: k, filter: filter).map { $0.map(\.id) }
    }

    /// Searches every query once: each by a call of its own, or all of a thread by one call.
    static func search(
        _ queries: [[Float]], threads: Int, call: CallKind,
        with search: @escaping @Sendable ([[Float]]) throws -> [[VectorMatch]]
    ) async throws -> [[VectorMatch]] {
        let part: @Sendable (ArraySlice<[Float]>) throws -> [[VectorMatch]] = { queries in
            switch call {
            case .single: try queries.map { try search([$0])[0] }
            case .batch: try search(Array(queries))
            }
        }
        if threads == 1 { return try part(queries[...]) }
        return try await withThrowingTaskGroup(of: (Int, [[VectorMatch]]).self) { group in
            for thread in 0..<threads {
                let range = queries.count * thread / threads..<queries.count * (thread + 1) / threads
                group.addTask { (thread, try part(queries[range])) }
            }
            var results = [[[VectorMatch]]](repeating: [], count: threads)
            for try await (thread, matches) in group { results[thread] = matches }
            return Array(results.joined())
        }
    }
}
