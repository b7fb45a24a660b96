extension SentenceTransformer {
    /// How the vectors of a text's tokens become one.
    ///
    /// The names are those of the module `Pooling` of sentence-transformers. Special tokens and prompts count as tokens.
    /// New ways may be added; match with a `default`.
    public struct Pooling: Hashable, Sendable, CustomStringConvertible {
        /// The name that `pooling_mode` of `1_Pooling/config.json` has for it.
        public let description: String

        /// Their mean: `mean`, or `pooling_mode_mean_tokens` in older files.
        public static let mean = Pooling(description: "mean")
        /// The vector of the first one, `[CLS]`: `cls`, or `pooling_mode_cls_token`.
        public static let cls = Pooling(description: "cls")
        /// The greatest of each component: `max`, or `pooling_mode_max_tokens`.
        public static let max = Pooling(description: "max")
        /// Their sum divided by the square root of their number: `mean_sqrt_len_tokens`, or
        /// `pooling_mode_mean_sqrt_len_tokens`.
        public static let meanSquareRootLength = Pooling(description: "mean_sqrt_len_tokens")

        static let all = [mean, cls, max, meanSquareRootLength]
    }
}
