import Foundation
import HelpdeskMath
import Synchronization
import Testing

/// Calls that one thread leads and others help with. `Scripts/test-threads` runs this with the thread sanitizer.
@Suite(.serialized) struct WorkerPoolConcurrencyTests {
    /// How often each of the numbers was called.
    private final class Calls: Sendable {
        private let counts = Mutex<[Int: Int]>([:])
        func add(_ number: Int) { counts.withLock { $0[number, default: 0] += 1 } }
        var byNumber: [Int: Int] { counts.withLock { $0 } }
    }

    /// Something that threads wait for.
    private final class Gate: Sendable {
        private let isOpen = Atomic(false)
        func open() { isOpen.store(true, ordering: .releasing) }
        func wait() { while !isOpen.load(ordering: .acquiring) { Thread.sleep(forTimeInterval: 0.0002) } }
    }

    @Test(arguments: [1, 2, 3, 7])
    func oneLeadsAndOthersHelpAtMostOnce(_ threadCount: Int) async throws {
        let pool = try WorkerPool(threadCount: threadCount)
        for helpers in [-1, 0, 1, 2, 5, 6, 7, 1000] {
            for _ in 0..<50 {
                let calls = Calls()
                try await pool.run(helpers: helpers) { calls.add($0) }
                let counts = calls.byNumber
                #expect(counts[0] == 1 && counts.values.allSatisfy { $0 == 1 })
                #expect(counts.keys.allSatisfy { (0...max(0, min(helpers, threadCount - 1))).contains($0) })
            }
        }
    }

    @Test func freeThreadsHelp() async throws {
        let pool = try WorkerPool(threadCount: 4)
        let arrived = Atomic(0)
        try await pool.run(helpers: 3) { number in
            arrived.add(1, ordering: .relaxed)
            // They are all there at once.
            while arrived.load(ordering: .relaxed) < 4 { sched_yield() }
        }
        #expect(arrived.load(ordering: .relaxed) == 4)
    }

    @Test func busyThreadsAreNotWaitedFor() async throws {
        let pool = try WorkerPool(threadCount: 2)
        let (isBusy, gate, calls) = (Gate(), Gate(), Calls())
        let busy = Task {
            try await pool.run(count: 1) { _ in
                isBusy.open()
                gate.wait()
            }
        }
        isBusy.wait()
        for _ in 0..<20 { try await pool.run(helpers: 1) { calls.add($0) } }
        #expect(calls.byNumber == [0: 20])
        gate.open()
        try await busy.value
        // Nobody comes to help with what is finished.
        try await pool.run(count: 10) { _ in }
        #expect(calls.byNumber == [0: 20])
    }

    @Test func helpThatIsMissingIsNoWaitingCall() async throws {
        let pool = try WorkerPool(threadCount: 3)
        let areBusy = Atomic(0)
        let gate = Gate()
        let busy = Task {
            try await pool.run(count: 2) { _ in
                areBusy.add(1, ordering: .relaxed)
                gate.wait()
            }
        }
        while areBusy.load(ordering: .relaxed) < 2 { await Task.yield() }
        #expect(!pool.hasWaitingCalls)
        let hadWaiting = Mutex<[Bool]>([])
        try await pool.run(helpers: 2) { number in
            if number == 0 { hadWaiting.withLock { $0.append(pool.hasWaitingCalls) } }
        }
        #expect(hadWaiting.withLock(\.self) == [false])
        let last = Gate()
        let leader = Task { try await pool.run(helpers: 2) { number in if number == 0 { last.wait() } } }
        let waiting = Task { try await pool.run(helpers: 2) { _ in } }
        while !pool.hasWaitingCalls { await Task.yield() }
        last.open()
        try await leader.value
        try await waiting.value
        #expect(!pool.hasWaitingCalls)
        gate.open()
        try await busy.value
    }

    @Test func aCallCancelledBeforeItBeginsDoesNothing() async throws {
        let pool = try WorkerPool(threadCount: 1)
        let (isBusy, gate, calls) = (Gate(), Gate(), Calls())
        let busy = Task {
            try await pool.run(helpers: 0) { _ in
                isBusy.open()
                gate.wait()
            }
        }
        isBusy.wait()
        let task = Task { try await pool.run(helpers: 3) { calls.add($0) } }
        while !pool.hasWaitingCalls { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(!pool.hasWaitingCalls)
        gate.open()
        try await busy.value
        #expect(calls.byNumber.isEmpty)
    }

    /// With free threads and without: what the leader has made is complete, so the call does not fail.
    @Test(arguments: [1, 2, 4])
    func aCallCancelledWhileItRunsIsFinished(_ threadCount: Int) async throws {
        let pool = try WorkerPool(threadCount: threadCount)
        let areBusy = Atomic(0)
        let blocked = Gate()
        let busy = Task {
            try await pool.run(count: threadCount - 1) { _ in
                areBusy.add(1, ordering: .relaxed)
                blocked.wait()
            }
        }
        while areBusy.load(ordering: .relaxed) < threadCount - 1 { await Task.yield() }
        let (hasBegun, gate, calls) = (Gate(), Gate(), Calls())
        let task = Task {
            try await pool.run(helpers: threadCount - 1) { number in
                calls.add(number)
                guard number == 0 else { return }
                hasBegun.open()
                gate.wait()
            }
        }
        hasBegun.wait()
        task.cancel()
        gate.open()
        try await task.value
        #expect(calls.byNumber == [0: 1])
        blocked.open()
        try await busy.value
    }

    @Test(arguments: [1, 2, 3, 7])
    func callsOfAllKindsEnd(_ threadCount: Int) async throws {
        let pool = try WorkerPool(threadCount: threadCount)
        let rounds = ProcessInfo.processInfo.environment["HELPDESK_STRESS_SECONDS"] == nil ? 100 : 1500
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<16 {
                group.addTask {
                    for round in 0..<rounds {
                        let calls = Calls()
                        let task = Task {
                            if (caller + round).isMultiple(of: 3) {
                                try await pool.run(count: 5) { calls.add($0) }
                                return 5
                            }
                            let isOver = Atomic(false)
                            try await pool.run(helpers: caller % 4) { number in
                                guard number > 0 else {
                                    calls.add(0)
                                    return isOver.store(true, ordering: .releasing)
                                }
                                while !isOver.load(ordering: .acquiring), !pool.hasWaitingCalls { sched_yield() }
                            }
                            return 1
                        }
                        if round.isMultiple(of: 7) { task.cancel() }
                        do {
                            let count = try await task.value
                            #expect(calls.byNumber.values.reduce(0, +) == count)
                        } catch is CancellationError where task.isCancelled {
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// The last one to hold a pool may be an item of it.
    @Test func aPoolMayBeLetGoByItsOwnItems() async throws {
        final class Canary: Sendable {
            let left: @Sendable () -> Void
            init(left: @escaping @Sendable () -> Void) { self.left = left }
            deinit { left() }
        }
        let count = 500
        let gone = Atomic(0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for round in 0..<count {
                let pool = try WorkerPool(threadCount: 1 + round % 3)
                let canary = Canary { gone.add(1, ordering: .relaxed) }
                group.addTask {
                    try await pool.run(helpers: round % 4) { [pool, canary] _ in
                        withExtendedLifetime(canary) { _ = pool.hasWaitingCalls }
                    }
                }
                if round % 8 == 7 { for _ in 0..<8 { try await group.next() } }
            }
            try await group.waitForAll()
        }
        // The threads end on their own.
        for _ in 0..<20_000 where gone.load(ordering: .relaxed) < count { try await Task.sleep(for: .milliseconds(1)) }
        #expect(gone.load(ordering: .relaxed) == count)
    }
}
