#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskTesting
    import Testing

    @Suite(.timeLimit(.minutes(5))) struct AsyncHTTPClientTransportCancellationTests {
        let transport = AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300)))
        static let endless = LoopbackReply(
            steps: LoopbackReply.response(pieces: [Array("first".utf8)], framing: .announced(500)).steps
                + [.waitForClient])

        @Test func cancelledBeforeTheHead() async throws {
            try await withLoopbackServer { _, _ in
                .silence
            } body: { server in
                let task = Task { try await exchange(transport, request(to: server)) }
                try await server.wait { $0.runningReplies == 1 }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                try await server.wait { $0.closedEarly == 1 && $0.openConnections == 0 }
            }
        }

        @Test func cancelledInTheBody() async throws {
            try await withLoopbackServer { _, _ in
                Self.endless
            } body: { server in
                let (seen, continuation) = AsyncStream.makeStream(of: [UInt8].self)
                let task = Task {
                    let response = try await transport.send(request(to: server), body: nil)
                    for try await piece in response.body { continuation.yield(piece) }
                }
                for await piece in seen {
                    #expect(piece == Array("first".utf8))
                    break
                }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                try await server.wait { $0.closedEarly == 1 && $0.openConnections == 0 }
            }
        }

        @Test func cancelledAlready() async throws {
            try await withLoopbackServer { _, _ in
                .silence
            } body: { server in
                let task = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    _ = try await exchange(transport, request(to: server))
                }
                await #expect(throws: CancellationError.self) { try await task.value }
            }
        }

        @Test func aReaderThatStopsClosesTheConnection() async throws {
            try await withLoopbackServer { _, _ in
                Self.endless
            } body: { server in
                let response = try await transport.send(request(to: server), body: nil)
                for try await _ in response.body { break }
                try await server.wait { $0.closedEarly == 1 && $0.openConnections == 0 }
                #expect(response.head.status == .ok)
            }
        }

        @Test func aBodyThatNobodyReadsClosesTheConnection() async throws {
            try await withLoopbackServer { _, _ in
                Self.endless
            } body: { server in
                _ = try await transport.send(request(to: server), body: nil)
                try await server.wait { $0.closedEarly == 1 && $0.openConnections == 0 }
            }
        }

        @Test func aSlowReaderHoldsTheServerBack() async throws {
            let block = [UInt8](repeating: 66, count: 1 << 16)
            try await withLoopbackServer { _, _ in
                .response(repeating: block, times: 1600)
            } body: { server in
                let response = try await transport.send(request(to: server), body: nil)
                var iterator = response.body.makeAsyncIterator()
                _ = try await iterator.next()
                // Until the server makes no headway any more.
                var sent = -1
                while sent != server.counts.bytesSent {
                    sent = server.counts.bytesSent
                    try await Task.sleep(for: .milliseconds(300))
                }
                #expect(sent < 24 << 20, "\(sent) bytes were taken from the server that nobody read")
                var count = 0
                while let piece = try await iterator.next() { count += piece.count }
                #expect(count > 1600 << 16 - 1 << 20)
                try await server.wait { $0.replies == 1 }
            }
        }

        @Test func manyCancelledRequestsLeaveNothing() async throws {
            try await withLoopbackServer { _, _ in
                Self.endless
            } body: { server in
                let tasks = (0..<100).map { _ in
                    Task { try await exchange(transport, request(to: server)) }
                }
                try await server.wait { $0.runningReplies == 100 }
                for task in tasks { task.cancel() }
                for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
                try await server.wait { $0.closedEarly == 100 && $0.openConnections == 0 }
            }
        }
    }
#endif
