/// How long each step of answering a query took.
public struct StageTimings: Hashable, Sendable {
    /// A step from a query to its resolution.
    public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        /// Replacing personal data by placeholders.
        case redaction
        /// Deciding category, priority, sentiment and escalation.
        case triage
        /// Completing a follow-up from the conversation.
        case completion
        /// Finding sources, embedding of the query included.
        case search
        /// Putting the best sources in order, where the knowledge base has a reranker.
        case reranking
        /// Looking for the answer to the same question in the cache, where the agent has one.
        case cache
        /// Writing the answer.
        case answer
        /// Checking the answer against its sources.
        case grounding
        /// Judging confidence and deciding what to do.
        case decision
    }

    /// One step's time.
    public struct Entry: Hashable, Sendable {
        /// The step.
        public var stage: Stage
        /// How long it took.
        public var duration: Duration
    }

    /// The steps in the order they ran.
    public private(set) var entries: [Entry] = []
    /// From the call to the resolution.
    public internal(set) var total: Duration = .zero

    /// Creates an empty record.
    public init() {}

    /// How long a step took; zero where it did not run.
    public subscript(stage: Stage) -> Duration {
        entries.lazy.filter { $0.stage == stage }.map(\.duration).reduce(.zero, +)
    }

    mutating func record(_ stage: Stage, _ duration: Duration) {
        entries.append(Entry(stage: stage, duration: duration))
    }
}
