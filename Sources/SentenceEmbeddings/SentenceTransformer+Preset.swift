extension SentenceTransformer {
    /// What the authors of a family of models ask for, for folders that do not say so themselves.
    ///
    /// ```swift
    /// let configuration = SentenceTransformer.Configuration(preset: .e5)
    /// ```
    ///
    /// A folder's own files come first where they say something: `modules.json` about pooling and normalization,
    /// `config_sentence_transformers.json` about a prompt that is not empty (sentence-transformers writes empty ones
    /// where it knows of none). What the host sets in the ``Configuration`` comes before both.
    public struct Preset: Hashable, Sendable {
        /// What stands before a query, spaces included.
        public var queryPrompt: String
        /// What stands before a passage, spaces included.
        public var passagePrompt: String
        /// How the vectors of the tokens become one.
        public var pooling: Pooling
        /// Whether vectors are brought to length 1.
        public var isNormalized: Bool

        /// Creates a preset of a family of your own.
        public init(
            queryPrompt: String = "", passagePrompt: String = "", pooling: Pooling = .mean, isNormalized: Bool = true
        ) {
            self.queryPrompt = queryPrompt
            self.passagePrompt = passagePrompt
            self.pooling = pooling
            self.isNormalized = isNormalized
        }

        /// `bge-small-en-v1.5`, `bge-base-en-v1.5` and `bge-large-en-v1.5`: an instruction before queries, none before
        /// passages; `[CLS]`, normalized.
        ///
        /// Source: the model cards, "Model List" and "Using Sentence-Transformers",
        /// https://huggingface.co/BAAI/bge-small-en-v1.5
        public static let bge = Preset(
            queryPrompt: "Represent this sentence for searching relevant passages: ", pooling: .cls)

        /// `e5-small-v2`, `e5-base-v2`, `e5-large-v2` and the first versions of them: `query: ` and `passage: `; mean,
        /// normalized. For texts that are compared with their like, the card asks for `query: ` on both sides.
        ///
        /// Source: the model cards, "Usage" and "FAQ", https://huggingface.co/intfloat/e5-base-v2
        public static let e5 = Preset(queryPrompt: "query: ", passagePrompt: "passage: ")

        /// `snowflake-arctic-embed-xs`, `-s`, `-m`, `-m-v1.5` and `-l`: an instruction before queries, none before
        /// passages; `[CLS]`, normalized. Not for the versions 2.0, which are not of the BERT family.
        ///
        /// Source: the model cards, "Usage", https://huggingface.co/Snowflake/snowflake-arctic-embed-m
        public static let snowflakeArcticEmbed = Preset(
            queryPrompt: "Represent this sentence for searching relevant passages: ", pooling: .cls)

        /// `gte-small`, `gte-base` and `gte-large` of thenlper: no prompts; mean, normalized. Not for the versions 1.5,
        /// which are not of the BERT family.
        ///
        /// Source: the model cards, "Usage", https://huggingface.co/thenlper/gte-base
        public static let gte = Preset()

        /// `multi-qa-MiniLM-L6-cos-v1`: no prompts; mean, normalized. Not for the models of the same name with `dot`.
        ///
        /// Source: the model card, "Technical Details",
        /// https://huggingface.co/sentence-transformers/multi-qa-MiniLM-L6-cos-v1
        public static let multiQA = Preset()

        /// `all-MiniLM-L6-v2` and `all-MiniLM-L12-v2`: no prompts; mean, normalized.
        ///
        /// Source: the model cards, "Usage (HuggingFace Transformers)",
        /// https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
        public static let allMiniLM = Preset()
    }
}
