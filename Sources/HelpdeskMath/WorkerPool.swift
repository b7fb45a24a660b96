import CHelpdeskKernels

/// Threads of the library's own for long computations, so that Swift's cooperative threads are never blocked.
///
/// ```swift
/// let pool = try WorkerPool(threadCount: 4)
/// try await pool.run(count: chunks.count) { process(chunks[$0]) }
/// ```
///
/// Any number of tasks may call ``run(count:_:)`` and ``run(helpers:_:)`` at once; the threads take items from the running
/// calls in turn, so a small call is not kept waiting by a large one for longer than an item takes. Items should take from
/// some tens of microseconds to some tens of milliseconds. The threads sleep while there is nothing to do, and end once the
/// pool is released and the last call is finished.
public final class WorkerPool: Sendable {
    /// The number of threads.
    public let threadCount: Int
    private let queue: WorkerQueue

    /// The number of processors this process may run on, at least 1. Asks the system each time.
    public static var availableProcessorCount: Int { Int(helpdesk_available_processors()) }

    /// Starts the threads.
    ///
    /// - Parameter threadCount: How many, 1...1024.
    /// - Throws: ``MathError`` with ``MathError/Code/invalidArgument`` for another number and
    ///   ``MathError/Code/threadsUnavailable`` where the system refuses to start that many.
    public init(threadCount: Int) throws(MathError) {
        guard (1...1024).contains(threadCount) else {
            throw MathError(.invalidArgument, "a worker pool has 1 to 1024 threads, not \(threadCount)")
        }
        self.threadCount = threadCount
        let queue = WorkerQueue()
        self.queue = queue
        for started in 0..<threadCount {
            let status = WorkerThread.start { queue.work() }
            guard status == 0 else {
                queue.close()
                throw MathError(
                    .threadsUnavailable, "the system started \(started) of \(threadCount) threads (error \(status))")
            }
        }
    }

    deinit {
        queue.close()
    }

    /// Whether a call of ``run(count:_:)`` has items that wait for a thread, or one of ``run(helpers:_:)`` waits to begin.
    /// A look at one number: cheap enough to be taken often by items that could end early.
    public var hasWaitingCalls: Bool { queue.hasItems }

    /// Calls `body` once with each number of `0..<count`, in any order and several at a time, on the pool's threads.
    ///
    /// - Parameters:
    ///   - count: How many items there are.
    ///   - body: The work on one item. It must not wait for another call of the same pool.
    /// - Throws: `CancellationError` when the calling task is cancelled before all items are done: items that have
    ///   started are finished first, the others are skipped.
    public func run(count: Int, _ body: @escaping @Sendable (Int) -> Void) async throws {
        try await run(WorkerJob(count: count, body: body))
    }

    /// Calls `body` once with 0 on one of the pool's threads, and with 1 to `helpers` on others that are free before that
    /// call is finished. Helpers that find no thread by then are left out.
    ///
    /// - Parameters:
    ///   - helpers: How many threads may help; fewer than there are.
    ///   - body: The work. With 0 it must not wait for a helper to begin; others must end soon after it.
    /// - Throws: `CancellationError` when the calling task is cancelled before the call with 0 has begun.
    public func run(helpers: Int, _ body: @escaping @Sendable (Int) -> Void) async throws {
        try await run(WorkerJob(count: 1 + max(0, min(helpers, threadCount - 1)), isLed: true, body: body))
    }

    private func run(_ job: WorkerJob) async throws {
        try Task.checkCancellation()
        guard job.count > 0 else { return }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.submit(job, continuation)
            }
        } onCancel: {
            queue.cancel(job)
        }
    }
}

extension MathError.Code {
    /// The system refused to start a thread.
    public static let threadsUnavailable = MathError.Code("threadsUnavailable")
}
