/// Two items that say the same.
public struct DuplicateItems: Hashable, Sendable, Codable {
    /// Two passages that repeat.
    public struct SharedPassage: Hashable, Sendable, Codable {
        /// The passage of the one item.
        public var left: Quotation
        /// The passage of the other item.
        public var right: Quotation
        /// The cosine of their vectors.
        public var similarity: Double
        /// The share of runs of five words of the shorter that the longer has too, from 0 to 1.
        public var sharedText: Double
    }

    /// The id of the one item.
    public var leftID: String
    /// The title of the one item.
    public var leftTitle: String
    /// The id of the other item.
    public var rightID: String
    /// The title of the other item.
    public var rightTitle: String
    /// The share of both items' text that repeats in the other, from 0 to 1.
    public var similarity: Double
    /// The share of the left item's text that repeats in the right one: near 1 where the left one is needless.
    public var leftShare: Double
    /// The share of the right item's text that repeats in the left one.
    public var rightShare: Double
    /// The passages that repeat, in the order of the left item; at most five.
    public var passages: [SharedPassage]
}
