#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskJSON
    import HelpdeskLanguage
    import SentenceEmbeddings
    import Testing

    @testable import HelpdeskTesting

    /// What the players say to requests as they are on the wire; the clients' own tests are elsewhere.
    @Suite(.timeLimit(.minutes(5))) struct LoopbackServerPlayersTests {
        static let claude = #"""
            {"model":"claude-haiku-5-5","max_tokens":100,
             "system":[{"type":"text","text":"Answer from the articles.","cache_control":{"type":"ephemeral"}}],
             "messages":[{"role":"user","content":[
              {"type":"search_result","source":"a","title":"Invoices","content":[{"type":"text","text":"Invoices are sent monthly."}],"citations":{"enabled":true}},
              {"type":"search_result","source":"b","title":"Reset","content":[{"type":"text","text":"First."},{"type":"text","text":"Reset your password in Settings."}],"citations":{"enabled":true}},
              {"type":"text","text":"How do I reset my password?"}]}]
            """#

        @Test func claudeQuotesAndCitesTheBestPassage() async throws {
            let (status, json) = try await ask(Self.claude + "}", "/v1/messages", LoopbackClaude().reply)
            #expect(status == 200)
            let content = try #require(json["content"]?.array)
            #expect(content.map { $0["type"]?.string } == ["thinking", "text", "text"])
            #expect(content[1]["citations"]?.isNull == true)
            let citation = try #require(content[2]["citations"]?.array?.first)
            #expect(content[2]["text"]?.string == "Reset your password in Settings.")
            #expect(citation["cited_text"]?.string == "Reset your password in Settings.")
            #expect(citation["source"]?.string == "b")
            #expect(citation["title"]?.string == "Reset")
            #expect(citation["search_result_index"]?.integer == 1)
            #expect(citation["start_block_index"]?.integer == 1)
            #expect(citation["end_block_index"]?.integer == 2)
            #expect(json["stop_reason"]?.string == "end_turn")
            #expect((json["usage"]?["cache_read_input_tokens"]?.integer ?? 0) > 0)
        }

        @Test func claudeStreamsTheSame() async throws {
            let (_, whole) = try await ask(Self.claude + "}", "/v1/messages", LoopbackClaude().reply)
            let text = try await exchange(Self.claude + #","stream":true}"#, "/v1/messages", LoopbackClaude().reply).1
            var types: [String] = []
            var answer = ""
            var citations: [String] = []
            for event in text.split(separator: "\n\n") {
                let lines = event.split(separator: "\n")
                let json = try JSONValue(utf8: Array(lines[1].dropFirst("data: ".count).utf8))
                #expect(lines[0] == "event: " + (json["type"]?.string ?? ""))
                types.append(json["type"]?.string ?? "")
                answer += json["delta"]?["text"]?.string ?? ""
                if let citation = json["delta"]?["citation"]?["cited_text"]?.string { citations.append(citation) }
            }
            #expect(types.first == "message_start")
            #expect(types.suffix(3) == ["content_block_stop", "message_delta", "message_stop"])
            #expect(types.contains("ping"))
            #expect(answer == whole["content"]?.array?.compactMap { $0["text"]?.string }.joined())
            #expect(citations == ["Reset your password in Settings."])
        }

        @Test func claudeCountsAndFillsSchemas() async throws {
            let body = #"{"model":"m","messages":[{"role":"user","content":"How many tokens?"}]}"#
            let (_, count) = try await ask(body, "/v1/messages/count_tokens", LoopbackClaude().reply)
            #expect((count["input_tokens"]?.integer ?? 0) > 4)
            let schema = #"""
                {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Which?"}],"output_config":{"format":
                {"type":"json_schema","schema":{"type":"object","properties":{"z":{"type":"string","enum":["x","y"]},
                "a":{"type":["integer","null"]},"l":{"type":"array","items":{"type":"boolean"}}},
                "required":["z","a","l"],"additionalProperties":false}}}}
                """#
            let (_, json) = try await ask(schema, "/v1/messages", LoopbackClaude(thinking: nil).reply)
            #expect(json["content"]?.array?.first?["text"]?.string == #"{"z":"x","a":1,"l":[true]}"#)
        }

        @Test(arguments: [
            (401, #"{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"a"}]}"#, "wrong", "/v1/messages"),
            (404, "{}", "key", "/v1/complete"), (400, "{", "key", "/v1/messages"), (400, "[]", "key", "/v1/messages"),
            (400, #"{"model":"m","messages":[{"role":"user","content":"a"}]}"#, "key", "/v1/messages"),
            (400, #"{"model":"m","max_tokens":0,"messages":[{"role":"user","content":"a"}]}"#, "key", "/v1/messages"),
            (400, #"{"model":"m","max_tokens":1,"messages":[]}"#, "key", "/v1/messages"),
            (400, #"{"model":"m","max_tokens":1,"messages":[{"role":"system","content":"a"}]}"#, "key", "/v1/messages"),
            (400, #"{"model":"m","max_tokens":1,"messages":[{"role":"user","content":" "}]}"#, "key", "/v1/messages"),
            (
                400,
                #"{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}"#,
                "key", "/v1/messages"
            ),
            (
                400,
                #"{"model":"m","max_tokens":1,"messages":[{"role":"user","content":[{"type":"search_result","source":"s","title":"t","content":[]}]}]}"#,
                "key", "/v1/messages"
            ),
        ])
        func claudeRefuses(_ status: Int, _ body: String, _ key: String, _ path: String) async throws {
            let (got, json) = try await ask(body, path, LoopbackClaude(apiKey: "key").reply, key: key)
            #expect(got == status)
            #expect(json["type"]?.string == "error")
            #expect(json["error"]?["type"]?.string == LoopbackClaude.errorType(status))
        }

        @Test func chatsAreAnswered() async throws {
            let openAI = LoopbackOpenAI { question in
                LLMResponse(text: "Echo: \(question.request.question)", model: question.model)
            }
            let body =
                #"{"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":"hello you"}]"#
            let (_, json) = try await ask(body + "}", "/v1/chat/completions", openAI.reply)
            #expect(json["choices"]?.array?.first?["message"]?["content"]?.string == "Echo: hello you")
            #expect(json["choices"]?.array?.first?["finish_reason"]?.string == "stop")
            let streaming = #","stream":true,"stream_options":{"include_usage":true}}"#
            let text = try await exchange(body + streaming, "/v1/chat/completions", openAI.reply).1
            let events = text.split(separator: "\n\n")
            #expect(events.last == "data: [DONE]")
            let chunks = try events.dropLast().map { try JSONValue(utf8: Array($0.dropFirst(6).utf8)) }
            let pieces = chunks.compactMap { $0["choices"]?.array?.first?["delta"]?["content"]?.string }
            #expect(pieces.joined() == "Echo: hello you")
            #expect(chunks.last?["choices"]?.array?.isEmpty == true)
            #expect((chunks.last?["usage"]?["total_tokens"]?.integer ?? 0) > 0)
        }

        @Test func embeddingsAreThoseOfTheHashingEmbedder() async throws {
            let expected = try await HashingEmbedder(dimensions: 8).embed(["one two", "three"], as: .passage)
            let body = #"{"model":"e","input":["one two","three"],"dimensions":8"#
            let (_, floats) = try await ask(body + "}", "/v1/embeddings", LoopbackOpenAI().reply)
            let data = try #require(floats["data"]?.array)
            #expect(data.map { $0["index"]?.integer } == [1, 0])
            #expect(data[1]["embedding"]?.array?.compactMap { $0.double.map(Float.init) } == Array(expected[0]))
            let (_, base64) = try await ask(
                body + #","encoding_format":"base64"}"#, "/v1/embeddings", LoopbackOpenAI().reply)
            #expect(base64["data"]?.array?[0]["embedding"]?.string?.count == 44)
            let (status, refused) = try await ask(
                #"{"model":"e","input":[]}"#, "/v1/embeddings", LoopbackOpenAI().reply)
            #expect(status == 400)
            #expect(refused["error"]?["message"]?.string != nil)
        }

        // MARK: -

        private func ask(
            _ body: String, _ path: String, _ answer: @escaping LoopbackServer.Answer, key: String = "key"
        ) async throws -> (Int, JSONValue) {
            let (status, text) = try await exchange(body, path, answer, key: key)
            return (status, try JSONValue(utf8: Array(text.utf8)))
        }

        private func exchange(
            _ body: String, _ path: String, _ answer: @escaping LoopbackServer.Answer, key: String = "key"
        ) async throws -> (Int, String) {
            try await withLoopbackServer(answering: answer) { server in
                var request = HTTPRequest(method: .post, scheme: "http", authority: server.authority, path: path)
                request.headerFields[.init("x-api-key")!] = key
                request.headerFields[.init("anthropic-version")!] = "2023-06-01"
                request.headerFields[.contentType] = "application/json"
                let response = try await AsyncHTTPClientTransport.shared.send(request, body: Array(body.utf8))
                let bytes = try await response.body.collect(upTo: 1 << 20)
                return (response.head.status.code, String(decoding: bytes, as: UTF8.self))
            }
        }
    }
#endif
