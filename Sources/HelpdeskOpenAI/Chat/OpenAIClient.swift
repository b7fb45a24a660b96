import HTTPTypes
public import HelpdeskHTTP
import HelpdeskJSON
public import HelpdeskLanguage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Answers with a model behind the chat completions interface: OpenAI, vLLM, Ollama, llama.cpp and many others.
///
/// ```swift
/// var configuration = OpenAIClient.Configuration(apiKey: nil, model: "qwen3", baseURL: "http://localhost:11434")
/// configuration.tokenLimit = .maxTokens
/// let client = try OpenAIClient(configuration, transport: transport)
/// ```
///
/// - Sources are written into the message of the user as numbered, delimited data, and the model is told to cite them
///   as `[1]`. ``CitationMarkerParser`` takes these markers out of the answer and makes citations of them. With
///   ``LLMRequest/outputSchema`` there are none.
/// - Texts and passages of nothing but white space are left out, messages of one role in a row become one, sources of
///   system content come first in the first message of the user.
/// - A request is sent again as ``Configuration/retries`` says until the first text of the answer has come, never
///   later.
/// - Neither keys nor texts of requests are in errors.
public struct OpenAIClient: LLMClient {
    /// How the model is reached.
    public let configuration: Configuration
    private let exchange: LanguageExchange

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - configuration: Which model, and how to reach it.
    ///   - transport: What sends the requests.
    ///   - clock: What measures timeouts and the waits between retries.
    ///   - now: The time of day, for servers that name a date to come back at.
    ///   - random: A number from 0 up to 1, for the waits between retries.
    /// - Throws: ``LanguageError`` with code `invalidRequest` where the model is empty, the base URL is none, or the
    ///   key cannot be sent.
    public init(
        _ configuration: Configuration, transport: any HTTPTransport, clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) throws(LanguageError) {
        try LanguageExchange.validate(
            model: configuration.model, maximumOutputTokens: configuration.maximumOutputTokens)
        exchange = try LanguageExchange(
            openAI: configuration.baseURL, apiKey: configuration.apiKey, headers: configuration.headers,
            maximumResponseBytes: configuration.maximumResponseBytes, transport: transport,
            retrier: HTTPRetrier(policy: configuration.retries, clock: clock, now: now, random: random))
        self.configuration = configuration
    }

    /// The name of the model that is asked for.
    public var model: String { configuration.model }

    /// Answers whole.
    ///
    /// - Throws: ``LanguageError``; `CancellationError`.
    public func respond(to request: LLMRequest) async throws -> LLMResponse {
        let call = try ChatRequest(request, configuration)
        let body = call.body(streams: false)
        return try await exchange.run(request, timeout: configuration.timeout) { _ in
            var answer = ChatAnswer(call.cited)
            let (head, json) = try await exchange.json.whole("/chat/completions", body: body)
            // Some gateways send errors of the server behind them with status 200.
            if let error = ProviderError(whole: json, head: head) { throw error }
            return try answer.read(completion: json, model: model)
        }
    }

    /// Answers piece by piece.
    public func stream(_ request: LLMRequest) -> LLMStream {
        LLMStream { writer in
            let call = try ChatRequest(request, configuration)
            let body = call.body(streams: true)
            try await exchange.run(request, timeout: configuration.timeout) { partial in
                var answer = ChatAnswer(call.cited)
                try await exchange.stream(
                    "/chat/completions", body: body, to: writer, partial,
                    read: { event, position, head in try answer.read(event, position, head) },
                    end: { answer.endOfStream })
            }
        }
    }
}

extension OpenAIClient: CustomStringConvertible, CustomReflectable {
    /// The model and the address, without secrets.
    public var description: String { "OpenAIClient(\(model) at \(configuration.baseURL))" }

    /// The configuration, without secrets.
    public var customMirror: Mirror { Mirror(self, children: ["configuration": configuration], displayStyle: .struct) }
}
