/// Whether and when a kept answer stands in for a new one.
public struct AnswerCaching: Sendable {
    /// Where answers are kept.
    public var cache: any AnswerCache
    /// What sets this agent apart from others that share the cache, where they have other knowledge or another template.
    public var namespace = ""
    /// How long a call of the cache may take before the query goes on without it.
    public var timeout = Duration.milliseconds(250)
    /// The greatest cosine distance of two questions that share an answer, from 0 to 2.
    ///
    /// The default is for all-MiniLM-L6-v2; models that put unlike texts near each other need less.
    /// `bench answer-cache` of the benchmarks measures hits and wrong hits on questions of your own.
    ///
    /// Besides, their numbers and negations must agree, and the search must find the sources of the kept answer first for
    /// the new question too.
    public var maximumDistance: Float

    /// Creates a setting.
    public init(_ cache: any AnswerCache = InMemoryAnswerCache(), maximumDistance: Float = 0.07) {
        self.cache = cache
        self.maximumDistance = maximumDistance
    }

    /// Whether two questions that are near in meaning may share an answer: whether they have the same numbers, and both or
    /// neither deny something. An embedding hardly tells 30 days from 60, or a question from its opposite. O(length).
    public static func mayShareAnswer(_ question: String, _ other: String) -> Bool {
        QuestionLikeness(question).agrees(with: QuestionLikeness(other))
    }
}
