import HelpdeskKnowledge
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Hands changes from the reading thread to the stream, and holds the thread back while the caller is behind.
final class FolderSink: Sendable {
    typealias Continuation = AsyncThrowingStream<KnowledgeChange, any Error>.Continuation

    /// How many changes the reader may be ahead.
    static let capacity = 64

    private let continuation: Continuation
    private let stopped = Atomic(false)

    init(_ continuation: Continuation) { self.continuation = continuation }

    /// Makes the reader end at its next step.
    func stop() { stopped.store(true, ordering: .relaxed) }

    /// Throws `CancellationError` once the caller is gone.
    func checkStopped() throws {
        if stopped.load(ordering: .relaxed) { throw CancellationError() }
    }

    /// Hands over one change, waiting for room.
    func yield(_ change: KnowledgeChange) throws {
        // The stream tells when it is full but not when there is room again, hence the short sleeps.
        var pause: UInt32 = 100
        while true {
            try checkStopped()
            switch continuation.yield(change) {
            case .enqueued: return
            case .terminated: throw CancellationError()
            case .dropped:
                usleep(pause)
                pause = min(pause * 2, 10_000)
            @unknown default: return
            }
        }
    }
}
