import Synchronization

/// One call of ``WorkerPool/run(count:_:)``. Everything mutable is guarded by the lock of the queue.
///
/// `@unchecked Sendable`: see above.
final class WorkerJob: @unchecked Sendable {
    let body: @Sendable (Int) -> Void
    let count: Int
    /// Whether the items after the first only help it: they are dropped once it is finished.
    let isLed: Bool
    /// The next item to hand out.
    var next = 0
    /// Items handed out and not finished.
    var running = 0
    var isCancelled = false
    /// Resumed exactly once, when nothing is left to start and nothing is running.
    var continuation: CheckedContinuation<Void, any Error>?

    init(count: Int, isLed: Bool = false, body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.isLed = isLed
        self.body = body
    }

    var hasItems: Bool { !isCancelled && next < count }
    /// Whether there are items that must be done: all that is left of a led job that has begun is help.
    var isWaiting: Bool { hasItems && (!isLed || next == 0) }
    var isFinished: Bool { !hasItems && running == 0 }
}

/// The running jobs, in the order in which they get the next free thread.
///
/// `@unchecked Sendable`: `jobs`, `isClosed` and the jobs' state are only touched while `lock` is held.
final class WorkerQueue: @unchecked Sendable {
    private let lock = WorkerLock()
    private var jobs: [WorkerJob] = []
    private var isClosed = false
    private let waitingJobs = Atomic<Int>(0)

    /// Whether a job has items left that must be done. Does not lock.
    var hasItems: Bool { waitingJobs.load(ordering: .relaxed) > 0 }

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
        countJobs()
        if job.count == 1 { lock.wakeOne() } else { lock.wakeAll() }
        lock.unlock()
    }

    /// Skips the items of a job that have not started.
    func cancel(_ job: WorkerJob) {
        lock.lock()
        // A job whose last item has been handed out runs to its end, and a led one that has begun: its result is complete.
        if job.isWaiting {
            job.isCancelled = true
            jobs.removeAll { $0 === job }
            countJobs()
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
        // A job is let go while the lock is free: the last one to hold a pool may be a job's body, and then the pool closes
        // this queue.
        while let (job, item) = take() {
            job.body(item)
            finish(job, item)
        }
    }

    /// The next item, waited for; `nil` once the queue is closed and all is done.
    private func take() -> (job: WorkerJob, item: Int)? {
        lock.lock()
        defer { lock.unlock() }
        while jobs.isEmpty {
            if isClosed { return nil }
            lock.wait()
        }
        let job = jobs.removeFirst()
        let item = job.next
        job.next += 1
        job.running += 1
        if job.hasItems { jobs.append(job) }
        countJobs()
        return (job, item)
    }

    /// Notes that an item is done, and resumes the caller if it was the last.
    private func finish(_ job: WorkerJob, _ item: Int) {
        lock.lock()
        job.running -= 1
        if job.isLed, item == 0, job.hasItems {
            job.next = job.count
            jobs.removeAll { $0 === job }
            countJobs()
        }
        let continuation = takeContinuation(job)
        let isCancelled = job.isCancelled
        lock.unlock()
        if isCancelled {
            continuation?.resume(throwing: CancellationError())
        } else {
            continuation?.resume()
        }
    }

    private func countJobs() {
        waitingJobs.store(jobs.count(where: \.isWaiting), ordering: .relaxed)
    }

    /// The continuation of a job that is finished, the first time it is asked for.
    private func takeContinuation(_ job: WorkerJob) -> CheckedContinuation<Void, any Error>? {
        guard job.isFinished, let continuation = job.continuation else { return nil }
        job.continuation = nil
        return continuation
    }
}
