public import HTTPTypes

/// An answer over HTTP whose body may still be under way.
public struct HTTPTransportResponse: Sendable {
    /// Status and headers.
    public var head: HTTPResponse
    /// The body, to be read once.
    public var body: HTTPBody

    /// Creates a response.
    public init(head: HTTPResponse, body: HTTPBody = HTTPBody([])) {
        self.head = head
        self.body = body
    }
}
