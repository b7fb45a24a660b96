extension WordPieceTokenizer {
    /// How to tokenize with a vocabulary that comes without a description. The defaults are those of uncased BERT.
    public struct Options: Hashable, Sendable {
        /// Whether letters become lowercase.
        public var lowercases: Bool
        /// Whether accents are removed; `nil` means as ``lowercases`` says.
        public var stripsAccents: Bool?
        /// Whether every ideograph is a word of its own.
        public var splitsChineseCharacters: Bool
        /// Whether control characters are deleted and all whitespace becomes spaces.
        public var cleansText: Bool
        /// A word of more Unicode scalars than this is unknown; 0 or more.
        public var maximumWordLength: Int
        /// What the pieces after a word's first begin with in the vocabulary.
        public var continuingPrefix: String
        /// The token for words that cannot be cut into pieces. It must be in the vocabulary.
        public var unknownToken: String
        /// The token before each text. It must be in the vocabulary.
        public var classificationToken: String
        /// The token after each text. It must be in the vocabulary.
        public var separatorToken: String
        /// The token that fills a batch. It need not be in the vocabulary.
        public var paddingToken: String
        /// The token for a word to be guessed. It need not be in the vocabulary.
        public var maskToken: String

        /// Creates options; leave out what is as in uncased BERT.
        public init(
            lowercases: Bool = true, stripsAccents: Bool? = nil, splitsChineseCharacters: Bool = true,
            cleansText: Bool = true, maximumWordLength: Int = 100, continuingPrefix: String = "##",
            unknownToken: String = "[UNK]", classificationToken: String = "[CLS]", separatorToken: String = "[SEP]",
            paddingToken: String = "[PAD]", maskToken: String = "[MASK]"
        ) {
            self.lowercases = lowercases
            self.stripsAccents = stripsAccents
            self.splitsChineseCharacters = splitsChineseCharacters
            self.cleansText = cleansText
            self.maximumWordLength = maximumWordLength
            self.continuingPrefix = continuingPrefix
            self.unknownToken = unknownToken
            self.classificationToken = classificationToken
            self.separatorToken = separatorToken
            self.paddingToken = paddingToken
            self.maskToken = maskToken
        }
    }
}
