/// A kept answer whose question is near to another.
public struct AnswerCacheMatch: Hashable, Sendable {
    /// The answer.
    public var answer: CachedAnswer
    /// The cosine distance of the questions, from 0 (the same) to 2.
    public var distance: Float
    /// How long the answer has been kept.
    public var age: Duration

    /// Creates a match.
    public init(answer: CachedAnswer, distance: Float, age: Duration) {
        self.answer = answer
        self.distance = distance
        self.age = age
    }
}
