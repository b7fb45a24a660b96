import Testing
import VectorSearch

/// An index after much deleting and inserting, against one built at once of what is left.
@Suite struct ChurnTests {
    static let dimensions = 64

    private static func insert(_ entries: [VectorEntry], into index: HNSWIndex) throws {
        for first in stride(from: 0, to: entries.count, by: 1_000) {
            try index.insert(Array(entries[first..<min(first + 1_000, entries.count)]))
        }
    }

    private static func fresh(_ entries: [VectorEntry], _ metric: DistanceMetric) throws -> HNSWIndex {
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: metric))
        try insert(entries, into: index)
        return index
    }

    /// Queries beside every few vectors, and their true neighbours.
    private static func sample(
        _ entries: [VectorEntry], _ metric: DistanceMetric
    ) throws -> (queries: [[Float]], truth: [[VectorMatch]]) {
        var generator = SeededGenerator(seed: 231)
        let exact = try ExactIndex(.init(dimensions: dimensions, metric: metric))
        try exact.insert(entries)
        let step = max(1, entries.count / 1_000)
        let queries = stride(from: 0, to: entries.count, by: step).map { place in
            zip(entries[place].vector, generator.vector(dimensions)).map { $0 + 0.3 * $1 }
        }
        return (queries, try exact.search(queries, count: 10))
    }

    /// How many vectors do not find themselves, or one that is equal to them.
    private static func lost(_ entries: [VectorEntry], in index: HNSWIndex) throws -> Int {
        let found = try index.search(entries.map(\.vector), count: 1, strategy: .graph)
        return zip(entries, found).count { entry, matches in
            guard let match = matches.first else { return true }
            return match.id != entry.id && !Tolerance.areSame(index.vector(for: match.id), entry.vector)
        }
    }

    @Test(arguments: [(DistanceMetric.cosine, UInt64(8_000)), (.euclidean, 4_000)])
    func tenCyclesOfDeletingAndInsertingHalf(metric: DistanceMetric, count: UInt64) throws {
        var generator = SeededGenerator(seed: 232)
        let entries = generator.clusters(0..<count, Self.dimensions, centres: 60)
        let index = try Self.fresh(entries, metric)
        #expect(index.searchesByCodes)
        for _ in 0..<10 {
            let half = entries.shuffled(using: &generator).prefix(entries.count / 2)
            #expect(try index.remove(half.map(\.id)) == half.count)
            try Self.insert(Array(half), into: index)
            #expect(index.count == entries.count)
            #expect(try Self.lost(entries, in: index) == 0)
        }
        try index.checkInvariants()
        try Self.compare(index, with: Self.fresh(entries, metric), entries, metric, memory: 1.2)
    }

    @Test func everyCycleBringsOtherVectors() throws {
        var generator = SeededGenerator(seed: 233)
        var entries = generator.clusters(0..<4_000, Self.dimensions, centres: 60)
        let index = try Self.fresh(entries, .cosine)
        for cycle in 1...10 {
            // A part is replaced under its ids, the other removed.
            entries.shuffle(using: &generator)
            let start = 4_000 * UInt64(cycle)
            var others = generator.clusters(start..<start + 2_000, Self.dimensions, centres: 60)
            for place in 0..<500 { others[place].id = entries[place].id }
            #expect(try index.remove(entries[500..<2_000].map(\.id)) == 1_500)
            try Self.insert(others, into: index)
            entries.replaceSubrange(0..<2_000, with: others)
            #expect(index.count == entries.count)
            #expect(try Self.lost(entries, in: index) == 0)
        }
        try index.checkInvariants()
        try Self.compare(index, with: Self.fresh(entries, .cosine), entries, .cosine)
    }

    @Test func wholeClustersComeAndGo() throws {
        var generator = SeededGenerator(seed: 234)
        let middles = (0..<20).map { _ in generator.vector(Self.dimensions) }
        let entries = (0..<6_000).map { id in
            VectorEntry(
                id: UInt64(id),
                vector: zip(middles[id % 20], generator.vector(Self.dimensions)).map { $0 + 0.4 * $1 })
        }
        let index = try Self.fresh(entries, .cosine)
        for cycle in 0..<4 {
            // All of every fourth cluster, so that every link of a removed vector is one to a removed vector.
            let isGone: (VectorEntry) -> Bool = { Int($0.id) % 20 % 4 == cycle }
            let gone = entries.filter(isGone)
            let left = entries.filter { !isGone($0) }
            #expect(try index.remove(gone.map(\.id)) == gone.count)
            try index.checkInvariants()
            #expect(try Self.lost(left, in: index) == 0)
            let (queries, truth) = try Self.sample(left, .cosine)
            #expect(recall(try index.search(queries, count: 10, strategy: .graph), truth) > 0.95)
            try Self.insert(gone, into: index)
            #expect(try Self.lost(entries, in: index) == 0)
        }
        try index.checkInvariants()
        try Self.compare(index, with: Self.fresh(entries, .cosine), entries, .cosine)
    }

    private static func compare(
        _ index: HNSWIndex, with fresh: HNSWIndex, _ entries: [VectorEntry], _ metric: DistanceMetric,
        memory allowance: Double = 1.5
    ) throws {
        let (queries, truth) = try sample(entries, metric)
        // Narrow enough that not all is found.
        let shares = try [index, fresh].map {
            recall(try $0.search(queries, count: 10, searchWidth: 48, strategy: .graph), truth)
        }
        #expect(shares[0] >= shares[1] - 0.005)
        #expect(shares[1] > 0.9)
        // Room is made half as large again as it was when it no longer does: where that happened, it may be that much more.
        let bytes = Double(index.statistics.bytes) / Double(fresh.statistics.bytes)
        #expect(bytes <= allowance)
        #expect(try lost(entries, in: HNSWIndex(snapshot: index.snapshot())) == 0)
        try index.compact()
        #expect(try lost(entries, in: index) == 0)
        #expect(
            recall(try index.search(queries, count: 10, searchWidth: 48, strategy: .graph), truth) >= shares[1] - 0.005)
    }
}
