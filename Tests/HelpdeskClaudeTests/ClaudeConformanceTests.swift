import HelpdeskClaude
import HelpdeskHTTP
import HelpdeskJSON
import HelpdeskTesting
import Testing

@Suite struct ClaudeConformanceTests {
    /// Plays the service: cites the first block of each search result, and answers in blocks.
    static let server = FakeHTTPTransport { sent in
        let json = try JSONValue(utf8: sent.body)
        let blocks = (json["messages"]?.array ?? []).flatMap { $0["content"]?.array ?? [] }
        for block in blocks where block["type"]?.string == "text" && block["text"]?.string?.isBlank != false {
            return .response(400, text: #"{"error":{"type":"invalid_request_error","message":"empty text"}}"#)
        }
        var content: [JSONField] = [["type": "text", "text": "Here it is: "]]
        for (index, result) in blocks.filter({ $0["type"]?.string == "search_result" }).enumerated() {
            let passages = (result["content"]?.array ?? []).compactMap { $0["text"]?.string }
            content.append([
                "type": "text", "text": .string("Näheres \(index). 😀"),
                "citations": [
                    [
                        "type": "search_result_location", "source": .string(result["source"]?.string ?? ""),
                        "search_result_index": .integer(index), "start_block_index": 0,
                        "end_block_index": .integer(passages.count), "cited_text": .string(passages.joined()),
                    ]
                ],
            ])
        }
        let usage: JSONField = ["input_tokens": .integer(blocks.count), "output_tokens": 9]
        guard json["stream"]?.bool == true else {
            let answer: JSONField = ["content": .array(content), "stop_reason": "end_turn", "usage": usage]
            return .response(200, body: [answer.utf8])
        }
        var events: [JSONField] = [["type": "message_start", "message": ["usage": usage]]]
        for (index, block) in content.enumerated() {
            events.append([
                "type": "content_block_start", "index": .integer(index), "content_block": ["type": "text", "text": ""],
            ])
            if case .array(let citations)? = block["citations"] {
                for citation in citations {
                    events.append([
                        "type": "content_block_delta", "index": .integer(index),
                        "delta": ["type": "citations_delta", "citation": citation],
                    ])
                }
            }
            events.append([
                "type": "content_block_delta", "index": .integer(index),
                "delta": ["type": "text_delta", "text": block["text"] ?? ""],
            ])
            events.append(["type": "content_block_stop", "index": .integer(index)])
        }
        events.append(["type": "message_delta", "delta": ["stop_reason": "end_turn"], "usage": usage])
        events.append(["type": "message_stop"])
        let bytes = events.flatMap { Array("data: ".utf8) + $0.utf8 + Array("\n\n".utf8) }
        return .response(
            200, body: stride(from: 0, to: bytes.count, by: 7).map { Array(bytes[$0..<min($0 + 7, bytes.count)]) })
    }

    @Test func keepsThePromises() async throws {
        try await LLMClientConformance.check(
            client(Self.server, clock: ContinuousClock()) { $0.caching = .fiveMinutes })
        #expect(await isClosed(Self.server))
    }
}
