/// How far an indexing has come.
public struct IndexingProgress: Hashable, Sendable {
    /// Passages embedded and stored so far in this call.
    public var passagesDone: Int
    /// Passages to embed in this call; unchanged items have none. In a synchronization it grows with every batch.
    public var passagesTotal: Int
    /// Items stored, updated or found unchanged so far in this call.
    public var itemsDone: Int
    /// Items in this call. In a synchronization it grows with every batch.
    public var itemsTotal: Int

    /// Creates a progress.
    public init(passagesDone: Int, passagesTotal: Int, itemsDone: Int, itemsTotal: Int) {
        self.passagesDone = passagesDone
        self.passagesTotal = passagesTotal
        self.itemsDone = itemsDone
        self.itemsTotal = itemsTotal
    }
}

/// What storing items did.
public struct IndexingReport: Hashable, Sendable {
    /// New items.
    public var added = 0
    /// Items that replaced one of the same id.
    public var updated = 0
    /// Items that were stored already, with the same content.
    public var unchanged = 0
    /// Items left out because a later one of the same call has the same id.
    public var duplicates = 0
    /// Passages that were embedded.
    public var passagesEmbedded = 0

    /// Creates a report.
    public init() {}
}

/// What a synchronization did.
public struct SyncReport: Sendable {
    /// An item that a source yielded and that cannot be stored.
    public struct Rejection: Sendable {
        /// The item's id.
        public var id: String
        /// What is wrong with it.
        public var error: KnowledgeError

        /// Creates a rejection.
        public init(id: String, error: KnowledgeError) {
            self.id = id
            self.error = error
        }
    }

    /// Changes read from the source.
    public var changes = 0
    /// What storing the upserts did.
    public var indexing = IndexingReport()
    /// Items removed.
    public var removed = 0
    /// Items that cannot be stored (no text, too large). They do not stop the synchronization; an earlier version of such
    /// an item stays.
    public var rejected: [Rejection] = []
    /// Where the next synchronization goes on.
    public var cursor: SyncCursor?

    /// Creates a report.
    public init() {}
}

/// Where a synchronization begins.
public enum SyncStart: Hashable, Sendable {
    /// After the cursor remembered for the source; at the beginning where there is none.
    case remembered
    /// At the beginning. Items that came from this source before and are not among what it yields now are removed at
    /// the end.
    case beginning
    /// After this cursor.
    case after(SyncCursor)
}

/// How much a knowledge base holds.
public struct KnowledgeStatistics: Hashable, Sendable {
    /// Items of each kind; kinds without items are missing.
    public var itemsByKind: [KnowledgeKind: Int]
    /// All items.
    public var items: Int
    /// Passages, each with a vector.
    public var passages: Int
    /// Distinct terms of the word index.
    public var terms: Int

    /// Creates statistics.
    public init(itemsByKind: [KnowledgeKind: Int], items: Int, passages: Int, terms: Int) {
        self.itemsByKind = itemsByKind
        self.items = items
        self.passages = passages
        self.terms = terms
    }
}

/// A label and how much speaks for it.
public struct LabelScore: Hashable, Sendable {
    /// The label: a ticket's `category`.
    public var label: String
    /// The label's share of the votes, above 0 and at most 1; the scores of a result add up to 1.
    public var score: Double
    /// How many of the neighbours have the label.
    public var neighbors: Int
    /// The cosine of the nearest of them.
    public var similarity: Float

    /// Creates a score.
    public init(label: String, score: Double, neighbors: Int, similarity: Float) {
        self.label = label
        self.score = score
        self.neighbors = neighbors
        self.similarity = similarity
    }
}
