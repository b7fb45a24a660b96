import HTTPTypes
import HelpdeskClaude
import HelpdeskJSON
import HelpdeskTesting
import Testing

@Suite struct ClaudeRequestTests {
    static let question = LLMMessage.user("How do I reset \"it\"? \\ / 世界 \u{2028} \u{7F}\t")
    static let schema = LLMOutputSchema(
        name: "verdict",
        .object([
            .init("zebra", .string(values: ["a/b", "c"])),
            .init("apple", .integer(description: "how many"), isOptional: true),
        ]))
    static let answer = #"{"content":[],"stop_reason":"end_turn"}"#

    func sent(
        _ request: LLMRequest, streams: Bool = false, counts: Bool = false,
        _ change: (inout ClaudeClient.Configuration) -> Void = { _ in }
    ) async throws -> FakeHTTPTransport.Sent {
        let transport = FakeHTTPTransport([
            .response(200, text: streams ? events(messageStop) : counts ? #"{"input_tokens":7}"# : Self.answer)
        ])
        let client = try client(transport, change)
        if streams {
            for try await _ in client.stream(request) {}
        } else if counts {
            #expect(try await client.tokenCount(of: request) == 7)
        } else {
            _ = try await client.respond(to: request)
        }
        #expect(transport.sent.count == 1)
        return try #require(transport.sent.first)
    }

    @Test func bodiesAreThoseOfTheOfficialLibrary() async throws {
        let five = { (configuration: inout ClaudeClient.Configuration) in configuration.caching = .fiveMinutes }
        let hour = { (configuration: inout ClaudeClient.Configuration) in configuration.caching = .oneHour }
        let conversation: [LLMMessage] = [.user("One?"), .assistant("Two."), .user("Three?")]
        let calls: [String: FakeHTTPTransport.Sent] = [
            "plain": try await sent(LLMRequest(messages: [Self.question])),
            "system": try await sent(
                LLMRequest(system: [.text("Be kind."), .text(" \n"), .text("Cite.")], messages: [Self.question]), five),
            "sources": try await sent(sourcesQuestion),
            "stream": try await sent(sourcesQuestion, streams: true),
            "conversation": try await sent(
                LLMRequest(
                    system: [.text("Rules"), .source(password)], messages: conversation, maximumOutputTokens: 100), hour
            ),
            "schema": try await sent(
                LLMRequest(
                    messages: [LLMMessage(role: .user, content: [.source(password), .text("Which?")])],
                    outputSchema: Self.schema)),
            "count": try await sent(
                LLMRequest(system: [.text("Be kind.")], messages: sourcesQuestion.messages), counts: true, five),
        ]
        let golden = try #require(try Golden.json("requests.json").array)
        #expect(golden.count == calls.count)
        for value in golden {
            let name = try #require(value["name"]?.string)
            let call = try #require(calls[name])
            #expect(String(decoding: call.body, as: UTF8.self) == value["body"]?.string, "\(name)")
            #expect(call.request.path == value["path"]?.string, "\(name)")
            #expect(call.request.headerFields[.contentType] == value["headers"]?["content-type"]?.string)
        }
    }

    @Test func headersAndAddress() async throws {
        let plain = try await sent(LLMRequest(messages: [Self.question])).request
        #expect(plain.method == .post && plain.scheme == "https" && plain.authority == "api.anthropic.com")
        #expect(plain.headerFields[HTTPField.Name("x-api-key")!] == "sk-test-secret")
        #expect(plain.headerFields[HTTPField.Name("anthropic-version")!] == "2023-06-01")
        let other = try await sent(LLMRequest(messages: [Self.question])) {
            $0.apiKey = nil
            $0.baseURL = "http://localhost:8080/claude/v1/"
            $0.apiVersion = "2026-10-21"
            $0.headers = [HTTPField.Name("anthropic-beta")!: "a", .userAgent: "mine", .authorization: "Bearer x"]
        }.request
        #expect(other.scheme == "http" && other.authority == "localhost:8080" && other.path == "/claude/v1/messages")
        #expect(other.headerFields[HTTPField.Name("x-api-key")!] == nil)
        #expect(other.headerFields[HTTPField.Name("anthropic-version")!] == "2026-10-21")
        #expect(other.headerFields[values: .userAgent] == ["mine"])
        #expect(other.headerFields[.authorization] == "Bearer x")
    }

    @Test func extraFieldsAreMerged() async throws {
        let call = try await sent(LLMRequest(messages: [Self.question], outputSchema: Self.schema)) {
            $0.extraFields = ["output_config": ["effort": "low"], "thinking": ["type": "adaptive"]]
        }
        let body = try JSONValue(utf8: call.body)
        #expect(body["output_config"]?["effort"]?.string == "low")
        #expect(body["output_config"]?["format"]?["type"]?.string == "json_schema")
        #expect(body["thinking"]?["type"]?.string == "adaptive")
        for name in ["temperature", "top_p", "top_k", "tool_choice", "tools", "stream"] { #expect(body[name] == nil) }
    }

    @Test func conversationsBeginWithTheUserAndHaveNoEmptyBlocks() async throws {
        let inModel = LLMMessage(role: .assistant, content: [.text("Hello!"), .source(password), .text(" ")])
        let call = try await sent(
            LLMRequest(messages: [inModel, .user(""), .assistant("\n"), .user("Hi"), .user("How?")]))
        let messages = try #require(JSONValue(utf8: call.body)["messages"]?.array)
        #expect(messages.map { $0["role"]?.string } == ["user", "assistant", "user", "user", "user"])
        #expect(messages[1]["content"]?.array?.count == 1)
        #expect(messages[2]["content"]?.array?.first?["type"]?.string == "search_result")
        for request in [LLMRequest(messages: [.user(" ")]), LLMRequest(messages: [.user("Hi"), .user("\n")])] {
            let error = await #expect(throws: LanguageError.self) { try await sent(request) }
            #expect(error?.code == .invalidRequest)
        }
    }

    @Test func cacheMarksAreNeverMoreThanFour() async throws {
        let call = try await sent(
            LLMRequest(
                system: [.text("a"), .source(password), .text("b"), .source(shipping)],
                messages: (0..<10).flatMap { [.user("q\($0)"), .assistant("a\($0)")] } + [.user("last")])
        ) { $0.caching = .oneHour }
        let text = String(decoding: call.body, as: UTF8.self)
        #expect(text.components(separatedBy: "cache_control").count - 1 == 3)
        let messages = try #require(JSONValue(utf8: call.body)["messages"]?.array)
        #expect(messages[0]["content"]?.array?[1]["cache_control"]?["ttl"]?.string == "1h")
        #expect(messages[19]["content"]?.array?[0]["cache_control"]?["ttl"]?.string == "1h")
        #expect(messages[20]["content"]?.array?[0]["cache_control"] == nil)
    }

    @Test func wrongConfigurationsAreRefused() {
        let transport = FakeHTTPTransport([])
        for change: (inout ClaudeClient.Configuration) -> Void in [
            { $0.model = "" }, { $0.baseURL = "api.anthropic.com" }, { $0.apiKey = "sk\nsecret" }, { $0.apiKey = " " },
            { $0.maximumOutputTokens = 0 },
        ] {
            let error = #expect(throws: LanguageError.self) { try client(transport, change) }
            #expect(error?.code == .invalidRequest)
            #expect(error.map { "\($0)".contains("secret") } == false)
        }
    }
}

extension String {
    fileprivate func components(separatedBy text: String) -> [Substring] {
        split(separator: text, omittingEmptySubsequences: false)
    }
}
