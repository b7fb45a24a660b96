#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskJSON
    import HelpdeskLanguage

    /// Reads a request to the Messages API, and refuses what the API refuses.
    struct ClaudeRequestReader {
        private(set) var question: LoopbackQuestion
        /// Whether only the tokens are to be counted.
        let isCount: Bool
        /// The tokens of the request, about.
        private(set) var inputTokens = 0
        /// The tokens of the part that is cached, about.
        private(set) var cachedTokens = 0
        private var breakpoints = 0
        private var citing: Set<Bool> = []

        init(_ http: RecordedRequest, apiKey: String?) throws(LoopbackRefusal) {
            let path = http.path.prefix { $0 != "?" }
            isCount = path.hasSuffix("/v1/messages/count_tokens")
            guard http.method == .post, isCount || path.hasSuffix("/v1/messages") else {
                throw LoopbackRefusal(404, "no such endpoint")
            }
            guard let key = http.header("x-api-key") else { throw LoopbackRefusal(401, "x-api-key header is required") }
            guard apiKey == nil || key == apiKey, !key.isEmpty else { throw LoopbackRefusal(401, "invalid x-api-key") }
            guard http.header("anthropic-version") == "2023-06-01" else {
                throw LoopbackRefusal(400, "anthropic-version: header is required")
            }
            guard http.header("content-type")?.hasPrefix("application/json") == true else {
                throw LoopbackRefusal(400, "content-type: application/json is required")
            }
            let body: JSONValue
            do { body = try JSONValue(utf8: http.body) } catch { throw LoopbackRefusal(400, "invalid JSON") }
            question = LoopbackQuestion(
                request: LLMRequest(messages: []), model: body["model"]?.string ?? "",
                isStreamed: body["stream"]?.bool ?? false, http: http)
            guard !question.model.isEmpty else { throw LoopbackRefusal(400, "model: Field required") }
            try readLimits(body)
            try readMessages(body)
            try readFormat(body)
            if body["cache_control"] != nil { breakpoints += 1 }
            guard breakpoints <= 4 else { throw LoopbackRefusal(400, "at most 4 blocks may have cache_control") }
            guard citing.count <= 1 else { throw LoopbackRefusal(400, "citations must be enabled for all or none") }
            inputTokens = TokenEstimate.tokens(in: question.request)
            if breakpoints > 0 {
                cachedTokens = TokenEstimate.tokens(in: LLMRequest(system: question.request.system, messages: []))
            }
        }

        private mutating func readLimits(_ body: JSONValue) throws(LoopbackRefusal) {
            let maximum = body["max_tokens"]?.integer
            if isCount {
                guard body["max_tokens"] == nil, body["stream"] == nil else {
                    throw LoopbackRefusal(400, "max_tokens: Extra inputs are not permitted")
                }
            } else {
                guard let maximum, maximum > 0 else { throw LoopbackRefusal(400, "max_tokens: Field required") }
            }
            question.request.maximumOutputTokens = maximum
        }

        private mutating func readMessages(_ body: JSONValue) throws(LoopbackRefusal) {
            if let system = body["system"] { question.request.system = try content(system, "system") }
            for (position, value) in (body["messages"]?.array ?? []).enumerated() {
                guard let role = value["role"]?.string.flatMap(LLMMessage.Role.init(rawValue:)) else {
                    throw LoopbackRefusal(400, "messages.\(position).role: Input should be 'user' or 'assistant'")
                }
                guard let blocks = value["content"] else {
                    throw LoopbackRefusal(400, "messages.\(position).content: Field required")
                }
                let content = try content(blocks, "messages.\(position).content")
                question.request.messages.append(LLMMessage(role: role, content: content))
            }
            guard let last = question.request.messages.last else {
                throw LoopbackRefusal(400, "messages: at least one message is required")
            }
            guard last.role == .user, question.request.messages.first?.role == .user else {
                throw LoopbackRefusal(400, "messages: the first and the last message must be the user's")
            }
        }

        private mutating func content(_ value: JSONValue, _ place: String) throws(LoopbackRefusal) -> [LLMContent] {
            if let text = value.string { return [.text(try checked(text, place))] }
            guard let blocks = value.array, !blocks.isEmpty else {
                throw LoopbackRefusal(400, "\(place): Input should be a valid list")
            }
            var result: [LLMContent] = []
            for (position, block) in blocks.enumerated() {
                let place = "\(place).\(position)"
                if block["cache_control"] != nil {
                    guard block["cache_control"]?["type"]?.string == "ephemeral" else {
                        throw LoopbackRefusal(400, "\(place).cache_control.type: Input should be 'ephemeral'")
                    }
                    breakpoints += 1
                }
                switch block["type"]?.string {
                case "text": result.append(.text(try checked(block["text"]?.string, place)))
                case "search_result": result.append(.source(try source(block, place)))
                default: throw LoopbackRefusal(400, "\(place).type: not known here")
                }
            }
            return result
        }

        private mutating func source(_ block: JSONValue, _ place: String) throws(LoopbackRefusal) -> LLMSource {
            guard let id = block["source"]?.string, !id.isEmpty, let title = block["title"]?.string, !title.isEmpty
            else {
                throw LoopbackRefusal(400, "\(place): a search_result has a source and a title")
            }
            guard let content = block["content"]?.array, !content.isEmpty else {
                throw LoopbackRefusal(400, "\(place).content: a search_result has at least one block of text")
            }
            citing.insert(block["citations"]?["enabled"]?.bool ?? false)
            var passages: [String] = []
            for (position, block) in content.enumerated() {
                guard block["type"]?.string == "text" else {
                    throw LoopbackRefusal(400, "\(place).content.\(position).type: Input should be 'text'")
                }
                passages.append(try checked(block["text"]?.string, "\(place).content.\(position)"))
            }
            return LLMSource(id: id, title: title, passages: passages)
        }

        private func checked(_ text: String?, _ place: String) throws(LoopbackRefusal) -> String {
            guard let text else { throw LoopbackRefusal(400, "\(place).text: Field required") }
            guard !text.allSatisfy(\.isWhitespace) else {
                throw LoopbackRefusal(400, "\(place): text content blocks must contain non-whitespace text")
            }
            return text
        }

        private mutating func readFormat(_ body: JSONValue) throws(LoopbackRefusal) {
            guard let format = body["output_config"]?["format"] else { return }
            guard format["type"]?.string == "json_schema", let schema = format["schema"].flatMap(JSONSchema.init(_:))
            else { throw LoopbackRefusal(400, "output_config.format: not a schema that can be kept to") }
            guard !citing.contains(true) else {
                throw LoopbackRefusal(400, "output_config.format: cannot be combined with citations")
            }
            question.request.outputSchema = LLMOutputSchema(name: "output", schema)
        }
    }
#endif
