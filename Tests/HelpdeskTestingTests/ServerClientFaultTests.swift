#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskLanguage
    import HelpdeskTesting
    import Testing

    /// The clients over the network, where something goes wrong: a typed error, soon, and nothing of the request in it.
    @Suite(.timeLimit(.minutes(5))) struct ServerClientFaultTests {
        static let soon: HTTPFields = [HTTPField.Name("retry-after-ms")!: "20"]

        @Test(arguments: ServerProvider.allCases) func everyCutOfAStreamIsNoticed(_ provider: ServerProvider)
            async throws
        {
            let player = provider.player()
            let sample = try await withLoopbackServer(answering: player) { server in
                let answer = try await collect(provider.client(server).stream(serverQuestion), model: "")
                return (answer.text, await player(server.received[0], 1).byteCount)
            }
            let (text, byteCount) = sample
            try await withLoopbackServer { request, index in
                await player(request, index).cut(after: index * 13)
            } body: { server in
                let client = try provider.client(server)
                for count in stride(from: 0, to: byteCount - 13, by: 13) {
                    do {
                        let whole = try await collect(client.stream(serverQuestion), model: "")
                        #expect(whole.text == text, "after \(count) of \(byteCount)")
                        #expect(count > byteCount - 200, "only what comes after the last event can be missed")
                    } catch let error as LanguageError {
                        #expect([.unavailable, .interrupted].contains(error.code), "after \(count): \(error)")
                        #expect(text.hasPrefix(error.partialText))
                        #expect(error.partialText.isEmpty || error.code == .interrupted, "\(error)")
                    }
                }
            }
        }

        @Test(arguments: ServerProvider.allCases) func everyCutOfAWholeAnswerIsNoticed(_ provider: ServerProvider)
            async throws
        {
            let player = provider.player()
            try await withLoopbackServer { request, index in
                let reply = await player(request, index)
                return reply.cut(after: min(index * 31, reply.byteCount - 1))
            } body: { server in
                let client = try provider.client(server)
                for index in 0..<40 {
                    await expectLanguageError([.unavailable, .interrupted], "cut \(index)") {
                        _ = try await client.respond(to: serverQuestion)
                    }
                }
            }
        }

        @Test(arguments: ServerProvider.allCases) func lostRequestsAreSentAgain(_ provider: ServerProvider) async throws
        {
            let player = provider.player()
            for first in [LoopbackReply.hangUp, .reset, .garbage, provider.error(500), provider.error(503)] {
                try await withLoopbackServer { request, index in
                    index.isMultiple(of: 2) ? first : await player(request, index)
                } body: { server in
                    let client = try provider.client(server, retries: 1)
                    #expect(try await client.respond(to: serverQuestion).citations.count == 1)
                    let streamed = try await collect(client.stream(serverQuestion), model: "")
                    #expect(streamed.citations.count == 1)
                    #expect(server.counts.requests == 4)
                    #expect(Set(server.received.map(\.body)).count == 2, "the same was sent again")
                }
            }
        }

        @Test(arguments: ServerProvider.allCases) func tooManyRequests(_ provider: ServerProvider) async throws {
            let player = provider.player()
            for headers in [Self.soon, [:], [.retryAfter: "0.02"]] {
                try await withLoopbackServer { request, index in
                    index < 2 ? provider.error(429, headers: headers) : await player(request, index)
                } body: { server in
                    let client = try provider.client(server, retries: 2)
                    #expect(try await client.respond(to: serverQuestion).stopReason == .complete)
                    #expect(server.counts.requests == 3)
                }
            }
            try await withLoopbackServer { _, _ in
                provider.error(429, headers: Self.soon)
            } body: { server in
                let client = try provider.client(server, retries: 2)
                await expectLanguageError([.rateLimited]) { _ = try await client.respond(to: serverQuestion) }
                #expect(server.counts.requests == 3)
                await expectLanguageError([.rateLimited]) {
                    _ = try await collect(client.stream(serverQuestion), model: "")
                }
                #expect(server.counts.requests == 6)
            }
        }

        @Test(arguments: ServerProvider.allCases) func errorsOfTheProvider(_ provider: ServerProvider) async throws {
            let expected: [(Int, LanguageError.Code)] = [
                (400, .invalidRequest), (401, .unauthorized), (403, .unauthorized), (404, .notFound),
                (500, .unavailable), (529, .overloaded), (302, .notFound),
            ]
            for (status, code) in expected {
                // A server that repeats what it got must not bring it into the error.
                let message = "wrong key \(ServerProvider.key)"
                try await withLoopbackServer { _, _ in
                    status == 302
                        ? .status(.found, headers: [.location: "http://127.0.0.1:1/"])
                        : provider.error(status, message: message)
                } body: { server in
                    let client = try provider.client(server)
                    let codes: Set = [code, .unavailable]
                    await expectLanguageError(codes, "\(status)") { _ = try await client.respond(to: serverQuestion) }
                    let error = await expectLanguageError(codes, "\(status)") {
                        _ = try await collect(client.stream(serverQuestion), model: "")
                    }
                    #expect(error?.provider?.status == status)
                    #expect(server.counts.requests == 2)
                }
            }
        }

        @Test(arguments: ServerProvider.allCases) func errorsAfterTheBeginning(_ provider: ServerProvider) async throws
        {
            try await withLoopbackServer { _, _ in
                provider.brokenStream("Open the ")
            } body: { server in
                let client = try provider.client(server, retries: 2)
                let error = await expectLanguageError([.interrupted, .overloaded, .unavailable]) {
                    _ = try await collect(client.stream(serverQuestion), model: "")
                }
                #expect(error?.partialText.hasPrefix("Open the") == true)
                #expect(server.counts.requests == 1, "what was read is not asked for again")
            }
        }

        @Test(arguments: ServerProvider.allCases) func whatIsNoAnswer(_ provider: ServerProvider) async throws {
            let replies: [(String, LoopbackReply)] = [
                ("half a JSON", .json(#"{"id":"msg","content":[{"type":"te"#)), ("an array", .json("[]")),
                ("nothing", .json("")),
                ("HTML", .response(headers: [.contentType: "text/html"], text: "<html></html>")),
                (
                    "no UTF-8",
                    .response(headers: [.contentType: "application/json"], pieces: [[0x7B, 0x22, 0xFF, 0x22]])
                ),
                ("deep", .json(String(repeating: "[", count: 100_000))),
                ("events of nothing", .events(["data: nothing\n\n", "data: {\n\n"])),
                ("garbage", .garbage),
            ]
            for (what, reply) in replies {
                try await withLoopbackServer { _, _ in
                    reply
                } body: { server in
                    let client = try provider.client(server)
                    let codes: Set<LanguageError.Code> = [.malformedResponse, .unavailable, .interrupted]
                    await expectLanguageError(codes, what) { _ = try await client.respond(to: serverQuestion) }
                    await expectLanguageError(codes, what) {
                        _ = try await collect(client.stream(serverQuestion), model: "")
                    }
                }
            }
        }

        @Test(arguments: ServerProvider.allCases) func aLineWithoutEnd(_ provider: ServerProvider) async throws {
            for size in [10 << 20, 64 << 20] {
                try await withLoopbackServer { _, _ in
                    .endlessLine(of: size)
                } body: { server in
                    let client = try provider.client(server)
                    let codes: Set<LanguageError.Code> = [.malformedResponse, .unavailable, .interrupted]
                    await expectLanguageError(codes) { _ = try await collect(client.stream(serverQuestion), model: "") }
                    await expectLanguageError(codes) { _ = try await client.respond(to: serverQuestion) }
                    #expect(server.counts.bytesSent < 60 << 20)
                }
            }
        }

        @Test(arguments: ServerProvider.allCases) func silenceEnds(_ provider: ServerProvider) async throws {
            try await withLoopbackServer { _, _ in
                .silence
            } body: { server in
                let client = try provider.client(server, retries: 2)
                var request = serverQuestion
                request.timeout = .milliseconds(500)
                await expectLanguageError([.timedOut]) { _ = try await client.respond(to: request) }
                await expectLanguageError([.timedOut]) { _ = try await collect(client.stream(request), model: "") }
                // On a machine with much to do, a request may never have left.
                let counts = try await server.wait { $0.runningReplies == 0 && $0.closedEarly == $0.requests }
                #expect(counts.requests <= 2)
            }
        }

        @Test(arguments: ServerProvider.allCases) func cancelledClientsGoAway(_ provider: ServerProvider) async throws {
            try await withLoopbackServer { _, _ in
                .silence
            } body: { server in
                let client = try provider.client(server, retries: 2)
                let tasks = [
                    Task { _ = try await client.respond(to: serverQuestion) },
                    Task { _ = try await collect(client.stream(serverQuestion), model: "") },
                ]
                try await server.wait { $0.runningReplies == 2 }
                for task in tasks { task.cancel() }
                for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
                try await server.wait { $0.closedEarly == 2 && $0.openConnections == 0 }
                #expect(server.counts.requests == 2)
            }
        }

        @Test(arguments: ServerProvider.allCases) func nobodyIsThere(_ provider: ServerProvider) async throws {
            let server = try await LoopbackServer.start { _, _ in .silence }
            await server.stop()
            let client = try provider.client(server, retries: 1)
            await expectLanguageError([.unavailable]) { _ = try await client.respond(to: serverQuestion) }
        }
    }
#endif
