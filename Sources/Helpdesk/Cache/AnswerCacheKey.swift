/// What a kept answer is found by.
public struct AnswerCacheKey: Hashable, Sendable, Codable {
    /// Who may get the answer, in what language, written by what: answers of different scopes never mix. Opaque.
    public var scope: String
    /// The question's embedding; of length 1.
    public var vector: [Float]

    /// Creates a key.
    public init(scope: String, vector: [Float]) {
        self.scope = scope
        self.vector = vector
    }
}
