/// What went wrong in triage.
public struct TriageError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// A rule cannot be used: empty phrase, bad weight, duplicate name.
        public static let invalidRule = Code("invalidRule")
        /// The message is longer than the limit.
        public static let inputTooLarge = Code("inputTooLarge")
        /// An argument is out of range.
        public static let invalidArgument = Code("invalidArgument")
        /// There are too few labelled examples, or they cannot be learned from.
        public static let invalidExamples = Code("invalidExamples")
        /// The bytes of a model are truncated, altered or of another format.
        public static let malformedModel = Code("malformedModel")
        /// A model was trained with other embeddings than it is to be used with.
        public static let mismatchedEmbeddings = Code("mismatchedEmbeddings")
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
        "TriageError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
