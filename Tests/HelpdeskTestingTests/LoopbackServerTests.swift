#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskTesting
    import Testing

    @Suite(.timeLimit(.minutes(5))) struct LoopbackServerTests {
        let transport = AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300)))

        @Test func everyByteIsRecorded() async throws {
            try await withLoopbackServer { _, index in
                .json(#"{"n":\#(index)}"#)
            } body: { server in
                for text in ["one", "zwei für 2 €"] {
                    _ = try await send(text, to: server).body.collect(upTo: 100)
                }
                #expect(server.received.map(\.text) == ["one", "zwei für 2 €"])
                #expect(server.received.map(\.index) == [0, 1])
                #expect(server.receivedBytes.count == 1)
                #expect(server.receivedBytes[0] == server.received.flatMap(\.raw))
                #expect(server.hasReceived("für 2 €"))
                #expect(server.hasReceived("X-Custom: value"))
                #expect(!server.hasReceived("three"))
                try await server.wait { $0.replies == 2 && $0.runningReplies == 0 }
            }
        }

        @Test func aStoppedServerIsGone() async throws {
            let server = try await LoopbackServer.start { _, _ in .silence }
            async let answer: Void = {
                do {
                    _ = try await send("hello", to: server)
                    Issue.record("a silent server answered")
                } catch {}
            }()
            try await server.wait { $0.runningReplies == 1 }
            await server.stop()
            await answer
            #expect(server.counts.closedEarly == 0, "the server itself left")
            await server.stop()
            await #expect(throws: CancellationError.self) { try await server.wait { $0.requests == 9 } }
            // The port is free again.
            let next = try await LoopbackServer.start(port: server.port) { _, _ in .status(.ok) }
            #expect(next.port == server.port)
            #expect(try await send("hello", to: next).head.status == .ok)
            await next.stop()
        }

        @Test func itRunsUntilItIsCancelled() async throws {
            let (started, continuation) = AsyncStream.makeStream(of: LoopbackServer.self)
            let task = Task {
                try await LoopbackServer.run(answering: LoopbackClaude().reply) { continuation.yield($0) }
            }
            var servers = started.makeAsyncIterator()
            let server = try #require(await servers.next())
            #expect(try await send("hello", to: server).head.status == 404)
            task.cancel()
            try await task.value
            await #expect(throws: HTTPTransportError.self) { try await send("hello", to: server) }
        }

        @Test func aPortThatIsTakenIsAnError() async throws {
            try await withLoopbackServer { _, _ in
                .status(.ok)
            } body: { server in
                await #expect(throws: (any Error).self) {
                    try await LoopbackServer.start(port: server.port) { _, _ in .status(.ok) }
                }
            }
        }

        @Test func theServerIsStoppedAfterAnErrorToo() async throws {
            struct Mishap: Error {}
            var port = 0
            await #expect(throws: Mishap.self) {
                try await withLoopbackServer { _, _ in
                    .status(.ok)
                } body: { server in
                    port = server.port
                    throw Mishap()
                }
            }
            let next = try await LoopbackServer.start(port: port) { _, _ in .status(.ok) }
            await next.stop()
        }

        @Test func waitingCanBeCancelled() async throws {
            try await withLoopbackServer { _, _ in
                .status(.ok)
            } body: { server in
                let task = Task { try await server.wait { $0.requests == 1 } }
                try await Task.sleep(for: .milliseconds(20))
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
            }
        }

        @Test func repliesAreCutWhereAsked() {
            let reply = LoopbackReply.response(text: "hello").cut(after: 1 << 20)
            #expect(reply.steps.last == .close)
            for count in 0..<reply.byteCount {
                #expect(reply.cut(after: count).byteCount == count)
                #expect(reply.inPieces(of: 3).cut(after: count, by: .reset).byteCount == count)
                #expect(reply.cut(after: count, by: .reset).steps.last == .reset)
            }
            let large = LoopbackReply(steps: [.repeat([1, 2, 3], times: 100), .pause(.seconds(1)), .send([4])])
            for count in [0, 1, 2, 3, 4, 100, 299, 300, 301] { #expect(large.cut(after: count).byteCount == count) }
            #expect(large.delayed(by: .seconds(1)).byteCount == 301)
        }

        private func send(_ text: String, to server: LoopbackServer) async throws -> HTTPTransportResponse {
            var request = HTTPRequest(method: .post, scheme: "http", authority: server.authority, path: "/")
            request.headerFields[.init("X-Custom")!] = "value"
            return try await transport.send(request, body: Array(text.utf8))
        }
    }
#endif
