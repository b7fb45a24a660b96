/// Two texts that a ``CrossEncoder`` reads together, such as a question and a passage.
public struct TextPair: Hashable, Sendable {
    /// The text that comes first; mostly the query.
    public var first: String
    /// The text that comes second; mostly the passage.
    public var second: String

    /// Creates a pair.
    public init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }
}
