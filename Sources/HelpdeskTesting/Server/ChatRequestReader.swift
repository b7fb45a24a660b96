#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskJSON
    import HelpdeskLanguage

    /// Reads a request for a chat completion, and refuses what is none.
    struct ChatRequestReader {
        private(set) var question: LoopbackQuestion
        /// Whether the stream ends with what the answer cost.
        let includesUsage: Bool

        init(_ http: RecordedRequest) throws(LoopbackRefusal) {
            let body = try Self.body(of: http)
            question = LoopbackQuestion(
                request: LLMRequest(
                    messages: [],
                    maximumOutputTokens: (body["max_tokens"] ?? body["max_completion_tokens"])?.integer),
                model: body["model"]?.string ?? "", isStreamed: body["stream"]?.bool ?? false, http: http)
            includesUsage = body["stream_options"]?["include_usage"]?.bool ?? false
            guard !question.model.isEmpty else { throw LoopbackRefusal(400, "you must provide a model parameter") }
            if let maximum = question.request.maximumOutputTokens, maximum <= 0 {
                throw LoopbackRefusal(400, "max_tokens must be at least 1")
            }
            if body["stream_options"] != nil, !question.isStreamed {
                throw LoopbackRefusal(400, "stream_options is only allowed when stream is enabled")
            }
            guard let messages = body["messages"]?.array, !messages.isEmpty else {
                throw LoopbackRefusal(400, "messages must not be empty")
            }
            for (position, message) in messages.enumerated() {
                let texts = try Self.texts(of: message, position)
                switch message["role"]?.string {
                case "system", "developer": question.request.system += texts
                case "user": question.request.messages.append(LLMMessage(role: .user, content: texts))
                case "assistant": question.request.messages.append(LLMMessage(role: .assistant, content: texts))
                default: throw LoopbackRefusal(400, "messages.\(position).role is not known here")
                }
            }
            try readFormat(body)
        }

        /// The body of a request as JSON.
        static func body(of http: RecordedRequest) throws(LoopbackRefusal) -> JSONValue {
            guard http.header("content-type")?.hasPrefix("application/json") == true else {
                throw LoopbackRefusal(400, "the content type must be application/json")
            }
            do { return try JSONValue(utf8: http.body) } catch {
                throw LoopbackRefusal(400, "we could not parse the JSON body of your request")
            }
        }

        private static func texts(of message: JSONValue, _ position: Int) throws(LoopbackRefusal) -> [LLMContent] {
            if let text = message["content"]?.string { return NumberedSourceReader.content(of: text) }
            var texts: [LLMContent] = []
            for part in message["content"]?.array ?? [] {
                guard part["type"]?.string == "text", let text = part["text"]?.string else {
                    throw LoopbackRefusal(400, "messages.\(position).content has a part that is not known here")
                }
                texts += NumberedSourceReader.content(of: text)
            }
            guard !texts.isEmpty else { throw LoopbackRefusal(400, "messages.\(position).content is missing") }
            return texts
        }

        private mutating func readFormat(_ body: JSONValue) throws(LoopbackRefusal) {
            guard let format = body["response_format"], format["type"]?.string != "text" else { return }
            guard format["type"]?.string == "json_schema", let name = format["json_schema"]?["name"]?.string,
                let schema = (format["json_schema"]?["schema"]).flatMap(JSONSchema.init(_:))
            else { throw LoopbackRefusal(400, "response_format: not a schema that can be kept to") }
            question.request.outputSchema = LLMOutputSchema(name: name, schema)
        }
    }

    /// Reads a request for embeddings.
    struct EmbeddingRequestReader {
        let model: String
        let texts: [String]
        let isBase64: Bool
        let dimensions: Int

        init(_ http: RecordedRequest, dimensions defaultDimensions: Int) throws(LoopbackRefusal) {
            let body = try ChatRequestReader.body(of: http)
            model = body["model"]?.string ?? ""
            guard !model.isEmpty else { throw LoopbackRefusal(400, "you must provide a model parameter") }
            if let text = body["input"]?.string {
                texts = [text]
            } else {
                texts = body["input"]?.array?.compactMap(\.string) ?? []
                guard !texts.isEmpty, texts.count == body["input"]?.array?.count else {
                    throw LoopbackRefusal(400, "input must be a text or a list of texts")
                }
            }
            let format = body["encoding_format"]?.string ?? "float"
            guard format == "float" || format == "base64" else {
                throw LoopbackRefusal(400, "encoding_format must be float or base64")
            }
            isBase64 = format == "base64"
            dimensions = body["dimensions"]?.integer ?? defaultDimensions
            guard (8...65_536).contains(dimensions) else { throw LoopbackRefusal(400, "dimensions is out of range") }
        }
    }
#endif
