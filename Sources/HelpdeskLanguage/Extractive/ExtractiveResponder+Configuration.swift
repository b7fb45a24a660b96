extension ExtractiveResponder {
    /// How much is quoted, and what the host says around it.
    public struct Configuration: Hashable, Sendable {
        /// The most sentences or list items; 1 or more. A list of steps counts as three, however long it is.
        public var maximumSentences: Int
        /// The most characters of quoted text; 1 or more. Steps and code may take four times as many, because half of them
        /// is no help; what is longer still is cut after a step, and the answer ends with ``LLMStopReason/length``.
        public var maximumCharacters: Int
        /// The most sources that are quoted together; 1 or more.
        public var maximumSources: Int
        /// How much of the question one word must carry to be enough, from 0 to 1: its weight as a share of the weight of
        /// all words, where rare words weigh more. Two words that say something are always enough. With 0, one is too.
        public var minimumCoverage: Double
        /// What the host says before the quotations, for example "Here is what I found:"; nothing where empty. No
        /// citation supports it. `{title}` stands for the title of the source that is quoted first.
        public var opening: String
        /// What the host says after the quotations; `{title}` as in the opening.
        public var closing: String

        /// Creates a configuration. Limits below 1 count as 1.
        public init(
            maximumSentences: Int = 4, maximumCharacters: Int = 700, maximumSources: Int = 2,
            minimumCoverage: Double = 0.1,
            opening: String = "", closing: String = ""
        ) {
            self.maximumSentences = maximumSentences
            self.maximumCharacters = maximumCharacters
            self.maximumSources = maximumSources
            self.minimumCoverage = minimumCoverage
            self.opening = opening
            self.closing = closing
        }
    }
}
