package import HTTPTypes
package import HelpdeskLanguage

/// Asks a service of language models: in time, with retries, and with what goes wrong as ``LanguageError``.
package struct LanguageExchange: Sendable {
    package let json: JSONExchange
    package let retrier: HTTPRetrier
    private let scrubber: ErrorScrubber

    /// - Parameter secrets: What errors must not have, the key first of all.
    package init(json: JSONExchange, retrier: HTTPRetrier, secrets: [String]) {
        self.json = json
        self.retrier = retrier
        scrubber = ErrorScrubber(secrets: secrets)
    }

    /// Runs an attempt, again where it is worth it.
    ///
    /// - Parameters:
    ///   - timeout: How long all attempts together may take.
    ///   - texts: The texts of the request, which errors must not repeat; asked for when there is an error.
    ///   - attempt: Gets where to note what a reader has got.
    package func run<Value: Sendable>(
        timeout: Duration?, texts: () -> [String],
        _ attempt: @escaping @Sendable (PartialText) async throws -> Value
    ) async throws -> Value {
        let partial = PartialText()
        do {
            return try await Deadline.run(timeout, clock: retrier.clock) {
                try await retrier.run(within: timeout) { _ in try await attempt(partial) }
            }
        } catch {
            if error is CancellationError { throw error }
            let failure = error as? HTTPRetrier.Failure
            var described = languageError(failure?.error ?? error, texts: texts(), hasBegun: partial.hasBegun)
            described.retries = failure?.retries ?? 0
            described.partialText = partial.text
            throw described
        }
    }

    /// Refuses a configuration that no provider can answer to.
    package static func validate(model: String, maximumOutputTokens: Int) throws(LanguageError) {
        guard !model.isEmpty else { throw LanguageError(.invalidRequest, "the model has no name") }
        guard maximumOutputTokens > 0 else {
            throw LanguageError(
                .invalidRequest, "maximumOutputTokens is \(maximumOutputTokens); it must be 1 or more")
        }
    }

    /// Runs an attempt at a request, within its time or, where it has none, the client's.
    package func run<Value: Sendable>(
        _ request: LLMRequest, timeout: Duration?,
        _ attempt: @escaping @Sendable (PartialText) async throws -> Value
    ) async throws -> Value {
        try await run(timeout: request.timeout ?? timeout, texts: { request.allTexts }, attempt)
    }

    /// Posts, and writes what the events say, up to the stop.
    ///
    /// A connection that is lost before the first text can be tried again; later it is an ``Interruption``.
    ///
    /// - Parameters:
    ///   - read: Turns an event and its position into events of the answer.
    ///   - end: What is left when the body has ended before a stop; empty where the answer is not whole.
    package func stream(
        _ path: String, body: [UInt8], to writer: LLMStream.Writer, _ partial: PartialText,
        read: (ServerSentEvent, Int, HTTPResponse) throws -> [LLMEvent], end: () -> [LLMEvent] = { [] }
    ) async throws {
        do {
            let isComplete = try await json.events(path, body: body) { event, position, head in
                partial.begin()
                for event in try read(event, position, head) {
                    if case .text(let text) = event { partial.append(text) }
                    try writer.write(event)
                    if case .stop = event { return false }
                }
                return true
            }
            guard !isComplete else { return }
            let rest = end()
            guard !rest.isEmpty else { throw HTTPTransportError(.connectionLost, "the stream ended without a stop") }
            for event in rest { try writer.write(event) }
        } catch let error as HTTPTransportError where !partial.text.isEmpty {
            throw Interruption(cause: error)
        }
    }

    /// A connection that is lost when a part of the answer was read already.
    private struct Interruption: Error {
        var cause: HTTPTransportError
    }

    // MARK: Errors

    private func languageError(_ error: any Error, texts: [String], hasBegun: Bool) -> LanguageError {
        switch error {
        case let error as LanguageError: return error
        case let error as Interruption:
            let described = languageError(error.cause, hasBegun: true)
            guard described.code == .unavailable else { return described }
            return LanguageError(
                .interrupted, "the connection was lost in the middle of the answer", cause: error.cause)
        case let error as HTTPTransportError: return languageError(error, hasBegun: hasBegun)
        case let error as HTTPStatusError: return languageError(ProviderError(error), texts)
        case let error as ProviderError: return languageError(error, texts)
        case let error as JSONExchange.MalformedJSON:
            return LanguageError(.malformedResponse, error.message, cause: error.cause)
        default: return LanguageError(.unavailable, "the service could not be asked", cause: error)
        }
    }

    private func languageError(_ error: HTTPTransportError, hasBegun: Bool) -> LanguageError {
        switch error.code {
        case .timedOut: LanguageError(.timedOut, "the service did not answer in time", cause: error)
        case .malformedResponse, .bodyTooLarge:
            LanguageError(.malformedResponse, "the answer cannot be read: \(error.message)", cause: error)
        case .invalidRequest: LanguageError(.invalidRequest, "the request cannot be sent", cause: error)
        case .connectionLost where hasBegun:
            LanguageError(.interrupted, "the connection was lost in the middle of the answer", cause: error)
        default: LanguageError(.unavailable, "the service cannot be reached", cause: error)
        }
    }

    private func languageError(_ error: ProviderError, _ texts: [String]) -> LanguageError {
        let code = error.code
        let what =
            switch code {
            case .invalidRequest: "the service refuses the request"
            case .unauthorized: "the service does not accept the key, or the key may not do this"
            case .notFound: "the service does not know the model or the address"
            case .rateLimited: "the service has had too many requests or tokens"
            case .overloaded: "the service has too much to do"
            case .timedOut: "the service did not answer in time"
            case .refused: "the service refuses to answer"
            default: "the service failed"
            }
        return LanguageError(
            code, error.status == nil ? what + ", in the middle of the answer" : what,
            provider: LanguageError.ProviderFailure(
                status: error.status, type: error.type.map { scrubber.scrub($0, texts: texts) },
                message: error.message.map { scrubber.scrub($0, texts: texts) },
                requestID: error.requestID.map { scrubber.scrub($0, texts: texts) }))
    }
}
