/// What a search found, before the best of it is taken.
package struct SearchCandidates: Sendable {
    /// The results, still without hits.
    var results: SearchResults
    /// The part of the query's text that is used.
    let text: String
    /// How many hits are wanted over all kinds, and of each kind.
    let count: Int
    /// Whether a reranker may change the order.
    let isReranked: Bool
    /// All items that were found, best first.
    var ranking: [RankedItem] = []

    /// The mean cosine to the query of the items that were found by meaning, the nearest left out: how near the knowledge
    /// is to the query anyway. `nil` where fewer than three were found.
    package var background: Double? {
        let all = ranking.compactMap { item in item.passages.compactMap(\.similarity).max() }
        guard all.count > 2, let nearest = all.max() else { return nil }
        return (all.reduce(0) { $0 + Double($1) } - Double(nearest)) / Double(all.count - 1)
    }
}
