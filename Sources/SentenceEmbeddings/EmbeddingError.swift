/// What went wrong while loading a model or embedding text.
public struct EmbeddingError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// A file of the model is not there.
        public static let missingFile = Code("missingFile")
        /// A file of the model is truncated, malformed or inconsistent.
        public static let malformedFile = Code("malformedFile")
        /// The model is of an architecture or has a setting that this library does not run.
        public static let unsupportedModel = Code("unsupportedModel")
        /// A tensor is missing or has another shape or type than the configuration asks for.
        public static let mismatchedTensor = Code("mismatchedTensor")
        /// The vocabulary does not belong to the weights.
        public static let mismatchedVocabulary = Code("mismatchedVocabulary")
        /// A model returned something other than it promised.
        public static let invalidResult = Code("invalidResult")
        /// Prepared weights are for another model, calibration, precision, processor or version of the library.
        public static let mismatchedPreparedWeights = Code("mismatchedPreparedWeights")
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
        "EmbeddingError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "")
    }
}
