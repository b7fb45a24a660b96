import HTTPTypes
public import HelpdeskHTTP
import HelpdeskJSON
public import HelpdeskLanguage
public import SentenceEmbeddings

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Embeds texts with a model behind the embeddings interface: OpenAI, vLLM, Ollama, text-embeddings-inference.
///
/// ```swift
/// let model = try RemoteEmbedder(
///     .init(apiKey: key, model: "text-embedding-3-small", dimensions: 1536), transport: transport)
/// ```
///
/// Texts are sent in batches, some at once, and come back in order. The identity has the model, the dimensions, the
/// revision that the host gives, and in its precision whether vectors are normalized and a mark of the prompts. Whether
/// the same text has exactly the same vector each time is up to the server.
public struct RemoteEmbedder: EmbeddingModel {
    /// How the model is reached.
    public let configuration: Configuration
    /// Which model this is.
    public let identity: EmbeddingIdentity
    private let exchange: LanguageExchange

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - configuration: Which model, and how to reach it.
    ///   - transport: What sends the requests.
    ///   - clock: What measures timeouts and the waits between retries.
    ///   - now: The time of day, for servers that name a date to come back at.
    ///   - random: A number from 0 up to 1, for the waits between retries.
    /// - Throws: ``LanguageError`` with code `invalidRequest` where the model is empty, the base URL is none, the key
    ///   cannot be sent, or a number is less than 1.
    public init(
        _ configuration: Configuration, transport: any HTTPTransport, clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) throws(LanguageError) {
        guard !configuration.model.isEmpty else { throw LanguageError(.invalidRequest, "the model has no name") }
        for (name, value) in [
            ("dimensions", configuration.dimensions), ("maximumBatchTexts", configuration.maximumBatchTexts),
            ("maximumBatchTokens", configuration.maximumBatchTokens),
            ("maximumBatchesInFlight", configuration.maximumBatchesInFlight),
        ] where value < 1 {
            throw LanguageError(.invalidRequest, "\(name) is \(value); it must be 1 or more")
        }
        exchange = try LanguageExchange(
            openAI: configuration.baseURL, apiKey: configuration.apiKey, headers: configuration.headers,
            maximumResponseBytes: configuration.maximumResponseBytes, transport: transport,
            retrier: HTTPRetrier(policy: configuration.retries, clock: clock, now: now, random: random))
        identity = EmbeddingIdentity(
            model: configuration.model, revision: configuration.revision, precision: configuration.precision,
            dimensions: configuration.dimensions)
        self.configuration = configuration
    }

    /// Embeds texts.
    ///
    /// - Throws: ``LanguageError`` for what the service refuses; ``EmbeddingError`` with code `invalidResult` where
    ///   vectors are missing, twice there, of other dimensions, or not finite; `CancellationError`.
    public func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
        try Task.checkCancellation()
        let prompt = role == .query ? configuration.queryPrompt : configuration.passagePrompt
        let inputs = texts.map { text in
            let input = prompt + text
            return input.isEmpty ? configuration.emptyText : input
        }
        let batches = batches(of: inputs)
        let dimensions = configuration.dimensions
        var values = [Float](repeating: 0, count: inputs.count * dimensions)
        try await withThrowingTaskGroup(of: (Range<Int>, [Float]).self) { group in
            var waiting = batches[...]
            for _ in 0..<configuration.maximumBatchesInFlight {
                guard let batch = waiting.popFirst() else { break }
                group.addTask { (batch, try await embed(inputs[batch])) }
            }
            while let (batch, vectors) = try await group.next() {
                values.replaceSubrange(batch.lowerBound * dimensions..<batch.upperBound * dimensions, with: vectors)
                if let next = waiting.popFirst() { group.addTask { (next, try await embed(inputs[next])) } }
            }
        }
        return Embeddings(values: values, count: inputs.count, dimensions: dimensions)
    }

    /// Cuts texts into batches by their number and their tokens; a text that is too long alone is a batch of its own.
    private func batches(of inputs: [String]) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var start = 0
        var tokens = 0
        for (position, input) in inputs.enumerated() {
            let count = TokenEstimate.tokens(in: input)
            if position > start,
                position - start == configuration.maximumBatchTexts || tokens + count > configuration.maximumBatchTokens
            {
                batches.append(start..<position)
                (start, tokens) = (position, 0)
            }
            tokens += count
        }
        if start < inputs.count { batches.append(start..<inputs.count) }
        return batches
    }

    private func embed(_ inputs: ArraySlice<String>) async throws -> [Float] {
        var fields: JSONField = [
            "model": .string(configuration.model), "input": .array(inputs.map { .string($0) }),
        ]
        if configuration.requestsDimensions { fields["dimensions"] = .integer(configuration.dimensions) }
        fields["encoding_format"] = .string(configuration.encoding.rawValue)
        let body = fields.utf8
        let json = try await exchange.run(timeout: configuration.timeout, texts: { Array(inputs) }) { _ in
            try await exchange.json.whole("/embeddings", body: body).json
        }
        let reader = EmbeddingReader(count: inputs.count, dimensions: configuration.dimensions)
        return try reader.vectors(json, normalizes: configuration.normalizes)
    }
}

extension RemoteEmbedder.Configuration {
    /// What else changes the vectors, in a word.
    fileprivate var precision: String {
        var precision = "float32" + (normalizes ? "-normalized" : "")
        let prompts = [queryPrompt, passagePrompt, emptyText]
        if prompts != ["", "", " "] {
            // FNV-1a, the texts apart by a byte that is in none of them.
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in prompts.map({ Array($0.utf8) }).joined(separator: [0xFF]) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            precision += "-prompts:" + String(hash, radix: 16)
        }
        return precision
    }
}

extension RemoteEmbedder: CustomStringConvertible, CustomReflectable {
    /// The model and the address, without secrets.
    public var description: String { "RemoteEmbedder(\(identity) at \(configuration.baseURL))" }

    /// The configuration, without secrets.
    public var customMirror: Mirror { Mirror(self, children: ["configuration": configuration], displayStyle: .struct) }
}
