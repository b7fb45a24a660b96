import CHelpdeskKernels
import Testing
import VectorSearch

/// Vectors kept in fixed point: how near what comes back is to what was put in.
@Suite struct CompactStorageTests {
    @Test(arguments: DistanceMetric.allCases, [64, 100, 384, 1_000])
    func distancesAreRight(metric: DistanceMetric, dimensions: Int) throws {
        var generator = SeededGenerator(seed: 90)
        var stored: [VectorID: [Float]] = [:]
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: metric))
        for entry in generator.clusters(0..<300, dimensions) {
            let length = Float.random(in: 0.01...100, using: &generator)
            stored[entry.id] = entry.vector.map { $0 * length }
        }
        try index.insert(stored.map { VectorEntry(id: $0, vector: $1) })
        for (id, vector) in stored {
            let kept = try #require(index.vector(for: id))
            let largest = vector.reduce(0) { max($0, abs($1)) }
            #expect(zip(kept, vector).allSatisfy { abs($0 - $1) <= largest * 1.6e-5 } && kept.count == dimensions)
        }
        let query = generator.vector(dimensions)
        let length = query.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
        for match in try index.search([query], count: 300, strategy: .scan)[0] {
            let vector = try #require(stored[match.id])
            let norm = vector.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
            let scale =
                switch metric {
                case .cosine: 1.0
                case .euclidean: length + norm
                case .innerProduct: length * norm
                }
            #expect(abs(Double(match.distance) - distance(query, vector, metric)) <= 1e-4 * scale)
        }
    }

    @Test(arguments: [DistanceMetric.cosine, .euclidean])
    func storedVectorsFindThemselvesAtNoDistance(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 91)
        let entries = generator.clusters(0..<2_000, 96)
        let index = try HNSWIndex(.init(dimensions: 96, metric: metric))
        try index.insert(entries)
        let found = try index.search(entries.map(\.vector), count: 1, strategy: .graph)
        #expect(zip(entries, found).allSatisfy { $1[0] == VectorMatch(id: $0.id, distance: 0) })
        // What comes back is found as well, and again after a snapshot and compaction.
        let kept = try entries.map { try #require(index.vector(for: $0.id)) }
        _ = try index.remove(Array(0..<100))
        try index.compact()
        let copy = try HNSWIndex(snapshot: index.snapshot())
        let again = try copy.search(Array(kept[100...]), count: 1, strategy: .graph)
        #expect(zip(100..., again).allSatisfy { $1[0].id == UInt64($0) && $1[0].distance == 0 })
        #expect(zip(kept, entries).dropFirst(100).allSatisfy { copy.vector(for: $1.id) == $0 })
    }

    @Test func vectorsThatAreKeptTheSameShareANode() throws {
        var generator = SeededGenerator(seed: 92)
        var vector = generator.vector(64)
        vector[0] = 1
        var nearly = vector
        nearly[5] += 1e-7
        let index = try HNSWIndex(.init(dimensions: 64, metric: .cosine))
        try index.insert([VectorEntry(id: 1, vector: vector), VectorEntry(id: 2, vector: nearly)])
        #expect(index.statistics.levels[0] == 1)
        #expect(try index.search(vector, count: 5).map(\.id) == [1, 2])
        // Apart where they are kept as they are.
        let exact = try HNSWIndex(.init(dimensions: 64, metric: .cosine, storage: .exact))
        try exact.insert([VectorEntry(id: 1, vector: vector), VectorEntry(id: 2, vector: nearly)])
        #expect(exact.statistics.levels[0] == 2)
        #expect(exact.vector(for: 2) == nearly)
    }

    @Test func lengthsOfAnySize() throws {
        var generator = SeededGenerator(seed: 93)
        let index = try HNSWIndex(.init(dimensions: 64, metric: .cosine))
        let directions = (0..<5).map { _ in generator.vector(64) }
        let lengths: [Float] = [1e-38, 1e-20, 1, 1e20, 3e38]
        for (id, (direction, length)) in zip(directions, lengths).enumerated() {
            try index.insert([VectorEntry(id: UInt64(id), vector: direction.map { $0 * length })])
        }
        let zero = [Float](repeating: 0, count: 64)
        try index.insert([VectorEntry(id: 9, vector: zero)])
        for (id, direction) in directions.enumerated() {
            let found = try index.search(direction, count: 6)
            #expect(found[0].id == UInt64(id) && found[0].distance < 1e-4)
            #expect(found.first { $0.id == 9 }?.distance == 1)
        }
        #expect(try index.search(zero, count: 6).allSatisfy { $0.distance == 1 })
        #expect(index.vector(for: 9) == zero)
        let denormal = [Float](repeating: .leastNonzeroMagnitude, count: 64)
        try index.insert([VectorEntry(id: 10, vector: denormal)])
        #expect(index.vector(for: 10) == denormal)
        try index.checkInvariants()
    }

    @Test func fewDimensionsAreKeptExactly() throws {
        var generator = SeededGenerator(seed: 94)
        let entries = generator.entries(0..<100, 63)
        let index = try HNSWIndex(.init(dimensions: 63, metric: .euclidean))
        try index.insert(entries)
        #expect(entries.allSatisfy { index.vector(for: $0.id) == $0.vector })
    }
}

/// Vectors of whole numbers, as of 8-bit embeddings.
@Suite struct WholeNumberTests {
    @Test func comeBackAsTheyAre() throws {
        var generator = SeededGenerator(seed: 95)
        let index = try HNSWIndex(.init(dimensions: 128, metric: .euclidean))
        let entries = (0..<500).map { id in
            var vector = (0..<128).map { _ in Float(Int.random(in: -127...127, using: &generator)) }
            vector[0] = 127
            return VectorEntry(id: UInt64(id), vector: vector)
        }
        try index.insert(entries)
        #expect(entries.allSatisfy { index.vector(for: $0.id) == $0.vector })
    }

    @Test(arguments: DistanceMetric.allCases) func sparseAndPositiveOnesAreFound(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 96)
        let entries = (0..<3_000).map { id in
            var vector = [Float](repeating: 0, count: 200)
            for _ in 0..<12 {
                vector[Int.random(in: 0..<200, using: &generator)] = Float(Int.random(in: 1...3, using: &generator))
            }
            return VectorEntry(id: UInt64(id), vector: vector)
        }
        let index = try HNSWIndex(.init(dimensions: 200, metric: metric))
        let exact = try ExactIndex(.init(dimensions: 200, metric: metric))
        try index.insert(entries)
        try exact.insert(entries)
        let queries = entries.prefix(40).map(\.vector)
        let filter = VectorFilter.matching { $0 % 10 == 3 }
        let found = try index.search(queries, count: 10, filter: filter)
        let truth = try exact.search(queries, count: 10, filter: filter)
        // Many are as near as others: what counts is how near.
        for (found, truth) in zip(found, truth) {
            #expect(zip(found, truth).allSatisfy { abs($0.distance - $1.distance) <= 1e-3 })
        }
    }

    /// Where one component is hundreds of times as large as the others, the upper halves hold that one alone.
    @Test(arguments: DistanceMetric.allCases) func smallComponentsBesideALargeOneCount(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 97)
        let dimensions = 512
        let entries = generator.clusters(0..<3_000, dimensions).map { entry in
            var vector = entry.vector.map { abs($0) * 0.003 }
            vector[0] = 1
            return VectorEntry(id: entry.id, vector: vector)
        }
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: metric))
        let exact = try ExactIndex(.init(dimensions: dimensions, metric: metric))
        try index.insert(entries)
        try exact.insert(entries)
        // Some look like what is stored, some for what is small in it.
        let queries = entries.prefix(30).enumerated().map { place, entry -> [Float] in
            var vector = entry.vector
            if place % 2 == 0 { vector[0] = 0 }
            return vector
        }
        let filter = VectorFilter.matching { $0 % 7 == 3 }
        let scanned = try index.search(queries, count: 10, filter: filter)
        #expect(recall(scanned, try exact.search(queries, count: 10, filter: filter)) > 0.95)
        // Codes of two bits tell too little of the others.
        let alike = queries.indices.filter { $0 % 2 == 1 }.map { queries[$0] }
        let found = try index.search(alike, count: 10)
        #expect(recall(found, try exact.search(alike, count: 10)) > 0.85)
    }
}
