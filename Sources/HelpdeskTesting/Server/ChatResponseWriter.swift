#if AsyncHTTPClient
    import HelpdeskLanguage

    /// Writes an answer as a chat completion, or as the chunks of one.
    struct ChatResponseWriter {
        private let id: String
        private let response: LLMResponse
        /// The answer with the numbers of the sources it cites.
        private let text: String
        private let usage: LLMUsage
        private let includesUsage: Bool

        init(_ response: LLMResponse, to reader: ChatRequestReader, id: String) {
            self.id = id
            self.response = response
            text = Self.marked(response, sources: reader.question.request.sources)
            includesUsage = reader.includesUsage
            usage =
                response.usage == LLMUsage()
                ? LLMUsage(
                    inputTokens: TokenEstimate.tokens(in: reader.question.request),
                    outputTokens: TokenEstimate.tokens(in: response.text))
                : response.usage
        }

        var completion: LoopbackJSON {
            [
                "id": .string(id), "object": "chat.completion", "created": 1_790_000_000,
                "model": .string(response.model),
                "choices": [
                    [
                        "index": 0, "message": ["role": "assistant", "content": .string(text)],
                        "finish_reason": .string(finishReason),
                    ]
                ], "usage": usageJSON,
            ]
        }

        var events: [String] {
            var events = [chunk(["role": "assistant", "content": ""])]
            events += ClaudeResponseWriter.pieces(of: text).map { chunk(["content": .string($0)]) }
            events.append(chunk([:], finishReason: .string(finishReason)))
            if includesUsage { events.append(event(choices: [], usage: usageJSON)) }
            return events + ["data: [DONE]\n\n"]
        }

        /// The beginning of a stream that says some text and does not end.
        static func opening(_ text: String) -> [String] {
            ClaudeResponseWriter.pieces(of: text).map { piece in
                let choice: LoopbackJSON = ["index": 0, "delta": ["content": .string(piece)], "finish_reason": nil]
                let chunk: LoopbackJSON = [
                    "id": "chatcmpl-broken", "object": "chat.completion.chunk", "created": 1_790_000_000,
                    "model": "loopback", "choices": [choice],
                ]
                return "data: \(chunk.text)\n\n"
            }
        }

        private func chunk(_ delta: LoopbackJSON, finishReason: LoopbackJSON = nil) -> String {
            event(choices: [["index": 0, "delta": delta, "finish_reason": finishReason]], usage: nil)
        }

        private func event(choices: LoopbackJSON, usage: LoopbackJSON?) -> String {
            let json: LoopbackJSON = [
                "id": .string(id), "object": "chat.completion.chunk", "created": 1_790_000_000,
                "model": .string(response.model), "choices": choices, "usage": usage ?? nil,
            ]
            return "data: \(json.text)\n\n"
        }

        /// Puts `[1]` behind what cites the source with the number 1, and those of citations without a range at the end.
        private static func marked(_ response: LLMResponse, sources: [LLMSource]) -> String {
            var bytes = Array(response.text.utf8)
            let known = response.citations.filter { citation in sources.contains { $0.id == citation.sourceID } }
            let places = known.map { min(max(0, $0.answerRange?.upperBound ?? bytes.count), bytes.count) }
            // From the last on, so that the places of the others stay.
            for (citation, place) in zip(known, places).reversed().sorted(by: { $0.1 > $1.1 }) {
                bytes.insert(contentsOf: " [\(citation.sourceID)]".utf8, at: place)
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        private var usageJSON: LoopbackJSON {
            [
                "prompt_tokens": .integer(usage.totalInputTokens), "completion_tokens": .integer(usage.outputTokens),
                "total_tokens": .integer(usage.totalInputTokens + usage.outputTokens),
                "prompt_tokens_details": ["cached_tokens": .integer(usage.cacheReadTokens)],
            ]
        }

        private var finishReason: String {
            switch response.stopReason {
            case .length: "length"
            case .refusal: "content_filter"
            case .toolUse: "tool_calls"
            default: "stop"
            }
        }
    }
#endif
