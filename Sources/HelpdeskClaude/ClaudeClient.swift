import HTTPTypes
public import HelpdeskHTTP
import HelpdeskJSON
public import HelpdeskLanguage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Answers with a model of Anthropic, over the Messages API.
///
/// ```swift
/// let client = try ClaudeClient(.init(apiKey: key, model: "claude-haiku-5-5"), transport: transport)
/// let answer = try await client.respond(to: request)
/// ```
///
/// - Sources are sent as search results, a block for each passage, and what the model cites comes back as citations
///   whose quotes are checked to be literal. ``LLMCitation/answerRange`` is the part of the answer that the model wrote
///   for the citation. With ``LLMRequest/outputSchema`` there are no citations.
/// - Texts and passages of nothing but white space, which the service refuses, are left out. Sources of system content
///   become the beginning of the first message of the user; sources of messages of the model go to the next message of
///   the user. A conversation that begins with the model gets a short message of the user before it.
/// - No sampling parameters, forced tools or beginnings of answers are sent: current models refuse them.
/// - A request is sent again as ``Configuration/retries`` says until the first text of the answer has come, never
///   later.
/// - Neither keys nor texts of requests are in errors.
public struct ClaudeClient: LLMClient {
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
        var fields: HTTPFields = [.contentType: "application/json", .userAgent: "swift-helpdesk"]
        fields[.anthropicVersion] = configuration.apiVersion
        if let key = configuration.apiKey { fields.append(contentsOf: try HTTPFields(key: key, in: .claudeKey)) }
        fields.replace(with: configuration.headers)
        var endpoint = try HTTPEndpoint.language(configuration.baseURL)
        if !endpoint.path.hasSuffix("/v1") { endpoint.path += "/v1" }
        exchange = LanguageExchange(
            json: JSONExchange(
                transport: transport, endpoint: endpoint, fields: fields,
                maximumResponseBytes: configuration.maximumResponseBytes),
            retrier: HTTPRetrier(policy: configuration.retries, clock: clock, now: now, random: random),
            secrets: fields.secrets(key: configuration.apiKey, own: configuration.headers))
        self.configuration = configuration
    }

    /// The id of the model that is asked for.
    public var model: String { configuration.model }

    /// Answers whole.
    ///
    /// - Throws: ``LanguageError``; `CancellationError`.
    public func respond(to request: LLMRequest) async throws -> LLMResponse {
        let call = try ClaudeRequest(request, configuration)
        let body = call.body(streams: false)
        return try await exchange.run(request, timeout: configuration.timeout) { _ in
            var answer = ClaudeAnswer(call.cited)
            let (head, json) = try await exchange.json.whole("/messages", body: body)
            if let error = ProviderError(whole: json, head: head) { throw error }
            return try answer.read(message: json, model: model)
        }
    }

    /// Answers piece by piece.
    public func stream(_ request: LLMRequest) -> LLMStream {
        LLMStream { writer in
            let call = try ClaudeRequest(request, configuration)
            let body = call.body(streams: true)
            try await exchange.run(request, timeout: configuration.timeout) { partial in
                var answer = ClaudeAnswer(call.cited)
                try await exchange.stream("/messages", body: body, to: writer, partial) { event, position, head in
                    try answer.read(event, position, head)
                }
            }
        }
    }

    /// How many tokens the model reads for a request, as the provider counts them.
    ///
    /// - Throws: ``LanguageError``; `CancellationError`.
    public func tokenCount(of request: LLMRequest) async throws -> Int {
        let body = try ClaudeRequest(request, configuration).countingBody
        return try await exchange.run(request, timeout: configuration.timeout) { _ in
            let (_, json) = try await exchange.json.whole("/messages/count_tokens", body: body)
            guard let count = json["input_tokens"]?.integer, count >= 0 else {
                throw JSONExchange.MalformedJSON("the answer has no whole number in input_tokens")
            }
            return count
        }
    }
}

extension ClaudeClient: CustomStringConvertible, CustomReflectable {
    /// The model and the address, without secrets.
    public var description: String { "ClaudeClient(\(model) at \(configuration.baseURL))" }

    /// The configuration, without secrets.
    public var customMirror: Mirror { Mirror(self, children: ["configuration": configuration], displayStyle: .struct) }
}

extension HTTPField.Name {
    static let anthropicVersion = HTTPField.Name("anthropic-version")!
    static let claudeKey = HTTPField.Name("x-api-key")!
}
