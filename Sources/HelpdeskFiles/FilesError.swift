/// What went wrong while reading files.
public struct FilesError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// A file or folder is not there.
        public static let notFound = Code("notFound")
        /// A file or folder cannot be read.
        public static let unreadable = Code("unreadable")
        /// A file's content is not what its name says; the message has the file and the line or byte.
        public static let malformed = Code("malformed")
        /// A file is of a kind that is not read.
        public static let unsupported = Code("unsupported")
        /// A file is larger than the limit.
        public static let tooLarge = Code("tooLarge")
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
        "FilesError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
