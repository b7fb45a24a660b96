import HTTPTypes
import HelpdeskClaude
import HelpdeskJSON
import HelpdeskTesting
import Testing

@Suite struct ClaudeAnswerTests {
    static let text = "You can do it so: open Settings 世界 😀. It costs 4,90 €."
    static let expected = [
        LLMCitation(sourceID: "password", passage: 0, quote: password.passages[0], answerRange: 18..<43),
        LLMCitation(sourceID: "password", passage: 2, quote: password.passages[2], answerRange: 18..<43),
        LLMCitation(sourceID: "ret:1", passage: 0, quote: shipping.passages[0], answerRange: 45..<62),
    ]

    @Test func readsWhatTheOfficialLibraryReads() async throws {
        let whole = FakeHTTPTransport([.response(200, body: [try Golden.bytes("answer.json")])])
        let streamed = FakeHTTPTransport([.response(200, eventStream, body: [try Golden.bytes("answer.sse")])])
        let response = try await client(whole).respond(to: sourcesQuestion)
        #expect(response.text == Self.text)
        #expect(response.citations == Self.expected)
        #expect(response.stopReason == .complete)
        #expect(
            response.usage
                == LLMUsage(inputTokens: 25, outputTokens: 15, cacheReadTokens: 7, cacheWriteTokens: 11))
        #expect(
            try await LLMResponse(collecting: client(streamed).stream(sourcesQuestion), model: response.model)
                == response)
        let bytes = Array(response.text.utf8)
        #expect(String(decoding: bytes[18..<43], as: UTF8.self) == "open Settings 世界 😀")
        #expect(await isClosed(streamed))
    }

    @Test func anyCutGivesTheSameAnswer() async throws {
        let stream = try Golden.bytes("answer.sse")
        let expected = await read(
            try client(FakeHTTPTransport([.response(200, eventStream, body: [stream])])).stream(sourcesQuestion)
        ).events
        #expect(expected.count == 13)
        for cut in 0...stream.count {
            let reply = FakeHTTPTransport.Reply.response(
                200, eventStream, body: [Array(stream[..<cut]), Array(stream[cut...])])
            #expect(await read(try client(FakeHTTPTransport([reply])).stream(sourcesQuestion)).events == expected)
        }
    }

    @Test func anyLostConnectionGivesTheTextSoFar() async throws {
        let stream = try Golden.bytes("answer.sse")
        for cut in stride(from: 0, to: stream.count, by: 3) {
            for ending in [
                FakeHTTPTransport.Reply.Ending.complete, .failure(HTTPTransportError(.connectionLost, "reset")),
            ] {
                let transport = FakeHTTPTransport([
                    .response(200, eventStream, body: [Array(stream[..<cut])], ending: ending)
                ])
                let client = try client(transport) { $0.maximumRetries = 0 }
                let (events, error) = await read(client.stream(sourcesQuestion))
                if events.last == .stop(.complete) { continue }
                let failure = try #require(error as? LanguageError)
                let text = events.reduce("") { if case .text(let piece) = $1 { $0 + piece } else { $0 } }
                #expect(failure.partialText == text)
                #expect([.interrupted, .unavailable].contains(failure.code), "\(failure)")
                if !text.isEmpty { #expect(failure.code == .interrupted) }
                #expect(Self.text.hasPrefix(text))
            }
        }
    }

    @Test func unknownKindsAreSkipped() async throws {
        let stream = events(
            messageStart, #"{"type":"news","x":1}"#,
            #"{"type":"content_block_start","index":0,"content_block":{"type":"hologram","text":"no"}}"#,
            #"{"type":"content_block_delta","index":0,"delta":{"type":"hologram_delta","text":"no"}}"#, blockStop(0),
            blockStart(1), #"{"type":"content_block_delta","index":1,"delta":{"type":"smell_delta","text":"no"}}"#,
            textDelta(1, "yes"), blockStop(1), messageDelta("stop_sequence"), messageStop,
            textDelta(1, "after the end"))
        let transport = FakeHTTPTransport([.response(200, eventStream, text: stream, ending: .silence)])
        let events = await read(try client(transport).stream(sourcesQuestion)).events
        let usage = LLMUsage(inputTokens: 3, outputTokens: 5)
        #expect(
            events == [
                .usage(LLMUsage(inputTokens: 3, outputTokens: 1)), .text("yes"), .usage(usage), .stop(.complete),
            ])
        #expect(await isClosed(transport))
    }

    @Test(arguments: [
        ("end_turn", LLMStopReason.complete), ("stop_sequence", .complete), ("max_tokens", .length),
        ("model_context_window_exceeded", .length), ("refusal", .refusal), ("tool_use", .toolUse),
        ("pause_turn", .paused),
        ("new_reason", LLMStopReason(rawValue: "new_reason")),
    ]) func stopReasons(name: String, reason: LLMStopReason) async throws {
        let whole = FakeHTTPTransport([.response(200, text: #"{"content":[],"stop_reason":"\#(name)"}"#)])
        #expect(try await client(whole).respond(to: sourcesQuestion).stopReason == reason)
        let streamed = FakeHTTPTransport([.response(200, eventStream, text: events(messageDelta(name), messageStop))])
        #expect(await read(try client(streamed).stream(sourcesQuestion)).events.last == .stop(reason))
    }

    @Test func citationsThatDoNotFitAreLeftOut() async throws {
        func citations(_ json: String) async throws -> [LLMCitation] {
            let text = #"{"content":[{"type":"text","text":"Ä","citations":[\#(json)]}],"stop_reason":"end_turn"}"#
            return try await client(FakeHTTPTransport([.response(200, text: text)])).respond(to: sourcesQuestion)
                .citations
        }
        func location(_ source: String, _ index: Int, _ start: Int, _ end: Int, _ cited: String) -> String {
            #"{"type":"search_result_location","source":"\#(source)","search_result_index":\#(index),"#
                + #""start_block_index":\#(start),"end_block_index":\#(end),"cited_text":"\#(cited)"}"#
        }
        let characters = "Passwords have at least 12 characters."
        // A part of a passage, and the wrong index with the right name.
        #expect(
            try await citations(location("password", 1, 1, 2, " at least 12 ")) == [
                LLMCitation(sourceID: "password", passage: 2, quote: "at least 12", answerRange: 0..<2)
            ])
        // From the middle of one passage to the middle of the next.
        #expect(
            try await citations(location("password", 0, 0, 2, "Choose Security.Passwords have")).map(\.quote) == [
                "Choose Security.", "Passwords have",
            ])
        // More than there is.
        #expect(try await citations(location("password", 0, 1, 99, characters)).map(\.passage) == [2])
        for wrong in [
            location("other", 7, 0, 1, characters), location("password", 0, 1, 1, characters),
            location("password", 0, -1, 1, characters), location("password", 0, 9, 12, characters),
            location("password", 0, 0, 2, "something else"), location("password", 0, 0, 2, " "), "null", "7", "{}",
            #"{"type":"char_location","cited_text":"\#(characters)","document_index":0}"#,
        ] { #expect(try await citations(wrong) == [], "\(wrong)") }
    }

    @Test func malformedAnswersSayWhere() async throws {
        for text in ["", "<html>", "{", "{\"content\":7}", #"{"content":[{"type":"text"}]}"#, "null", "[]", "\u{0}"] {
            let client = try client(FakeHTTPTransport([.response(200, text: text)]))
            let error = await #expect(throws: LanguageError.self) { try await client.respond(to: sourcesQuestion) }
            #expect(error?.code == .malformedResponse, "\(text)")
        }
        let stream = events(messageStart, blockStart(0), textDelta(0, "so far"), #"{"type":"content_block_delta","ind"#)
        let (_, error) = await read(
            try client(FakeHTTPTransport([.response(200, eventStream, text: stream)])).stream(sourcesQuestion))
        let failure = try #require(error as? LanguageError)
        #expect(failure.code == .malformedResponse && failure.partialText == "so far")
        #expect(failure.message.contains("event 3"))
        #expect("\(failure)".contains("at byte 34"))
    }

    @Test func hostileStreamsEndWithATypedError() async throws {
        let deep = String(repeating: "[", count: 100_000)
        let long = "data: " + String(repeating: "x", count: 10_000_000)
        let hostile: [[UInt8]] = [
            Array(events(deep).utf8), Array(events(#"{"type":"#, deep).utf8), Array(long.utf8),
            Array((long + "\n\n").utf8),
            Array("data: ".utf8) + [0xFF, 0xFE, 0xC0] + Array("\n\n".utf8), Array("data: \u{0}\u{0}\n\n".utf8),
            Array(events(#"{"type":"content_block_delta","index":1e999,"delta":{}}"#).utf8),
            Array(events(#"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":7}}"#).utf8),
        ]
        for (number, body) in hostile.enumerated() {
            let transport = FakeHTTPTransport([.response(200, eventStream, body: [body])])
            let (events, error) = await read(try client(transport).stream(sourcesQuestion))
            #expect(events == [], "\(number)")
            #expect((error as? LanguageError)?.code == .malformedResponse, "\(number): \(String(describing: error))")
        }
        let endless = FakeHTTPTransport([
            .response(200, eventStream, body: Array(repeating: Array(events(#"{"type":"ping"}"#).utf8), count: 1000))
        ])
        let (_, error) = await read(try client(endless) { $0.maximumResponseBytes = 5000 }.stream(sourcesQuestion))
        #expect((error as? LanguageError)?.code == .malformedResponse)
        let whole = FakeHTTPTransport([.response(200, text: long)])
        let large = await #expect(throws: LanguageError.self) {
            try await client(whole) { $0.maximumResponseBytes = 5000 }.respond(to: sourcesQuestion)
        }
        #expect(large?.code == .malformedResponse)
    }
}
