/// The texts of a sequence, as an asynchronous one: what ``EmbeddingModel/embeddings(of:as:batchSize:batchesInFlight:)``
/// reads where it is given a plain sequence.
public struct TextSequence<Base: Sequence<String>>: AsyncSequence {
    private let base: Base

    init(_ base: Base) { self.base = base }

    /// Starts from the first text.
    public func makeAsyncIterator() -> Iterator { Iterator(base: base.makeIterator()) }

    /// Gives one text at a time, without waiting.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var base: Base.Iterator

        /// The next text, or `nil` after the last.
        public mutating func next() async -> String? { base.next() }
        /// The next text, or `nil` after the last.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> String? { base.next() }
    }
}

extension TextSequence: Sendable where Base: Sendable {}
