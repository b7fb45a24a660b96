#if AsyncHTTPClient
    public import HTTPTypes
    public import HelpdeskLanguage
    import SentenceEmbeddings

    /// Plays a server of OpenAI's format on a ``LoopbackServer``: chat completions, whole and streamed, structured output, and
    /// embeddings as numbers or base64.
    ///
    /// ```swift
    /// try await withLoopbackServer(answering: LoopbackOpenAI().reply) { server in
    ///     let configuration = OpenAIClient.Configuration(apiKey: nil, model: "llama", baseURL: server.address)
    ///     let client = try OpenAIClient(configuration, transport: AsyncHTTPClientTransport())
    /// }
    /// ```
    ///
    /// The format has neither sources nor citations. Sources that `OpenAIClient` wrote into the message are read back, with their
    /// numbers as ids and their paragraphs as passages; what an answer cites is marked with these numbers, as in `[1]`.
    ///
    /// The embeddings are those of `HashingEmbedder`: texts are near when they share words.
    public struct LoopbackOpenAI: Sendable {
        /// The only key that is accepted; any, and none, where `nil`.
        public var apiKey: String?
        /// Components of a vector where the request does not say.
        public var dimensions: Int
        /// How long to wait before each event of a stream.
        public var pause: Duration
        /// Answers a question. Where the usage is zero, an estimate is sent.
        public var answer: @Sendable (LoopbackQuestion) async -> LLMResponse

        /// Creates a player.
        ///
        /// - Parameters:
        ///   - apiKey: The only key that is accepted; any, and none, where `nil`.
        ///   - dimensions: Components of a vector where the request does not say.
        ///   - pause: How long to wait before each event of a stream.
        ///   - answer: Answers a question; by default with ``LoopbackQuestion/quotation``.
        public init(
            apiKey: String? = nil, dimensions: Int = 384, pause: Duration = .zero,
            answering answer: @escaping @Sendable (LoopbackQuestion) async -> LLMResponse = { $0.quotation }
        ) {
            self.apiKey = apiKey
            self.dimensions = dimensions
            self.pause = pause
            self.answer = answer
        }

        /// Answers a request; give it to ``LoopbackServer/start(port:tls:keepsRequests:answering:)``.
        @Sendable public func reply(_ request: RecordedRequest, _ index: Int) async -> LoopbackReply {
            do {
                guard apiKey == nil || request.header("authorization") == "Bearer \(apiKey ?? "")" else {
                    throw LoopbackRefusal(401, "Incorrect API key provided")
                }
                let path = request.path.prefix { $0 != "?" }
                guard request.method == .post else { throw LoopbackRefusal(405, "Not allowed to \(request.method)") }
                if path.hasSuffix("/embeddings") { return try await embeddings(request) }
                guard path.hasSuffix("/chat/completions") else { throw LoopbackRefusal(404, "Unknown request URL") }
                let reader = try ChatRequestReader(request)
                let writer = ChatResponseWriter(await answer(reader.question), to: reader, id: "chatcmpl-\(index)")
                return reader.question.isStreamed
                    ? .events(writer.events, pause: pause) : .json(writer.completion.text)
            } catch let error as LoopbackRefusal {
                return Self.error(error.status, message: error.message)
            } catch {
                return Self.error(500, message: "the player failed")
            }
        }

        /// An error in OpenAI's format.
        ///
        /// - Parameters:
        ///   - status: The status.
        ///   - message: What was wrong.
        ///   - code: The provider's name for it; where `nil`, the usual one for the status, if there is one.
        ///   - headers: More headers: `retry-after`, `retry-after-ms`.
        public static func error(
            _ status: Int, message: String = "scripted", code: String? = nil, headers: HTTPFields = [:]
        ) -> LoopbackReply {
            let (type, usualCode): (String, String?) =
                switch status {
                case 401: ("invalid_request_error", "invalid_api_key")
                case 403: ("request_forbidden", nil)
                case 404: ("invalid_request_error", "model_not_found")
                case 429: ("requests", "rate_limit_exceeded")
                case 400..<500: ("invalid_request_error", nil)
                default: ("server_error", nil)
                }
            let error: LoopbackJSON = [
                "message": .string(message), "type": .string(type), "param": nil,
                "code": LoopbackJSON(code ?? usualCode),
            ]
            let body: LoopbackJSON = ["error": error]
            return .json(body.text, status: .init(code: status), headers: headers)
        }

        /// A stream with some text that ends with an error, although its status was 200.
        public static func stream(_ text: String, thenError message: String) -> LoopbackReply {
            let error: LoopbackJSON = ["error": ["message": .string(message), "type": "server_error", "code": nil]]
            return .events(ChatResponseWriter.opening(text) + ["data: \(error.text)\n\n"])
        }

        private func embeddings(_ request: RecordedRequest) async throws -> LoopbackReply {
            let reader = try EmbeddingRequestReader(request, dimensions: dimensions)
            let vectors = try await HashingEmbedder(dimensions: reader.dimensions).embed(reader.texts, as: .passage)
            // The last first: clients must go by the index.
            let data = reader.texts.indices.reversed().map { index -> LoopbackJSON in
                let vector = Array(vectors[index])
                let embedding: LoopbackJSON =
                    reader.isBase64
                    ? .string(
                        Self.base64(
                            vector.flatMap { value in
                                (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
                            }))
                    : .array(vector.map { .number(Double($0)) })
                return ["object": "embedding", "index": .integer(index), "embedding": embedding]
            }
            let tokens = LoopbackJSON.integer(reader.texts.reduce(0) { $0 + TokenEstimate.tokens(in: $1) })
            let body: LoopbackJSON = [
                "object": "list", "data": .array(data), "model": .string(reader.model),
                "usage": ["prompt_tokens": tokens, "total_tokens": tokens],
            ]
            return .json(body.text)
        }

        static func base64(_ bytes: [UInt8]) -> String {
            let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
            var text: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let group = bytes[start..<min(start + 3, bytes.count)]
                let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
                for place in 0..<4 {
                    text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
                }
            }
            return String(decoding: text, as: UTF8.self)
        }
    }
#endif
