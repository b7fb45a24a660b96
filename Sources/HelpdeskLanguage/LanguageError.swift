/// What went wrong while asking a language model.
public struct LanguageError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// The request cannot be answered as it is: no user message, an empty source id, and the like.
        public static let invalidRequest = Code("invalidRequest")
        /// The model cannot be reached or is overloaded.
        public static let unavailable = Code("unavailable")
        /// The model refused to answer.
        public static let refused = Code("refused")
        /// The answer broke off; the message tells how far it came.
        public static let interrupted = Code("interrupted")
        /// The model sent something that is not an answer.
        public static let malformedResponse = Code("malformedResponse")
    }

    /// The kind of error.
    public var code: Code
    /// What was wrong, where, and what would be right.
    public var message: String
    /// The error that led to this one.
    public var cause: (any Error)?

    /// Creates an error.
    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    /// The code, message and cause in one line.
    public var description: String {
        "LanguageError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
