/// The events of a streamed answer, in order.
///
/// A stream is read once. Ending the iteration, or cancelling the task that iterates, stops the model.
public struct LLMStream: AsyncSequence, Sendable {
    private let base: AsyncThrowingStream<LLMEvent, any Error>

    /// Wraps a stream of events that ends with ``LLMEvent/stop(_:)``.
    ///
    /// - Parameter base: The events; its `onTermination` must stop the model.
    public init(_ base: AsyncThrowingStream<LLMEvent, any Error>) { self.base = base }

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator()) }

    /// Reads the events of a stream.
    public struct Iterator: AsyncIteratorProtocol {
        var base: AsyncThrowingStream<LLMEvent, any Error>.Iterator

        /// The next event, or `nil` after the last.
        public mutating func next() async throws -> LLMEvent? { try await base.next() }
    }
}
