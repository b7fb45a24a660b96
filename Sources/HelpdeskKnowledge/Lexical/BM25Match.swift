/// A document found by a ``BM25Index``.
public struct BM25Match: Hashable, Sendable {
    /// The caller's name for the document.
    public var id: UInt64
    /// The score: above 0, greater is better. Scores of different queries cannot be compared.
    public var score: Double

    /// Creates a match.
    public init(id: UInt64, score: Double) {
        self.id = id
        self.score = score
    }
}
