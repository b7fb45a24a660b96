import CHelpdeskKernels
import Foundation
import Testing
import VectorSearch

/// Searches that find their way by codes: enough vectors of enough dimensions.
@Suite struct CodedSearchTests {
    static let dimensions = 96
    static let count: UInt64 = 4_000

    static func sample(_ metric: DistanceMetric, seed: UInt64 = 80) throws -> (HNSWIndex, ExactIndex, [VectorEntry]) {
        var generator = SeededGenerator(seed: seed)
        let entries = generator.clusters(0..<count, dimensions)
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: metric))
        let exact = try ExactIndex(.init(dimensions: dimensions, metric: metric))
        try index.insert(entries)
        try exact.insert(entries)
        return (index, exact, entries)
    }

    static func queries(_ entries: [VectorEntry], _ number: Int = 100) -> [[Float]] {
        var generator = SeededGenerator(seed: 81)
        return (0..<number).map { place in
            zip(entries[place * 37 % entries.count].vector, generator.vector(dimensions)).map { $0 + 0.2 * $1 }
        }
    }

    @Test(arguments: DistanceMetric.allCases) func findsNearlyAll(metric: DistanceMetric) throws {
        let (index, exact, entries) = try Self.sample(metric)
        #expect(index.searchesByCodes)
        try index.checkInvariants()
        let queries = Self.queries(entries)
        for count in [1, 10, 100, 500] {
            let truth = try exact.search(queries, count: count)
            let found = try index.search(queries, count: count, strategy: .graph)
            #expect(found.map(\.count) == truth.map(\.count))
            #expect(recall(found, truth) > 0.9)
            // Distances are those of the vectors, not of the codes.
            for (matches, query) in zip(found, queries) {
                #expect(matches == matches.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) })
                for match in matches.prefix(3) {
                    let expected = distance(query, entries[Int(match.id)].vector, metric)
                    #expect(abs(Double(match.distance) - expected) < 1e-3)
                }
            }
        }
    }

    @Test(arguments: DistanceMetric.allCases) func everyVectorFindsItself(metric: DistanceMetric) throws {
        let (index, _, entries) = try Self.sample(metric)
        guard metric != .innerProduct else { return }
        for entry in entries where entry.id % 7 == 0 {
            let best = try index.search([entry.vector], count: 1, searchWidth: 1, strategy: .graph)[0]
            #expect(best.map(\.id) == [entry.id])
        }
    }

    @Test func filtersAndRemovalsLeaveEnough() throws {
        let (index, exact, entries) = try Self.sample(.cosine)
        let removed = entries.map(\.id).filter { $0 % 5 == 0 }
        try index.remove(removed)
        try exact.remove(removed)
        let queries = Self.queries(entries, 40)
        for share in [1.0, 0.5, 0.1] {
            let limit = UInt64(Double(Self.count) * share)
            let filter = VectorFilter.matching { $0 < limit }
            let truth = try exact.search(queries, count: 10, filter: filter)
            let found = try index.search(queries, count: 10, filter: filter, strategy: .graph)
            #expect(found.allSatisfy { $0.count == 10 && $0.allSatisfy { $0.id < limit && $0.id % 5 != 0 } })
            #expect(recall(found, truth) > 0.9)
        }
        try index.compact()
        #expect(index.searchesByCodes && index.statistics.tombstones == 0)
        try index.checkInvariants()
        let truth = try exact.search(queries, count: 10)
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), truth) > 0.9)
        try index.insert(entries.filter { $0.id % 5 == 0 })
        try exact.insert(entries.filter { $0.id % 5 == 0 })
        let whole = try exact.search(queries, count: 10)
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), whole) > 0.9)
        try index.optimize()
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), whole) > 0.9)
        try index.checkInvariants()
    }

    @Test func vectorsThatCrowdTogetherAreMeasured() throws {
        // Groups whose members differ by a thousandth: no code tells them apart.
        var generator = SeededGenerator(seed: 82)
        let middles = (0..<8).map { _ in generator.vector(Self.dimensions) }
        let entries = (0..<3_000).map { id in
            VectorEntry(
                id: UInt64(id),
                vector: zip(middles[id % 8], generator.vector(Self.dimensions)).map { $0 + 0.001 * $1 })
        }
        let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: .euclidean))
        let exact = try ExactIndex(.init(dimensions: Self.dimensions, metric: .euclidean))
        try index.insert(entries)
        try exact.insert(entries)
        #expect(!index.searchesByCodes)
        let queries = (0..<40).map { place in
            zip(entries[place * 11].vector, generator.vector(Self.dimensions)).map { $0 + 0.0005 * $1 }
        }
        let truth = try exact.search(queries, count: 10)
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), truth) > 0.9)
    }

    @Test func crowdedVectorsAreMeasuredForTheInnerProductToo() throws {
        var generator = SeededGenerator(seed: 86)
        let middles = (0..<8).map { _ in generator.vector(Self.dimensions) }
        let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: .innerProduct))
        try index.insert(
            (0..<3_000).map { id in
                VectorEntry(
                    id: UInt64(id),
                    vector: zip(middles[id % 8], generator.vector(Self.dimensions)).map { $0 + 0.0005 * $1 })
            })
        #expect(!index.searchesByCodes)
    }

    @Test(arguments: [64, 96], [60, 120]) func aNewTopicInOneCallFindsItself(dimensions: Int, count: Int) throws {
        // All of one batch, near to each other and far from the rest: they must be linked among themselves.
        var generator = SeededGenerator(seed: 87)
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: .cosine))
        let exact = try ExactIndex(.init(dimensions: dimensions, metric: .cosine))
        let old = generator.clusters(0..<4_000, dimensions)
        let middle = generator.vector(dimensions)
        let topic = (0..<count).map { place in
            VectorEntry(
                id: UInt64(10_000 + place),
                vector: zip(middle, generator.vector(dimensions)).map { $0 + 0.3 * $1 })
        }
        for entries in [old, topic] {
            try index.insert(entries)
            try exact.insert(entries)
        }
        try index.checkInvariants()
        let queries = topic.map { entry in zip(entry.vector, generator.vector(dimensions)).map { $0 + 0.1 * $1 } }
        let truth = try exact.search(queries, count: 10)
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), truth) > 0.95)
    }

    @Test func codesFollowTheVectors() throws {
        // Every vector is replaced by one far away; codes around the old centre would tell nothing.
        let (index, _, entries) = try Self.sample(.euclidean)
        let moved = entries.map { VectorEntry(id: $0.id, vector: $0.vector.map { $0 + 300 }) }
        for first in stride(from: 0, to: moved.count, by: 500) { try index.insert(Array(moved[first..<first + 500])) }
        try index.optimize()
        try index.checkInvariants()
        let exact = try ExactIndex(.init(dimensions: Self.dimensions, metric: .euclidean))
        try exact.insert(moved)
        let queries = Self.queries(moved)
        let truth = try exact.search(queries, count: 10)
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), truth) > 0.9)
    }

    @Test func fewAreLeftAndMeasured() throws {
        let (index, _, entries) = try Self.sample(.cosine)
        try index.remove(entries.dropLast(500).map(\.id))
        try index.compact()
        #expect(!index.searchesByCodes)
        #expect(try index.search([entries[3_900].vector], count: 1)[0].map(\.id) == [3_900])
    }

    @Test func farFromTheOriginIsAsNearAsAnywhere() throws {
        // The centre is what codes are relative to.
        let (_, _, entries) = try Self.sample(.euclidean)
        let moved = entries.map { VectorEntry(id: $0.id, vector: $0.vector.map { $0 + 500 }) }
        // In fixed point, steps as large as a part of 500 would blur them.
        let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: .euclidean, storage: .exact))
        let exact = try ExactIndex(.init(dimensions: Self.dimensions, metric: .euclidean))
        try index.insert(moved)
        try exact.insert(moved)
        #expect(index.searchesByCodes)
        let queries = Self.queries(moved)
        let truth = try exact.search(queries, count: 10)
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), truth) > 0.9)
    }

    @Test func extremeLengthsAreMeasured() throws {
        let (index, exact, entries) = try Self.sample(.euclidean)
        let giant = VectorEntry(id: 90_000, vector: [Float](repeating: 1e18, count: Self.dimensions))
        try index.insert([giant])
        try exact.insert([giant])
        #expect(try index.search([giant.vector], count: 1)[0].map(\.id) == [90_000])
        let queries = Self.queries(entries, 20)
        let truth = try exact.search(queries, count: 10)
        #expect(recall(try index.search(queries, count: 10, strategy: .graph), truth) > 0.9)
    }

    @Test(arguments: [1, 2, 3, 8]) func threadsDoNotChangeTheGraph(threads: Int) throws {
        var generator = SeededGenerator(seed: 83)
        let entries = generator.clusters(0..<2_500, Self.dimensions)
        func build(_ threads: Int) throws -> [UInt8] {
            let index = try HNSWIndex(.init(dimensions: Self.dimensions, metric: .cosine, threadCount: threads))
            try index.insert(Array(entries[..<2_000]))
            try index.insert(Array(entries[2_000...]))
            try index.remove(Array(0..<900))
            return index.snapshot()
        }
        #expect(try build(threads) == build(1))
    }

    @Test(arguments: DistanceMetric.allCases) func comesBackTheSame(metric: DistanceMetric) throws {
        let (index, _, entries) = try Self.sample(metric)
        let bytes = index.snapshot()
        let copy = try HNSWIndex(snapshot: bytes)
        #expect(copy.searchesByCodes)
        #expect(copy.snapshot() == bytes)
        let queries = Self.queries(entries)
        let found = try index.search(queries, count: 10)
        #expect(try copy.search(queries, count: 10) == found)
        var generator = SeededGenerator(seed: 84)
        let more = generator.entries(10_000..<10_200, Self.dimensions)
        try index.insert(more)
        try copy.insert(more)
        let later = index.snapshot()
        #expect(copy.snapshot() == later)
    }

    @Test func crowdsOfNewcomersLeaveRoomInTheTree() throws {
        // Many that all join at one place at once, with few links each.
        var generator = SeededGenerator(seed: 85)
        let index = try HNSWIndex(.init(dimensions: 4, metric: .euclidean, connectivity: 2, constructionWidth: 4))
        try index.insert(generator.entries(0..<2_000, 4))
        let crowd = (0..<500).map { id in
            VectorEntry(id: UInt64(5_000 + id), vector: generator.vector(4).map { 3 + 0.0001 * $0 })
        }
        try index.insert(crowd)
        try index.checkInvariants()
        #expect(index.count == 2_500)
    }

    @Test func refusesImpossibleThreadCounts() {
        for threads in [0, -1, 1_025] {
            #expect(throws: VectorSearchError.self) {
                _ = try HNSWIndex(.init(dimensions: 4, metric: .cosine, threadCount: threads))
            }
        }
    }
}
