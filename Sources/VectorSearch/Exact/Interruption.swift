import Synchronization

/// Lets all threads that work on a call stop once its task is cancelled, which only the calling thread can see.
final class Interruption: Sendable {
    private let isInterrupted = Atomic(false)

    /// Throws `CancellationError` if the task is cancelled, as far as is known.
    func check() throws {
        if Task.isCancelled { isInterrupted.store(true, ordering: .relaxed) }
        if isInterrupted.load(ordering: .relaxed) { throw CancellationError() }
    }
}
