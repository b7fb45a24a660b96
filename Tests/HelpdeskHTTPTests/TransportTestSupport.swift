#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskTesting
    import Testing

    let secret = "sk-ant-secret-0815"

    /// A request to a server, with a key in its headers and words in its body.
    func request(to server: LoopbackServer, _ path: String = "/v1/messages", scheme: String = "http") -> HTTPRequest {
        var request = HTTPRequest(method: .post, scheme: scheme, authority: server.authority, path: path)
        request.headerFields[.init("x-api-key")!] = secret
        request.headerFields[.contentType] = "application/json"
        return request
    }

    /// Sends a request and reads all of its response.
    func exchange(
        _ transport: AsyncHTTPClientTransport, _ request: HTTPRequest, body: String? = "customer's words"
    ) async throws -> (head: HTTPResponse, body: [UInt8]) {
        let response = try await transport.send(request, body: body.map { Array($0.utf8) })
        return (response.head, try await response.body.collect(upTo: 1 << 28))
    }

    /// Expects one of some codes, and neither key nor words in the error.
    func expectError(
        _ codes: Set<HTTPTransportError.Code>, _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation,
        _ work: () async throws -> Void
    ) async {
        do {
            try await work()
            Issue.record("\(what): no error", sourceLocation: sourceLocation)
        } catch let error as HTTPTransportError {
            #expect(codes.contains(error.code), "\(what): \(error)", sourceLocation: sourceLocation)
            for hidden in [secret, "words", "x-api-key"] {
                #expect(!"\(error)".contains(hidden), "\(what)", sourceLocation: sourceLocation)
            }
        } catch {
            Issue.record("\(what): \(error)", sourceLocation: sourceLocation)
        }
    }
#endif
