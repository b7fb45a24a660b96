import CHelpdeskKernels
import Foundation
import Testing
import VectorSearch

@Suite struct HNSWIndexTests {
    @Test(arguments: DistanceMetric.allCases) func graphFindsNearlyAll(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 50)
        // Lengths differ a lot, which is hard for the inner product.
        let entries = generator.clusters(0..<4000, 24).map { entry in
            let length = Float.random(in: 0.2...3, using: &generator)
            return VectorEntry(id: entry.id, vector: entry.vector.map { $0 * length })
        }
        let index = try HNSWIndex(.init(dimensions: 24, metric: metric))
        let exact = try ExactIndex(.init(dimensions: 24, metric: metric))
        try index.insert(entries)
        try exact.insert(entries)
        try index.checkInvariants()
        let queries = entries.prefix(200).map { $0.vector.map { $0 + 0.1 } }
        let truth = try exact.search(queries, count: 10)
        let found = try index.search(queries, count: 10, strategy: .graph)
        #expect(recall(found, truth) > 0.95)
        #expect(try index.search(queries, count: 10, strategy: .scan) == truth)
        #expect(index.statistics.count == 4000 && index.statistics.levels.count >= 2)
        #expect(index.statistics.levels[0] == 4000 && index.statistics.bytes > 4000 * 24 * 4)
    }

    @Test(arguments: [DistanceMetric.cosine, .euclidean])
    func everyVectorFindsItself(metric: DistanceMetric) throws {
        var generator = SeededGenerator(seed: 51)
        let dimensions = 16
        var stored: [VectorID: [Float]] = [:]
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: metric))
        func insert(_ entries: [VectorEntry]) throws {
            try index.insert(entries)
            for entry in entries { stored[entry.id] = entry.vector }
        }
        func check(_ index: HNSWIndex) throws {
            try index.checkInvariants()
            let ids = stored.keys.sorted()
            let found = try index.search(ids.map { stored[$0] ?? [] }, count: 1, strategy: .graph)
            let lost = zip(ids, found).count { $1.first?.distance != 0 || stored[$1[0].id] != stored[$0] }
            #expect(lost == 0)
            // And nearly every vector next to it.
            let exact = try ExactIndex(.init(dimensions: dimensions, metric: metric))
            try exact.insert(stored.map { VectorEntry(id: $0, vector: $1) })
            let near = ids.prefix(200).map { (stored[$0] ?? []).map { $0 + 0.05 } }
            let share = recall(
                try index.search(near, count: 10, strategy: .graph), try exact.search(near, count: 10))
            #expect(share > 0.95)
        }
        try insert(generator.clusters(0..<3000, dimensions, centres: 200))
        try check(index)
        for round in 0..<4 {
            let some = stored.keys.sorted().filter { _ in Bool.random(using: &generator) }
            #expect(try index.remove(some) == some.count)
            for id in some { stored[id] = nil }
            try insert(
                generator.clusters(
                    UInt64(10_000 * (round + 1))..<UInt64(10_000 * (round + 1) + 1200), dimensions, centres: 100))
            try check(index)
        }
        try check(HNSWIndex(snapshot: index.snapshot()))
        try index.compact()
        #expect(index.statistics.tombstones == 0)
        try check(index)
    }

    @Test func thousandsOfTwinsAmongOthers() throws {
        var generator = SeededGenerator(seed: 52)
        let index = try HNSWIndex(.init(dimensions: 8, metric: .cosine))
        let twin = generator.vector(8)
        var entries = generator.entries(0..<3000, 8)
        entries += (100_000..<110_000).map { VectorEntry(id: $0, vector: twin) }
        entries.shuffle(using: &generator)
        try index.insert(entries)
        try index.checkInvariants()
        #expect(index.count == 13_000)
        #expect(index.statistics.levels[0] == 3001)
        let found = try index.search([twin], count: 50, strategy: .graph)[0]
        #expect(found.map(\.id) == Array(100_000..<100_050) && found.allSatisfy { $0.distance == 0 })
        #expect(try index.search(twin, count: 13_000).count == 13_000)
        let odd = try index.search([twin], count: 20, filter: .matching { $0 % 2 == 1 }, strategy: .graph)[0]
        #expect(odd.map(\.id) == (0..<20).map { 100_001 + 2 * $0 })
        for entry in entries where entry.id < 3000 {
            #expect(try index.search([entry.vector], count: 1, strategy: .graph)[0].first?.id == entry.id)
        }
        #expect(try index.remove(Array(100_000..<109_999)) == 9_999)
        #expect(try index.search(twin, count: 2)[0] == VectorMatch(id: 109_999, distance: 0))
        try index.insert([VectorEntry(id: 109_999, vector: generator.vector(8))])
        #expect(try index.search(twin, count: 1)[0].distance > 0)
        try index.checkInvariants()
    }

    @Test func collinearVectorsDoNotHideTheOthers() throws {
        var generator = SeededGenerator(seed: 53)
        let index = try HNSWIndex(.init(dimensions: 8, metric: .cosine))
        let direction = generator.vector(8)
        let others = generator.entries(0..<1500, 8)
        try index.insert(
            (10_000..<13_000).map { id in VectorEntry(id: id, vector: direction.map { $0 * Float(id - 9_000) }) })
        try index.insert(others)
        try index.checkInvariants()
        for entry in others {
            #expect(try index.search([entry.vector], count: 1, strategy: .graph)[0].first?.id == entry.id)
        }
        #expect(try index.search([direction], count: 10, strategy: .graph)[0].allSatisfy { $0.distance == 0 })
    }

    @Test(arguments: [0.5, 0.1, 0.02, 0.001]) func filtersGiveAllThereIs(share: Double) throws {
        var generator = SeededGenerator(seed: 54)
        let index = try HNSWIndex(.init(dimensions: 16, metric: .euclidean))
        let exact = try ExactIndex(.init(dimensions: 16, metric: .euclidean))
        let entries = generator.clusters(0..<5000, 16)
        try index.insert(entries)
        try exact.insert(entries)
        let removed = entries.map(\.id).filter { $0 % 10 == 0 }
        try index.remove(removed)
        try exact.remove(removed)
        let limit = UInt64(5000 * share)
        let chosen = Set(entries.map(\.id).filter { $0 < limit })
        let queries = (0..<30).map { _ in generator.vector(16) }
        for filter in [
            VectorFilter.including(chosen), .matching { $0 < limit }, .excluding(Set(0..<5000).subtracting(chosen)),
        ] {
            for count in [1, 10, 1000] {
                let truth = try exact.search(queries, count: count, filter: filter)
                for strategy in [SearchStrategy.automatic, .graph] {
                    let found = try index.search(queries, count: count, filter: filter, strategy: strategy)
                    #expect(found.map(\.count) == truth.map(\.count))
                    #expect(found.allSatisfy { $0.allSatisfy { $0.id < limit && $0.id % 10 != 0 } })
                    #expect(recall(found, truth) > 0.9)
                }
            }
        }
    }

    @Test func allButOneRemoved() throws {
        var generator = SeededGenerator(seed: 55)
        let index = try HNSWIndex(.init(dimensions: 8, metric: .euclidean))
        let entries = generator.entries(0..<3000, 8)
        try index.insert(entries)
        let full = index.statistics.bytes
        try index.remove(Array(0..<2999))
        #expect(try index.search(entries[0].vector, count: 5).map(\.id) == [2999])
        #expect(index.statistics.bytes < full / 10)
        #expect(index.statistics.tombstones < 3000)
        try index.remove([2999])
        #expect(try index.search(entries[0].vector, count: 5) == [])
        try index.insert([entries[5]])
        #expect(try index.search(entries[5].vector, count: 5).map(\.id) == [5])
        try index.checkInvariants()
    }

    @Test func updatesDoNotGrowTheIndexForEver() throws {
        var generator = SeededGenerator(seed: 56)
        let index = try HNSWIndex(.init(dimensions: 8, metric: .euclidean))
        for _ in 0..<20 { try index.insert(generator.entries(0..<500, 8)) }
        #expect(index.count == 500)
        #expect(index.statistics.levels[0] < 1200)
        try index.checkInvariants()
    }

    @Test func sameSeedAndOrderGiveTheSameIndex() throws {
        var generator = SeededGenerator(seed: 57)
        let entries = generator.clusters(0..<1500, 12)
        func build(seed: UInt64) throws -> [UInt8] {
            let index = try HNSWIndex(.init(dimensions: 12, metric: .cosine, seed: seed))
            for first in stride(from: 0, to: 1500, by: 100) { try index.insert(Array(entries[first..<first + 100])) }
            try index.remove(Array(200..<900))
            try index.insert(Array(entries[300..<400]))
            return index.snapshot()
        }
        let snapshot = try build(seed: 1)
        #expect(try build(seed: 1) == snapshot)
        #expect(try build(seed: 2) != snapshot)
    }

    @Test(arguments: [2, 4, 64]) func anyConnectivityKeepsEverythingReachable(connectivity: Int) throws {
        var generator = SeededGenerator(seed: 58)
        let index = try HNSWIndex(
            .init(dimensions: 4, metric: .euclidean, connectivity: connectivity, constructionWidth: 8))
        try index.insert(generator.clusters(0..<2000, 4))
        try index.checkInvariants()
        try index.remove(Array(0..<1200))
        try index.checkInvariants()
        let found = try index.search([generator.vector(4)], count: 800, searchWidth: 2000, strategy: .graph)[0]
        #expect(found.count == 800)
    }

    @Test func refusesImpossibleConfigurations() {
        func code(_ change: (inout HNSWIndex.Configuration) -> Void) -> VectorSearchError.Code? {
            var configuration = HNSWIndex.Configuration(dimensions: 4, metric: .cosine)
            change(&configuration)
            return VectorSearchTests.code { _ = try HNSWIndex(configuration) }
        }
        #expect(code { _ in } == nil)
        for value in [Int.min, -1, 0, 1, 257, .max] { #expect(code { $0.connectivity = value } == .invalidArgument) }
        for value in [Int.min, 0, 100_001, .max] {
            #expect(code { $0.constructionWidth = value } == .invalidArgument)
            #expect(code { $0.searchWidth = value } == .invalidArgument)
        }
    }

    @Test func searchesRunWhileTheIndexChanges() async throws {
        var generator = SeededGenerator(seed: 59)
        let index = try HNSWIndex(.init(dimensions: 16, metric: .cosine, constructionWidth: 60))
        // Ids below 1000 stay; the others come and go in batches of 100, each a whole.
        let fixed = generator.entries(0..<1000, 16)
        try index.insert(fixed)
        var made: [[VectorEntry]] = []
        for number in 0..<30 {
            let first = UInt64(1000 + 100 * number)
            made.append(generator.entries(first..<first + 100, 16))
        }
        let batches = made
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for (number, batch) in batches.enumerated() {
                    try index.insert(batch)
                    if number >= 5 { #expect(try index.remove(batches[number - 5].map(\.id)) == 100) }
                }
            }
            for reader in 0..<4 {
                group.addTask {
                    for step in 0..<300 {
                        let entry = fixed[(step * 7 + reader) % 1000]
                        let found = try index.search([entry.vector], count: 10, strategy: .graph)[0]
                        #expect(found.count == 10 && found[0] == VectorMatch(id: entry.id, distance: 0))
                        #expect(index.vector(for: entry.id) == entry.vector)
                        let present = try index.search(entry.vector, count: 5000, filter: .matching { $0 >= 1000 })
                        #expect(present.count % 100 == 0)
                    }
                }
            }
            try await group.waitForAll()
        }
        try index.checkInvariants()
        #expect(index.count == 1500)
    }

    @Test func cancellationTakesBackWhatWasInserted() async throws {
        let index = try HNSWIndex(.init(dimensions: 32, metric: .cosine))
        var generator = SeededGenerator(seed: 60)
        let first = generator.entries(0..<50, 32)
        try index.insert(first)
        let many = generator.entries(0..<200_000, 32)
        let task = Task { try index.insert(many) }
        // As soon as the insertion is at work; from a thread of its own, since other tests may keep the shared ones busy.
        Thread.detachNewThread {
            while index.statistics.tombstones < 20 { Thread.sleep(forTimeInterval: 0.001) }
            task.cancel()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(index.count == 50)
        #expect(first.allSatisfy { index.vector(for: $0.id) == $0.vector })
        try index.checkInvariants()
        try index.compact()
        #expect(index.statistics.levels[0] == 50)
        try index.checkInvariants()
    }
}
