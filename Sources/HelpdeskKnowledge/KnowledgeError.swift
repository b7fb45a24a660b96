/// What went wrong in a knowledge base.
public struct KnowledgeError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// An item cannot be stored: empty id, empty text, or too large.
        public static let invalidItem = Code("invalidItem")
        /// An argument is out of range.
        public static let invalidArgument = Code("invalidArgument")
        /// Vectors of another embedding model were given or are stored.
        public static let mismatchedIdentity = Code("mismatchedIdentity")
        /// The vector index does not fit the model: another number of dimensions, or not empty.
        public static let mismatchedIndex = Code("mismatchedIndex")
        /// A source yielded something that cannot be read.
        public static let malformedSource = Code("malformedSource")
        /// A cursor belongs to another source or to a state that is gone; sync from the beginning.
        public static let staleCursor = Code("staleCursor")
        /// A snapshot is truncated, altered or of an unknown version.
        public static let malformedSnapshot = Code("malformedSnapshot")
        /// The query cannot be searched: a negative count, or a vector that does not fit the model.
        public static let invalidQuery = Code("invalidQuery")
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
        "KnowledgeError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
