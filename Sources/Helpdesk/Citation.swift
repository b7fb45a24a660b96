public import HelpdeskKnowledge

/// A source that an answer rests on.
public struct Citation: Hashable, Sendable, Codable {
    /// The id of the item.
    public var itemID: String
    /// The kind of the item.
    public var kind: KnowledgeKind
    /// The title of the item.
    public var title: String
    /// Where the item can be read.
    public var url: String?
    /// The version of the item that was cited.
    public var version: String?
    /// The words of the item that the answer rests on, literally.
    public var quote: String
    /// Where in the answer the statement stands, in UTF-8 offsets, where it is known.
    public var answerRange: Range<Int>?

    /// Creates a citation.
    public init(
        itemID: String, kind: KnowledgeKind, title: String, url: String? = nil, version: String? = nil, quote: String,
        answerRange: Range<Int>? = nil
    ) {
        self.itemID = itemID
        self.kind = kind
        self.title = title
        self.url = url
        self.version = version
        self.quote = quote
        self.answerRange = answerRange
    }
}
