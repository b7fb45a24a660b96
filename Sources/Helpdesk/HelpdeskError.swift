/// What went wrong in the support agent.
public struct HelpdeskError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// The query holds no text.
        public static let emptyQuery = Code("emptyQuery")
        /// The query is not valid text; the message has the offset of the first wrong byte.
        public static let invalidText = Code("invalidText")
        /// The query is longer than the agent accepts.
        public static let queryTooLarge = Code("queryTooLarge")
        /// An argument is out of range.
        public static let invalidArgument = Code("invalidArgument")
        /// A setting is out of range.
        public static let invalidConfiguration = Code("invalidConfiguration")
        /// No resolution of that id is known.
        public static let unknownResolution = Code("unknownResolution")
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
        "HelpdeskError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
