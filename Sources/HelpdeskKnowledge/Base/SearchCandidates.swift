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
}
