import Testing
import VectorSearch

/// What both indexes promise, against a dictionary and the definition of the distances.
@Suite struct IndexContractTests {
    static let kinds = IndexKind.allCases

    @Test(arguments: kinds, DistanceMetric.allCases)
    func thousandsOfChangesAgreeWithADictionary(kind: IndexKind, metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 40)
        var index: TestIndex = try kind.make(6, metric, identity: nil)
        var stored: [VectorID: [Float]] = [:]
        for step in 0..<3000 {
            switch Int.random(in: 0..<10, using: &generator) {
            case 0...4:
                let entries = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    // Few values and few ids, so that ties, twins and replacements are common.
                    VectorEntry(
                        id: .random(in: 0..<300, using: &generator),
                        vector: (0..<6).map { _ in Float(Int.random(in: -1...1, using: &generator)) })
                }
                try index.insert(entries)
                for entry in entries { stored[entry.id] = entry.vector }
            case 5...6:
                let ids = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    VectorID.random(in: 0..<400, using: &generator)
                }
                let known = Set(ids).filter { stored[$0] != nil }
                #expect(try index.remove(ids) == known.count)
                for id in ids { stored[id] = nil }
            case 7 where step % 10 == 0:
                index = try kind.open(index.snapshot(), expectedIdentity: nil)
            default:
                let query = generator.vector(6)
                let filter: VectorFilter? =
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: .including(Set((0..<50).map { _ in VectorID.random(in: 0..<350, using: &generator) }))
                    case 1: .excluding(Set((0..<50).map { _ in VectorID.random(in: 0..<350, using: &generator) }))
                    case 2: .matching { $0 % 3 == 1 }
                    default: nil
                    }
                let count = Int.random(in: 0...12, using: &generator)
                let expected = nearest(query, count, in: stored, metric, filter)
                let found = try index.one(query, count, filter)
                if let problem = problem(found, expected, query: query, stored: stored, metric) {
                    Issue.record("step \(step): \(problem)")
                    return
                }
            }
            #expect(index.count == stored.count)
        }
        try index.check()
        for (id, vector) in stored { #expect(index.vector(for: id) == vector) }
    }

    @Test(arguments: kinds) func smallNumbers(kind: IndexKind) throws {
        let index = try kind.make(2, .euclidean, identity: nil)
        #expect(try index.one([1, 2], 5) == [])
        #expect(try index.search([], count: 5, filter: nil) == [])
        #expect(try index.remove([1, 2]) == 0)
        try index.insert([])
        try index.insert([VectorEntry(id: .max, vector: [3, 4])])
        #expect(try index.one([0, 0], 0) == [])
        #expect(try index.one([0, 0], 1) == [VectorMatch(id: .max, distance: 5)])
        #expect(try index.one([0, 0], .max) == [VectorMatch(id: .max, distance: 5)])
        #expect(try index.one([0, 0], 3, .excluding([.max])) == [])
        #expect(try index.one([0, 0], 3, .including([])) == [])
        #expect(try index.one([0, 0], 3, .matching { _ in false }) == [])
        #expect(try index.remove([.max, .max, 0]) == 1)
        #expect(index.count == 0 && index.vector(for: .max) == nil)
        #expect(try index.one([0, 0], 3) == [])
    }

    @Test(arguments: kinds) func lastOfAnIDCountsAndReplaces(kind: IndexKind) throws {
        let index = try kind.make(1, .euclidean, identity: nil)
        try index.insert([1, 2, 3].map { VectorEntry(id: 7, vector: [$0]) })
        #expect(index.count == 1 && index.vector(for: 7) == [3])
        try index.insert([VectorEntry(id: 7, vector: [9]), VectorEntry(id: 8, vector: [3])])
        #expect(index.count == 2 && index.vector(for: 7) == [9])
        #expect(try index.one([3], 2).map(\.id) == [8, 7])
        try index.insert([VectorEntry(id: 7, vector: [9])])
        #expect(index.count == 2)
    }

    @Test(arguments: kinds) func badInputChangesNothing(kind: IndexKind) throws {
        let index = try kind.make(2, .cosine, identity: nil)
        try index.insert([VectorEntry(id: 1, vector: [1, 0])])
        let before = index.snapshot()
        let good = VectorEntry(id: 2, vector: [0, 1])
        for (vector, expected) in [
            ([Float](), VectorSearchError.Code.wrongDimension), ([1], .wrongDimension), ([1, 2, 3], .wrongDimension),
            ([.nan, 1], .notFinite), ([1, .infinity], .notFinite), ([-.infinity, 1], .notFinite),
        ] {
            #expect(code { try index.insert([good, VectorEntry(id: 3, vector: vector)]) } == expected)
            #expect(code { _ = try index.one(vector, 3) } == expected)
            #expect(code { _ = try index.search([[1, 1], vector], count: 0, filter: nil) } == expected)
        }
        #expect(code { _ = try index.one([1, 1], -1) } == .invalidArgument)
        #expect(index.snapshot() == before)
        for dimensions in [0, -1, 65_537, .max] {
            #expect(code { _ = try kind.make(dimensions, .cosine, identity: nil) } == .invalidArgument)
        }
    }

    @Test(arguments: kinds) func cosineOfZeroAndOfEqualDirections(kind: IndexKind) throws {
        let index = try kind.make(3, .cosine, identity: nil)
        try index.insert([
            VectorEntry(id: 4, vector: [0, 0, 0]), VectorEntry(id: 3, vector: [3, 3, 0.3]),
            VectorEntry(id: 2, vector: [1, 1, 0.1]), VectorEntry(id: 1, vector: [0, 0, 5]),
            VectorEntry(id: 9, vector: [-1, -1, -0.1]),
        ])
        #expect(
            try index.one([7, 7, 0.7], 5).prefix(2) == [
                VectorMatch(id: 2, distance: 0), VectorMatch(id: 3, distance: 0),
            ])
        #expect(try index.one([0, 0, 0], 9) == [1, 2, 3, 4, 9].map { VectorMatch(id: $0, distance: 1) })
        #expect(try index.one([1, 1, 0.1], 5).last == VectorMatch(id: 9, distance: 2))
        #expect(index.vector(for: 3) == [3, 3, 0.3])
    }

    @Test(arguments: kinds, DistanceMetric.allCases)
    func extremeComponentsGiveFiniteDistances(kind: IndexKind, metric: DistanceMetric) throws {
        let large = Float.greatestFiniteMagnitude
        let small = Float.leastNonzeroMagnitude
        let index = try kind.make(2, metric, identity: nil)
        let vectors: [[Float]] = [
            [large, large], [-large, large], [small, 0], [0, small], [1, 1], [1e-20, -1e-20], [0, 0],
        ]
        try index.insert(vectors.enumerated().map { VectorEntry(id: UInt64($0), vector: $1) })
        for query in vectors {
            let found = try index.one(query, 10)
            #expect(found.count == vectors.count && found.allSatisfy { $0.distance.isFinite })
            #expect(found == found.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) })
            if metric == .euclidean { #expect(found[0].distance == 0) }
        }
        if metric == .cosine {
            #expect(try index.one([small, 0], 1)[0].id == 2)
            #expect(try index.one([large, large], 2).map(\.id) == [0, 4])
        }
        try index.check()
    }

    @Test(arguments: kinds) func hugeDimensions(kind: IndexKind) throws {
        var generator = SeededGenerator(seed: 2)
        let index = try kind.make(65_536, .innerProduct, identity: nil)
        let entries = generator.entries(0..<5, 65_536)
        try index.insert(entries)
        // Not one comparison of arrays: their description would fill the report.
        let kept = try #require(index.vector(for: 3))
        let tolerance: Float = kind == .exact ? 0 : 2e-5
        #expect(zip(kept, entries[3].vector).allSatisfy { abs($0 - $1) <= tolerance } && kept.count == 65_536)
        #expect(try index.one(entries[3].vector, 1)[0].id == 3)
    }

    @Test(arguments: kinds) func cancelledTaskStoresNothing(kind: IndexKind) async throws {
        let index = try kind.make(4, .cosine, identity: nil)
        let task = Task {
            var generator = SeededGenerator(seed: 1)
            withUnsafeCurrentTask { $0?.cancel() }
            try index.insert(generator.entries(0..<100, 4))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(index.count == 0)
        try index.check()
    }

    @Test func worksThroughTheProtocol() async throws {
        for kind in Self.kinds {
            let index = try kind.make(2, .euclidean, identity: nil).any
            try await index.insert([VectorEntry(id: 1, vector: [0, 1]), VectorEntry(id: 2, vector: [5, 5])])
            #expect(try await index.count == 2)
            #expect(try await index.search([0, 0], count: 1).map(\.id) == [1])
            #expect(try await index.search([0, 0], count: 2, filter: .excluding([1])).map(\.id) == [2])
            #expect(try await index.search([[0, 0]], count: 1, filter: nil).count == 1)
            #expect(try await index.vector(for: 2) == [5, 5])
            #expect(try await index.remove([2]) == 1)
        }
        let concrete = try HNSWIndex(.init(dimensions: 2, metric: .euclidean))
        try concrete.insert([VectorEntry(id: 1, vector: [0, 1])])
        #expect(try concrete.search([0, 0], count: 1, searchWidth: 10).count == 1)
        #expect(try await concrete.search([0, 0], count: 1).count == 1)
    }
}
