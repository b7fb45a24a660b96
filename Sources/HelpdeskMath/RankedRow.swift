/// A row of a matrix and its score for a query.
public struct RankedRow: Hashable, Sendable {
    /// The row's index.
    public var index: Int
    /// The inner product with the query; larger is better.
    public var score: Float

    /// Creates a ranked row.
    public init(index: Int, score: Float) {
        self.index = index
        self.score = score
    }
}
