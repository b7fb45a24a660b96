extension KnowledgeBase {
    /// How the rankings by meaning and by words become one.
    public enum Fusion: Hashable, Sendable {
        /// The weighted sum over the rankings of `1 / (k + rank)`, the ranking by meaning with the weight `dense` and the one
        /// by words with `1 − dense`; from 0 to 1. Needs no scale of scores; 60 is the `k` of the paper (Cormack,
        /// Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual rank learning methods",
        /// SIGIR 2009) and of most search engines.
        case reciprocalRank(k: Double = 60, dense: Double = 0.8)
        /// `dense · similarity + (1 − dense) · BM25 / best BM25 of the query`, with negative similarities as 0. `dense` is
        /// from 0 to 1.
        case weighted(dense: Double)
    }

    /// What a knowledge base can be tuned by.
    public struct Configuration: Sendable {
        /// The greatest length of a passage, in Unicode scalars, where runs of white space and rules count once. 800 scalars
        /// of English, with title and headings before them, are about 220 tokens: under the 256 that all-MiniLM-L6-v2
        /// reads.
        public var passageLength = 800
        /// How much of the end of a passage the next may repeat, so that a sentence at a cut stays whole in one of them.
        public var passageOverlap = 100
        /// How many texts the model is given at once. Enough for a model that spreads a batch over cores, and little
        /// enough for frequent progress and cancellation.
        public var embeddingBatchSize = 128
        /// What BM25 is tuned by; Lucene's values.
        public var bm25 = BM25Index.Parameters()
        /// How the two rankings become one.
        public var fusion = Fusion.reciprocalRank()
        /// How many passages each of the two rankings contributes, at least; more where the query's count or a reranker needs
        /// it. Beyond 50, reciprocal ranks differ too little to matter.
        public var candidatesPerRanker = 50
        /// How many of the best items of a hybrid search the reranker reads, where there is one: its time is this times that
        /// of embedding a passage. Beyond some dozens, what answers the query is rarely found.
        public var rerankDepth = 30
        /// How many further passages of an item come with a hit.
        public var morePassages = 2
        /// The greatest size of an item, in bytes of all its texts, its id and its metadata. 10 MB is six times the largest
        /// real article seen.
        public var maximumItemSize = 10_000_000
        /// How much of a query is used, in Unicode scalars; the rest is left out and `SearchResults.isQueryTruncated` set.
        /// Embedding models read less than this anyway, and a longer text finds nothing better by its words.
        public var maximumQueryLength = 8_192

        /// Creates the defaults.
        public init() {}

        /// - Throws: ``KnowledgeError`` with `invalidArgument`.
        func validate() throws {
            func check(_ condition: Bool, _ name: String, _ value: Any, _ range: String) throws {
                guard condition else {
                    throw KnowledgeError(.invalidArgument, "\(name) is \(value); it must be \(range)")
                }
            }
            try check(passageLength >= 50, "passageLength", passageLength, "at least 50")
            try check(
                passageOverlap >= 0 && passageOverlap <= passageLength / 2, "passageOverlap", passageOverlap,
                "from 0 to half of passageLength")
            try check(embeddingBatchSize > 0, "embeddingBatchSize", embeddingBatchSize, "at least 1")
            try check(
                candidatesPerRanker > 0 && candidatesPerRanker <= 1_000_000, "candidatesPerRanker", candidatesPerRanker,
                "from 1 to 1,000,000")
            try check(rerankDepth > 0, "rerankDepth", rerankDepth, "at least 1")
            try check(morePassages >= 0, "morePassages", morePassages, "at least 0")
            try check(maximumItemSize > 0, "maximumItemSize", maximumItemSize, "at least 1")
            try check(maximumQueryLength > 0, "maximumQueryLength", maximumQueryLength, "at least 1")
            switch fusion {
            case .reciprocalRank(let k, let dense):
                try check(k >= 0 && k.isFinite, "reciprocalRank k", k, "at least 0 and finite")
                try check(dense >= 0 && dense <= 1, "reciprocalRank dense", dense, "from 0 to 1")
            case .weighted(let dense): try check(dense >= 0 && dense <= 1, "weighted dense", dense, "from 0 to 1")
            }
        }
    }
}
