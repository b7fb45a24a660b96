/// The ids of a text's tokens: the first ones, and how many there are in all.
struct TokenList {
    /// The first ids, at most ``limit``.
    private(set) var ids: [Int32] = []
    /// How many tokens there were, kept or not.
    private(set) var count = 0
    /// How many ids are kept.
    let limit: Int

    init(limit: Int) { self.limit = limit }

    /// A place to go back to.
    var mark: Int { count }

    @inline(__always)
    mutating func append(_ id: Int32) {
        if count < limit { ids.append(id) }
        count += 1
    }

    /// Removes the tokens that came after a mark.
    @inline(__always)
    mutating func removeAll(after mark: Int) {
        if ids.count > mark { ids.removeLast(ids.count - mark) }
        count = mark
    }
}
