import Foundation
import HelpdeskMath
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
    @Test func everyItemRunsOnce() async throws {
        for threadCount in [1, 2, 8] {
            let pool = try WorkerPool(threadCount: threadCount)
            #expect(pool.threadCount == threadCount)
            for count in [0, 1, 2, 7, 1000] {
                let counter = Counter(count)
                try await pool.run(count: count) { counter.add($0) }
                #expect(counter.values == [Int](repeating: 1, count: count))
            }
        }
    }

    @Test func manyCallsShareThePool() async throws {
        let pool = try WorkerPool(threadCount: 3)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for call in 0..<100 {
                group.addTask {
                    let counter = Counter(call)
                    try await pool.run(count: call) { counter.add($0) }
                    return counter.values.reduce(0, +)
                }
            }
            var total = 0
            for try await sum in group { total += sum }
            #expect(total == 99 * 100 / 2)
        }
    }

    /// A small call is served while a large one is running: its item is next or next but one, not behind all the others.
    @Test func aSmallCallIsNotKeptWaiting() async throws {
        let pool = try WorkerPool(threadCount: 1)
        let before = Counter(1)
        let started = AsyncStream<Void>.makeStream()
        let progress = Counter(2)
        let large = Task {
            try await pool.run(count: 200_000) { _ in
                started.continuation.yield()
                // Slow until the small call has been served, so that it comes while the large one runs.
                if progress.values[1] == 0 { Thread.sleep(forTimeInterval: 0.001) }
                progress.add(0)
            }
        }
        for await _ in started.stream { break }
        try await pool.run(count: 1) { _ in
            before.set(progress.values[0])
            progress.add(1)
        }
        #expect(before.values[0] < 200_000)
        try await large.value
        #expect(progress.values[0] == 200_000)
    }

    @Test func cancellationSkipsWhatHasNotStarted() async throws {
        let pool = try WorkerPool(threadCount: 2)
        let counter = Counter(1)
        let isCancelled = Counter(1)
        let started = AsyncStream<Void>.makeStream()
        let task = Task {
            try await pool.run(count: 1_000_000) { _ in
                counter.add(0)
                started.continuation.yield()
                while isCancelled.values[0] == 0 { Thread.sleep(forTimeInterval: 0.001) }
            }
        }
        for await _ in started.stream { break }
        task.cancel()
        isCancelled.add(0)
        await #expect(throws: CancellationError.self) { try await task.value }
        let soFar = counter.values[0]
        #expect(soFar <= 2)
        let after = Counter(10)
        try await pool.run(count: 10) { after.add($0) }
        #expect(after.values == [Int](repeating: 1, count: 10))
        #expect(counter.values[0] == soFar)
    }

    @Test func aCancelledTaskStartsNothing() async throws {
        let pool = try WorkerPool(threadCount: 1)
        let counter = Counter(1)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await pool.run(count: 5) { _ in counter.add(0) }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(counter.values == [0])
    }

    @Test func cancellingAtAnyMomentEndsTheCall() async throws {
        let pool = try WorkerPool(threadCount: 2)
        for _ in 0..<500 {
            let task = Task { try await pool.run(count: 3) { _ in } }
            task.cancel()
            _ = await task.result
        }
    }

    @Test func poolsComeAndGo() async throws {
        for _ in 0..<200 {
            let pool = try WorkerPool(threadCount: 4)
            let counter = Counter(20)
            try await pool.run(count: 20) { counter.add($0) }
            #expect(counter.values.allSatisfy { $0 == 1 })
        }
    }

    @Test func threadCountsAreChecked() {
        for threadCount in [Int.min, -1, 0, 1025, Int.max] {
            #expect(throws: MathError.self) { try WorkerPool(threadCount: threadCount) }
        }
        #expect(WorkerPool.availableProcessorCount >= 1)
    }
}

/// Counts that several threads add to.
private final class Counter: Sendable {
    private let counts: Mutex<[Int]>

    init(_ count: Int) { counts = Mutex([Int](repeating: 0, count: count)) }

    func add(_ position: Int) { counts.withLock { $0[position] += 1 } }
    func set(_ value: Int) { counts.withLock { $0[0] = value } }
    var values: [Int] { counts.withLock { $0 } }
}
