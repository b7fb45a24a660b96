public import HelpdeskKnowledge

/// A piece of knowledge that a search found for a query.
public struct SourceReference: Hashable, Sendable, Codable {
    /// The id of the item.
    public var itemID: String
    /// The kind of the item.
    public var kind: KnowledgeKind
    /// The title of the item.
    public var title: String
    /// Where the item can be read.
    public var url: String?
    /// The version of the item.
    public var version: String?
    /// The fused score the search ranked it by; larger is better, comparable only within one search.
    public var score: Double
    /// The cosine of its best passage to the query, from −1 to 1, where there is one.
    public var similarity: Float?
    /// The reranker's score of its best passage, where a reranker read it; larger is better.
    public var rerankScore: Float?

    /// Describes a hit.
    public init(_ hit: SearchHit) {
        itemID = hit.item.id
        kind = hit.item.kind
        title = hit.item.title
        url = hit.item.url
        version = hit.item.version
        score = hit.score
        similarity = hit.similarity
        rerankScore = hit.rerankScore
    }
}
