#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import HTTPTypes
    import NIOCore
    import NIOHTTP1
    import NIOPosix

    /// Sends requests with AsyncHTTPClient, over HTTP/1.1 or HTTP/2, with or without TLS.
    ///
    /// ```swift
    /// let client = try ClaudeClient(
    ///     .init(apiKey: key, model: "claude-haiku-5-5"), transport: AsyncHTTPClientTransport())
    /// ```
    ///
    /// Make one and keep it: it holds the connections that are open, and closes them when its last copy and the last body
    /// that came through it are gone, or with ``shutdown()``. Redirects are not followed, because they would take keys and
    /// customers' words to other hosts. There is no limit to the time of a whole answer; see ``Configuration`` for those
    /// that there are.
    public struct AsyncHTTPClientTransport: HTTPTransport {
        private let owner: HTTPClientOwner

        /// A transport for the whole process, with the default configuration. It cannot be shut down.
        public static let shared = AsyncHTTPClientTransport(owner: makeOwner(Configuration()))

        /// Creates a transport with connections of its own.
        public init(configuration: Configuration = Configuration()) {
            self.init(owner: Self.makeOwner(configuration))
        }

        /// Creates a transport over a client of the host, which the host shuts down when no request is under way any more.
        ///
        /// Timeouts, proxies, certificates and the number of connections to a host (8 by default: requests wait for a
        /// free one, and fail when that takes longer than the timeout for connecting) are the client's.
        ///
        /// - Parameter client: A client made with `redirectConfiguration: .disallow`. Not `HTTPClient.shared`, which follows
        ///   redirects.
        /// - Throws: ``HTTPTransportError`` with code `invalidRequest` where the client follows redirects.
        public init(client: HTTPClient) throws(HTTPTransportError) {
            guard !HTTPClientOwner.followsRedirects(client) else { throw HTTPClientOwner.redirectError }
            self.init(owner: HTTPClientOwner(client, isOurs: false))
        }

        private init(owner: HTTPClientOwner) { self.owner = owner }

        private static func makeOwner(_ configuration: Configuration) -> HTTPClientOwner {
            let client = HTTPClient(
                eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
                configuration: configuration.clientConfiguration)
            return HTTPClientOwner(client, isOurs: true)
        }

        /// Closes all connections; requests and bodies under way fail with code `closed`. Does nothing to a client of the
        /// host and to ``shared``.
        public func shutdown() async {
            if owner !== Self.shared.owner { await owner.shutdown() }
        }

        /// Sends a request, see ``HTTPTransport/send(_:body:)``.
        public func send(_ request: HTTPRequest, body: [UInt8]?) async throws -> HTTPTransportResponse {
            let prepared = try Self.prepare(request, body: body)
            let response: HTTPClientResponse
            do {
                response = try await owner.client.execute(prepared, deadline: .distantFuture)
            } catch {
                throw HTTPTransportError.of(error, hasHead: false)
            }
            // Should AsyncHTTPClient ever hide from followsRedirects(_:) what it does.
            guard response.history.count <= 1 else { throw HTTPClientOwner.redirectError }
            return HTTPTransportResponse(
                head: Self.head(of: response), body: HTTPBody(AsyncHTTPClientBody(response.body, owner: owner)))
        }

        /// The request in the words of AsyncHTTPClient.
        static func prepare(_ request: HTTPRequest, body: [UInt8]?) throws(HTTPTransportError) -> HTTPClientRequest {
            guard let scheme = request.scheme?.lowercased(), scheme == "https" || scheme == "http" else {
                throw HTTPTransportError(.invalidRequest, "the scheme of the address is neither https nor http")
            }
            guard let authority = request.authority, !authority.isEmpty else {
                throw HTTPTransportError(.invalidRequest, "the address has no host")
            }
            let path = request.path ?? "/"
            // What could make another host, or another request, of the address than the caller meant.
            guard !authority.utf8.contains(where: { "/?#@\\%".utf8.contains($0) }) else {
                throw HTTPTransportError(.invalidRequest, "the host has characters that don't belong there")
            }
            guard path.hasPrefix("/"), !path.utf8.contains(UInt8(ascii: "#")),
                (authority + path).utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else {
                throw HTTPTransportError(.invalidRequest, "the path is not one, or is not percent-encoded")
            }
            var prepared = HTTPClientRequest(url: "\(scheme)://\(authority)\(path)")
            prepared.method = HTTPMethod(rawValue: request.method.rawValue)
            for field in request.headerFields { prepared.headers.add(name: field.name.rawName, value: field.value) }
            if let body { prepared.body = .bytes(ByteBuffer(bytes: body)) }
            return prepared
        }

        /// Status and headers; what is no header is left out.
        private static func head(of response: HTTPClientResponse) -> HTTPResponse {
            var fields = HTTPFields()
            for (name, value) in response.headers {
                if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
            }
            let code = min(max(Int(response.status.code), 0), 999)
            return HTTPResponse(
                status: .init(code: code, reasonPhrase: response.status.reasonPhrase), headerFields: fields)
        }
    }
#endif
