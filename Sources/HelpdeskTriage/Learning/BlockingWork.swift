import HelpdeskMath
import Synchronization

/// Runs work that takes seconds on a thread of its own, so that Swift's cooperative threads go on.
enum BlockingWork {
    /// - Throws: ``TriageError`` with the error of the work; `CancellationError` if the task is cancelled meanwhile.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws(MathError) -> Value) async throws -> Value {
        let pool = try WorkerPool(threadCount: 1)
        let box = Box<Value>()
        try await pool.run(count: 1) { _ in
            let value: Result<Value, MathError>
            do throws(MathError) {
                value = .success(try work())
            } catch {
                value = .failure(error)
            }
            box.result.withLock { $0 = value }
        }
        try Task.checkCancellation()
        switch box.result.withLock({ $0 }) {
        case .success(let value): return value
        case .failure(let error):
            throw TriageError(.invalidExamples, "the examples cannot be learned from", cause: error)
        case nil: throw CancellationError()
        }
    }

    private final class Box<Value: Sendable>: Sendable {
        let result = Mutex<Result<Value, MathError>?>(nil)
    }
}
