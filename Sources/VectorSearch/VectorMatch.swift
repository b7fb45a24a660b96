/// A vector found by a search.
public struct VectorMatch: Hashable, Sendable {
    /// The caller's name for the vector.
    public var id: VectorID
    /// The distance to the query by the index's metric; smaller is nearer.
    public var distance: Float

    /// Creates a match.
    public init(id: VectorID, distance: Float) {
        self.id = id
        self.distance = distance
    }
}
