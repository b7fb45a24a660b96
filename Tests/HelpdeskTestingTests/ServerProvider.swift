#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskClaude
    import HelpdeskHTTP
    import HelpdeskLanguage
    import HelpdeskOpenAI
    import HelpdeskTesting
    import Testing

    /// A client and the player of its provider: the tests of both are the same.
    enum ServerProvider: CaseIterable, Sendable {
        case claude
        case openAI

        static let key = "sk-secret-0815-4711"

        /// A client of a server; without retries, and with short waits between them, where the test does not say.
        func client(_ server: LoopbackServer, retries: Int = 0) throws -> any LLMClient {
            let policy = HTTPRetryPolicy(maximumRetries: retries, initialDelay: .milliseconds(10))
            let transport = AsyncHTTPClientTransport.shared
            switch self {
            case .claude:
                var configuration = ClaudeClient.Configuration(apiKey: APIKey(Self.key), model: "claude-haiku-5-5")
                configuration.baseURL = server.address
                configuration.retries = policy
                configuration.timeout = .seconds(240)
                return try ClaudeClient(configuration, transport: transport)
            case .openAI:
                var configuration = OpenAIClient.Configuration(
                    apiKey: APIKey(Self.key), model: "llama", baseURL: server.address + "/v1")
                configuration.retries = policy
                configuration.timeout = .seconds(240)
                return try OpenAIClient(configuration, transport: transport)
            }
        }

        /// The player.
        func player(
            _ answer: @escaping @Sendable (LoopbackQuestion) async -> LLMResponse = { $0.quotation }
        ) -> LoopbackServer.Answer {
            switch self {
            case .claude: LoopbackClaude(apiKey: Self.key, answering: answer).reply
            case .openAI: LoopbackOpenAI(apiKey: Self.key, answering: answer).reply
            }
        }

        /// An error of the provider.
        func error(_ status: Int, message: String = "scripted", headers: HTTPFields = [:]) -> LoopbackReply {
            switch self {
            case .claude: LoopbackClaude.error(status, message: message, headers: headers)
            case .openAI: LoopbackOpenAI.error(status, message: message, headers: headers)
            }
        }

        /// A stream that ends with an error.
        func brokenStream(_ text: String) -> LoopbackReply {
            switch self {
            case .claude: LoopbackClaude.stream(text, thenError: "overloaded_error", message: "Overloaded")
            case .openAI: LoopbackOpenAI.stream(text, thenError: "The server is overloaded")
            }
        }
    }

    /// A question with two sources.
    let serverQuestion = LLMRequest(
        instructions: "Answer from the articles.",
        messages: [
            LLMMessage(
                role: .user,
                content: [
                    .source(LLMSource(id: "rechnung", title: "Rechnungen", passages: ["Rechnungen kosten 4,90 €. 😀"])),
                    .source(
                        LLMSource(
                            id: "password", title: "Passwords",
                            passages: ["Passwords have at least 12 characters.", "Reset your password in Settings."])),
                    .text("How do I reset my password?"),
                ])
        ])

    /// Adds up a stream.
    func collect(_ stream: LLMStream, model: String) async throws -> LLMResponse {
        try await LLMResponse(collecting: stream, model: model)
    }

    /// Expects an error without the key and without anything of the request.
    @discardableResult
    func expectLanguageError(
        _ codes: Set<LanguageError.Code>, _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation,
        _ work: () async throws -> Void
    ) async -> LanguageError? {
        do {
            try await work()
            Issue.record("\(what): no error", sourceLocation: sourceLocation)
        } catch let error as LanguageError {
            #expect(codes.contains(error.code), "\(what): \(error)", sourceLocation: sourceLocation)
            for text in ["\(error)", String(reflecting: error)] {
                for hidden in [ServerProvider.key, "0815", "Settings", "reset my"] {
                    #expect(!text.contains(hidden), "\(what): \(hidden)", sourceLocation: sourceLocation)
                }
            }
            return error
        } catch {
            Issue.record("\(what): \(error)", sourceLocation: sourceLocation)
        }
        return nil
    }
#endif
