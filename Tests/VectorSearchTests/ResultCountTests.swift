import Testing
import VectorSearch

/// Every search gives exactly `min(count, live vectors that pass the filter)` matches, distinct and in order.
@Suite struct ResultCountTests {
    /// How many are left of those inserted.
    enum Removal: CaseIterable, Sendable { case none, allButOne, some, all }

    private static let filters: [VectorFilter?] = [
        nil, .including([]), .including([1, 2, 3, 500_000]), .including(Set(0..<2_000)), .excluding([]),
        .excluding([0, 1, 2, 700_000]), .excluding(Set(0..<2_000)), .matching { _ in true }, .matching { _ in false },
        .matching { $0 % 7 == 3 }, .matching { $0 >= 1_000 },
    ]

    @Test(arguments: [3, 64], Removal.allCases) func alwaysAllThereIs(dimensions: Int, removal: Removal) throws {
        for metric in DistanceMetric.allCases {
            for size in [0, 1, 2, 50, 1_300] {
                var generator = SeededGenerator(seed: 261)
                var entries = generator.clusters(0..<UInt64(size), dimensions)
                for place in stride(from: 5, to: size, by: 10) { entries[place].vector = entries[place - 1].vector }
                let index = try HNSWIndex(.init(dimensions: dimensions, metric: metric, constructionWidth: 40))
                let exact = try ExactIndex(.init(dimensions: dimensions, metric: metric))
                try index.insert(entries)
                try exact.insert(entries)
                let removed: [VectorID] =
                    switch removal {
                    case .none: []
                    case .allButOne: Array(0..<UInt64(max(1, size) - 1))
                    case .some: entries.map(\.id).filter { $0 % 3 == 0 }
                    case .all: Array(0..<UInt64(size))
                    }
                try index.remove(removed)
                try exact.remove(removed)
                var stored: [VectorID: [Float]] = [:]
                for entry in entries { stored[entry.id] = entry.vector }
                for id in removed { stored[id] = nil }
                let queries = [generator.vector(dimensions), entries.last?.vector ?? generator.vector(dimensions)]
                for (number, filter) in Self.filters.enumerated() {
                    let live = stored.count { filter?.allows($0.key) ?? true }
                    for count in Set([0, 1, 2, 10, max(0, live - 1), live, live + 1, .max]) {
                        for strategy in [SearchStrategy.automatic, .graph, .scan] {
                            let found = try index.search(queries, count: count, filter: filter, strategy: strategy)
                            for (query, matches) in zip(queries, found) {
                                let flaw = flaw(
                                    matches, count: min(count, live), query: query, stored: stored, metric, filter)
                                #expect(flaw == nil, "\(metric), \(size) vectors, filter \(number), count \(count)")
                            }
                        }
                        let found = try exact.search(queries, count: count, filter: filter)
                        for (query, matches) in zip(queries, found) {
                            let flaw = flaw(
                                matches, count: min(count, live), query: query, stored: stored, metric, filter)
                            #expect(flaw == nil, "exact: \(metric), \(size) vectors, filter \(number), count \(count)")
                        }
                    }
                }
            }
        }
    }
}

/// Filters that let only vectors far from the query pass: links lead past those.
@Suite struct FarFilterTests {
    @Test(arguments: DistanceMetric.allCases, [16, 96]) func farVectorsAreFound(metric: DistanceMetric, dimensions: Int)
        throws
    {
        var generator = SeededGenerator(seed: 310)
        let entries = generator.clusters(0..<6_000, dimensions, centres: 60)
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: metric))
        let exact = try ExactIndex(.init(dimensions: dimensions, metric: metric))
        try index.insert(entries)
        try exact.insert(entries)
        for share in [0.5, 0.2, 0.05, 0.01, 0.002] {
            var found: [[VectorMatch]] = []
            var truth: [[VectorMatch]] = []
            for entry in entries.prefix(20) {
                let query = entry.vector.map { $0 + 0.05 }
                let all = try exact.search(query, count: 6_000)
                let far = Set(all.suffix(Int(6_000 * share)).map(\.id))
                let filters: [VectorFilter] = [
                    .including(far), .matching { far.contains($0) },
                    .excluding(Set(entries.map(\.id)).subtracting(far)),
                ]
                let best = try exact.search(query, count: 10, filter: filters[0])
                for filter in filters {
                    found.append(try index.search(query, count: 10, filter: filter))
                    truth.append(best)
                }
            }
            #expect(found.allSatisfy { $0.count == 10 })
            #expect(recall(found, truth) >= 0.95, "\(share)")
        }
    }
}
