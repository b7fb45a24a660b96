/// One call of ``WorkerPool/run(count:_:)``. Everything mutable is guarded by the lock of the queue.
///
/// `@unchecked Sendable`: see above.
final class WorkerJob: @unchecked Sendable {
    let body: @Sendable (Int) -> Void
    let count: Int
    /// The next item to hand out.
    var next = 0
    /// Items handed out and not finished.
    var running = 0
    var isCancelled = false
    /// Resumed exactly once, when nothing is left to start and nothing is running.
    var continuation: CheckedContinuation<Void, any Error>?

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.body = body
    }

    var hasItems: Bool { !isCancelled && next < count }
    var isFinished: Bool { !hasItems && running == 0 }
}

/// The running jobs, in the order in which they get the next free thread.
///
/// `@unchecked Sendable`: `jobs`, `isClosed` and the jobs' state are only touched while `lock` is held.
final class WorkerQueue: @unchecked Sendable {
    private let lock = WorkerLock()
    private var jobs: [WorkerJob] = []
    private var isClosed = false

    /// Starts a job; its continuation is resumed when it is finished or cancelled.
    func submit(_ job: WorkerJob, _ continuation: CheckedContinuation<Void, any Error>) {
        lock.lock()
        if job.isCancelled {
            lock.unlock()
            continuation.resume(throwing: CancellationError())
            return
        }
        job.continuation = continuation
        jobs.append(job)
        if job.count == 1 { lock.wakeOne() } else { lock.wakeAll() }
        lock.unlock()
    }

    /// Skips the items of a job that have not started.
    func cancel(_ job: WorkerJob) {
        lock.lock()
        // A job whose last item has been handed out runs to its end: its result is complete.
        if job.hasItems {
            job.isCancelled = true
            jobs.removeAll { $0 === job }
        }
        let continuation = takeContinuation(job)
        lock.unlock()
        continuation?.resume(throwing: CancellationError())
    }

    /// Ends the threads once the jobs that are there have been done.
    func close() {
        lock.lock()
        isClosed = true
        lock.wakeAll()
        lock.unlock()
    }

    /// What a thread does: takes one item at a time, from the jobs in turn.
    func work() {
        lock.lock()
        while true {
            guard !jobs.isEmpty else {
                if isClosed { break }
                lock.wait()
                continue
            }
            let job = jobs.removeFirst()
            let item = job.next
            job.next += 1
            job.running += 1
            if job.hasItems { jobs.append(job) }
            lock.unlock()
            job.body(item)
            lock.lock()
            job.running -= 1
            guard let continuation = takeContinuation(job) else { continue }
            let isCancelled = job.isCancelled
            lock.unlock()
            if isCancelled {
                continuation.resume(throwing: CancellationError())
            } else {
                continuation.resume()
            }
            lock.lock()
        }
        lock.unlock()
    }

    /// The continuation of a job that is finished, the first time it is asked for.
    private func takeContinuation(_ job: WorkerJob) -> CheckedContinuation<Void, any Error>? {
        guard job.isFinished, let continuation = job.continuation else { return nil }
        job.continuation = nil
        return continuation
    }
}
