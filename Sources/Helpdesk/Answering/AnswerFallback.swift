/// Why a language model's answer was not used.
public struct AnswerFallback: Hashable, Sendable, Codable {
    /// What kept the answer from being used. New causes may be added; match with a `default`.
    public struct Cause: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
        /// The name, in snake case.
        public var rawValue: String
        /// Creates a cause.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The name.
        public var description: String { rawValue }

        /// The model wrote nothing.
        public static let emptyAnswer = Cause(rawValue: "empty_answer")
        /// The model found no answer in the sources.
        public static let noAnswer = Cause(rawValue: "no_answer")
        /// No sentence of the answer is supported by a source.
        public static let ungrounded = Cause(rawValue: "ungrounded")
        /// The model refused.
        public static let refused = Cause(rawValue: "refused")
        /// No answer came in time.
        public static let timedOut = Cause(rawValue: "timed_out")
        /// The provider has too much to do, or allows no more requests for now.
        public static let overloaded = Cause(rawValue: "overloaded")
        /// The provider cannot be reached, or failed.
        public static let unavailable = Cause(rawValue: "unavailable")
        /// The answer broke off.
        public static let interrupted = Cause(rawValue: "interrupted")
        /// The provider refused the request or the key, or sent what is no answer: a fault of the set-up.
        public static let rejected = Cause(rawValue: "rejected")
        /// The provider failed so often that it was not asked; see ``SupportAgent/Configuration/circuitBreaker``.
        public static let circuitOpen = Cause(rawValue: "circuit_open")
        /// The message alone is longer than the prompt may be.
        public static let promptTooLarge = Cause(rawValue: "prompt_too_large")
    }

    /// What kept the answer from being used.
    public var cause: Cause
    /// What happened, for the host's log; without any text of the customer or of the model.
    public var detail: String

    /// Creates a fallback.
    public init(_ cause: Cause, detail: String) {
        self.cause = cause
        self.detail = detail
    }
}
