import Testing
import VectorSearch

/// Vectors that are hard to keep in few bits, or to find, in enough dimensions for codes.
@Suite struct HardVectorsTests {
    static let dimensions = 80

    /// Whether each of the entries is found by itself, in the index and in what its snapshot gives.
    private static func expectAllFound(_ entries: [VectorEntry], in index: HNSWIndex) throws {
        for index in [index, try HNSWIndex(snapshot: index.snapshot())] {
            try index.checkInvariants()
            for strategy in [SearchStrategy.automatic, .graph] {
                let found = try index.search(entries.map(\.vector), count: 1, strategy: strategy)
                let lost = zip(entries, found).filter { entry, matches in
                    guard let match = matches.first else { return true }
                    return match.id != entry.id && !Tolerance.areSame(index.vector(for: match.id), entry.vector)
                }
                #expect(lost.isEmpty, "\(strategy): \(lost.prefix(3).map(\.0.id))")
            }
        }
    }

    @Test func outliersFindThemselves() throws {
        var generator = SeededGenerator(seed: 271)
        for metric in [DistanceMetric.cosine, .euclidean] {
            var entries = generator.clusters(0..<2_500, Self.dimensions)
            // Single directions, opposite ones, and vectors far longer or shorter than the rest.
            for place in 0..<60 {
                var vector = [Float](repeating: 0, count: Self.dimensions)
                vector[place] = place % 2 == 0 ? 3 : -3
                entries[place * 40].vector = vector
            }
            for place in 0..<20 { entries[place * 100 + 1].vector = entries[place].vector.map { -$0 } }
            for place in 0..<20 {
                entries[place * 100 + 2].vector = generator.vector(Self.dimensions).map { $0 * 1_000 }
            }
            for place in 0..<20 {
                entries[place * 100 + 3].vector = generator.vector(Self.dimensions).map { $0 / 1_000 }
            }
            entries.shuffle(using: &generator)
            let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: metric))
            try index.insert(entries)
            try Self.expectAllFound(entries, in: index)
            // Half of the ordinary ones go.
            let gone = Set(entries.map(\.id).filter { $0 % 100 > 50 })
            try index.remove(Array(gone))
            try index.compact()
            try Self.expectAllFound(entries.filter { !gone.contains($0.id) }, in: index)
        }
    }

    @Test(arguments: DistanceMetric.allCases) func tenThousandTwinsAmongTwentyOthers(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 272)
        let twin = generator.vector(Self.dimensions)
        var others = generator.entries(50_000..<50_020, Self.dimensions)
        // Some right beside the twins.
        for place in 0..<5 { others[place].vector = zip(twin, others[place].vector).map { $0 + 0.05 * $1 } }
        var entries = others + (0..<10_000).map { VectorEntry(id: $0, vector: twin) }
        entries.shuffle(using: &generator)
        let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: metric))
        let exact = try ExactIndex(.init(dimensions: Self.dimensions, metric: metric))
        try index.insert(entries)
        try exact.insert(entries)
        try index.checkInvariants()
        var stored: [VectorID: [Float]] = [:]
        for entry in entries { stored[entry.id] = entry.vector }
        for query in others.map(\.vector) + [twin, generator.vector(Self.dimensions)] {
            for count in [1, 20, 25, 9_999, 10_020] {
                for strategy in [SearchStrategy.automatic, .graph, .scan] {
                    let found = try index.search([query], count: count, strategy: strategy)[0]
                    #expect(flaw(found, count: count, query: query, stored: stored, metric) == nil)
                    let truth = try exact.search([query], count: count)[0]
                    let last = stored[truth[count - 1].id] ?? query
                    let slack = 2 * Tolerance.distance(query, last, metric)
                    #expect(Double(abs(found[count - 1].distance - truth[count - 1].distance)) <= slack)
                }
            }
        }
        if metric != .innerProduct { try Self.expectAllFound(others, in: index) }
        try index.remove(Array(0..<9_999))
        #expect(index.count == 21)
        #expect(try index.search([twin], count: 30)[0].count == 21)
        if metric != .innerProduct { #expect(try index.search([twin], count: 1)[0].map(\.id) == [9_999]) }
        try index.checkInvariants()
    }

    @Test(arguments: DistanceMetric.allCases, [40, 1_400])
    func extremeComponentsAmongOrdinaryOnes(metric: DistanceMetric, ordinary: Int) throws {
        var generator = SeededGenerator(seed: 273)
        let large = Float.greatestFiniteMagnitude
        let tiny = Float.leastNonzeroMagnitude
        func with(_ value: Float, at place: Int) -> [Float] {
            var vector = [Float](repeating: 0, count: Self.dimensions)
            vector[place] = value
            return vector
        }
        var entries = generator.clusters(0..<UInt64(ordinary), Self.dimensions)
        let special: [[Float]] = [
            [Float](repeating: 0, count: Self.dimensions), [Float](repeating: large, count: Self.dimensions),
            [Float](repeating: -large, count: Self.dimensions), [Float](repeating: tiny, count: Self.dimensions),
            with(tiny, at: 1), with(large, at: 2), with(-large, at: 2), with(1e-30, at: 3), with(1e30, at: 4),
            generator.vector(Self.dimensions).map { $0 * 1e-20 }, generator.vector(Self.dimensions).map { $0 * 1e-38 },
            generator.vector(Self.dimensions).map { $0 * 1e19 }, with(1, at: 5).map { $0 == 0 ? tiny : $0 },
        ]
        let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: metric))
        let exact = try ExactIndex(.init(dimensions: Self.dimensions, metric: metric))
        // Some come when there are codes already, some before.
        for vector in special { entries.append(VectorEntry(id: UInt64(entries.count), vector: vector)) }
        entries.append(VectorEntry(id: UInt64(entries.count), vector: special[0]))
        for some in [entries[..<(ordinary + 6)], entries[(ordinary + 6)...]] {
            try index.insert(Array(some))
            try exact.insert(Array(some))
        }
        try index.checkInvariants()
        let copy = try HNSWIndex(snapshot: index.snapshot())
        for entry in entries { #expect(Tolerance.areSame(index.vector(for: entry.id), entry.vector)) }
        for query in special + [entries[3].vector, generator.vector(Self.dimensions)] {
            let expected = entries.map { distance(query, $0.vector, metric) }
            for strategy in [SearchStrategy.automatic, .graph, .scan] {
                let found = try index.search([query], count: 25, strategy: strategy)[0]
                #expect(try copy.search([query], count: 25, strategy: strategy)[0] == found)
                #expect(found.count == 25 && Set(found.map(\.id)).count == 25)
                #expect(found.allSatisfy { $0.distance.isFinite })
                #expect(found == found.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) })
                for match in found {
                    let right = expected[Int(match.id)]
                    // What no float can hold is as far as a float can tell.
                    let clamped = min(max(right, -Double(large)), Double(large))
                    let slack = Tolerance.distance(query, entries[Int(match.id)].vector, metric)
                    #expect(abs(Double(match.distance) - clamped) <= slack, "\(match), not \(right)")
                }
            }
            let scanned = try index.search([query], count: 25, strategy: .scan)[0]
            let best = try exact.search([query], count: 25)[0]
            // A long vector whose distance is a little off can come before or after many short ones.
            let slack =
                (scanned + best).map { Tolerance.distance(query, entries[Int($0.id)].vector, metric) }.max() ?? 0
            for (one, other) in zip(scanned, best) {
                #expect(Double(abs(one.distance - other.distance)) <= 2 * slack)
            }
        }
        if metric == .cosine {
            // To a zero vector the cosine is 0.
            let found = try index.search([special[0]], count: 3)[0]
            #expect(found == (0..<3).map { VectorMatch(id: $0, distance: 1) })
            let toZero = try index.search([entries[3].vector], count: 2, filter: .including([UInt64(ordinary)]))[0]
            #expect(toZero == [VectorMatch(id: UInt64(ordinary), distance: 1)])
        }
    }

    @Test func badInputOfManyDimensionsChangesNothing() throws {
        let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: .cosine))
        var generator = SeededGenerator(seed: 274)
        try index.insert(generator.clusters(0..<1_200, Self.dimensions))
        let before = index.snapshot()
        let good = generator.vector(Self.dimensions)
        for (bad, expected) in [
            (Array(good.dropLast()), VectorSearchError.Code.wrongDimension), (good + [1], .wrongDimension),
            ([], .wrongDimension), (good.dropLast() + [.nan], .notFinite), ([.infinity] + good.dropFirst(), .notFinite),
            (good.dropLast() + [-.infinity], .notFinite), ([.signalingNaN] + good.dropFirst(), .notFinite),
        ] {
            let entries = [VectorEntry(id: 3, vector: good), VectorEntry(id: 4, vector: bad)]
            #expect(code { try index.insert(entries) } == expected)
            #expect(code { _ = try index.search([good, bad], count: 1) } == expected)
            #expect(code { _ = try index.search(bad, count: 1) } == expected)
        }
        #expect(index.snapshot() == before)
    }
}
