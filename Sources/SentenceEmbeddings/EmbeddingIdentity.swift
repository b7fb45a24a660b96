/// Which model made a vector. Vectors of different identities cannot be compared and are never mixed.
public struct EmbeddingIdentity: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The model's name, for example `all-MiniLM-L6-v2`.
    public var model: String
    /// The version of the weights: a hash, a date, or empty where unknown.
    public var revision: String
    /// The arithmetic the vectors were computed with, for example `float32`.
    public var precision: String
    /// The number of components of a vector.
    public var dimensions: Int

    /// Creates an identity.
    public init(model: String, revision: String, precision: String, dimensions: Int) {
        self.model = model
        self.revision = revision
        self.precision = precision
        self.dimensions = dimensions
    }

    /// The four parts in one line.
    public var description: String { "\(model)@\(revision)/\(precision)/\(dimensions)" }
}
