public import HelpdeskTriage

/// How a conversation goes: the customer's mood from turn to turn, and whether the answers help.
public struct ConversationTrend: Hashable, Sendable, Codable {
    /// Where the mood goes.
    public enum Direction: String, Hashable, Sendable, Codable {
        /// Better than before.
        case improving
        /// As before, or there is no before.
        case steady
        /// Worse than before.
        case worsening
    }

    /// When the mood of a conversation counts as getting worse.
    public struct Thresholds: Hashable, Sendable, Codable {
        /// How far below the mean of the earlier turns the newest message is at least, positive being 1, neutral 0 and
        /// negative −1; from above 0 to 2.
        public var minimumDrop: Double
        /// How many negative turns in a row, the newest included, count even without a drop; 2 or more.
        public var negativeTurns: Int
        /// The least share of words that two messages have in common to be the same question, from 0 to 1.
        public var minimumSimilarity: Double

        /// Creates thresholds.
        public init(minimumDrop: Double = 0.5, negativeTurns: Int = 3, minimumSimilarity: Double = 0.75) {
            self.minimumDrop = minimumDrop
            self.negativeTurns = negativeTurns
            self.minimumSimilarity = minimumSimilarity
        }
    }

    /// How the customer's turns read, oldest first, the newest message last. Turns that nobody judged are left out.
    public var sentiments: [Sentiment]
    /// Where the mood goes.
    public var direction: Direction
    /// How many of the customer's turns are negative in a row, the newest included.
    public var negativeTurns: Int
    /// The earlier turn that asks the same and has been answered.
    public var repeatedQuestion: EscalationEvidence?
    /// The words of the newest message that say that the last answer did not help.
    public var unhelpfulAnswer: EscalationEvidence?

    /// Creates a trend.
    public init(
        sentiments: [Sentiment] = [], direction: Direction = .steady, negativeTurns: Int = 0,
        repeatedQuestion: EscalationEvidence? = nil, unhelpfulAnswer: EscalationEvidence? = nil
    ) {
        self.sentiments = sentiments
        self.direction = direction
        self.negativeTurns = negativeTurns
        self.repeatedQuestion = repeatedQuestion
        self.unhelpfulAnswer = unhelpfulAnswer
    }
}
