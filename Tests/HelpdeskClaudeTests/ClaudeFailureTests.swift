import HTTPTypes
import HelpdeskClaude
import HelpdeskJSON
import HelpdeskTesting
import Testing

@Suite struct ClaudeFailureTests {
    func failure(_ status: Int, _ type: String, _ message: String = "no") -> FakeHTTPTransport.Reply {
        .response(
            status, [HTTPField.Name("request-id")!: "req_head"],
            text: #"{"type":"error","error":{"type":"\#(type)","message":"\#(message)"},"request_id":"req_1"}"#)
    }

    @Test(arguments: [
        (400, "invalid_request_error", LanguageError.Code.invalidRequest), (401, "authentication_error", .unauthorized),
        (402, "billing_error", .unauthorized), (403, "permission_error", .unauthorized),
        (404, "not_found_error", .notFound),
        (409, "conflict_error", .unavailable), (413, "request_too_large", .invalidRequest),
        (429, "rate_limit_error", .rateLimited), (500, "api_error", .unavailable), (504, "timeout_error", .timedOut),
        (529, "overloaded_error", .overloaded), (418, "new_error", .invalidRequest), (503, "new_error", .unavailable),
        (301, "", .notFound),
    ]) func statusesHaveCodes(status: Int, type: String, code: LanguageError.Code) async throws {
        let client = try client(FakeHTTPTransport([failure(status, type)])) { $0.maximumRetries = 0 }
        let error = try #require(
            await #expect(throws: LanguageError.self) { try await client.respond(to: sourcesQuestion) })
        #expect(error.code == code)
        #expect(error.provider == .init(status: status, type: type, message: "no", requestID: "req_1"))
        let streamed = try #require(await read(client.stream(sourcesQuestion)).error as? LanguageError)
        #expect(streamed.code == code)
    }

    @Test func errorsWithoutJSONHaveTheStatusAndTheName() async throws {
        let reply = FakeHTTPTransport.Reply.response(
            502, [HTTPField.Name("request-id")!: "req_head"], text: "<html>Bad gateway</html>")
        let client = try client(FakeHTTPTransport([reply])) { $0.maximumRetries = 0 }
        let error = await #expect(throws: LanguageError.self) { try await client.respond(to: sourcesQuestion) }
        #expect(error?.code == .unavailable)
        #expect(error?.provider == .init(status: 502, requestID: "req_head"))
    }

    @Test func errorsInTheMiddleHaveTheTextSoFar() async throws {
        let stream =
            events(messageStart, blockStart(0), textDelta(0, "It is"))
            + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n"
        let transport = FakeHTTPTransport([.response(200, eventStream, text: stream, ending: .silence)])
        let (events, error) = await read(try client(transport).stream(sourcesQuestion))
        #expect(events.contains(.text("It is")))
        let failure = try #require(error as? LanguageError)
        #expect(failure.code == .overloaded && failure.partialText == "It is")
        #expect(failure.provider == .init(type: "overloaded_error", message: "Overloaded"))
        #expect(!"\(failure)".contains("It is"))
        #expect(transport.sent.count == 1)
        #expect(await isClosed(transport))
    }

    @Test func failuresAreTriedAgainOnTheClock() async throws {
        let clock = ManualClock()
        let good = FakeHTTPTransport.Reply.response(200, text: #"{"content":[{"type":"text","text":"Hi"}]}"#)
        let transport = FakeHTTPTransport([failure(529, "overloaded_error"), failure(500, "api_error"), good])
        let client = try client(transport, clock: clock)
        let task = Task { try await client.respond(to: sourcesQuestion) }
        await clock.waitForSleepers(2)  // the timeout and the wait
        #expect(transport.sent.count == 1)
        clock.advance(by: .milliseconds(500))
        while transport.sent.count < 2 { await Task.yield() }
        await clock.waitForSleepers(2)
        clock.advance(by: .seconds(1))
        #expect(try await task.value.text == "Hi")
        #expect(transport.sent.count == 3)
        #expect(Set(transport.sent.map(\.body)).count == 1)
    }

    @Test func retriesEnd() async throws {
        let clock = ContinuousClock()
        let transport = FakeHTTPTransport([.failure(HTTPTransportError(.connectionFailed, "refused"))])
        let client = try client(transport, clock: clock) { $0.retries.initialDelay = .zero }
        let error = await #expect(throws: LanguageError.self) { try await client.respond(to: sourcesQuestion) }
        #expect(error?.code == .unavailable && error?.retries == 2)
        #expect(transport.sent.count == 3)
    }

    @Test func aStreamIsTriedAgainOnlyBeforeItsFirstText() async throws {
        let whole = events(
            messageStart, blockStart(0), textDelta(0, "Hi"), blockStop(0), messageDelta("end_turn"), messageStop)
        let lost = FakeHTTPTransport.Reply.Ending.failure(HTTPTransportError(.connectionLost, "reset"))
        let before = FakeHTTPTransport([
            .response(200, eventStream, text: events(messageStart, blockStart(0)), ending: lost),
            .response(200, eventStream, text: whole),
        ])
        let change = { (configuration: inout ClaudeClient.Configuration) in configuration.retries.initialDelay = .zero }
        let client = try client(before, clock: ContinuousClock(), change)
        let response = try await LLMResponse(collecting: client.stream(sourcesQuestion), model: "m")
        #expect(response.text == "Hi" && before.sent.count == 2)

        let after = FakeHTTPTransport([
            .response(200, eventStream, text: events(messageStart, textDelta(0, "Hi")), ending: lost),
            .response(200, eventStream, text: whole),
        ])
        let other = try HelpdeskClaudeTests.client(after, clock: ContinuousClock(), change)
        let error = await read(other.stream(sourcesQuestion)).error as? LanguageError
        #expect(error?.code == .interrupted && error?.partialText == "Hi" && after.sent.count == 1)
    }

    @Test func answersEndInTime() async throws {
        let clock = ManualClock()
        var request = sourcesQuestion
        request.timeout = .seconds(5)
        let silent = FakeHTTPTransport([.silence])
        let whole = Task { [request] in try await client(silent, clock: clock).respond(to: request) }
        await clock.waitForSleepers(1)
        while silent.sent.isEmpty { await Task.yield() }
        clock.advance(by: .seconds(5))
        let error = await #expect(throws: LanguageError.self) { try await whole.value }
        #expect(error?.code == .timedOut && error?.partialText == "")

        let start = events(messageStart, blockStart(0), textDelta(0, "Hi"))
        let transport = FakeHTTPTransport([.response(200, eventStream, text: start, ending: .silence)])
        let (streamed, firstText) = reading(try client(transport, clock: clock).stream(request))
        for await _ in firstText { break }
        await clock.waitForSleepers(1)
        clock.advance(by: .seconds(5))
        let late = await #expect(throws: LanguageError.self) { try await streamed.value }
        #expect(late?.code == .timedOut && late?.partialText == "Hi")
        #expect(await isClosed(transport))
    }

    /// A wait that would not leave time for another attempt is not begun.
    @Test func timeCoversTheWaits() async throws {
        let clock = ManualClock()
        let transport = FakeHTTPTransport([.response(429, [.retryAfter: "30"])])
        let client = try client(transport, clock: clock) { $0.timeout = .seconds(10) }
        let error = await #expect(throws: LanguageError.self) { try await client.respond(to: sourcesQuestion) }
        #expect(error?.code == .rateLimited && error?.provider?.status == 429)
        #expect(transport.sent.count == 1)
    }

    @Test func cancellationDropsTheBody() async throws {
        let start = events(messageStart, blockStart(0), textDelta(0, "Hi"))
        let transport = FakeHTTPTransport([.response(200, eventStream, text: start, ending: .silence)])
        let client = try client(transport)
        let task = Task { for try await _ in client.stream(sourcesQuestion) {} }
        while transport.openBodyCount == 0 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        // Leaving the loop does it too.
        for try await event in client.stream(sourcesQuestion) { if case .text = event { break } }
        let whole = Task { try await client.respond(to: sourcesQuestion) }
        while transport.sent.count < 3 { await Task.yield() }
        whole.cancel()
        await #expect(throws: CancellationError.self) { try await whole.value }
        #expect(await isClosed(transport))
    }

    @Test func neitherKeysNorPromptsAreInErrorsOrDumps() async throws {
        let prompt = "My card has the number 4111 1111 1111 1111, please help."
        let request = LLMRequest(messages: [.user(prompt)])
        let echo = "key sk-test-secret, header my-own-secret, text: My card has the number 4111 1111 1111 1111, end"
        let transport = FakeHTTPTransport([failure(400, "sk-test-secret", echo)])
        let client = try client(transport) { $0.headers = [.authorization: "Bearer my-own-secret"] }
        let error = try #require(await #expect(throws: LanguageError.self) { try await client.respond(to: request) })
        var shown = "\(error) \(String(reflecting: error)) \(client) \(client.configuration)"
        dump(error, to: &shown)
        dump(client, to: &shown)
        dump(client.configuration, to: &shown)
        shown += String(reflecting: client.configuration)
        for secret in ["test-secret", "own-secret", "4111", "My card"] { #expect(!shown.contains(secret), "\(secret)") }
        #expect(error.provider?.message?.hasPrefix("key […], header") == true)
    }
}
