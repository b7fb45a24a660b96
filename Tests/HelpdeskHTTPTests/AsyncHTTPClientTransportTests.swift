#if AsyncHTTPClient
    import AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskTesting
    import NIOCore
    import Testing

    @Suite(.timeLimit(.minutes(5))) struct AsyncHTTPClientTransportTests {
        let transport = AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300)))

        @Test func requestsArriveAsTheyAre() async throws {
            try await withLoopbackServer { _, _ in
                .response(.created, headers: [.contentType: "text/plain", .retryAfter: "3"], text: "Grüße")
            } body: { server in
                let (head, body) = try await exchange(transport, request(to: server, "/v1/a%20b?c=d"), body: "café 😀")
                #expect(head.status == .created)
                #expect(head.headerFields[.retryAfter] == "3")
                #expect(String(decoding: body, as: UTF8.self) == "Grüße")
                let received = try #require(server.received.first)
                #expect(received.method == .post)
                #expect(received.path == "/v1/a%20b?c=d")
                #expect(received.text == "café 😀")
                #expect(received.header("X-API-Key") == secret)
                #expect(received.header("host") == server.authority)
                #expect(received.header("content-length") == "10")
                #expect(server.hasReceived("café"))
                #expect(!server.hasReceived("anna@example.com"))
            }
        }

        @Test func requestsWithoutBody() async throws {
            try await withLoopbackServer { request, _ in
                .response(text: "\(request.method) \(request.body.count)")
            } body: { server in
                let get = HTTPRequest(method: .get, scheme: "http", authority: server.authority, path: nil)
                #expect(String(decoding: try await exchange(transport, get, body: nil).body, as: UTF8.self) == "GET 0")
                #expect(server.received[0].path == "/")
                let post = try await exchange(transport, request(to: server), body: "")
                #expect(String(decoding: post.body, as: UTF8.self) == "POST 0")
            }
        }

        @Test(arguments: [100, 204, 301, 302, 303, 307, 308, 400, 401, 404, 429, 500, 503, 529, 599])
        func everyStatusComesBackAndNoRedirectIsFollowed(_ code: Int) async throws {
            guard code != 100 else { return }
            try await withLoopbackServer { _, _ in
                .status(.ok)
            } body: { elsewhere in
                try await withLoopbackServer { _, _ in
                    var reply = LoopbackReply.response(
                        .init(code: code), headers: [.location: elsewhere.address + "/steal"], text: "moved")
                    if code == 204 { reply = .init(steps: [.send(Array("HTTP/1.1 204 No Content\r\n\r\n".utf8))]) }
                    return reply
                } body: { server in
                    let (head, _) = try await exchange(transport, request(to: server))
                    #expect(head.status.code == code)
                    #expect(server.counts.requests == 1)
                    #expect(elsewhere.counts.connections == 0)
                }
            }
        }

        @Test func aClientThatFollowsRedirectsIsRefused() async throws {
            await expectError([.invalidRequest]) { _ = try AsyncHTTPClientTransport(client: .shared) }
            let following = HTTPClient()
            await expectError([.invalidRequest]) { _ = try AsyncHTTPClientTransport(client: following) }
            try await following.shutdown().get()
            let safe = HTTPClient(configuration: .init(redirectConfiguration: .disallow))
            try await withLoopbackServer { _, _ in
                .response(text: "ok")
            } body: { server in
                let transport = try AsyncHTTPClientTransport(client: safe)
                #expect(try await exchange(transport, request(to: server)).head.status == .ok)
                // The host's client is not ours to shut down.
                await transport.shutdown()
                #expect(try await exchange(transport, request(to: server)).head.status == .ok)
            }
            try await safe.shutdown().get()
        }

        @Test func connectionsAreUsedAgain() async throws {
            try await withLoopbackServer { _, _ in
                .events(["data: a\n\n", "data: b\n\n"])
            } body: { server in
                for _ in 0..<20 { _ = try await exchange(transport, request(to: server)) }
                #expect(server.counts.requests == 20)
                #expect(server.counts.connections == 1)
            }
        }

        @Test func bodiesComeInPieces() async throws {
            let pieces = (0..<5).map { Array("piece \($0)\n".utf8) }
            try await withLoopbackServer { _, _ in
                .response(pieces: pieces, framing: .chunked, pause: .milliseconds(20))
            } body: { server in
                let response = try await transport.send(request(to: server), body: nil)
                var got: [[UInt8]] = []
                for try await piece in response.body { got.append(piece) }
                #expect(Array(got.joined()) == Array(pieces.joined()))
                #expect(got.count >= 2)
                #expect(got.allSatisfy { !$0.isEmpty })
            }
        }

        @Test(arguments: [LoopbackReply.Framing.length, .chunked, .close])
        func everyFramingByteByByte(_ framing: LoopbackReply.Framing) async throws {
            let text = String(repeating: "Grüße 😀\r\n", count: 20)
            let pieces = [Array(text.utf8.prefix(77)), Array(text.utf8.dropFirst(77))]
            try await withLoopbackServer { _, _ in
                .response(pieces: pieces, framing: framing).inPieces(of: 1)
            } body: { server in
                let (_, body) = try await exchange(transport, request(to: server))
                #expect(String(decoding: body, as: UTF8.self) == text)
            }
        }

        @Test func aBodyIsReadOnce() async throws {
            try await withLoopbackServer { _, _ in
                .response(text: "once")
            } body: { server in
                let response = try await transport.send(request(to: server), body: nil)
                #expect(try await response.body.collect(upTo: 100) == Array("once".utf8))
                await expectError([.invalidRequest]) { _ = try await response.body.collect(upTo: 100) }
            }
        }

        @Test func aBodyOverTheLimitIsRefusedAndTheConnectionClosed() async throws {
            let block = [UInt8](repeating: 65, count: 1 << 16)
            try await withLoopbackServer { _, _ in
                .response(repeating: block, times: 1600)
            } body: { server in
                let response = try await transport.send(request(to: server), body: nil)
                await expectError([.bodyTooLarge]) { _ = try await response.body.collect(upTo: 100_000) }
                try await server.wait { $0.closedEarly == 1 }
            }
        }

        @Test func manyStreamsAtOnce() async throws {
            try await withLoopbackServer { request, _ in
                let answer = Array("answer to \(request.text)".utf8)
                return .response(pieces: answer.map { [$0] }, framing: .chunked, pause: .milliseconds(2))
            } body: { server in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<200 {
                        group.addTask {
                            let (_, body) = try await exchange(
                                transport, request(to: server), body: "question \(number)")
                            #expect(String(decoding: body, as: UTF8.self) == "answer to question \(number)")
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(server.counts.requests == 200)
                #expect(server.counts.connections > 100)
                #expect(server.counts.closedEarly == 0)
            }
        }

        @Test func aTransportThatWasShutDownRefuses() async throws {
            try await withLoopbackServer { _, _ in
                .silence
            } body: { server in
                async let waiting: Void = expectError([.closed], "waiting") {
                    _ = try await exchange(transport, request(to: server))
                }
                try await server.wait { $0.runningReplies == 1 }
                await transport.shutdown()
                await waiting
                await expectError([.closed], "after") { _ = try await exchange(transport, request(to: server)) }
                await transport.shutdown()
            }
        }

        @Test func bodiesOutliveTheirTransport() async throws {
            try await withLoopbackServer { _, _ in
                .response(pieces: [[65], [66], [67]], framing: .chunked, pause: .milliseconds(20))
            } body: { server in
                let response = try await AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300)))
                    .send(request(to: server), body: nil)
                #expect(try await response.body.collect(upTo: 10) == [65, 66, 67])
            }
        }

        @Test(arguments: [
            ("ftp", "example.com", "/"), ("http", "", "/"), ("http", "a b", "/"), ("http", "user:key@host", "/"),
            ("http", "host/evil", "/"), ("http", "host?x", "/"), ("https", "host#", "/"), ("https", "host\\a", "/"),
            ("https", "host", "path"), ("https", "host", "/a b"), ("https", "host", "/a\r\nx: y"),
            ("https", "host", "/a#b"), ("https", "host", "/é"), ("http", "host:port", "/"), ("http", "[::1", "/"),
            ("http", "host:99999999", "/"),
        ])
        func addressesThatAreNoneAreRefused(_ address: (String, String, String)) async throws {
            let request = HTTPRequest(method: .post, scheme: address.0, authority: address.1, path: address.2)
            await expectError([.invalidRequest, .connectionFailed], "\(address)") {
                _ = try await transport.send(request, body: nil)
            }
        }
    }
#endif
