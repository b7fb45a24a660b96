/// Answers questions in words, from the sources in the request.
///
/// Callers: both methods may be called from any task, any number of times at once, once or a few times per customer
/// query. The caller checks the answer; a client does not.
///
/// Conformers promise:
/// - ``respond(to:)`` returns what the events of ``stream(_:)`` add up to;
/// - every citation names a source and passage of the request, and quotes that passage literally;
/// - a stream yields no empty text and ends with exactly one ``LLMEvent/stop(_:)``, or throws;
/// - `CancellationError` soon after the calling task is cancelled, with nothing left running;
/// - ``LanguageError`` for a request without a user message, for everything the provider refuses, and with
///   ``LanguageError/Code/timedOut`` where ``LLMRequest/timeout`` passes.
public protocol LLMClient: Sendable {
    /// The name of the model, for logs and statistics.
    var model: String { get }

    /// Answers whole.
    func respond(to request: LLMRequest) async throws -> LLMResponse

    /// Answers piece by piece.
    func stream(_ request: LLMRequest) -> LLMStream

    /// How many tokens the model reads for a request.
    ///
    /// The default is an estimate without asking anybody; see ``TokenEstimate``.
    func tokenCount(of request: LLMRequest) async throws -> Int
}

extension LLMClient {
    /// An estimate, from above for most texts.
    public func tokenCount(of request: LLMRequest) async throws -> Int { TokenEstimate.tokens(in: request) }
}
