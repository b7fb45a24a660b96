public import HelpdeskLanguage

/// What can be said of a resolution without any of its text.
public struct ResolutionMeasurements: Hashable, Sendable {
    /// `resolve`, `draft` or `escalate`.
    public var decision: String
    /// The category of the message.
    public var category: String
    /// The priority of the message.
    public var priority: String
    /// The language of the message, as a BCP 47 tag, where it is known.
    public var language: String?
    /// The probability that the answer is right.
    public var confidence: Double
    /// The model that wrote the answer.
    public var model: String
    /// Why the language model's answer was not used, where it was not.
    public var fallback: AnswerFallback.Cause?
    /// Whether the answer came from the cache; `nil` where the cache was not asked.
    public var isCached: Bool?
    /// What the language model was asked and wrote.
    public var usage: LLMUsage
    /// How many sources were found.
    public var sources: Int
    /// How many citations the answer has.
    public var citations: Int
    /// How many sentences were taken out because no source supports them.
    public var removedSentences: Int
    /// How long each step took.
    public var timings: StageTimings

    init(_ resolution: Resolution, isCached: Bool?) {
        decision = resolution.decision.name
        category = "\(resolution.triage.category)"
        priority = resolution.triage.priority.rawValue
        language = resolution.triage.language?.rawValue
        confidence = resolution.confidence
        model = resolution.model
        fallback = resolution.fallback?.cause
        self.isCached = isCached
        usage = resolution.usage
        sources = resolution.sources.count
        citations = resolution.citations.count
        removedSentences = resolution.removedSentences.count
        timings = resolution.timings
    }
}
