/// Ends work that takes too long.
public enum Deadline {
    /// Runs work, and cancels it when its time is over.
    ///
    /// - Parameters:
    ///   - duration: How long the work may take; without end where `nil`.
    ///   - clock: What measures it.
    ///   - operation: The work; it must end soon after it is cancelled.
    /// - Throws: ``LanguageError`` with ``LanguageError/Code/timedOut`` when the time was over first;
    ///   `CancellationError` when the calling task was cancelled; else what the work throws.
    public static func run<Value: Sendable>(
        _ duration: Duration?, clock: any Clock<Duration>, operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let duration else { return try await operation() }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                try await clock.sleep(for: duration)
                return nil
            }
            defer { group.cancelAll() }
            do {
                if let first = try await group.next(), let value = first { return value }
            } catch {
                try Task.checkCancellation()
                throw error
            }
            try Task.checkCancellation()
            throw LanguageError(.timedOut, "no answer within \(duration)")
        }
    }
}
