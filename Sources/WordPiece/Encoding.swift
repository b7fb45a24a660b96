/// A text as a model takes it: one id and one type id for each token.
public struct Encoding: Hashable, Sendable {
    /// The index of each token in the vocabulary.
    public var ids: [Int32]
    /// For each token, which part of the input it belongs to: 0 for a single text or the first of a pair, 1 for the
    /// second, unless the tokenizer's own template says otherwise.
    public var typeIDs: [Int32]
    /// Whether tokens were left out to keep within the maximum length.
    public var isTruncated: Bool

    /// Creates an encoding; `ids` and `typeIDs` have the same count.
    public init(ids: [Int32], typeIDs: [Int32], isTruncated: Bool = false) {
        self.ids = ids
        self.typeIDs = typeIDs
        self.isTruncated = isTruncated
    }

    /// The number of tokens.
    public var count: Int { ids.count }
}
