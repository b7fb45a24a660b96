/// What went wrong in a vector index.
public struct VectorSearchError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// A vector has another number of components than the index.
        public static let wrongDimension = Code("wrongDimension")
        /// A vector has a component that is NaN or infinite.
        public static let notFinite = Code("notFinite")
        /// An argument is out of range.
        public static let invalidArgument = Code("invalidArgument")
        /// The index is full.
        public static let capacityExceeded = Code("capacityExceeded")
        /// A snapshot is truncated, altered, of another version or not a snapshot at all.
        public static let malformedSnapshot = Code("malformedSnapshot")
        /// A snapshot or vector belongs to another embedding model.
        public static let mismatchedIdentity = Code("mismatchedIdentity")
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
        "VectorSearchError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
