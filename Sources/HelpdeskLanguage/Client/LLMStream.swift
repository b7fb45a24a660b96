/// The events of a streamed answer, in order.
///
/// A stream is read once. Ending the iteration, or cancelling the task that iterates, stops the model.
///
/// The type itself holds what ``LLMClient`` promises of a stream: it yields no empty text; it ends after the first
/// ``LLMEvent/stop(_:)``, whatever comes later; it throws `CancellationError` where the reading task is cancelled, and
/// ``LanguageError`` with ``LanguageError/Code/interrupted`` where the events end without a stop.
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
        private var base: AsyncThrowingStream<LLMEvent, any Error>.Iterator
        private var isOver = false
        private var text = ""

        init(base: AsyncThrowingStream<LLMEvent, any Error>.Iterator) { self.base = base }

        /// The next event, or `nil` after the last.
        public mutating func next() async throws -> LLMEvent? {
            guard !isOver else { return nil }
            do {
                while let event = try await base.next() {
                    switch event {
                    case .text(let piece):
                        guard !piece.isEmpty else { continue }
                        text += piece
                    case .stop: isOver = true
                    case .citation, .usage: break
                    }
                    return event
                }
            } catch {
                isOver = true
                throw error
            }
            isOver = true
            try Task.checkCancellation()
            throw LanguageError(
                .interrupted, "the answer ended without a stop, after \(text.count) characters", partialText: text)
        }
    }
}
