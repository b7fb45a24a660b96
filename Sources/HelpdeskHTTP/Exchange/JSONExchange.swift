package import HTTPTypes
package import HelpdeskJSON

/// Posts JSON to a service, and reads JSON or events of JSON.
///
/// What goes wrong is thrown as ``HTTPTransportError``, ``HTTPStatusError`` or ``MalformedJSON``; ``HTTPRetrier`` knows
/// the first two.
package struct JSONExchange: Sendable {
    /// How much of the body of an error is read.
    private static let maximumErrorBytes = 64 << 10

    package let transport: any HTTPTransport
    package let endpoint: HTTPEndpoint
    package let fields: HTTPFields
    package let maximumResponseBytes: Int
    package let maximumEventBytes: Int

    package init(
        transport: any HTTPTransport, endpoint: HTTPEndpoint, fields: HTTPFields, maximumResponseBytes: Int,
        maximumEventBytes: Int = ServerSentEventDecoder.standardMaximumEventBytes
    ) {
        self.transport = transport
        self.endpoint = endpoint
        self.fields = fields
        self.maximumResponseBytes = maximumResponseBytes
        self.maximumEventBytes = maximumEventBytes
    }

    /// What is not the JSON that was asked for.
    package struct MalformedJSON: Error {
        package var message: String
        package var cause: (any Error)?

        package init(_ message: String, cause: (any Error)? = nil) {
            self.message = message
            self.cause = cause
        }
    }

    /// Posts, and reads the whole answer.
    package func whole(_ path: String, body: [UInt8]) async throws -> (head: HTTPResponse, json: JSONValue) {
        let response = try await send(path, body: body)
        let bytes = try await response.body.collect(upTo: maximumResponseBytes)
        return (response.head, try Self.parse(bytes, what: "the answer"))
    }

    /// Posts, and reads the events of the answer until the handler has enough.
    ///
    /// - Parameter handle: Gets each event and its position; returns whether to go on.
    /// - Returns: Whether the handler has ended it; `false` where the body ended first.
    package func events(
        _ path: String, body: [UInt8], handle: (ServerSentEvent, Int, HTTPResponse) throws -> Bool
    ) async throws -> Bool {
        let response = try await send(path, body: body)
        var pieces = response.body.makeAsyncIterator()
        var decoder = ServerSentEventDecoder(maximumEventBytes: min(maximumEventBytes, maximumResponseBytes))
        var bytes = 0
        var position = 0
        while let piece = try await pieces.next() {
            try Task.checkCancellation()
            bytes += piece.count
            guard bytes <= maximumResponseBytes else {
                throw HTTPTransportError(.bodyTooLarge, "the response has more than \(maximumResponseBytes) bytes")
            }
            decoder.append(piece)
            while let event = try decoder.next() {
                guard try handle(event, position, response.head) else { return true }
                position += 1
            }
        }
        try Task.checkCancellation()
        return false
    }

    /// Parses JSON, and says what and where where it is none.
    package static func parse(_ bytes: [UInt8], what: String) throws(MalformedJSON) -> JSONValue {
        do {
            return try JSONValue(utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
        } catch {
            throw MalformedJSON("\(what), \(bytes.count) bytes, is no JSON", cause: error)
        }
    }

    private func send(_ path: String, body: [UInt8]) async throws -> HTTPTransportResponse {
        let response = try await transport.send(endpoint.post(path, fields), body: body)
        guard response.head.status.kind != .successful else { return response }
        var bytes: [UInt8] = []
        do {
            for try await piece in response.body {
                bytes += piece.prefix(Self.maximumErrorBytes - bytes.count)
                if bytes.count >= Self.maximumErrorBytes { break }
            }
        } catch is HTTPTransportError {
            // The status says enough.
        }
        throw HTTPStatusError(head: response.head, body: bytes)
    }
}
