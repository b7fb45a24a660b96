#if AsyncHTTPClient
    import NIOCore
    import NIOPosix
    import NIOSSL

    /// A real server on 127.0.0.1 that answers by a script, for tests of whatever goes over the network.
    ///
    /// ```swift
    /// try await withLoopbackServer(answering: LoopbackClaude().reply) { server in
    ///     var configuration = ClaudeClient.Configuration(apiKey: "test", model: "claude-haiku-5-5")
    ///     configuration.baseURL = server.address
    ///     let client = try ClaudeClient(configuration, transport: AsyncHTTPClientTransport())
    ///     let answer = try await client.respond(to: request)
    ///     #expect(!server.hasReceived("anna@example.com"))
    /// }
    /// ```
    ///
    /// It speaks HTTP/1.1, with TLS where it is given a certificate, keeps connections open, and reads every request whole before it replies. The bytes of
    /// a reply are the script's: see ``LoopbackReply`` for slow ones, broken ones and none. Everything that comes in is kept,
    /// so that a test can say what left the process; a server that runs for long should be told not to.
    public final class LoopbackServer: Sendable {
        /// Answers a request; gets it with the number of requests before it. Runs in a task of the connection, which is
        /// cancelled when the client goes away.
        public typealias Answer = @Sendable (RecordedRequest, Int) async -> LoopbackReply

        /// What to say to a client that begins with TLS.
        public enum TLSAttempt: Sendable, Hashable {
            /// A response in plain text, as servers do that don't know TLS.
            case plainText
            /// The alert that ends a handshake.
            case alert
            /// The end of the connection.
            case close
            /// Nothing.
            case silence
            /// A handshake with a certificate and its key, in PEM; such a server speaks TLS only.
            case accept(certificate: String, privateKey: String)
        }

        /// The port.
        public let port: Int
        private let isSafe: Bool
        private let channel: any Channel
        private let record: LoopbackRecord

        private init(channel: any Channel, port: Int, isSafe: Bool, record: LoopbackRecord) {
            self.channel = channel
            self.port = port
            self.isSafe = isSafe
            self.record = record
        }

        deinit {
            record.stop()
            channel.close(promise: nil)
        }

        /// Starts a server. It ends with ``stop()``, or when nobody holds it any more.
        ///
        /// - Parameters:
        ///   - port: The port; 0 for any that is free.
        ///   - tls: What to say to a client that begins with TLS.
        ///   - keepsRequests: Whether ``received`` and ``receivedBytes`` are kept.
        ///   - answer: Answers the requests.
        /// - Throws: What the system says where the port cannot be had, and NIOSSL of a certificate that is none.
        public static func start(
            port: Int = 0, tls: TLSAttempt = .plainText, keepsRequests: Bool = true, answering answer: @escaping Answer
        ) async throws -> LoopbackServer {
            let record = LoopbackRecord(keepsRequests: keepsRequests)
            let context = try tls.context()
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.backlog, value: 1024)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let context {
                            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                        }
                        try channel.pipeline.syncOperations.addHandler(
                            LoopbackConnection(channel, record: record, tls: tls, answer: answer))
                    }
                }
                .bind(host: "127.0.0.1", port: port).get()
            return LoopbackServer(
                channel: channel, port: channel.localAddress?.port ?? port, isSafe: context != nil, record: record)
        }

        /// Starts a server and keeps it until the calling task is cancelled: for a small executable.
        ///
        /// ```swift
        /// try await LoopbackServer.run(port: 8080, answering: LoopbackClaude().reply) { print($0.address) }
        /// ```
        ///
        /// - Parameters:
        ///   - port: The port; 0 for any that is free.
        ///   - tls: What to say to a client that begins with TLS.
        ///   - answer: Answers the requests.
        ///   - onStart: Called once the port is open.
        public static func run(
            port: Int = 0, tls: TLSAttempt = .plainText, answering answer: @escaping Answer,
            onStart: @Sendable (LoopbackServer) async throws -> Void = { _ in }
        ) async throws {
            let server = try await start(port: port, tls: tls, keepsRequests: false, answering: answer)
            do {
                try await onStart(server)
                while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
            } catch is CancellationError {
                // That is how it ends.
            } catch {
                await server.stop()
                throw error
            }
            await server.stop()
        }

        /// Closes the port and all connections, and returns when the last reply has ended.
        public func stop() async {
            try? await channel.close().get()
            for task in record.stop() { await task.value }
        }

        /// `http://127.0.0.1:`, or `https://127.0.0.1:`, and the port.
        public var address: String { "\(isSafe ? "https" : "http")://\(authority)" }
        /// `127.0.0.1:` and the port.
        public var authority: String { "127.0.0.1:\(port)" }

        // MARK: What happened

        /// The requests so far, in the order in which they were complete.
        public var received: [RecordedRequest] { record.requests }
        /// Every byte that came in, by connection, in the order of the connections.
        public var receivedBytes: [[UInt8]] { record.bytes }
        /// Counts of what happened so far.
        public var counts: Counts { record.counts }
        /// How many clients went away before their reply was complete.
        public var closedEarly: Int { counts.closedEarly }

        /// Whether a text came in, on any connection, as it is; a text that JSON or an address writes otherwise is not found.
        public func hasReceived(_ text: String) -> Bool {
            let text = Array(text.utf8)
            return record.bytes.contains { $0.firstRange(of: text) != nil }
                || record.requests.contains { $0.body.firstRange(of: text) != nil }
        }

        /// Waits until the counts are as asked.
        ///
        /// - Throws: `CancellationError`, also where the server is stopped meanwhile.
        @discardableResult
        public func wait(until isThere: @escaping @Sendable (Counts) -> Bool) async throws -> Counts {
            try await record.wait(until: isThere)
        }
    }

    extension LoopbackServer.TLSAttempt {
        fileprivate func context() throws -> NIOSSLContext? {
            guard case .accept(let certificate, let key) = self else { return nil }
            let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8))
            return try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: chain.map { .certificate($0) },
                    privateKey: .privateKey(NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem))))
        }
    }

    /// Runs a server for as long as a body of work, and always stops it.
    ///
    /// - Parameters:
    ///   - port: The port; 0 for any that is free.
    ///   - tls: What to say to a client that begins with TLS.
    ///   - answer: Answers the requests.
    ///   - body: Gets the server.
    @discardableResult
    public func withLoopbackServer<Value>(
        port: Int = 0, tls: LoopbackServer.TLSAttempt = .plainText,
        answering answer: @escaping LoopbackServer.Answer,
        isolation: isolated (any Actor)? = #isolation,
        body: (LoopbackServer) async throws -> sending Value
    ) async throws -> sending Value {
        let server = try await LoopbackServer.start(port: port, tls: tls, answering: answer)
        do {
            let value = try await body(server)
            await server.stop()
            return value
        } catch {
            await server.stop()
            throw error
        }
    }
#endif
