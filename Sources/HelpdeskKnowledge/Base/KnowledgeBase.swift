public import SentenceEmbeddings
import Synchronization
public import VectorSearch

/// The company's own knowledge: articles, questions and past tickets, found by meaning and by words.
///
/// ```swift
/// let knowledge = try await KnowledgeBase(model: model)
/// try await knowledge.upsert([.faq(FAQ(id: "reset", question: "How do I reset my password?", answer: "Open …"))])
/// let results = try await knowledge.search(SearchQuery("I can't log in"))
/// print(results.hits.first?.item.title ?? "nothing")
/// ```
///
/// Items are cut into passages (see ``Passage``); each passage has a vector in a `VectorIndex` and its words in a
/// ``BM25Index``. What of an item is embedded: an article's title, headings and plain words; a question with the first two
/// sentences of its answer; a ticket's subject and problem.
///
/// **Concurrency.** Every method may be called from any task at any time. Searches run beside each other and beside
/// changes, and take no lock but for the moment of copying a reference. Changes wait for one another, in the order of
/// their coming. A search sees an item whole, before or after a change, never between.
///
/// **Failure.** An item is stored wholly or not at all. Where the model, the index or the task's cancellation ends a change
/// midway, whole items that were stored stay, the others are as they were, and calling again stores the rest without
/// embedding anew what is there.
public final class KnowledgeBase: Sendable {
    /// Which model made the vectors.
    public let identity: EmbeddingIdentity
    /// What the knowledge base is tuned by.
    public let configuration: Configuration

    /// What embeds passages and queries.
    public let model: any EmbeddingModel
    let index: any VectorIndex
    let reranker: (any PassageReranker)?
    let builder: PassageBuilder
    let state: Mutex<KnowledgeState>
    /// Lets one change at a time through.
    let writing = AsyncGate()
    /// Lets one synchronization at a time through.
    let synchronizing = AsyncGate()

    /// Creates an empty knowledge base.
    ///
    /// - Parameters:
    ///   - model: What turns texts into vectors.
    ///   - index: Where the vectors are kept: empty, of the model's dimensions, and used by nothing else; `nil` for an
    ///     `HNSWIndex` with cosine distance.
    ///   - reranker: What puts the best hits of a hybrid search in order, such as a `CrossEncoder`; `nil` for none.
    ///   - configuration: What it is tuned by.
    /// - Throws: ``KnowledgeError`` with `mismatchedIndex` where the index has other dimensions or is not empty, or with
    ///   `invalidArgument` where the configuration is out of range; what the index throws.
    public init(
        model: any EmbeddingModel, index: (any VectorIndex)? = nil, reranker: (any PassageReranker)? = nil,
        configuration: Configuration = .init()
    ) async throws {
        try configuration.validate()
        self.model = model
        self.reranker = reranker
        self.configuration = configuration
        identity = model.identity
        builder = try PassageBuilder(
            maximumLength: configuration.passageLength, overlap: configuration.passageOverlap)
        let index = try index ?? Self.defaultIndex(for: model.identity)
        guard index.dimensions == model.identity.dimensions else {
            throw KnowledgeError(
                .mismatchedIndex,
                "the index has \(index.dimensions) dimensions; \(model.identity) makes \(model.identity.dimensions)")
        }
        let count = try await index.count
        guard count == 0 else {
            throw KnowledgeError(
                .mismatchedIndex, "the index holds \(count) vectors; a knowledge base needs an empty one of its own")
        }
        self.index = index
        state = Mutex(KnowledgeState(parameters: configuration.bm25))
    }

    private static func defaultIndex(for identity: EmbeddingIdentity) throws -> any VectorIndex {
        guard identity.dimensions > 0 else {
            throw KnowledgeError(.mismatchedIndex, "\(identity) makes vectors of no dimensions")
        }
        return try HNSWIndex(
            HNSWIndex.Configuration(
                dimensions: identity.dimensions, metric: .cosine, identity: identity.description))
    }

    /// Whether a reranker puts the best hits in order.
    public var isReranking: Bool { reranker != nil }

    /// The item of an id, as it is stored. O(1).
    public func item(id: String) -> KnowledgeItem? { snapshotOfState[id]?.item }

    /// The passages of an item, in its order; none where it is not stored. O(passages).
    public func passages(ofItem id: String) -> [Passage] { snapshotOfState[id]?.passages ?? [] }

    /// All items, in the order in which they were stored. O(items log items).
    public var items: [KnowledgeItem] { snapshotOfState.allItems.map(\.item) }

    /// How much there is. O(distinct terms).
    public var statistics: KnowledgeStatistics {
        let state = snapshotOfState
        return KnowledgeStatistics(
            itemsByKind: state.itemCounts, items: state.itemCount, passages: state.passageCount,
            terms: state.lexical.termCount)
    }

    /// Where the next synchronization with a source goes on; `nil` where none has stored anything yet.
    public func cursor(for source: String) -> SyncCursor? { snapshotOfState.cursors[source] }

    /// A copy of the state: a few references.
    var snapshotOfState: KnowledgeState { state.withLock { $0 } }
}
