/// What a search found.
public struct SearchResults: Sendable {
    /// The best items of all kinds, best first; at most the query's `count`.
    public var hits: [SearchHit]
    /// The vector of the query; `nil` where none was made (lexical mode, blank text, empty knowledge base).
    public var queryVector: [Float]?
    /// Whether only the beginning of the query's text was used; see `Configuration.maximumQueryLength`.
    public var isQueryTruncated: Bool
    /// The best items of each kind, best first; each at most the query's `count`.
    public var hitsByKind: [KnowledgeKind: [SearchHit]]
    /// Why the reranker's order could not be used, so that the hits are in the order of the search; `nil` where it was
    /// used or there is none.
    public var rerankingError: (any Error)?

    /// Creates results.
    public init(
        hits: [SearchHit] = [], hitsByKind: [KnowledgeKind: [SearchHit]] = [:], queryVector: [Float]? = nil,
        isQueryTruncated: Bool = false, rerankingError: (any Error)? = nil
    ) {
        self.hits = hits
        self.hitsByKind = hitsByKind
        self.queryVector = queryVector
        self.isQueryTruncated = isQueryTruncated
        self.rerankingError = rerankingError
    }

    /// The best items of one kind, best first. Each kind has its own `count`: articles do not crowd out tickets.
    public func hits(of kind: KnowledgeKind) -> [SearchHit] { hitsByKind[kind] ?? [] }

    /// The best articles.
    public var articles: [SearchHit] { hits(of: .article) }
    /// The best questions with their answers.
    public var faqs: [SearchHit] { hits(of: .faq) }
    /// The best past tickets.
    public var resolvedTickets: [SearchHit] { hits(of: .resolvedTicket) }
}
