public import HelpdeskKnowledge
public import HelpdeskLanguage
public import HelpdeskTriage
public import Logging
import Synchronization

/// Answers customers from a knowledge base.
///
/// ```swift
/// let knowledge = try await KnowledgeBase(model: model)
/// _ = try await knowledge.upsert([.faq(FAQ(id: "1", question: "How do I reset my password?", answer: "…"))])
/// let agent = try SupportAgent(knowledge: knowledge)
/// let resolution = try await agent.resolve(SupportQuery("I forgot my password"))
/// ```
///
/// A query goes one way: personal data is replaced, the message is triaged (as the customer wrote it) and completed from
/// the conversation, sources are searched (and reranked, where the knowledge base has a reranker), a kept answer is looked
/// for (where there is a cache), the language model (or, without one or where it fails, the extractive responder) answers
/// from the sources, the answer is checked against them, and the policy decides whether to send, draft or escalate.
///
/// An agent may be used from any number of tasks at once. It keeps statistics, and of its last 10,000 answers what their
/// confidence was judged from; no text.
public final class SupportAgent: Sendable {
    /// What the agent answers from.
    public let knowledge: KnowledgeBase
    /// How the agent works.
    public let configuration: Configuration
    let triager: any TicketTriager
    /// Judges earlier messages of a conversation.
    let turnTriager: any TicketTriager
    let languageModel: any LLMClient
    let fallback = ExtractiveResponder()
    let clock: any Clock<Duration>
    let logger: Logger
    let ledger = Mutex(Ledger())
    let injectionMemory = InjectionMemory()
    let observer: any AgentObserver
    let breaker: Mutex<CircuitBreaker>
    /// Measures from the making of the agent.
    let age: Stopwatch
    var redactor: PersonalDataRedactor { configuration.redactor }

    /// Creates an agent.
    ///
    /// - Parameters:
    ///   - knowledge: What to answer from; the host keeps it up to date.
    ///   - languageModel: Who writes the answers. By default the best source is quoted, which needs no model.
    ///   - triager: Who judges messages. By default the model that ships with the library, with the built-in rules above
    ///     it, and with the embeddings of the knowledge base's model where it is all-MiniLM-L6-v2. `RuleTriager()` judges by
    ///     rules alone, in a fraction of the time.
    ///   - configuration: How the agent works.
    ///   - clock: What measures the time of each step.
    ///   - observer: Who watches the agent at work, for traces and metrics; nobody where `nil`.
    ///   - logger: Where each resolution is logged, at debug level, without any text of the customer.
    /// - Throws: ``HelpdeskError`` with code `invalidConfiguration`.
    public init(
        knowledge: KnowledgeBase, languageModel: any LLMClient = ExtractiveResponder(),
        triager: (any TicketTriager)? = nil, configuration: Configuration = Configuration(),
        clock: any Clock<Duration> = ContinuousClock(), observer: (any AgentObserver)? = nil,
        logger: Logger = Logger(label: "swift-helpdesk", factory: { _ in SwiftLogNoOpLogHandler() })
    ) throws {
        try configuration.validate()
        self.knowledge = knowledge
        self.languageModel = languageModel
        self.triager = triager ?? LearnedTriager(embeddingModel: knowledge.model)
        // For the mood of earlier messages words are enough: embedding each would cost more than the newest one.
        turnTriager = triager ?? LearnedTriager()
        self.configuration = configuration
        self.clock = clock
        self.observer = observer ?? NoObserver()
        breaker = Mutex(CircuitBreaker(configuration: configuration.circuitBreaker))
        age = Stopwatch(clock)
        self.logger = logger
    }

    /// Answers a query.
    ///
    /// - Parameter query: The customer's message, with what is known about it.
    /// - Returns: The answer with its citations and what to do with it. A query that the knowledge base cannot answer
    ///   is not an error: its decision is to escalate.
    /// - Throws: ``HelpdeskError`` for a blank or too long query; `CancellationError`; what the knowledge base throws.
    ///   A failure of the language model is no error: the agent falls back to quoting the sources.
    public func resolve(_ query: SupportQuery) async throws -> Resolution {
        try await run(query, streams: false) { _ in }
    }

    /// Answers a query step by step.
    ///
    /// The last event has the same ``Resolution`` that ``resolve(_:)`` would return. Sentences that no source
    /// supports are held back, so what was streamed never has to be taken back.
    public func stream(_ query: SupportQuery) -> ResolutionStream {
        let (stream, continuation) = AsyncThrowingStream<ResolutionEvent, any Error>.makeStream()
        let task = Task {
            do {
                let resolution = try await run(query, streams: true) { continuation.yield($0) }
                continuation.yield(.finished(resolution))
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return ResolutionStream(stream)
    }

    /// Searches the knowledge base, without triage or an answer.
    ///
    /// - Parameters:
    ///   - text: What to search for.
    ///   - count: The most items to return.
    public func search(_ text: String, count: Int = 10) async throws -> SearchResults {
        try await knowledge.search(SearchQuery(text: text, count: count))
    }
}
