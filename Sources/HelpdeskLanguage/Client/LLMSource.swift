/// A piece of knowledge that an answer can quote and cite.
public struct LLMSource: Hashable, Sendable, Codable {
    /// The host's name for the source; unique within a request.
    public var id: String
    /// A title for people.
    public var title: String
    /// The version of the source, where it has one.
    public var version: String?
    /// Where the source can be read, where it can be.
    public var url: String?
    /// The passages that may be quoted, best first. A citation names one of them by its position.
    public var passages: [String]

    /// Creates a source.
    public init(id: String, title: String, version: String? = nil, url: String? = nil, passages: [String]) {
        self.id = id
        self.title = title
        self.version = version
        self.url = url
        self.passages = passages
    }
}
