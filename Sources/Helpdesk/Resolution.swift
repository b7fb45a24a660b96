public import HelpdeskLanguage
public import HelpdeskTriage

/// What an agent makes of a query.
public struct Resolution: Sendable {
    /// The name of the resolution, for feedback.
    public var id: ResolutionID
    /// The answer, ready to send; empty where no source holds one. With a decision to draft or escalate it is a
    /// proposal for the person who takes over.
    public var answer: String
    /// What the answer rests on, in the order of the answer. Only what was used is cited.
    public var citations: [Citation]
    /// What the message is about, how urgent it is and how it reads.
    public var triage: Triage
    /// The probability that the answer is right, from 0 to 1.
    public var confidence: Double
    /// What the confidence was judged from, to learn from once the answer has been judged; `nil` where there is none.
    public var confidenceFeatures: ConfidenceFeatures?
    /// What to do with the answer.
    public var decision: Decision
    /// What the search found, best first.
    public var sources: [SourceReference]
    /// How long each step took.
    public var timings: StageTimings
    /// The model that wrote the answer.
    public var model: String
    /// Why the language model's answer was not used, or not whole, where the agent has one that failed. The answer then
    /// quotes the sources, or is what the model had written until then.
    public var fallback: AnswerFallback?
    /// What the language model was asked and wrote for this query, in tokens.
    public var usage: LLMUsage
    /// The question that was searched for: the message, or what it means in the conversation. Without personal data.
    public var question: String
    /// Where the answer was in the cache, how long it had been there.
    public var cacheAge: Duration?
    /// Why the sources are in the order of the search alone, where the knowledge base has a reranker and it failed.
    public var rerankingFailure: String?
    /// The sentences of the language model that no source supports; they are not part of the answer.
    public var removedSentences: [String]
    /// What of the customer's words and of the sources tries to steer the model.
    public var injection: SuspectedInjections
    /// What speaks for a person, with its evidence and what the policy makes of it, whatever the decision; most weighty
    /// first.
    public var findings: [EscalationFinding]
    /// The queue for it and when it is due, where the configuration has a ``RoutingPolicy`` and the query a time.
    public var routing: RoutingResult?

    /// Why the language model's answer was not used, in words; see ``fallback``.
    public var fallbackReason: String? { fallback?.detail }
}
