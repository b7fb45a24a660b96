#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A help-centre or documentation article.
public struct Article: Hashable, Sendable, Codable {
    /// How the body is marked up.
    public enum Format: String, Hashable, Sendable, Codable {
        /// No mark-up.
        case plain
        /// Markdown.
        case markdown
        /// reStructuredText.
        case restructuredText = "rst"
    }

    /// The host's name for the article; unique among the items of a knowledge base.
    public var id: String
    /// The title.
    public var title: String
    /// The text.
    public var body: String
    /// How the body is marked up.
    public var format: Format
    /// Where the article can be read.
    public var url: String?
    /// The version, for example a hash or a date.
    public var version: String?
    /// When the article was last changed.
    public var updatedAt: Date?
    /// Free fields that searches can filter on.
    public var metadata: [String: String]

    /// Creates an article.
    public init(
        id: String, title: String, body: String, format: Format = .markdown, url: String? = nil,
        version: String? = nil, updatedAt: Date? = nil, metadata: [String: String] = [:]
    ) {
        self.id = id
        self.title = title
        self.body = body
        self.format = format
        self.url = url
        self.version = version
        self.updatedAt = updatedAt
        self.metadata = metadata
    }
}
