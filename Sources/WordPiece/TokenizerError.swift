/// What went wrong in the tokenizer.
public struct TokenizerError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// The vocabulary file cannot be read; the message has the line or byte.
        public static let malformedVocabulary = Code("malformedVocabulary")
        /// A token that the tokenizer needs is not in the vocabulary.
        public static let missingToken = Code("missingToken")
        /// The file describes a tokenizer of another kind.
        public static let unsupportedTokenizer = Code("unsupportedTokenizer")
        /// The text is not UTF-8; the message has the offset of the first wrong byte.
        public static let invalidUTF8 = Code("invalidUTF8")
        /// An argument is out of range.
        public static let invalidArgument = Code("invalidArgument")
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
        "TokenizerError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
