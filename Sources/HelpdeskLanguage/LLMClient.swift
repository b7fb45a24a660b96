/// Answers questions in words, from the sources in the request.
///
/// Callers: both methods may be called from any task, any number of times at once, once or a few times per customer
/// query. The caller checks the answer; a client does not.
///
/// Conformers promise:
/// - ``respond(to:)`` returns what the events of ``stream(_:)`` add up to;
/// - every citation names a source and passage of the request, and quotes that passage literally;
/// - a stream yields no empty text and ends with exactly one ``LLMEvent/stop(_:)``, or throws;
/// - `CancellationError` soon after the calling task is cancelled;
/// - ``LanguageError`` for a request without a user message, and for everything the provider refuses.
public protocol LLMClient: Sendable {
    /// The name of the model, for logs and statistics.
    var model: String { get }

    /// Answers whole.
    func respond(to request: LLMRequest) async throws -> LLMResponse

    /// Answers piece by piece.
    func stream(_ request: LLMRequest) -> LLMStream
}
