/// What went wrong in a linear-algebra routine.
public struct MathError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// Two operands have shapes that do not fit each other.
        public static let mismatchedShape = Code("mismatchedShape")
        /// An argument is out of range.
        public static let invalidArgument = Code("invalidArgument")
        /// An operand has a component that is NaN or infinite.
        public static let notFinite = Code("notFinite")
        /// A matrix that must be positive definite is not.
        public static let notPositiveDefinite = Code("notPositiveDefinite")
        /// An iteration did not converge.
        public static let noConvergence = Code("noConvergence")
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
        "MathError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
