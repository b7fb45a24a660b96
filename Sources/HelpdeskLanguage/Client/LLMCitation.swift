/// A part of an answer that rests on a source.
public struct LLMCitation: Hashable, Sendable, Codable {
    /// The id of the ``LLMSource``.
    public var sourceID: String
    /// The position of the passage in the source.
    public var passage: Int
    /// The words of the source that are cited, literally.
    public var quote: String
    /// Where in the answer the cited statement stands, in UTF-8 offsets, where the client tells.
    public var answerRange: Range<Int>?

    /// Creates a citation.
    public init(sourceID: String, passage: Int, quote: String, answerRange: Range<Int>? = nil) {
        self.sourceID = sourceID
        self.passage = passage
        self.quote = quote
        self.answerRange = answerRange
    }
}
