#if AsyncHTTPClient
    import HelpdeskLanguage

    /// Writes an answer as a chat completion, or as the chunks of one.
    struct ChatResponseWriter {
        private let id: String
        private let response: LLMResponse
        private let usage: LLMUsage
        private let includesUsage: Bool

        init(_ response: LLMResponse, to reader: ChatRequestReader, id: String) {
            self.id = id
            self.response = response
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
                        "index": 0, "message": ["role": "assistant", "content": .string(response.text)],
                        "finish_reason": .string(finishReason),
                    ]
                ], "usage": usageJSON,
            ]
        }

        var events: [String] {
            var events = [chunk(["role": "assistant", "content": ""])]
            events += ClaudeResponseWriter.pieces(of: response.text).map { chunk(["content": .string($0)]) }
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
