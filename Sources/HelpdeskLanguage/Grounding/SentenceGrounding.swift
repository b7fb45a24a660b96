/// How a sentence of an answer stands to the sources.
public struct SentenceGrounding: Hashable, Sendable, Codable {
    /// A place in the sources.
    public struct Support: Hashable, Sendable, Codable {
        /// The id of the ``LLMSource``.
        public var sourceID: String
        /// The position of the passage in the source.
        public var passage: Int
        /// Where the quote stands in the passage, in Unicode scalars.
        public var range: Range<Int>
        /// The sentence of the source.
        public var quote: String

        /// Creates a place.
        public init(sourceID: String, passage: Int, range: Range<Int>, quote: String) {
            self.sourceID = sourceID
            self.passage = passage
            self.range = range
            self.quote = quote
        }
    }

    /// Where the sentence stands in the answer, in Unicode scalars; from 0 on where it was judged alone.
    public var range: Range<Int>
    /// Whether it claims anything. Politeness, offers of help and questions do not.
    public var isClaim: Bool
    /// Whether it says that the sources do not tell, or that nothing can be done: no answer, supported or not.
    public var isRefusal: Bool
    /// Whether the sources support it; true where it claims nothing.
    public var isSupported: Bool
    /// How likely it is that they do, from 0 to 1; 1 where it claims nothing.
    public var probability: Double
    /// What the sources do not bear out, weightiest first; empty where the sentence is supported.
    public var problems: [GroundingProblem]
    /// The place in the sources that says most of it, where one says any.
    public var support: Support?

    /// Creates a judgement; without more, of a sentence that claims nothing.
    public init(
        range: Range<Int>, isClaim: Bool = false, isRefusal: Bool = false, isSupported: Bool = true,
        probability: Double = 1,
        problems: [GroundingProblem] = [], support: Support? = nil
    ) {
        self.range = range
        self.isClaim = isClaim
        self.isRefusal = isRefusal
        self.isSupported = isSupported
        self.probability = probability
        self.problems = problems
        self.support = support
    }
}
