import HelpdeskMath
import Synchronization

/// Threads, progress and cancellation of one health report.
struct HealthRun {
    let configuration: HealthConfiguration
    let pool: WorkerPool
    let progress: (@Sendable (HealthProgress) -> Void)?

    /// Computes a value for each number of `0..<count` on the pool's threads, in their order.
    ///
    /// The calling task reports progress after every few items and ends with a `CancellationError` soon after it was
    /// cancelled.
    func map<Value: Sendable>(
        _ phase: HealthProgress.Phase, count: Int, _ body: @escaping @Sendable (Int) throws -> Value
    ) async throws -> [Value] {
        report(phase, 0, count)
        var values: [Value] = []
        values.reserveCapacity(count)
        let step = max(8 * pool.threadCount, (count + 19) / 20)
        var first = 0
        while first < count {
            let start = first
            let size = min(step, count - first)
            let results = Mutex([Result<Value, any Error>?](repeating: nil, count: size))
            try await pool.run(count: size) { offset in
                let result = Result { try body(start + offset) }
                results.withLock { $0[offset] = result }
            }
            for result in results.withLock({ $0 }) {
                if let value = try result?.get() { values.append(value) }
            }
            first += size
            report(phase, first, count)
        }
        return values
    }

    /// Tells how far a phase has come.
    func report(_ phase: HealthProgress.Phase, _ done: Int, _ total: Int) {
        progress?(HealthProgress(phase: phase, done: done, total: total))
    }
}
