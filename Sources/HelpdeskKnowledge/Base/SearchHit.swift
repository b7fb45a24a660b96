/// An item that a search found.
public struct SearchHit: Hashable, Sendable {
    /// The item.
    public var item: KnowledgeItem
    /// Its passage that matches best.
    public var passage: Passage
    /// Its further passages that were found, best first; at most `Configuration.morePassages`.
    public var morePassages: [Passage]
    /// What the search ranks the hit by, greater is better: the fused score in hybrid search, the similarity in dense search, the
    /// BM25 score in lexical search. Comparable within one search only. A ``rerankScore`` goes before it.
    public var score: Double
    /// The cosine of ``passage`` to the query, from −1 to 1; `nil` where the search made no query vector (lexical mode)
    /// or the passage's vector was removed meanwhile.
    public var similarity: Float?
    /// The BM25 score of the item's best passage by words; `nil` where it was not found by words.
    public var lexicalScore: Double?
    /// The item's place among those found by meaning, from 1; `nil` where it was not found by meaning.
    public var denseRank: Int?
    /// The item's place among those found by words, from 1; `nil` where it was not found by words.
    public var lexicalRank: Int?
    /// What the reranker gave ``passage``, greater is better; hits that have one come before those that do not, in its
    /// order. `nil` where there is no reranker, it failed, or the item was not among those it read.
    public var rerankScore: Float?

    /// Creates a hit.
    public init(
        item: KnowledgeItem, passage: Passage, morePassages: [Passage] = [], score: Double, similarity: Float? = nil,
        lexicalScore: Double? = nil, denseRank: Int? = nil, lexicalRank: Int? = nil, rerankScore: Float? = nil
    ) {
        self.item = item
        self.passage = passage
        self.morePassages = morePassages
        self.score = score
        self.similarity = similarity
        self.lexicalScore = lexicalScore
        self.denseRank = denseRank
        self.lexicalRank = lexicalRank
        self.rerankScore = rerankScore
    }
}
