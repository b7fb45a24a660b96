#if AsyncHTTPClient
    public import HTTPTypes
    public import HelpdeskLanguage

    /// Plays the Messages API of Anthropic on a ``LoopbackServer``: whole answers and streams, citations of search results,
    /// structured output, counting of tokens, and the errors for what the real one refuses.
    ///
    /// ```swift
    /// let claude = LoopbackClaude { question in
    ///     LLMResponse(text: "You asked: \(question.request.question)", model: question.model)
    /// }
    /// try await withLoopbackServer { request, index in
    ///     index == 0 ? LoopbackClaude.error(529) : await claude.reply(request, index)
    /// } body: { server in … }
    /// ```
    ///
    /// It is as strict as the real one where that is known, so that a client that passes here sends what can be answered.
    public struct LoopbackClaude: Sendable {
        /// The only key that is accepted; any where `nil`.
        public var apiKey: String?
        /// What the model thinks before it answers; no block of thinking where `nil`.
        public var thinking: String?
        /// How long to wait before each event of a stream.
        public var pause: Duration
        /// Answers a question. Where the usage is zero, an estimate is sent.
        public var answer: @Sendable (LoopbackQuestion) async -> LLMResponse

        /// Creates a player.
        ///
        /// - Parameters:
        ///   - apiKey: The only key that is accepted; any where `nil`.
        ///   - thinking: What the model thinks before it answers.
        ///   - pause: How long to wait before each event of a stream.
        ///   - answer: Answers a question; by default with ``LoopbackQuestion/quotation``.
        public init(
            apiKey: String? = nil, thinking: String? = "Which article says it?", pause: Duration = .zero,
            answering answer: @escaping @Sendable (LoopbackQuestion) async -> LLMResponse = { $0.quotation }
        ) {
            self.apiKey = apiKey
            self.thinking = thinking
            self.pause = pause
            self.answer = answer
        }

        /// Answers a request; give it to ``LoopbackServer/start(port:tls:keepsRequests:answering:)``.
        @Sendable public func reply(_ request: RecordedRequest, _ index: Int) async -> LoopbackReply {
            do {
                let reader = try ClaudeRequestReader(request, apiKey: apiKey)
                let headers = Self.headers(index)
                if reader.isCount { return .json(#"{"input_tokens":\#(reader.inputTokens)}"#, headers: headers) }
                let response = await answer(reader.question)
                let writer = ClaudeResponseWriter(response, to: reader, id: "msg_\(index)", thinking: thinking)
                return reader.question.isStreamed
                    ? .events(writer.events, headers: headers, pause: pause)
                    : .json(writer.message.text, headers: headers)
            } catch {
                return Self.error(error.status, message: error.message, headers: Self.headers(index))
            }
        }

        private static func headers(_ index: Int) -> HTTPFields {
            HTTPField.Name("request-id").map { [$0: "req_\(index)"] } ?? [:]
        }

        /// An error as the API sends it.
        ///
        /// - Parameters:
        ///   - status: 400, 401, 402, 403, 404, 409, 413, 429, 500, 504, 529, or another one that counts as 500.
        ///   - message: What was wrong.
        ///   - headers: More headers: `retry-after`, `retry-after-ms`, `x-should-retry`.
        public static func error(
            _ status: Int, message: String = "scripted", headers: HTTPFields = [:]
        ) -> LoopbackReply {
            let error: LoopbackJSON = ["type": .string(errorType(status)), "message": .string(message)]
            let body: LoopbackJSON = ["type": "error", "error": error, "request_id": "req_error"]
            return .json(body.text, status: .init(code: status), headers: headers)
        }

        /// A stream with some text that ends with an error, although its status was 200.
        ///
        /// - Parameters:
        ///   - text: The text before.
        ///   - type: The kind of error.
        ///   - message: What was wrong.
        public static func stream(
            _ text: String, thenError type: String = "overloaded_error", message: String = "Overloaded"
        ) -> LoopbackReply {
            let error: LoopbackJSON = ["type": "error", "error": ["type": .string(type), "message": .string(message)]]
            return .events(ClaudeResponseWriter.opening(text) + ["event: error\ndata: \(error.text)\n\n"])
        }

        static func errorType(_ status: Int) -> String {
            switch status {
            case 400: "invalid_request_error"
            case 401: "authentication_error"
            case 402: "billing_error"
            case 403: "permission_error"
            case 404: "not_found_error"
            case 409: "conflict_error"
            case 413: "request_too_large"
            case 429: "rate_limit_error"
            case 504: "timeout_error"
            case 529: "overloaded_error"
            default: "api_error"
            }
        }
    }

    /// What a player refuses.
    struct LoopbackRefusal: Error {
        var status: Int
        var message: String

        init(_ status: Int, _ message: String) {
            self.status = status
            self.message = message
        }
    }
#endif
