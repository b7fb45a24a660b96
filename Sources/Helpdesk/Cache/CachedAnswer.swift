public import HelpdeskLanguage

/// An answer that is kept for the next customer with the same question.
public struct CachedAnswer: Hashable, Sendable, Codable, Identifiable {
    /// A source that the answer was written from, as it was then.
    public struct Source: Hashable, Sendable, Codable {
        /// The id of the item.
        public var itemID: String
        /// The version of the item, where it has one.
        public var version: String?
        /// A number made of everything the item says; changes with it.
        public var fingerprint: UInt64

        /// Creates a source.
        public init(itemID: String, version: String?, fingerprint: UInt64) {
            self.itemID = itemID
            self.version = version
            self.fingerprint = fingerprint
        }
    }

    /// A number made of scope and question.
    public var id: UInt64
    /// The question it answers, without personal data.
    public var question: String
    /// The answer.
    public var answer: String
    /// What it rests on.
    public var citations: [Citation]
    /// The sources that it cites. The answer dies when one of them changes or goes.
    public var sources: [Source]
    /// The model that wrote it.
    public var model: String
    /// What it cost.
    public var usage: LLMUsage
    /// How long it took to write.
    public var duration: Duration

    /// Creates an answer.
    public init(
        id: UInt64, question: String, answer: String, citations: [Citation], sources: [Source], model: String,
        usage: LLMUsage, duration: Duration
    ) {
        self.id = id
        self.question = question
        self.answer = answer
        self.citations = citations
        self.sources = sources
        self.model = model
        self.usage = usage
        self.duration = duration
    }
}
