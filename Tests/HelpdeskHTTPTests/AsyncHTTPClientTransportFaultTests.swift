#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskTesting
    import Testing

    @Suite(.timeLimit(.minutes(5))) struct AsyncHTTPClientTransportFaultTests {
        let transport = AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300)))
        static let pieces = (0..<4).map { Array("data: piece \($0)\n\n".utf8) }

        @Test(arguments: [
            ("hangUp", LoopbackReply.hangUp, [HTTPTransportError.Code.connectionLost]),
            ("reset", .reset, [.connectionLost]),
            ("garbage", .garbage, [.malformedResponse]),
            ("half a head", .raw("HTTP/1.1 200 OK\r\ncontent-le".utf8), [.connectionLost]),
            ("another protocol", .raw("SSH-2.0-OpenSSH_9.6\r\n".utf8), [.malformedResponse]),
            ("a wrong version", .raw("HTTP/9.9 200 OK\r\n\r\n".utf8), [.malformedResponse]),
            ("no number", .raw("HTTP/1.1 abc OK\r\n\r\n".utf8), [.malformedResponse]),
            ("a long number", .raw("HTTP/1.1 20000 OK\r\n\r\n".utf8), [.malformedResponse]),
            (
                "a negative length", .raw("HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\nhello".utf8),
                [.malformedResponse]
            ),
            (
                "two lengths",
                .raw("HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\nhello".utf8),
                [.malformedResponse]
            ),
            (
                "a length too large",
                .raw("HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999999\r\n\r\n".utf8), [.malformedResponse]
            ),
            (
                "a chunk without a size",
                .raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n".utf8), [.malformedResponse]
            ),
            (
                "a chunk too large",
                .raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffffff\r\n".utf8),
                [.malformedResponse]
            ),
            (
                "more announced than sent", .response(pieces: pieces, framing: .announced(500)).cut(after: 1 << 20),
                [.connectionLost]
            ),
            ("chunks that end early", .response(pieces: pieces, framing: .chunked).cut(after: 100), [.connectionLost]),
            (
                "chunks without the last",
                LoopbackReply(
                    steps: LoopbackReply.response(pieces: pieces, framing: .chunked).steps.dropLast() + [.close]),
                [.connectionLost]
            ),
            (
                "a broken body", .response(pieces: pieces, framing: .announced(500)).cut(after: 1 << 20, by: .reset),
                [.connectionLost]
            ),
        ])
        func hostileServersGiveTypedErrors(_ what: String, _ reply: LoopbackReply, _ codes: [HTTPTransportError.Code])
            async throws
        {
            try await withLoopbackServer { _, _ in
                reply
            } body: { server in
                for _ in 0..<3 {
                    await expectError(Set(codes), what) { _ = try await exchange(transport, request(to: server)) }
                }
            }
        }

        @Test(arguments: [LoopbackReply.Framing.length, .chunked]) func everyCutIsNoticed(
            _ framing: LoopbackReply.Framing
        )
            async throws
        {
            let reply = LoopbackReply.response(pieces: Self.pieces, framing: framing)
            try await withLoopbackServer { request, _ in
                reply.cut(after: Int(request.text) ?? 0)
            } body: { server in
                for count in 0..<reply.byteCount {
                    await expectError([.connectionLost], "after \(count)") {
                        _ = try await exchange(transport, request(to: server), body: "\(count)")
                    }
                }
                let (_, body) = try await exchange(transport, request(to: server), body: "\(reply.byteCount)")
                #expect(body == Array(Self.pieces.joined()))
            }
        }

        @Test func aHeaderWithoutEnd() async throws {
            let block = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 16)
            try await withLoopbackServer { _, _ in
                LoopbackReply(steps: [
                    .send(Array("HTTP/1.1 200 OK\r\nx: ".utf8)), .repeat(block, times: 1600), .close,
                ])
            } body: { server in
                await expectError([.malformedResponse, .connectionLost]) {
                    _ = try await exchange(transport, request(to: server))
                }
                #expect(server.counts.bytesSent < 20 << 20)
            }
        }

        @Test func aLineOfTenMegabytesComesWhole() async throws {
            try await withLoopbackServer { _, _ in
                .endlessLine(of: 10_000_000)
            } body: { server in
                let (_, body) = try await exchange(transport, request(to: server))
                #expect(body.count == 10_000_006)
            }
        }

        @Test func silenceEndsWithTheTimeout() async throws {
            let transport = AsyncHTTPClientTransport(configuration: .init(idleReadTimeout: .milliseconds(200)))
            try await withLoopbackServer { _, _ in
                .silence
            } body: { server in
                await expectError([.timedOut]) { _ = try await exchange(transport, request(to: server)) }
                try await server.wait { $0.closedEarly == 1 }
            }
            let stuck = LoopbackReply.response(pieces: Self.pieces, framing: .announced(500))
            try await withLoopbackServer { _, _ in
                LoopbackReply(steps: stuck.steps + [.waitForClient])
            } body: { server in
                await expectError([.timedOut]) { _ = try await exchange(transport, request(to: server)) }
                try await server.wait { $0.closedEarly == 1 }
            }
        }

        @Test func nobodyListens() async throws {
            let server = try await LoopbackServer.start { _, _ in .status(.ok) }
            await server.stop()
            await expectError([.connectionFailed]) { _ = try await exchange(transport, request(to: server)) }
            let nowhere = HTTPRequest(method: .get, scheme: "http", authority: "no-such-host.invalid", path: "/")
            await expectError([.connectionFailed]) { _ = try await exchange(transport, nowhere) }
        }

        @Test(arguments: [LoopbackServer.TLSAttempt.plainText, .alert, .close])
        func serversWithoutTLS(_ attempt: LoopbackServer.TLSAttempt) async throws {
            // Longer than the tests of other suites keep the processors busy.
            let transport = AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300)))
            try await withLoopbackServer(tls: attempt) { _, _ in
                .status(.ok)
            } body: { server in
                await expectError(attempt == .close ? [.tlsFailed, .connectionLost] : [.tlsFailed]) {
                    _ = try await exchange(transport, request(to: server, scheme: "https"))
                }
                #expect(server.counts.tlsAttempts >= 1)
                #expect(server.counts.requests == 0)
                #expect(!server.hasReceived(secret))
            }
        }

        @Test func aHandshakeWithoutAnswerEndsWithTheTimeout() async throws {
            let transport = AsyncHTTPClientTransport(configuration: .init(connectTimeout: .milliseconds(300)))
            try await withLoopbackServer(tls: .silence) { _, _ in
                .status(.ok)
            } body: { server in
                await expectError([.timedOut]) {
                    _ = try await exchange(transport, request(to: server, scheme: "https"))
                }
            }
        }
    }
#endif
