import HTTPTypes
import HelpdeskHTTP
import HelpdeskJSON
import HelpdeskOpenAI
import HelpdeskTesting
import SentenceEmbeddings
import Synchronization
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct RemoteEmbedderTests {
    func model(
        _ transport: FakeHTTPTransport, dimensions: Int = 3, clock: any Clock<Duration> = ContinuousClock(),
        _ change: (inout RemoteEmbedder.Configuration) -> Void = { _ in }
    ) throws -> RemoteEmbedder {
        var configuration = RemoteEmbedder.Configuration(
            apiKey: "sk-test-secret", model: "embed-test", dimensions: dimensions)
        configuration.normalizes = false
        configuration.retries.initialDelay = .zero
        change(&configuration)
        return try RemoteEmbedder(configuration, transport: transport, clock: clock)
    }

    /// Plays a server whose vectors tell the text; the last first, and without empty texts.
    static func server(_ dimensions: Int = 3, encoding: RemoteEmbedder.Encoding? = nil) -> FakeHTTPTransport {
        FakeHTTPTransport { sent in
            let json = try JSONValue(utf8: sent.body)
            let inputs = (json["input"]?.array ?? []).compactMap(\.string)
            guard !inputs.isEmpty, inputs.allSatisfy({ !$0.isEmpty }) else {
                return .response(400, text: #"{"error":{"message":"empty input","type":"invalid_request_error"}}"#)
            }
            let format = encoding?.rawValue ?? json["encoding_format"]?.string
            let items = inputs.enumerated().reversed().map { index, text -> JSONField in
                let vector = vector(of: text, dimensions)
                let packed = vector.flatMap { value in
                    (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
                }
                return [
                    "index": .integer(index), "object": "embedding",
                    "embedding": format == "base64"
                        ? .string(Data(packed).base64EncodedString()) : .array(vector.map { .number(Double($0)) }),
                ]
            }
            return .response(200, body: [JSONField.object([.init("data", .array(items))]).utf8])
        }
    }

    static func vector(of text: String, _ dimensions: Int = 3) -> [Float] {
        var generator = SeededGenerator(seed: text.utf8.reduce(7) { ($0 &* 31) &+ UInt64($1) })
        return (0..<dimensions).map { _ in Float.random(in: -1...1, using: &generator) }
    }

    @Test func bodiesAndVectorsAreThoseOfTheOfficialLibrary() async throws {
        let golden = try Golden.json("embeddings.json")
        let body = try Golden.bytes("embeddings.json")
        _ = body
        let items = try #require(golden["response"]?["data"]?.array)
        let reply: JSONField = [
            "data": .array(
                items.map {
                    [
                        "index": .integer($0["index"]?.integer ?? -1),
                        "embedding": .string($0["embedding"]?.string ?? ""),
                    ]
                })
        ]
        let transport = FakeHTTPTransport([.response(200, body: [reply.utf8])])
        let embeddings = try await model(transport).embed(["ünï", "b"], as: .passage)
        let expected = try #require(golden["vectors"]?.array).map {
            ($0.array ?? []).compactMap(\.double).map(Float.init)
        }
        #expect(Array(embeddings) == expected)
        let sent = try #require(transport.sent.first)
        #expect(String(decoding: sent.body, as: UTF8.self) == (try Golden.request("embeddings"))["body"]?.string)
        #expect(sent.request.path == "/v1/embeddings")
        #expect(sent.request.headerFields[.authorization] == "Bearer sk-test-secret")
        let other = FakeHTTPTransport([.response(200, body: [reply.utf8])])
        _ = try await model(other) {
            $0.requestsDimensions = true
            $0.encoding = .float
        }.embed(["ünï", "b"], as: .passage)
        #expect(
            String(decoding: other.sent[0].body, as: UTF8.self) == (try Golden.request("dimensions"))["body"]?.string)
    }

    @Test(arguments: [RemoteEmbedder.Encoding.base64, .float]) func keepsThePromises(
        encoding: RemoteEmbedder.Encoding
    ) async throws {
        let model = try model(Self.server(8), dimensions: 8) {
            $0.encoding = encoding
            $0.maximumBatchTexts = 4
            $0.normalizes = true
        }
        try await EmbeddingModelConformance.check(model)
        let vector = try await model.embed("a", as: .query)
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
    }

    @Test func batchesByNumberAndTokensInOrder() async throws {
        let transport = Self.server(encoding: .float)
        let texts = (0..<23).map { "text \($0)" } + [String(repeating: "long word ", count: 200), "end"]
        let model = try model(transport) {
            $0.maximumBatchTexts = 5
            $0.maximumBatchTokens = 100
            $0.maximumBatchesInFlight = 3
        }
        let embeddings = try await model.embed(texts, as: .passage)
        for (text, vector) in zip(texts, embeddings) {
            #expect(zip(vector, Self.vector(of: text)).allSatisfy { abs($0 - $1) < 1e-6 })
        }
        let sizes = try transport.sent.map { try JSONValue(utf8: $0.body)["input"]?.array?.count ?? 0 }
        #expect(sizes.sorted() == [1, 1, 3, 5, 5, 5, 5])
        #expect(try await model.embed([], as: .query).isEmpty)
        #expect(transport.sent.count == 7)
    }

    @Test func noMoreRequestsAtOnceThanAllowed() async throws {
        let counts = Mutex((now: 0, most: 0))
        let inner = Self.server()
        let transport = FakeHTTPTransport { sent in
            counts.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            for _ in 0..<20 { await Task.yield() }
            counts.withLock { $0.now -= 1 }
            let response = try await inner.send(sent.request, body: sent.body)
            return .response(200, body: [try await response.body.collect(upTo: 1 << 20)])
        }
        _ = try await model(transport) {
            $0.maximumBatchTexts = 1
            $0.maximumBatchesInFlight = 2
        }.embed((0..<20).map(String.init), as: .passage)
        #expect(counts.withLock { $0.most } <= 2)
        #expect(transport.sent.count == 20)
    }

    @Test func promptsAndEmptyTexts() async throws {
        let transport = Self.server()
        let model = try model(transport) {
            $0.queryPrompt = "query: "
            $0.revision = "7"
        }
        _ = try await model.embed(["a", ""], as: .query)
        _ = try await model.embed(["a", ""], as: .passage)
        let inputs = try transport.sent.map { try JSONValue(utf8: $0.body)["input"]?.array?.compactMap(\.string) }
        #expect(inputs == [["query: a", "query: "], ["a", " "]])
        #expect(
            model.identity.model == "embed-test" && model.identity.revision == "7" && model.identity.dimensions == 3)
        let plain = try self.model(transport)
        let normalized = try self.model(transport) { $0.normalizes = true }
        let other = try self.model(transport) { $0.passagePrompt = "query: " }
        #expect(Set([model.identity.precision, plain.identity.precision, other.identity.precision]).count == 3)
        #expect(plain.identity.precision == "float32" && normalized.identity.precision == "float32-normalized")
    }

    @Test func wrongVectorsAreRefused() async throws {
        let good = #"{"index":0,"embedding":[1,2,3]}"#
        for (data, what) in [
            ("[]", "gave 0"), ("[\(good)]", "gave 1"), ("[\(good),\(good)]", "twice"),
            ("[\(good),{\"embedding\":[1,2,3]}]", "index"),
            (#"[\#(good),{"index":2,"embedding":[1,2,3]}]"#, "index"),
            (#"[\#(good),{"index":-1,"embedding":[1,2,3]}]"#, "index"),
            (#"[\#(good),{"index":1,"embedding":[1,2]}]"#, "2 components"),
            (#"[\#(good),{"index":1,"embedding":[]}]"#, "0 comp"),
            (#"[\#(good),{"index":1,"embedding":[1,2,1e999]}]"#, "NaN"),
            (#"[\#(good),{"index":1,"embedding":[1,null,3]}]"#, "number"),
            (#"[\#(good),{"index":1,"embedding":"AAAA"}]"#, "base64"),
            (#"[\#(good),{"index":1,"embedding":"?"}]"#, "base64"),
            (#"[\#(good),{"index":1,"embedding":"AADAfwAAgD8AAIA/"}]"#, "NaN"),
            (#"[\#(good),{"index":1}]"#, "no embedding"),
            ("7", "data"),
        ] {
            let transport = FakeHTTPTransport([.response(200, text: "{\"data\":\(data)}")])
            let error = await #expect(throws: EmbeddingError.self, "\(data)") {
                try await model(transport).embed(["a", "b"], as: .passage)
            }
            #expect(error?.code == .invalidResult && error?.message.contains(what) == true, "\(data): \(error as Any)")
        }
    }

    @Test func failuresAreTypedAndTriedAgain() async throws {
        let refused = FakeHTTPTransport([.response(401, text: #"{"error":{"message":"key sk-test-secret"}}"#)])
        let error = await #expect(throws: LanguageError.self) { try await model(refused).embed(["a"], as: .query) }
        #expect(error?.code == .unauthorized && error.map { "\($0)".contains("secret") } == false)
        let ok = #"{"data":[{"index":0,"embedding":[1,2,3]}]}"#
        let busy = FakeHTTPTransport([.response(503), .response(429), .response(200, text: ok)])
        #expect(try await model(busy).embed("a", as: .query) == [1, 2, 3])
        let malformed = FakeHTTPTransport([.response(200, text: "{")])
        let other = await #expect(throws: LanguageError.self) { try await model(malformed).embed(["a"], as: .query) }
        #expect(other?.code == .malformedResponse)
    }

    @Test func cancellationEndsAllBatches() async throws {
        let transport = FakeHTTPTransport([.response(200, ending: .silence)])
        let model = try model(transport, clock: ManualClock()) { $0.maximumBatchTexts = 1 }
        let task = Task { try await model.embed((0..<10).map(String.init), as: .passage) }
        while transport.openBodyCount < 4 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.sent.count == 4)
        #expect(await isClosed(transport))
    }

    @Test func configurationsHideTheirSecrets() throws {
        let model = try model(Self.server()) { $0.headers = [.authorization: "Bearer own-secret"] }
        var shown = "\(model) \(model.configuration)"
        dump(model, to: &shown)
        #expect(!shown.contains("secret"))
        for change: (inout RemoteEmbedder.Configuration) -> Void in [
            { $0.dimensions = 0 }, { $0.model = "" }, { $0.maximumBatchTexts = 0 }, { $0.maximumBatchesInFlight = -1 },
            { $0.baseURL = "localhost" },
        ] { #expect(throws: LanguageError.self) { try self.model(Self.server(), change) } }
    }
}
