import Foundation
import Synchronization
import Testing
import VectorSearch

/// Cancelled calls: they stop at the next step, and leave the index as it was before them.
@Suite struct CancellationTests {
    static let dimensions = 64

    /// An index with codes, tombstones and twins.
    private static func sample() throws -> (index: HNSWIndex, entries: [VectorEntry]) {
        var generator = SeededGenerator(seed: 251)
        var entries = generator.clusters(0..<1_600, dimensions)
        entries[7].vector = entries[8].vector
        let index = try HNSWIndex(.init(dimensions: dimensions, metric: .cosine))
        try index.insert(entries)
        try index.remove(Array(1_500..<1_600))
        return (index, Array(entries[..<1_500]))
    }

    @Test(arguments: [1, 40, 400, 2_000]) func aCancelledInsertionLeavesAllAsItWas(progress: Int) async throws {
        let (index, entries) = try Self.sample()
        let queries = entries.prefix(50).map { $0.vector.map { $0 + 0.01 } }
        let before = try index.search(queries, count: 10, strategy: .scan)
        let nodes = index.statistics.levels[0]
        // Most of what is inserted replaces something.
        var generator = SeededGenerator(seed: 252)
        let many = generator.clusters(0..<30_000, Self.dimensions)
        let task = Task.detached { try index.insert(many) }
        // From a thread that does not wait for tasks to give way.
        Thread.detachNewThread {
            while index.statistics.levels[0] < nodes + progress { Thread.sleep(forTimeInterval: 0.000_2) }
            task.cancel()
        }
        await #expect(throws: CancellationError.self) { try await task.value }

        #expect(index.statistics.levels[0] < nodes + many.count)
        #expect(index.count == entries.count && index.ids == entries.map(\.id))
        #expect(entries.allSatisfy { Tolerance.areSame(index.vector(for: $0.id), $0.vector) })
        try index.checkInvariants()
        #expect(try index.search(queries, count: 10, strategy: .scan) == before)
        let found = try index.search(queries, count: 10, strategy: .graph)
        #expect(found.allSatisfy { $0.count == 10 } && recall(found, before) > 0.9)
        // And goes on as ever.
        try index.insert(Array(many[..<2_000]))
        #expect(index.count == 2_000)
        try index.compact()
        #expect(index.statistics.tombstones == 0 && index.statistics.levels[0] == 2_000)
        try index.checkInvariants()
        let again = try HNSWIndex(snapshot: index.snapshot())
        #expect(many[..<2_000].allSatisfy { Tolerance.areSame(again.vector(for: $0.id), $0.vector) })
    }

    @Test(arguments: IndexKind.allCases) func aCancelledTaskChangesAndFindsNothing(kind: IndexKind) async throws {
        var generator = SeededGenerator(seed: 253)
        let entries = generator.entries(0..<300, 8)
        let others = generator.entries(100..<400, 8)
        let index = try kind.make(8, .euclidean, identity: nil)
        try index.insert(entries)
        let before = index.snapshot()
        let task = Task.detached {
            withUnsafeCurrentTask { $0?.cancel() }
            #expect(throws: CancellationError.self) { try index.insert(others) }
            #expect(throws: CancellationError.self) { try index.one(entries[0].vector, 3) }
            #expect(throws: CancellationError.self) { try index.search(entries.map(\.vector), count: 3) }
        }
        await task.value
        #expect(index.snapshot() == before)
    }

    @Test(arguments: IndexKind.allCases) func aBatchOfSearchesStopsSoon(kind: IndexKind) async throws {
        var generator = SeededGenerator(seed: 254)
        let index = try kind.make(8, .euclidean, identity: nil)
        try index.insert(generator.entries(0..<500, 8))
        let queries = (0..<10_000).map { _ in generator.vector(8) }
        // The filter is looked up again and again while a batch goes on; its first call cancels the task.
        let task = Task.detached {
            let calls = Counter()
            let filter = VectorFilter.matching { _ in
                calls.value.add(1, ordering: .relaxed)
                withUnsafeCurrentTask { $0?.cancel() }
                return true
            }
            #expect(throws: CancellationError.self) { try index.search(queries, count: 3, filter: filter) }
            #expect(calls.value.load(ordering: .relaxed) <= 1_000)
        }
        await task.value
    }

    @Test(arguments: [1, 2, 5]) func tuningStopsSoon(readings: Int) async throws {
        let (index, entries) = try Self.sample()
        let queries = entries.prefix(100).map { $0.vector.map { $0 + 0.01 } }
        let task = Task.detached {
            let clock = CancellingClock(after: readings)
            #expect(throws: CancellationError.self) {
                try index.tune(recall: 1, queries: queries, widths: 10...1_000, clock: clock)
            }
            #expect(clock.readings.value.load(ordering: .relaxed) <= readings + 1)
        }
        await task.value
    }
}

private final class Counter: Sendable {
    let value = Atomic<Int>(0)
}

/// A clock that cancels the task that looks at it for the n-th time.
private struct CancellingClock: Clock {
    typealias Instant = ContinuousClock.Instant

    let last: Int
    let readings = Counter()

    init(after last: Int) { self.last = last }

    var now: Instant {
        if readings.value.add(1, ordering: .relaxed).newValue == last { withUnsafeCurrentTask { $0?.cancel() } }
        return ContinuousClock().now
    }
    var minimumResolution: Duration { .nanoseconds(1) }
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}
