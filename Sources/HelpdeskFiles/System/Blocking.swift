import Dispatch

/// Runs something that blocks on a thread of its own, so that none of Swift's cooperative threads is blocked.
///
/// - Throws: What `body` throws, and `CancellationError` where the task is cancelled before it starts.
func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { continuation in
        DispatchQueue(label: "HelpdeskFiles.blocking").async { continuation.resume(with: Result(catching: body)) }
    }
}
