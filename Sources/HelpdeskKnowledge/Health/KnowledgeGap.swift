/// Questions on one matter that had no good answer.
public struct KnowledgeGap: Hashable, Sendable, Codable {
    /// What is lacking.
    public enum Cause: String, Hashable, Sendable, Codable {
        /// The knowledge does not cover the matter: something has to be written.
        case missing
        /// The knowledge has something near, which did not answer: ``KnowledgeGap/nearest`` has to be looked at.
        case unsatisfying
    }

    /// The most typical question: the suggested title.
    public var title: String
    /// How many questions it holds.
    public var size: Int
    /// The most typical questions, the title's first, each text once. Customers' words, as the host gave them.
    public var examples: [String]
    /// The places of all its questions in the log that was given, ascending.
    public var queries: [Int]
    /// What these questions cost, by ``HealthConfiguration``.
    public var cost: Double
    /// How well the knowledge covers these questions, from 0 to 1: the mean over them of 0.7 × the similarity of the
    /// nearest passage, with 0.3 as 0 and 0.8 as 1, and 0.3 × the share of the question's content words that it holds.
    public var coverage: Double
    /// What is lacking.
    public var cause: Cause
    /// How alike the questions are: the mean cosine between two of them.
    public var cohesion: Double
    /// How many of the questions were escalated.
    public var escalated: Int
    /// How many found no answer.
    public var withoutAnswer: Int
    /// How many were answered or drafted with little confidence.
    public var lowConfidence: Int
    /// How many had an answer that did not help.
    public var negativeFeedback: Int
    /// The questions by language, where the log tells.
    public var languages: [String: Int]
    /// The questions by audience, where the log tells.
    public var audiences: [String: Int]
    /// The article or FAQ that is nearest to most of the questions, if any.
    public var nearest: ItemReference?
}
