public import HelpdeskKnowledge
import HelpdeskLanguage

/// What tells whether an answer is right, each from 0 to 1.
public struct ConfidenceFeatures: Hashable, Sendable {
    /// The cosine of the best source to the query, negative ones counted as 0.
    public var similarity: Double
    /// How much nearer to the query the best source is than the next of its like: published items are compared with
    /// published items, past tickets with past tickets.
    public var margin: Double
    /// Whether the search by meaning and the search by words agree on the best source: 1 over the worse of its two ranks
    /// among the sources of its like, 0 where the words do not find it.
    public var agreement: Double
    /// The share of the query's content words that the best source holds, rare words weighing more where the search
    /// tells.
    public var coverage: Double

    /// Creates features.
    public init(similarity: Double, margin: Double, agreement: Double, coverage: Double) {
        self.similarity = similarity
        self.margin = margin
        self.agreement = agreement
        self.coverage = coverage
    }

    /// Reads the features off what a search found.
    ///
    /// - Parameters:
    ///   - hits: The hits, best first.
    ///   - query: The text that was searched for.
    public init(hits: [SearchHit], query: String) {
        guard let best = hits.first else {
            self.init(similarity: 0, margin: 0, agreement: 0, coverage: 0)
            return
        }
        // Compared with its like: a past ticket that says the same as an article confirms it.
        let peers = hits.filter { ($0.item.kind == .resolvedTicket) == (best.item.kind == .resolvedTicket) }
        let similarity = Double(max(0, best.similarity ?? 0))
        let next = peers.dropFirst().compactMap(\.similarity).max().map { Double(max(0, $0)) } ?? 0
        var agreement = 0.0
        if let score = best.lexicalScore {
            let denseRank = 1 + peers.count { Double($0.similarity ?? -1) > similarity }
            let lexicalRank = 1 + peers.count { ($0.lexicalScore ?? 0) > score }
            agreement = 1 / Double(max(denseRank, lexicalRank))
        }
        let passages = [best.item.title, best.passage.text] + best.morePassages.map(\.text)
        self.init(
            similarity: min(1, similarity), margin: max(0, min(1, similarity - next)), agreement: agreement,
            coverage: ContentWords([query]).share(in: ContentWords(passages)))
    }
}
