/// A vector with its name.
public struct VectorEntry: Hashable, Sendable {
    /// The caller's name for the vector.
    public var id: VectorID
    /// The components: as many as the index has dimensions, all finite.
    public var vector: [Float]

    /// Creates an entry.
    public init(id: VectorID, vector: [Float]) {
        self.id = id
        self.vector = vector
    }
}
