import VectorSearch

extension Workload {
    static let vectorIndexes: [Workload] = [
        // Instruction sets round differently, so graphs that they build may differ in a few links.
        Workload(
            "hnsw-16-queries", "16 searches for 10 of 10,000 vectors of 384 floats, default width", counted: 4,
            tolerance: 3
        ) { fixtures in
            var vectors = SyntheticVectors(centres: 100, seed: 14)
            let queries = (0..<16).map { _ in vectors.next() }
            let snapshot = try fixtures.bytes("hnsw-10000.index") {
                let index = try emptyIndex()
                try index.insert(vectors.entries(10_000))
                return index.snapshot()
            }
            let index = try HNSWIndex(snapshot: snapshot)
            return { count in
                var sum = 0
                for _ in 0..<count {
                    for query in queries { sum += Int(try index.search(query, count: 10)[0].id) }
                }
                return sum
            }
        },
        Workload(
            "hnsw-100-insertions", "100 vectors of 384 floats into an empty index", counted: 1, tolerance: 3
        ) { _ in
            var vectors = SyntheticVectors(centres: 40, seed: 15)
            let entries = vectors.entries(100)
            return { count in
                var sum = 0
                for _ in 0..<count {
                    let index = try emptyIndex()
                    try index.insert(entries)
                    sum += index.count
                }
                return sum
            }
        },
    ]

    private static func emptyIndex() throws -> HNSWIndex {
        try HNSWIndex(.init(dimensions: SyntheticVectors.dimensions, metric: .cosine, threadCount: 1))
    }
}
