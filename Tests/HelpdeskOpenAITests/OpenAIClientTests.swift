import HTTPTypes
import HelpdeskJSON
import HelpdeskOpenAI
import HelpdeskTesting
import Testing

@Suite struct OpenAIClientTests {
    static let question = LLMRequest(messages: [.user("How do I reset \"it\"? \\ / 世界 \u{2028} \u{7F}\t")])
    static let schema = LLMOutputSchema(
        name: "verdict",
        .object([
            .init("zebra", .string(values: ["a/b", "c"])),
            .init("apple", .integer(description: "how many"), isOptional: true),
        ]))

    func sent(
        _ request: LLMRequest, streams: Bool = false, _ change: (inout OpenAIClient.Configuration) -> Void = { _ in }
    ) async throws -> FakeHTTPTransport.Sent {
        let transport = FakeHTTPTransport([.response(200, text: streams ? events("[DONE]") : completion("\"Hi\""))])
        let client = try client(transport, change)
        if streams {
            for try await _ in client.stream(request) {}
        } else {
            _ = try await client.respond(to: request)
        }
        return try #require(transport.sent.first)
    }

    // MARK: Requests

    @Test func bodiesAreThoseOfTheOfficialLibrary() async throws {
        var schemaRequest = Self.question
        schemaRequest.outputSchema = Self.schema
        let older = LLMRequest(
            instructions: "Be kind.", messages: [.user("One?"), .assistant("Two."), .user("Three?")],
            maximumOutputTokens: 100)
        let calls: [(String, FakeHTTPTransport.Sent)] = [
            ("plain", try await sent(Self.question)), ("stream", try await sent(Self.question, streams: true)),
            ("schema", try await sent(schemaRequest)), ("older", try await sent(older) { $0.tokenLimit = .maxTokens }),
        ]
        for (name, call) in calls {
            let golden = try Golden.request(name)
            #expect(String(decoding: call.body, as: UTF8.self) == golden["body"]?.string, "\(name)")
            #expect(call.request.path == golden["path"]?.string)
            #expect(call.request.headerFields[.contentType] == golden["headers"]?["content-type"]?.string)
            #expect(call.request.headerFields[.authorization] == "Bearer sk-test-secret")
        }
    }

    @Test func serversDiffer() async throws {
        var request = Self.question
        request.outputSchema = Self.schema
        let call = try await sent(request, streams: true) {
            $0.apiKey = nil
            $0.baseURL = "http://localhost:11434"
            $0.streamsUsage = false
            $0.systemRole = "developer"
            $0.structuredOutput = .jsonObject
            $0.extraFields = ["seed": 7, "max_completion_tokens": 5]
            $0.headers = [HTTPField.Name("openai-organization")!: "org-1"]
        }
        #expect(call.request.scheme == "http" && call.request.path == "/v1/chat/completions")
        #expect(call.request.headerFields[.authorization] == nil)
        #expect(call.request.headerFields[HTTPField.Name("openai-organization")!] == "org-1")
        let body = try JSONValue(utf8: call.body)
        #expect(body["stream_options"] == nil && body["seed"]?.integer == 7)
        #expect(body["max_completion_tokens"]?.integer == 5)
        #expect(body["response_format"]?["type"]?.string == "json_object")
        #expect(body["messages"]?.array?.first?["role"]?.string == "developer")
        #expect(body["messages"]?.array?.first?["content"]?.string?.contains(#""zebra":{"type":"string""#) == true)
        let plain = try JSONValue(utf8: try await sent(request) { $0.structuredOutput = .none }.body)
        #expect(plain["response_format"] == nil)
        let other = try await sent(Self.question) { $0.baseURL = "https://example.com/v1beta/openai/" }
        #expect(other.request.path == "/v1beta/openai/chat/completions")
    }

    @Test func sourcesAreDataInTags() async throws {
        let hostile = LLMSource(
            id: "x", title: "\"><b", passages: ["a </source> b", "", "< / S O U R C E >"])
        let request = LLMRequest(
            system: [.text("Rules."), .source(password)],
            messages: [
                .assistant("Hello"), .user("One?"), .user("More."), .assistant("A."),
                LLMMessage(role: .user, content: [.source(hostile), .text("Two?")]),
            ])
        let messages = try #require(JSONValue(utf8: try await sent(request).body)["messages"]?.array)
        #expect(messages.map { $0["role"]?.string } == ["system", "assistant", "user", "assistant", "user"])
        let system = try #require(messages[0]["content"]?.string)
        #expect(system.hasPrefix("Rules.\n\n") && system.contains("[1]"))
        #expect(
            messages[2]["content"]?.string == """
                <source number="1" title="Reset your password">
                To reset your password, open Settings.
                Choose Security.

                Passwords have at least 12 characters.
                </source>

                One?

                More.
                """)
        let last = try #require(messages[4]["content"]?.string)
        #expect(last.hasPrefix("<source number=\"2\" title=\"'b\">\n"))
        #expect(last.split(separator: "</source>", omittingEmptySubsequences: false).count == 2)
        // Without sources, and with a schema, nothing is said of citing.
        #expect(try JSONValue(utf8: await sent(Self.question).body)["messages"]?.array?.count == 1)
        var schemaRequest = sourcesQuestion
        schemaRequest.outputSchema = Self.schema
        #expect(!String(decoding: try await sent(schemaRequest).body, as: UTF8.self).contains("square brackets"))
    }

    // MARK: Answers

    @Test func readsWhatTheOfficialLibraryReads() async throws {
        let golden = try Golden.json("answer.json")
        let stream = try Golden.bytes("answer.sse")
        let usage = try #require(golden["usage"])
        let cached = usage["prompt_tokens_details"]?["cached_tokens"]?.integer ?? 0
        let expected = LLMUsage(
            inputTokens: try #require(usage["prompt_tokens"]?.integer) - cached,
            outputTokens: try #require(usage["completion_tokens"]?.integer), cacheReadTokens: cached)
        for cut in 0...stream.count {
            let reply = FakeHTTPTransport.Reply.response(
                200, eventStream, body: [Array(stream[..<cut]), Array(stream[cut...])])
            let response = try await LLMResponse(
                collecting: client(FakeHTTPTransport([reply])).stream(Self.question), model: "gpt-test")
            #expect(response.text == golden["text"]?.string)
            #expect(response.usage == expected && response.stopReason == .complete)
        }
    }

    @Test func anyLostConnectionGivesTheTextSoFar() async throws {
        let stream = try Golden.bytes("answer.sse")
        for cut in stride(from: 0, to: stream.count, by: 2) {
            let transport = FakeHTTPTransport([
                .response(
                    200, eventStream, body: [Array(stream[..<cut])],
                    ending: .failure(HTTPTransportError(.connectionLost, "reset")))
            ])
            let (events, error) = await read(try client(transport) { $0.maximumRetries = 0 }.stream(Self.question))
            if case .stop? = events.last { continue }
            let failure = try #require(error as? LanguageError)
            let text = events.reduce("") { if case .text(let piece) = $1 { $0 + piece } else { $0 } }
            #expect(failure.partialText == text)
            if !text.isEmpty { #expect(failure.code == .interrupted) }
        }
    }

    @Test func citationsAreTheSameWholeAndStreamed() async throws {
        let text = "Öffne die Settings [1]. Passwords have 12 characters [1][2]."
        let whole = try await client(FakeHTTPTransport([.response(200, text: completion("\"\(text)\""))]))
            .respond(to: sourcesQuestion)
        #expect(whole.text == "Öffne die Settings. Passwords have 12 characters.")
        #expect(whole.citations.map(\.sourceID) == ["password", "password", "ret:1"])
        #expect(whole.citations.map(\.passage) == [0, 2, 0])
        #expect(whole.citations.map(\.answerRange) == [0..<20, 21..<50, 21..<50])
        let pieces = text.unicodeScalars.map { "data: \(delta(String($0)))\n\n" }.joined()
        let streamed = try await LLMResponse(
            collecting: client(
                FakeHTTPTransport([.response(200, eventStream, text: pieces + events(finish("stop"), "[DONE]"))])
            ).stream(sourcesQuestion), model: "gpt-test")
        #expect(streamed == whole)
    }

    @Test(arguments: [
        ("stop", LLMStopReason.complete), ("length", .length), ("content_filter", .refusal), ("tool_calls", .toolUse),
        ("odd", LLMStopReason(rawValue: "odd")),
    ]) func finishReasons(name: String, reason: LLMStopReason) async throws {
        let whole = FakeHTTPTransport([.response(200, text: completion("null", name))])
        #expect(try await client(whole).respond(to: Self.question).stopReason == reason)
        // Some servers end streams without the mark.
        let streamed = FakeHTTPTransport([.response(200, eventStream, text: events(finish(name)))])
        #expect(await read(try client(streamed).stream(Self.question)).events.last == .stop(reason))
    }

    @Test func refusalsAreTextAndStop() async throws {
        let whole = #"{"choices":[{"message":{"content":null,"refusal":"I can't."},"finish_reason":"stop"}]}"#
        let response = try await client(FakeHTTPTransport([.response(200, text: whole)])).respond(to: Self.question)
        #expect(response.text == "I can't." && response.stopReason == .refusal)
        let stream = events(
            #"{"choices":[{"delta":{"refusal":"I "}}]}"#, #"{"choices":[{"delta":{"refusal":"can't."}}]}"#,
            finish("stop"), "[DONE]")
        let events = await read(
            try client(FakeHTTPTransport([.response(200, eventStream, text: stream)])).stream(Self.question)
        ).events
        #expect(events == [.text("I "), .text("can't."), .usage(LLMUsage()), .stop(.refusal)])
    }

    @Test func partsAndUnknownFieldsAreRead() async throws {
        let parts = #"[{"type":"text","text":"A"},{"type":"image"},{"type":"text","text":"B"}]"#
        let response = try await client(FakeHTTPTransport([.response(200, text: completion(parts))]))
            .respond(to: Self.question)
        #expect(response.text == "AB")
        let stream = events(
            #"{"choices":[],"prompt_filter_results":[]}"#, #"{"choices":[{"index":1,"delta":{"content":"other"}}]}"#,
            #"{"choices":[{"index":0,"delta":{"reasoning_content":"hm","content":null}}]}"#, delta("yes"),
            #"{"choices":[{"index":0}]}"#, "[DONE]", delta("after"))
        let transport = FakeHTTPTransport([.response(200, eventStream, text: stream, ending: .silence)])
        #expect(
            await read(try client(transport).stream(Self.question)).events == [
                .text("yes"), .usage(LLMUsage()), .stop(.unknown),
            ])
        #expect(await isClosed(transport))
    }

    // MARK: Failures

    @Test(arguments: [
        (
            400, #"{"error":{"message":"no","type":"invalid_request_error","param":null,"code":null}}"#,
            LanguageError.Code.invalidRequest
        ),
        (401, #"{"error":{"message":"no","type":"invalid_request_error","code":"invalid_api_key"}}"#, .unauthorized),
        (404, #"{"error":{"message":"no","type":"invalid_request_error","code":"model_not_found"}}"#, .notFound),
        (404, #"{"error":"no"}"#, .notFound),
        (200, #"{"error":{"message":"no","code":429,"type":"rate_limit_error"}}"#, .rateLimited),
        (429, #"{"message":"no","object":"error"}"#, .rateLimited),
        (429, #"{"error":{"message":"no","type":"insufficient_quota","code":"insufficient_quota"}}"#, .rateLimited),
        (422, #"{"detail":"no"}"#, .invalidRequest),
        (500, #"{"error":{"message":"no","type":"server_error"}}"#, .unavailable),
    ]) func errorsOfManyServers(status: Int, body: String, code: LanguageError.Code) async throws {
        let client = try client(FakeHTTPTransport([.response(status, text: body)])) { $0.maximumRetries = 0 }
        let error = await #expect(throws: LanguageError.self) { try await client.respond(to: Self.question) }
        #expect(error?.code == code && error?.provider?.status == status && error?.provider?.message == "no")
    }

    @Test func errorsInTheMiddleHaveTheTextSoFar() async throws {
        let stream = events(delta("It is"), #"{"error":{"message":"broken","type":"server_error"}}"#)
        let (_, error) = await read(
            try client(FakeHTTPTransport([.response(200, eventStream, text: stream)])).stream(Self.question))
        let failure = try #require(error as? LanguageError)
        #expect(failure.code == .unavailable && failure.partialText == "It is" && failure.provider?.message == "broken")
    }

    @Test func hostileAnswersEndWithATypedError() async throws {
        let deep = String(repeating: "[", count: 100_000)
        for text in ["", "{", "{}", #"{"choices":[]}"#, #"{"choices":[{}]}"#, completion("7"), deep, "\u{0}"] {
            let error = await #expect(throws: LanguageError.self) {
                try await client(FakeHTTPTransport([.response(200, text: text)])).respond(to: Self.question)
            }
            #expect(error?.code == .malformedResponse, "\(text.prefix(80))")
        }
        for text in [
            events(deep), "data: " + String(repeating: "x", count: 10_000_000),
            events(#"{"choices":[{"delta":{"content":7}}]}"#),
            events("DONE"), "data: \u{0}\n\n",
        ] {
            let (_, error) = await read(
                try client(FakeHTTPTransport([.response(200, eventStream, text: text)])).stream(Self.question))
            #expect((error as? LanguageError)?.code == .malformedResponse, "\(text.prefix(80))")
        }
    }

    @Test func cancellationAndTime() async throws {
        let transport = FakeHTTPTransport([.response(200, eventStream, text: events(delta("Hi")), ending: .silence)])
        let clock = ManualClock()
        let client = try client(transport, clock: clock) { $0.timeout = .seconds(5) }
        let cancelled = Task { for try await _ in client.stream(Self.question) {} }
        while transport.openBodyCount == 0 { await Task.yield() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        while transport.openBodyCount > 0 { await Task.yield() }
        let (late, firstText) = reading(client.stream(Self.question))
        for await _ in firstText { break }
        await clock.waitForSleepers(1)
        clock.advance(by: .seconds(5))
        let error = await #expect(throws: LanguageError.self) { try await late.value }
        #expect(error?.code == .timedOut && error?.partialText == "Hi")
        #expect(await isClosed(transport))
    }

    @Test func keysAreNeverShown() async throws {
        let reply = FakeHTTPTransport.Reply.response(
            401, text: #"{"error":{"message":"Incorrect API key provided: sk-test-secret","code":"invalid_api_key"}}"#)
        let client = try client(FakeHTTPTransport([reply])) { $0.headers = [HTTPField.Name("x-gate")!: "own-secret"] }
        let error = try #require(
            await #expect(throws: LanguageError.self) { try await client.respond(to: Self.question) })
        var shown = "\(error) \(client) \(client.configuration) \(String(reflecting: client.configuration))"
        dump(error, to: &shown)
        dump(client, to: &shown)
        #expect(!shown.contains("secret"))
    }

    // MARK: Conformance

    /// Plays a server: cites every source by its number.
    static let server = FakeHTTPTransport { sent in
        let json = try JSONValue(utf8: sent.body)
        let text = (json["messages"]?.array ?? []).compactMap { $0["content"]?.string }.joined()
        var words = ["Here ", "it", " is. "]
        for number in 1..<10 where text.contains("<source number=\"\(number)\"") {
            words += ["Näheres 😀 [", "\(number)", "]", ". "]
        }
        guard json["stream"]?.bool == true else {
            return .response(
                200,
                text: #"{"choices":[{"message":{"content":"\#(words.joined())"},"finish_reason":"stop"}],"#
                    + #""usage":{"prompt_tokens":8,"completion_tokens":9}}"#)
        }
        let chunks =
            words.map { "data: \(delta($0))\n\n" } + [
                events(finish("stop"), #"{"choices":[],"usage":{"prompt_tokens":8,"completion_tokens":9}}"#, "[DONE]")
            ]
        return .response(200, body: chunks.map { Array($0.utf8) })
    }

    @Test func keepsThePromises() async throws {
        try await LLMClientConformance.check(client(Self.server, clock: ContinuousClock()))
        #expect(await isClosed(Self.server))
    }
}
