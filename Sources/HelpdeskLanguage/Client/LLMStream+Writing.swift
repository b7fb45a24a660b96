extension LLMStream {
    /// A stream of events that are known already.
    ///
    /// - Parameter events: The events, the last one ``LLMEvent/stop(_:)``.
    public init(_ events: [LLMEvent]) {
        self.init(
            AsyncThrowingStream { continuation in
                for event in events { continuation.yield(event) }
                continuation.finish()
            })
    }

    /// A stream that fails without an event.
    ///
    /// - Parameter error: What reading throws.
    public init(failing error: any Error) {
        self.init(AsyncThrowingStream { $0.finish(throwing: error) })
    }

    /// A stream whose events a function writes, in a task of its own.
    ///
    /// The function starts at once. When the reader stops or is cancelled, the task is cancelled and the next
    /// ``Writer/write(_:)`` throws. Events are kept until they are read.
    ///
    /// ```swift
    /// LLMStream { writer in
    ///     for try await line in lines { try writer.write(.text(line)) }
    ///     try writer.write(.stop(.complete))
    /// }
    /// ```
    ///
    /// - Parameter body: Writes the events, the last one ``LLMEvent/stop(_:)``. What it throws, the reader gets.
    public init(writing body: @escaping @Sendable (Writer) async throws -> Void) {
        let (base, continuation) = AsyncThrowingStream.makeStream(of: LLMEvent.self, throwing: (any Error).self)
        let task = Task {
            do {
                try await body(Writer(continuation: continuation))
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        self.init(base)
    }

    /// Takes the events of a stream that is being written.
    public struct Writer: Sendable {
        fileprivate let continuation: AsyncThrowingStream<LLMEvent, any Error>.Continuation

        /// Hands an event to the reader.
        ///
        /// - Throws: `CancellationError` when nobody reads any more.
        public func write(_ event: LLMEvent) throws {
            try Task.checkCancellation()
            if case .terminated = continuation.yield(event) { throw CancellationError() }
        }
    }
}
