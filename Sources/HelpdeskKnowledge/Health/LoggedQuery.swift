#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A question from the host's log, and what became of it.
///
/// A plain value that a host makes from whatever it keeps. Texts end up as examples in the report: give them redacted.
public struct LoggedQuery: Hashable, Sendable, Codable {
    /// What became of a question.
    public enum Outcome: Hashable, Sendable, Codable {
        /// An answer was sent; with the probability that it is right, from 0 to 1.
        case answered(confidence: Double)
        /// An answer was only proposed to a person; with the probability that it is right, from 0 to 1.
        case drafted(confidence: Double)
        /// A person had to take over.
        case escalated
        /// Nothing was found to answer from.
        case noAnswer
        /// The log does not tell: what the knowledge holds decides.
        case unknown
    }

    /// What the customer thought of the answer.
    public enum Feedback: String, Hashable, Sendable, Codable {
        /// It helped.
        case positive
        /// It did not help.
        case negative
    }

    /// What the customer wrote, without personal data.
    public var text: String
    /// The text's vector by the knowledge base's model with the role `query`; `nil` to have it made.
    public var vector: [Float]?
    /// What became of it.
    public var outcome: Outcome
    /// What the customer thought of the answer, where they said.
    public var feedback: Feedback?
    /// When it was asked.
    public var time: Date?
    /// The language it is in, as items name theirs under ``HealthConfiguration/languageKey``.
    public var language: String?
    /// Who asked, as items name theirs under ``HealthConfiguration/audienceKey``.
    public var audience: String?
    /// The items that the answer cited; `nil` where the log does not tell.
    public var citedItemIDs: [String]?

    /// Creates a question.
    public init(
        _ text: String, vector: [Float]? = nil, outcome: Outcome = .unknown, feedback: Feedback? = nil,
        time: Date? = nil, language: String? = nil, audience: String? = nil, citedItemIDs: [String]? = nil
    ) {
        self.text = text
        self.vector = vector
        self.outcome = outcome
        self.feedback = feedback
        self.time = time
        self.language = language
        self.audience = audience
        self.citedItemIDs = citedItemIDs
    }
}
