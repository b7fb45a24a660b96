extension SentenceTransformer {
    /// What to do with a text of more tokens than ``SentenceTransformer/maximumTokens``.
    public struct LongTexts: Hashable, Sendable {
        /// How many tokens neighbouring windows share, or `nil` where the text is cut.
        let overlap: Int?

        /// Ignore what is beyond the limit, as sentence-transformers does. ``Embeddings/isTruncated`` tells.
        public static let truncated = LongTexts(overlap: nil)

        /// Cut the text into windows of at most the limit, and take the mean of their vectors, each weighted by its share
        /// of the text's tokens; normalized where the model normalizes. ``Embeddings/windowCounts`` tells how many.
        ///
        /// A window begins and ends between words where it can: a word is cut only where it fills half a window. Each
        /// window has the prompt and the special tokens of its own. A text within the limit has one window and the same
        /// vector as with ``truncated``.
        ///
        /// - Parameter overlap: How many tokens at the end of a window the next one repeats, at most; fewer where a word
        ///   begins later. From 0 to half of what the special tokens and the longer prompt leave of the limit, which is
        ///   checked when the model is loaded.
        public static func windows(overlap: Int = 32) -> LongTexts { LongTexts(overlap: overlap) }
    }
}
