public import HelpdeskTriage

/// What a person who takes over should know, put together from the words of the conversation, without a model.
///
/// Its ``description`` is the readable text.
public struct EscalationSummary: Hashable, Sendable, Codable {
    /// Something that was said in answer to the customer earlier.
    public struct GivenAnswer: Hashable, Sendable, Codable {
        /// Its beginning.
        public var text: String
        /// The turn of ``SupportQuery/conversation`` it is.
        public var turn: Int
        /// What it rested on, where the turn says so.
        public var citations: [Citation]

        /// Creates an answer.
        public init(text: String, turn: Int, citations: [Citation] = []) {
            self.text = text
            self.turn = turn
            self.citations = citations
        }
    }

    /// A suggestion for the person who takes over.
    public struct NextStep: Hashable, Sendable, Codable {
        /// Where a suggestion comes from.
        public enum Origin: Hashable, Sendable, Codable {
            /// The host's text for a reason.
            case playbook(EscalationReason)
            /// The library's text for a reason.
            case standard(EscalationReason)
            /// The steps of a source, by its item's id.
            case source(itemID: String)
        }

        /// What to do.
        public var text: String
        /// Where the suggestion comes from.
        public var origin: Origin

        /// Creates a suggestion.
        public init(text: String, origin: Origin) {
            self.text = text
            self.origin = origin
        }
    }

    /// What the customer wants, in the customer's words: one or two sentences, without greetings and quoted history.
    public var problem: String
    /// What the customer has tried, in the customer's own words.
    public var attempts: [EscalationEvidence]
    /// What has been answered so far, oldest first.
    public var answers: [GivenAnswer]
    /// Numbers of orders, sums, dates, codes of errors and versions that the customer has named.
    public var facts: [Fact]
    /// What the message is about.
    public var triage: Triage
    /// Why a person takes over, and what else speaks for one.
    public var findings: [EscalationFinding]
    /// What the knowledge base holds on it, best first.
    public var sources: [SourceReference]
    /// The answer that was not sent; empty where there is none.
    public var proposedAnswer: String
    /// What to do next, most pressing first.
    public var nextSteps: [NextStep]
    /// Who asks.
    public var customer: CustomerContext?
    /// The language of the customer, where it is known.
    public var language: String?
    /// The mood and where it goes.
    public var trend: ConversationTrend
    /// How many messages there were before the newest one.
    public var earlierMessages: Int

    /// Creates a summary.
    public init(
        problem: String, attempts: [EscalationEvidence] = [], answers: [GivenAnswer] = [], facts: [Fact] = [],
        triage: Triage = Triage(), findings: [EscalationFinding] = [], sources: [SourceReference] = [],
        proposedAnswer: String = "", nextSteps: [NextStep] = [], customer: CustomerContext? = nil,
        language: String? = nil, trend: ConversationTrend = ConversationTrend(), earlierMessages: Int = 0
    ) {
        self.problem = problem
        self.attempts = attempts
        self.answers = answers
        self.facts = facts
        self.triage = triage
        self.findings = findings
        self.sources = sources
        self.proposedAnswer = proposedAnswer
        self.nextSteps = nextSteps
        self.customer = customer
        self.language = language
        self.trend = trend
        self.earlierMessages = earlierMessages
    }
}
