#if AsyncHTTPClient
    import HelpdeskHTTP
    import HelpdeskLanguage
    import HelpdeskTesting
    import Testing

    /// The clients over the network, where all goes well.
    @Suite(.timeLimit(.minutes(5))) struct ServerClientTests {
        @Test(arguments: ServerProvider.allCases) func answersComeWholeAndStreamed(_ provider: ServerProvider)
            async throws
        {
            try await withLoopbackServer(answering: provider.player()) { server in
                let client = try provider.client(server)
                let whole = try await client.respond(to: serverQuestion)
                #expect(whole.text == "The articles say: Reset your password in Settings.")
                #expect(whole.citations.map(\.sourceID) == ["password"])
                #expect(whole.citations.first?.passage == 1)
                #expect(whole.citations.first?.quote == "Reset your password in Settings.")
                #expect(whole.stopReason == .complete)
                #expect(whole.usage.totalInputTokens > 10)
                #expect(whole.usage.outputTokens > 5)
                let streamed = try await collect(client.stream(serverQuestion), model: whole.model)
                #expect(streamed == whole)
                #expect(server.received.allSatisfy { $0.raw.firstRange(of: Array(ServerProvider.key.utf8)) != nil })
                #expect(!server.hasReceived("anna@example.com"))
            }
        }

        @Test(arguments: ServerProvider.allCases) func clientsKeepTheirPromises(_ provider: ServerProvider) async throws
        {
            try await withLoopbackServer(answering: provider.player()) { server in
                try await LLMClientConformance.check(provider.client(server))
            }
        }

        @Test(arguments: ServerProvider.allCases) func slowBytesMakeNoDifference(_ provider: ServerProvider)
            async throws
        {
            let player = provider.player { question in
                LLMResponse(text: "Grüße! 😀 \u{1F469}\u{200D}\u{1F4BB} \"4,90 €\"\n\\ done", model: question.model)
            }
            try await withLoopbackServer { request, index in
                await player(request, index).inPieces(of: 1)
            } body: { server in
                let client = try provider.client(server)
                let whole = try await client.respond(to: serverQuestion)
                #expect(whole.text == "Grüße! 😀 \u{1F469}\u{200D}\u{1F4BB} \"4,90 €\"\n\\ done")
                #expect(try await collect(client.stream(serverQuestion), model: whole.model) == whole)
            }
        }

        @Test(arguments: ServerProvider.allCases) func textComesWhileTheServerWrites(_ provider: ServerProvider)
            async throws
        {
            let player = provider.player()
            try await withLoopbackServer { request, index in
                // All but the end, and then nothing.
                let reply = await player(request, index)
                return LoopbackReply(steps: reply.steps.dropLast(4) + [.waitForClient])
            } body: { server in
                let client = try provider.client(server)
                var text = ""
                for try await event in client.stream(serverQuestion) {
                    if case .text(let piece) = event { text += piece }
                    if text.contains("The articles") { break }
                }
                #expect(text.hasPrefix("The articles"))
                // And the client that has heard enough goes away.
                try await server.wait { $0.closedEarly == 1 && $0.openConnections == 0 }
            }
        }

        @Test(arguments: ServerProvider.allCases) func manyAtOnceGetTheirOwnAnswers(_ provider: ServerProvider)
            async throws
        {
            let player = provider.player { question in
                LLMResponse(text: "You asked: \(question.request.question) That is all.", model: question.model)
            }
            try await withLoopbackServer(answering: player) { server in
                let client = try provider.client(server)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<200 {
                        group.addTask {
                            let request = LLMRequest(messages: [.user("What is number \(number)?")])
                            let answer =
                                number.isMultiple(of: 2)
                                ? try await client.respond(to: request)
                                : try await collect(client.stream(request), model: client.model)
                            #expect(answer.text == "You asked: What is number \(number)? That is all.")
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(server.counts.requests == 200)
            }
        }

        @Test(arguments: ServerProvider.allCases) func formsAreFilledIn(_ provider: ServerProvider) async throws {
            struct Verdict: Decodable {
                var category: String
                var reason: String?
            }
            let schema = LLMOutputSchema(
                name: "verdict",
                .object([
                    .init("category", .string(values: ["billing", "technical"])),
                    .init("reason", .string(), isOptional: true),
                ]))
            try await withLoopbackServer(answering: provider.player()) { server in
                var request = serverQuestion
                request.outputSchema = schema
                let answer = try await provider.client(server).respond(to: request)
                #expect(try answer.decoded(as: Verdict.self).category == "billing")
                #expect(answer.citations.isEmpty)
            }
        }

        @Test(arguments: ServerProvider.allCases) func reasonsToStop(_ provider: ServerProvider) async throws {
            for reason in [LLMStopReason.complete, .length, .toolUse] {
                let player = provider.player { LLMResponse(text: "Half", stopReason: reason, model: $0.model) }
                try await withLoopbackServer(answering: player) { server in
                    let client = try provider.client(server)
                    #expect(try await client.respond(to: serverQuestion).stopReason == reason)
                    let streamed = try await collect(client.stream(serverQuestion), model: "")
                    #expect(streamed.stopReason == reason)
                }
            }
        }

        @Test func claudeCountsTokens() async throws {
            try await withLoopbackServer(answering: ServerProvider.claude.player()) { server in
                let count = try await ServerProvider.claude.client(server).tokenCount(of: serverQuestion)
                #expect(count > 20)
                #expect(server.received[0].path == "/v1/messages/count_tokens")
            }
        }
    }
#endif
