/// What went wrong while sending a request or reading its response.
public struct HTTPTransportError: Error, Sendable, CustomStringConvertible {
    /// The kind of error. New kinds may be added; match with a `default`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String
        init(_ description: String) { self.description = description }

        /// The request cannot be sent as it is: no host, an unknown scheme.
        public static let invalidRequest = Code("invalidRequest")
        /// No connection came about: no such host, refused, unreachable.
        public static let connectionFailed = Code("connectionFailed")
        /// The other side could not prove who it is, or does not speak TLS.
        public static let tlsFailed = Code("tlsFailed")
        /// Something took too long: the connection, or the next bytes.
        public static let timedOut = Code("timedOut")
        /// The connection was lost before the response was complete.
        public static let connectionLost = Code("connectionLost")
        /// The other side does not speak HTTP as it should.
        public static let malformedResponse = Code("malformedResponse")
        /// The response is larger than the caller accepts.
        public static let bodyTooLarge = Code("bodyTooLarge")
        /// The transport was shut down.
        public static let closed = Code("closed")
    }

    /// The kind of error.
    public var code: Code
    /// What was wrong.
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
    public var description: String { "HTTPTransportError.\(code): \(message)" + (cause.map { " (\($0))" } ?? "") }
}
