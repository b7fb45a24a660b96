/// What is looked for in a knowledge base.
public struct SearchQuery: Sendable {
    /// How passages are found.
    public enum Mode: Hashable, Sendable {
        /// By meaning and by words, fused, and the best put in order by the reranker where the knowledge base has one;
        /// the default.
        case hybrid
        /// By meaning: nearness of vectors.
        case dense
        /// By words: BM25. Does not use the embedding model.
        case lexical
    }

    /// The question in the customer's words. Blank text finds nothing, unless there is a ``vector``.
    public var text: String
    /// How many hits to return over all kinds, and for each kind; 0 or more.
    public var count: Int
    /// The kinds of knowledge to search; `nil` for all.
    public var kinds: Set<KnowledgeKind>?
    /// How passages are found.
    public var mode: Mode
    /// Which items may be returned; `nil` for all.
    public var filter: MetadataFilter?
    /// The text's vector where the caller has it already, made by the knowledge base's model with the role `query`;
    /// `nil` to have it made.
    public var vector: [Float]?

    /// Creates a query.
    public init(
        _ text: String, count: Int = 10, kinds: Set<KnowledgeKind>? = nil, mode: Mode = .hybrid,
        filter: MetadataFilter? = nil, vector: [Float]? = nil
    ) {
        self.text = text
        self.count = count
        self.kinds = kinds
        self.mode = mode
        self.filter = filter
        self.vector = vector
    }

    /// Creates a query.
    public init(
        text: String, count: Int = 10, kinds: Set<KnowledgeKind>? = nil, mode: Mode = .hybrid,
        filter: MetadataFilter? = nil, vector: [Float]? = nil
    ) {
        self.init(text, count: count, kinds: kinds, mode: mode, filter: filter, vector: vector)
    }
}
