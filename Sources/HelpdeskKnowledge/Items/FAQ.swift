#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A question with its answer.
public struct FAQ: Hashable, Sendable, Codable {
    /// The host's name for the entry; unique among the items of a knowledge base.
    public var id: String
    /// The question.
    public var question: String
    /// The answer.
    public var answer: String
    /// Where the entry can be read.
    public var url: String?
    /// The version, for example a hash or a date.
    public var version: String?
    /// When the entry was last changed.
    public var updatedAt: Date?
    /// Free fields that searches can filter on.
    public var metadata: [String: String]

    /// Creates an entry.
    public init(
        id: String, question: String, answer: String, url: String? = nil, version: String? = nil,
        updatedAt: Date? = nil, metadata: [String: String] = [:]
    ) {
        self.id = id
        self.question = question
        self.answer = answer
        self.url = url
        self.version = version
        self.updatedAt = updatedAt
        self.metadata = metadata
    }
}
