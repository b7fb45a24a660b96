public import HelpdeskTriage

/// An earlier message of the conversation.
public struct ConversationTurn: Hashable, Sendable, Codable {
    /// Who wrote it.
    public enum Speaker: String, Hashable, Sendable, Codable {
        /// The customer.
        case customer
        /// The support agent, human or not.
        case agent
    }

    /// Who wrote it.
    public var speaker: Speaker
    /// What was written.
    public var text: String
    /// How a customer's message reads, where the host knows; else the agent's triager judges it.
    public var sentiment: Sentiment?
    /// What an answer rested on: the ``Resolution/citations`` of its resolution.
    public var citations: [Citation]

    /// Creates a turn.
    public init(_ speaker: Speaker, _ text: String, sentiment: Sentiment? = nil, citations: [Citation] = []) {
        self.speaker = speaker
        self.text = text
        self.sentiment = sentiment
        self.citations = citations
    }

    /// A message of the customer.
    public static func customer(_ text: String, sentiment: Sentiment? = nil) -> ConversationTurn {
        ConversationTurn(.customer, text, sentiment: sentiment)
    }
    /// A message of the support agent.
    public static func agent(_ text: String, citations: [Citation] = []) -> ConversationTurn {
        ConversationTurn(.agent, text, citations: citations)
    }
}
