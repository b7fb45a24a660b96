#if AsyncHTTPClient
    import Helpdesk
    import HelpdeskClaude
    import HelpdeskHTTP
    import HelpdeskOpenAI
    import HelpdeskTesting
    import Testing

    /// An agent whose language model and embeddings are on the other side of a network: what leaves the process.
    @Suite(.timeLimit(.minutes(5))) struct ServerAgentTests {
        /// Personal data of the customer, of earlier turns, of a past ticket and of what the host knows about the customer.
        private static let secrets = [
            "ada@example.com", "7946 0958", "4111 1111 1111 1111", "bob@example.net", "bob@exam", "carol@example.org",
        ]

        private static let query = SupportQuery(
            "My invoice is wrong, how do I get a new one? Write to ada@example.com or +44 20 7946 0958.",
            customer: CustomerContext(id: "carol@example.org", name: "Ada", email: "ada@example.com"),
            conversation: [.customer("My card is 4111 1111 1111 1111."), .agent("Noted, ada@example.com.")])

        private static let faq = KnowledgeItem.faq(
            FAQ(
                id: "invoice", question: "How do I get a new invoice?",
                answer: "Open Billing and choose New invoice. It arrives by e-mail within five minutes."))

        /// A ticket without a subject, whose title is its beginning, cut within the address.
        private static let ticket = KnowledgeItem.resolvedTicket(
            ResolvedTicket(
                id: "carol@example.org-17", subject: "",
                problem: "My invoice has a wrong name on it, please send another one today to me: bob@example.net",
                resolution: "We sent a new invoice to bob@example.net."))

        private static func claude(_ server: LoopbackServer) throws -> any LLMClient {
            var configuration = ClaudeClient.Configuration(apiKey: "test", model: "claude-haiku-5-5")
            configuration.baseURL = server.address
            configuration.maximumRetries = 0
            return try ClaudeClient(configuration, transport: AsyncHTTPClientTransport.shared)
        }

        private static func openAI(_ server: LoopbackServer) throws -> any LLMClient {
            var configuration = OpenAIClient.Configuration(apiKey: "test", model: "small")
            configuration.baseURL = server.address + "/v1"
            configuration.maximumRetries = 0
            return try OpenAIClient(configuration, transport: AsyncHTTPClientTransport.shared)
        }

        private static func reply(_ request: RecordedRequest, _ index: Int) async -> LoopbackReply {
            request.path.hasPrefix("/v1/messages")
                ? await LoopbackClaude().reply(request, index) : await LoopbackOpenAI().reply(request, index)
        }

        private static func checkNothingPersonal(_ server: LoopbackServer) {
            for secret in secrets { #expect(!server.hasReceived(secret), "\(secret)") }
            #expect(server.hasReceived("[EMAIL_1]"))
        }

        @Test(arguments: [claude, openAI])
        func nothingPersonalIsAmongTheBytesToALanguageModel(
            _ client: @Sendable (LoopbackServer) throws -> any LLMClient
        ) async throws {
            try await withLoopbackServer(answering: Self.reply) { server in
                let knowledge = try await KnowledgeBase(model: try HashingEmbedder())
                _ = try await knowledge.upsert([Self.faq, Self.ticket])
                let agent = try SupportAgent(knowledge: knowledge, languageModel: try client(server))
                let resolution = try await agent.resolve(Self.query)
                #expect(resolution.fallback == nil && resolution.usage.outputTokens > 0)
                var streamed = ""
                for try await event in agent.stream(Self.query) { if case .text(let text) = event { streamed += text } }
                #expect(!streamed.isEmpty)
                #expect(server.counts.requests >= 2)
                Self.checkNothingPersonal(server)
            }
        }

        /// The search text of a query goes to the embedding model; knowledge goes there as the host gives it.
        @Test func nothingPersonalIsAmongTheBytesToAnEmbeddingModel() async throws {
            try await withLoopbackServer(answering: Self.reply) { server in
                var configuration = RemoteEmbedder.Configuration(apiKey: "test", model: "e", dimensions: 384)
                configuration.baseURL = server.address + "/v1"
                let transport = AsyncHTTPClientTransport.shared
                let model = try RemoteEmbedder(configuration, transport: transport)
                let knowledge = try await KnowledgeBase(model: model)
                _ = try await knowledge.upsert([Self.faq])
                let agent = try SupportAgent(knowledge: knowledge)
                let resolution = try await agent.resolve(Self.query)
                #expect(resolution.citations.map(\.itemID) == ["invoice"])
                try await agent.learn(
                    from: ResolvedTicket(
                        id: "18", subject: "Invoice", problem: "I am bob@example.net.",
                        resolution: "Sent to bob@example.net."))
                Self.checkNothingPersonal(server)
            }
        }

        @Test(arguments: [
            (LoopbackClaude.error(529), AnswerFallback.Cause.overloaded), (LoopbackClaude.error(401), .rejected),
            (LoopbackReply.garbage, .rejected), (LoopbackReply.hangUp, .unavailable),
        ])
        func failuresOfTheServerFallBackToTheSources(
            _ reply: LoopbackReply, _ cause: AnswerFallback.Cause
        ) async throws {
            try await withLoopbackServer { _, _ in
                reply
            } body: { server in
                let knowledge = try await KnowledgeBase(model: try HashingEmbedder())
                _ = try await knowledge.upsert([Self.faq])
                let agent = try SupportAgent(knowledge: knowledge, languageModel: try Self.claude(server))
                let resolution = try await agent.resolve(SupportQuery("How do I get a new invoice?"))
                #expect(resolution.fallback?.cause == cause, "\(resolution.fallback?.detail ?? "")")
                #expect(resolution.answer.contains("Open Billing"))
                #expect(resolution.model == "extractive")
            }
        }
    }
#endif
