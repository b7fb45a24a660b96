/// What went wrong while asking a language model.
public struct LanguageError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// The request cannot be answered as it is: no user message, an empty source id, more than the model's context.
        public static let invalidRequest = Code("invalidRequest")
        /// The provider does not know the key, or the key may not do this.
        public static let unauthorized = Code("unauthorized")
        /// The model or the address is not there.
        public static let notFound = Code("notFound")
        /// The model cannot be reached, or its provider failed.
        public static let unavailable = Code("unavailable")
        /// The provider has too much to do.
        public static let overloaded = Code("overloaded")
        /// Too many requests or tokens were asked for.
        public static let rateLimited = Code("rateLimited")
        /// No answer came in time.
        public static let timedOut = Code("timedOut")
        /// The model refused to answer.
        public static let refused = Code("refused")
        /// The answer broke off; ``LanguageError/partialText`` has what came before.
        public static let interrupted = Code("interrupted")
        /// The model sent something that is not an answer.
        public static let malformedResponse = Code("malformedResponse")
    }

    /// What the provider said, where it said something. Never holds a key or any text of a prompt.
    public struct ProviderFailure: Hashable, Sendable {
        /// The status of HTTP, where there was one.
        public var status: Int?
        /// The provider's name for the kind of error: `overloaded_error`.
        public var type: String?
        /// The provider's message.
        public var message: String?
        /// The provider's name for the request, to ask its support about.
        public var requestID: String?

        /// Creates a description.
        public init(status: Int? = nil, type: String? = nil, message: String? = nil, requestID: String? = nil) {
            self.status = status
            self.type = type
            self.message = message
            self.requestID = requestID
        }
    }

    /// The kind of error.
    public var code: Code
    /// What was wrong, where, and what would be right.
    public var message: String
    /// What the provider said, where it said something.
    public var provider: ProviderFailure?
    /// The text that came before the answer broke off; empty where none did. It is no part of the description.
    public var partialText: String
    /// How often the request was sent again before this error, where the client sends again by itself.
    public var retries: Int
    /// The error that led to this one.
    public var cause: (any Error)?

    /// Creates an error.
    public init(
        _ code: Code, _ message: String, provider: ProviderFailure? = nil, partialText: String = "", retries: Int = 0,
        cause: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.provider = provider
        self.partialText = partialText
        self.retries = retries
        self.cause = cause
    }

    /// The code, message, what the provider said, and the cause in one line.
    public var description: String {
        var parts: [String] = []
        if let provider {
            if let status = provider.status { parts.append("HTTP \(status)") }
            if let type = provider.type { parts.append(type) }
            if let message = provider.message { parts.append("\"\(message)\"") }
            if let requestID = provider.requestID { parts.append("request \(requestID)") }
        }
        if retries > 0 { parts.append("sent \(retries + 1) times") }
        if let cause { parts.append("\(cause)") }
        return "LanguageError.\(code): \(message)" + (parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")")
    }
}
