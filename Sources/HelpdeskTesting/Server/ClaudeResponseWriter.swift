#if AsyncHTTPClient
    import HelpdeskLanguage

    /// Writes an answer as the Messages API does: as one message, or as the events of a stream.
    struct ClaudeResponseWriter {
        /// A block of the answer's text and what it cites.
        private struct Block {
            var text: String
            var citations: [LoopbackJSON] = []
        }

        private let id: String
        private let model: String
        private let thinking: String?
        private let stopReason: String
        private let usage: LLMUsage
        private let blocks: [Block]

        init(_ response: LLMResponse, to reader: ClaudeRequestReader, id: String, thinking: String?) {
            self.id = id
            self.thinking = thinking
            model = response.model
            stopReason = Self.name(of: response.stopReason)
            usage =
                response.usage == LLMUsage()
                ? LLMUsage(
                    inputTokens: max(1, reader.inputTokens - reader.cachedTokens),
                    outputTokens: TokenEstimate.tokens(in: response.text), cacheReadTokens: reader.cachedTokens)
                : response.usage
            blocks = Self.blocks(of: response, sources: reader.question.request.sources)
        }

        // MARK: Whole

        var message: LoopbackJSON {
            var content: [LoopbackJSON] = []
            if let thinking {
                content.append(["type": "thinking", "thinking": .string(thinking), "signature": "c2ln"])
            }
            for block in blocks {
                content.append([
                    "type": "text", "text": .string(block.text),
                    "citations": block.citations.isEmpty ? nil : .array(block.citations),
                ])
            }
            return [
                "id": .string(id), "type": "message", "role": "assistant", "model": .string(model),
                "content": .array(content), "stop_reason": .string(stopReason), "stop_sequence": nil,
                "stop_details": stopDetails, "usage": usage(output: usage.outputTokens),
            ]
        }

        private var stopDetails: LoopbackJSON {
            stopReason == "refusal" ? ["type": "refusal", "category": nil, "explanation": nil] : nil
        }

        private func usage(output: Int) -> LoopbackJSON {
            [
                "input_tokens": .integer(usage.inputTokens), "output_tokens": .integer(output),
                "cache_creation_input_tokens": .integer(usage.cacheWriteTokens),
                "cache_read_input_tokens": .integer(usage.cacheReadTokens),
                "cache_creation": [
                    "ephemeral_5m_input_tokens": .integer(usage.cacheWriteTokens), "ephemeral_1h_input_tokens": 0,
                ], "service_tier": "standard",
            ]
        }

        // MARK: Streamed

        var events: [String] {
            var events = [
                Self.event([
                    "type": "message_start",
                    "message": [
                        "id": .string(id), "type": "message", "role": "assistant", "model": .string(model),
                        "content": [], "stop_reason": nil, "stop_sequence": nil, "usage": usage(output: 1),
                    ],
                ])
            ]
            var index = 0
            if let thinking {
                events.append(Self.start(index, ["type": "thinking", "thinking": "", "signature": ""]))
                events.append(Self.event(["type": "ping"]))
                for piece in Self.pieces(of: thinking) {
                    events.append(Self.delta(index, ["type": "thinking_delta", "thinking": .string(piece)]))
                }
                events.append(Self.delta(index, ["type": "signature_delta", "signature": "c2ln"]))
                events.append(Self.stop(index))
                index += 1
            }
            for block in blocks {
                events.append(Self.start(index, ["type": "text", "text": ""]))
                events.append(Self.event(["type": "ping"]))
                for piece in Self.pieces(of: block.text) {
                    events.append(Self.delta(index, ["type": "text_delta", "text": .string(piece)]))
                }
                for citation in block.citations {
                    events.append(Self.delta(index, ["type": "citations_delta", "citation": citation]))
                }
                events.append(Self.stop(index))
                index += 1
            }
            events.append(
                Self.event([
                    "type": "message_delta",
                    "delta": ["stop_reason": .string(stopReason), "stop_sequence": nil, "stop_details": stopDetails],
                    "usage": usage(output: usage.outputTokens),
                ]))
            events.append(Self.event(["type": "message_stop"]))
            return events
        }

        /// The beginning of a stream that says some text and does not end.
        static func opening(_ text: String) -> [String] {
            let message: LoopbackJSON = [
                "id": "msg_broken", "type": "message", "role": "assistant", "model": "loopback", "content": [],
                "stop_reason": nil, "stop_sequence": nil, "usage": ["input_tokens": 1, "output_tokens": 1],
            ]
            return [
                event(["type": "message_start", "message": message]), start(0, ["type": "text", "text": ""]),
            ] + pieces(of: text).map { delta(0, ["type": "text_delta", "text": .string($0)]) }
        }

        private static func event(_ json: LoopbackJSON) -> String {
            guard case .object(let members) = json, case .string(let type)? = members.first?.value else { return "" }
            return "event: \(type)\ndata: \(json.text)\n\n"
        }

        private static func start(_ index: Int, _ block: LoopbackJSON) -> String {
            event(["type": "content_block_start", "index": .integer(index), "content_block": block])
        }

        private static func delta(_ index: Int, _ delta: LoopbackJSON) -> String {
            event(["type": "content_block_delta", "index": .integer(index), "delta": delta])
        }

        private static func stop(_ index: Int) -> String {
            event(["type": "content_block_stop", "index": .integer(index)])
        }

        // MARK: Parts

        /// The words of a text, each with the space after it.
        static func pieces(of text: String) -> [String] {
            var pieces: [String] = []
            var piece = ""
            for character in text {
                piece.append(character)
                if character.isWhitespace {
                    pieces.append(piece)
                    piece = ""
                }
            }
            return piece.isEmpty ? pieces : pieces + [piece]
        }

        private static func name(of reason: LLMStopReason) -> String {
            switch reason {
            case .complete, .noAnswer: "end_turn"
            case .length: "max_tokens"
            case .paused: "pause_turn"
            default: reason.rawValue
            }
        }

        /// The text cut at the ranges of its citations; a citation without a range belongs to the last block.
        private static func blocks(of response: LLMResponse, sources: [LLMSource]) -> [Block] {
            let bytes = Array(response.text.utf8)
            var blocks: [Block] = []
            var position = 0
            var lastRange: Range<Int>?
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            var rangeless: [LoopbackJSON] = []
            for citation in response.citations {
                let json = json(of: citation, sources: sources)
                guard let range = citation.answerRange, range.upperBound <= bytes.count else {
                    rangeless.append(json)
                    continue
                }
                if range == lastRange || range.lowerBound < position, !blocks.isEmpty {
                    blocks[blocks.count - 1].citations.append(json)
                    continue
                }
                if range.lowerBound > position { blocks.append(Block(text: text(position..<range.lowerBound))) }
                blocks.append(Block(text: text(range), citations: [json]))
                position = range.upperBound
                lastRange = range
            }
            if position < bytes.count { blocks.append(Block(text: text(position..<bytes.count))) }
            if !rangeless.isEmpty {
                if blocks.isEmpty { blocks.append(Block(text: "")) }
                blocks[blocks.count - 1].citations += rangeless
            }
            return blocks
        }

        private static func json(of citation: LLMCitation, sources: [LLMSource]) -> LoopbackJSON {
            // A client may send a source in several search results.
            let named = sources.indices.filter { sources[$0].id == citation.sourceID }
            let index =
                named.first {
                    sources[$0].passages.indices.contains(citation.passage)
                        && sources[$0].passages[citation.passage].contains(citation.quote)
                } ?? named.first
            return [
                "type": "search_result_location", "cited_text": .string(citation.quote),
                "source": .string(citation.sourceID), "title": LoopbackJSON(index.map { sources[$0].title }),
                "search_result_index": .integer(index ?? 0), "start_block_index": .integer(citation.passage),
                "end_block_index": .integer(citation.passage + 1),
            ]
        }
    }
#endif
