/// The steps of a resolution as they happen.
///
/// A stream is read once. Ending the iteration, or cancelling the task that iterates, stops the work.
public struct ResolutionStream: AsyncSequence, Sendable {
    private let base: AsyncThrowingStream<ResolutionEvent, any Error>

    init(_ base: AsyncThrowingStream<ResolutionEvent, any Error>) { self.base = base }

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator()) }

    /// Reads the steps.
    public struct Iterator: AsyncIteratorProtocol {
        var base: AsyncThrowingStream<ResolutionEvent, any Error>.Iterator

        /// The next step, or `nil` after the last.
        public mutating func next() async throws -> ResolutionEvent? { try await base.next() }
    }
}
