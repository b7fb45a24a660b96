#if AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskLanguage
    import HelpdeskOpenAI
    import HelpdeskTesting
    import SentenceEmbeddings
    import Testing

    /// Embeddings over the network.
    @Suite(.timeLimit(.minutes(5))) struct ServerEmbedderTests {
        private func model(
            _ server: LoopbackServer, _ change: (inout RemoteEmbedder.Configuration) -> Void = { _ in }
        ) throws -> RemoteEmbedder {
            var configuration = RemoteEmbedder.Configuration(
                apiKey: APIKey(ServerProvider.key), model: "hashing", dimensions: 64, baseURL: server.address + "/v1")
            configuration.requestsDimensions = true
            configuration.retries.initialDelay = .milliseconds(10)
            change(&configuration)
            return try RemoteEmbedder(configuration, transport: AsyncHTTPClientTransport.shared)
        }

        @Test(arguments: [RemoteEmbedder.Encoding.base64, .float])
        func theEmbedderKeepsItsPromises(_ encoding: RemoteEmbedder.Encoding) async throws {
            try await withLoopbackServer(answering: LoopbackOpenAI(apiKey: ServerProvider.key).reply) { server in
                try await EmbeddingModelConformance.check(try model(server) { $0.encoding = encoding }, tolerance: 1e-5)
            }
        }

        @Test(arguments: [RemoteEmbedder.Encoding.base64, .float])
        func vectorsComeBackInOrder(_ encoding: RemoteEmbedder.Encoding) async throws {
            let texts = (0..<600).map { "text number \($0) of many" }
            let expected = try await HashingEmbedder(dimensions: 64).embed(texts, as: .passage)
            try await withLoopbackServer(answering: LoopbackOpenAI().reply) { server in
                let model = try model(server) {
                    $0.encoding = encoding
                    $0.maximumBatchTexts = 50
                    $0.normalizes = false
                }
                let vectors = try await model.embed(texts, as: .passage)
                #expect(vectors.values == expected.values)
                #expect(server.counts.requests == 12)
            }
        }

        @Test func faultsAreErrors() async throws {
            let soon: HTTPFields = [HTTPField.Name("retry-after-ms")!: "10"]
            let good = LoopbackOpenAI().reply
            try await withLoopbackServer { request, index in
                index < 2 ? LoopbackOpenAI.error(429, headers: soon) : await good(request, index)
            } body: { server in
                let vectors = try await model(server).embed(["one"], as: .query)
                #expect(vectors.count == 1)
                #expect(server.counts.requests == 3)
            }
            let replies: [LoopbackReply] = [
                .hangUp, .garbage, .json("{}"), .json(#"{"data":[]}"#),
                .json(#"{"data":[{"index":9,"embedding":[1]}]}"#),
                .json(#"{"data":[{"index":0,"embedding":"!!!!"}]}"#), .endlessLine(of: 70 << 20),
                LoopbackOpenAI.error(401, message: "Incorrect API key provided: \(ServerProvider.key)"),
            ]
            for reply in replies {
                try await withLoopbackServer { _, _ in
                    reply
                } body: { server in
                    let model = try model(server) { $0.retries.maximumRetries = 0 }
                    do {
                        _ = try await model.embed(["the customer's words"], as: .query)
                        Issue.record("\(reply): no error")
                    } catch let error as LanguageError {
                        #expect(!"\(error)".contains("0815") && !"\(error)".contains("words"))
                    } catch let error as EmbeddingError {
                        #expect(!"\(error)".contains("0815") && !"\(error)".contains("words"))
                    }
                }
            }
        }
    }
#endif
