/// One sentence, or one pair of texts, as the encoder takes it.
package struct TokenSequence: Hashable, Sendable {
    /// The row of each token in the table of words.
    package var ids: [Int32]
    /// The row of each token in the table of types, one per token; `nil` where every token is of type 0.
    package var types: [Int32]?

    /// Creates a sequence.
    package init(ids: [Int32], types: [Int32]? = nil) {
        self.ids = ids
        self.types = types
    }

    /// The number of tokens.
    package var count: Int { ids.count }
}
