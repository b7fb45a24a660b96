import CHelpdeskKernels
import Foundation
import Testing
import VectorSearch

/// Screened searches against searches that measure every vector: the same matches, bit for bit.
@Suite struct ExactScreeningTests {
    static let instructionSets = [
        HELPDESK_SCREEN_SCALAR, HELPDESK_SCREEN_AVX2, HELPDESK_SCREEN_AVX512, HELPDESK_SCREEN_AVX512_VNNI,
        HELPDESK_SCREEN_NEON, HELPDESK_SCREEN_NEON_DOT,
    ].filter { helpdesk_screen_supports($0) != 0 }

    /// An index that screens and one that does not, which get the same calls.
    struct Pair {
        var screened: ExactIndex
        var measured: ExactIndex

        init(
            _ dimensions: Int, _ metric: DistanceMetric, threadCount: Int? = 1, screening: helpdesk_screen_isa? = nil
        ) throws {
            screened = try ExactIndex(
                .init(dimensions: dimensions, metric: metric, threadCount: threadCount),
                instructionSet: helpdesk_best_isa(), usesBLAS: false, screening: screening)
            measured = try ExactIndex(
                .init(dimensions: dimensions, metric: metric, usesScreening: false, threadCount: 1),
                instructionSet: helpdesk_best_isa(), usesBLAS: false)
        }

        func insert(_ entries: [VectorEntry]) throws {
            try screened.insert(entries)
            try measured.insert(entries)
        }

        func remove(_ ids: [VectorID]) throws {
            try screened.remove(ids)
            try measured.remove(ids)
        }

        func expectSame(
            _ queries: [[Float]], _ counts: [Int] = [1, 10, 100], filter: VectorFilter? = nil,
            sourceLocation: SourceLocation = #_sourceLocation
        ) throws {
            for count in counts {
                let expected = try measured.search(queries, count: count, filter: filter)
                #expect(
                    same(try screened.search(queries, count: count, filter: filter), expected),
                    sourceLocation: sourceLocation)
                for (query, expected) in zip(queries, expected).prefix(3) {
                    #expect(
                        same([try screened.search(query, count: count, filter: filter)], [expected]),
                        sourceLocation: sourceLocation)
                }
            }
        }

        private func same(_ a: [[VectorMatch]], _ b: [[VectorMatch]]) -> Bool {
            a.count == b.count
                && zip(a, b).allSatisfy { a, b in
                    a.map(\.id) == b.map(\.id) && a.map(\.distance.bitPattern) == b.map(\.distance.bitPattern)
                }
        }
    }

    @Test(arguments: DistanceMetric.allCases, [64, 65, 100, 384, 768, 1000])
    func matchesAreThoseOfMeasuringAll(metric: DistanceMetric, dimensions: Int) throws {
        var generator = SeededGenerator(seed: UInt64(dimensions))
        var entries = generator.clusters(0..<1400, dimensions)
        // Twins, near twins and zeros, at the borders of tiles and blocks.
        for (copy, original) in [(15, 1), (16, 1), (63, 1), (64, 2), (1399, 2)] {
            entries[copy].vector = entries[original].vector
        }
        for copy in stride(from: 100, to: 400, by: 3) {
            entries[copy].vector = entries[1].vector.map { $0 + Float.random(in: -1e-6...1e-6, using: &generator) }
        }
        entries[77].vector = entries[77].vector.map { _ in 0 }
        let queries =
            (0..<9).map { _ in generator.vector(dimensions) } + [1, 2, 77, 500].map { entries[$0].vector }
        for isa in Self.instructionSets {
            let pair = try Pair(dimensions, metric, screening: isa)
            try pair.insert(entries)
            try pair.expectSame(queries, isa == Self.instructionSets.last ? [1, 10, 100, 175, 176, 1400] : [10])
        }
    }

    @Test(arguments: DistanceMetric.allCases) func filtersAreKept(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 2)
        let pair = try Pair(96, metric)
        try pair.insert(generator.clusters(0..<3000, 96))
        let queries = (0..<10).map { _ in generator.vector(96) }
        try pair.expectSame(queries, filter: .matching { $0 % 2 == 0 })
        try pair.expectSame(queries, filter: .excluding(Set(0..<100)))
        try pair.expectSame(queries, filter: .including(Set((0..<2000).map { $0 * 3 / 2 })))
        try pair.expectSame(queries, filter: .including([5, 7, 99_999]))
    }

    @Test(arguments: DistanceMetric.allCases) func lengthsMayDiffer(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 3)
        let pair = try Pair(128, metric)
        var entries = generator.clusters(0..<2000, 128)
        for index in entries.indices {
            let scale = Float.random(in: -7...7, using: &generator)
            entries[index].vector = entries[index].vector.map { $0 * exp10(scale) }
        }
        try pair.insert(entries)
        let queries = (0..<8).flatMap { place -> [[Float]] in
            let query = generator.vector(128)
            return [query, query.map { $0 * 1e-6 }, query.map { $0 * 1e6 }, entries[place * 100].vector]
        }
        try pair.expectSame(queries)
    }

    private func exp10(_ power: Float) -> Float {
        let whole = power.rounded(.down)
        var value = 1 + (power - whole) * 9
        for _ in 0..<Int(abs(whole)) { value = whole < 0 ? value / 10 : value * 10 }
        return value
    }

    @Test(arguments: DistanceMetric.allCases) func extremeLengthsAreMeasured(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 4)
        let pair = try Pair(64, metric)
        var entries = generator.entries(0..<1500, 64)
        try pair.insert(entries)
        var queries = (0..<5).map { _ in generator.vector(64) }
        queries[1] = queries[1].map { $0 * 1e30 }
        queries[3] = queries[3].map { $0 * 1e-30 }
        queries.append(Array(repeating: 0, count: 64))
        try pair.expectSame(queries)
        entries[9].vector = entries[9].vector.map { $0 * 1e37 }
        entries[10].vector = entries[10].vector.map { $0 * .leastNormalMagnitude }
        try pair.insert(Array(entries[9...10]))
        try pair.expectSame(queries)
    }

    @Test(arguments: DistanceMetric.allCases) func changesAreFollowed(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 5)
        let pair = try Pair(70, metric)
        let queries = (0..<6).map { _ in generator.vector(70) }
        try pair.insert(generator.entries(0..<1200, 70))
        try pair.expectSame(queries, [10])
        try pair.insert(generator.entries(600..<2600, 70))
        try pair.expectSame(queries, [10])
        try pair.remove((0..<900).map { $0 * 2 })
        try pair.expectSame(queries, [10])
        let opened = try ExactIndex(snapshot: pair.screened.snapshot())
        var reopened = pair
        reopened.screened = opened
        try reopened.expectSame(queries, [10])
        let plain = try ExactIndex(snapshot: pair.screened.snapshot(), usesScreening: false, threadCount: 2)
        #expect(!plain.configuration.usesScreening && plain.configuration.threadCount == 2)
        reopened.screened = plain
        try reopened.expectSame(queries, [10])
        // So few are left that memory is given back, and then more come than there were.
        try pair.remove(Array(100..<2600))
        try pair.insert(generator.entries(5000..<8500, 70))
        try pair.expectSame(queries, [10])
    }

    @Test(arguments: [1, 2, 3], [1, 3, 40, 150]) func threadsDoNotMatter(threadCount: Int, queryCount: Int) throws {
        var generator = SeededGenerator(seed: 6)
        let pair = try Pair(384, .cosine, threadCount: threadCount)
        try pair.insert(generator.clusters(0..<3000, 384))
        try pair.expectSame((0..<queryCount).map { _ in generator.vector(384) }, [10])
    }

    @Test(arguments: [1, 3]) func rowsAreSplitAmongThreads(threadCount: Int) throws {
        // More than 16 MB of codes, of which each thread screens some for a single query.
        var generator = SeededGenerator(seed: 7)
        let pair = try Pair(4096, .euclidean, threadCount: threadCount)
        let entries = generator.entries(0..<64, 4096)
        for round in 0..<68 {
            let scale = 1 + Float(round) / 50
            try pair.insert(
                entries.map { VectorEntry(id: UInt64(round) * 64 + $0.id, vector: $0.vector.map { $0 * scale }) })
        }
        try pair.expectSame([generator.vector(4096), entries[3].vector, generator.vector(4096)], [10])
    }

    @Test(arguments: DistanceMetric.allCases) func nearlyEqualVectorsAreMeasured(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 8)
        let vector = generator.vector(80)
        let identical = try Pair(80, metric)
        try identical.insert((0..<2000).map { VectorEntry(id: 3000 - $0, vector: vector) })
        let near = try Pair(80, metric)
        try near.insert(
            (0..<2000).map {
                VectorEntry(
                    id: $0, vector: vector.map { $0 * (1 + Float.random(in: -1e-6...1e-6, using: &generator)) })
            })
        var spike = generator.vector(80)
        spike[17] = 1e6
        let queries = [vector, vector.map { -$0 }, generator.vector(80), spike, Array(repeating: 0, count: 80)]
        try identical.expectSame(queries)
        try near.expectSame(queries)
    }

    @Test(arguments: DistanceMetric.allCases) func aHugeComponentIsHarmless(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 9)
        let pair = try Pair(256, metric)
        var entries = generator.entries(0..<1500, 256)
        for index in stride(from: 0, to: 1500, by: 7) { entries[index].vector[3] = 500 }
        try pair.insert(entries)
        let queries = (0..<8).map { place -> [Float] in
            var query = generator.vector(256)
            query[place] = 1e5
            return query
        }
        try pair.expectSame(queries)
    }

    @Test func threadCountsAreChecked() {
        for threadCount in [0, -1, 1025] {
            #expect(
                code { _ = try ExactIndex(.init(dimensions: 64, metric: .cosine, threadCount: threadCount)) }
                    == .invalidArgument)
        }
    }

    @Test func cancelledSearchesStop() async throws {
        var generator = SeededGenerator(seed: 10)
        let pair = try Pair(384, .cosine, threadCount: 2)
        try pair.insert(generator.entries(0..<3000, 384))
        let queries = (0..<200).map { _ in generator.vector(384) }
        let index = pair.screened
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try index.search(queries, count: 10)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func moreThreadsThanQueriesOfABlock() throws {
        var generator = SeededGenerator(seed: 311)
        // More codes than are left to one thread, and fewer queries than four for each of many.
        var index = try ExactIndex(.init(dimensions: 512, metric: .cosine, threadCount: 32))
        let entries = (0..<34_000).map { id -> VectorEntry in
            let start = Float(id)
            return VectorEntry(
                id: UInt64(id), vector: (0..<512).map { sin(start * 0.37 + Float($0 * $0 % 97) * (1 + start)) })
        }
        try index.insert(entries)
        let queries = (0..<100).map { _ in generator.vector(512) }
        let found = try index.search(queries, count: 5)
        index = try ExactIndex(.init(dimensions: 512, metric: .cosine, threadCount: 1))
        try index.insert(entries)
        #expect(try index.search(queries, count: 5) == found)
    }
}
