public import HTTPTypes

/// Sends requests over HTTP.
///
/// Callers: any number of requests at once, from any task. One transport serves a whole process.
///
/// Conformers promise:
/// - ``send(_:body:)`` returns when the head of the response is there, whatever its status; redirects are not followed;
/// - the body comes in pieces as the network brings them, and is asked for only as fast as it is read;
/// - cancelling the calling task, dropping the body, or ending its iteration early closes the connection (or, with
///   HTTP/2, the stream);
/// - ``HTTPTransportError`` for everything that goes wrong before the head or in the body; a body that ends before what
///   its head announced throws, it does not just end.
/// - Neither headers nor bodies are in errors or logs.
public protocol HTTPTransport: Sendable {
    /// Sends a request.
    ///
    /// - Parameters:
    ///   - request: Method, address and headers.
    ///   - body: The bytes to send; `nil` for none.
    /// - Throws: ``HTTPTransportError``; `CancellationError`.
    func send(_ request: HTTPRequest, body: [UInt8]?) async throws -> HTTPTransportResponse
}
