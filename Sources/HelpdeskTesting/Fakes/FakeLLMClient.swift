public import HelpdeskLanguage
import Synchronization

/// An ``LLMClient`` that says what the test tells it to, and records what it was asked.
///
/// It refuses the requests that every client refuses (``LLMRequest/validate()``); those are recorded too.
public final class FakeLLMClient: LLMClient {
    /// What the client answers.
    public enum Answer: Sendable {
        /// A whole answer; as a stream, in words.
        case response(LLMResponse)
        /// These events; as a whole, what they add up to.
        case events([LLMEvent])
        /// These events, then an error.
        case broken([LLMEvent], any Error)
        /// An error at once.
        case failure(any Error)
    }

    /// The name of the model.
    public let model: String
    private let delay: Duration
    private let clock: any Clock<Duration>
    private let answer: @Sendable (LLMRequest, Int) throws -> Answer
    private let recorded = Mutex<[LLMRequest]>([])

    /// Creates a client with a script.
    ///
    /// - Parameters:
    ///   - answers: The answers, one a call, in order; the last one is given for all later calls. Where there is none, the
    ///     client quotes the first passage of the first source.
    ///   - model: The name of the model.
    ///   - delay: How long it takes before the answer, and before each later event of a stream.
    ///   - clock: What measures the delay.
    public convenience init(
        _ answers: [Answer] = [], model: String = "fake", delay: Duration = .zero,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.init(model: model, delay: delay, clock: clock) { request, position in
            guard let last = answers.last else { return .response(Self.quoting(request, model: model)) }
            return position < answers.count ? answers[position] : last
        }
    }

    /// Creates a client that answers by a function.
    ///
    /// - Parameters:
    ///   - model: The name of the model.
    ///   - delay: How long it takes before the answer, and before each later event of a stream.
    ///   - clock: What measures the delay.
    ///   - answer: Gets the request and the number of requests before it.
    public init(
        model: String = "fake", delay: Duration = .zero, clock: any Clock<Duration> = ContinuousClock(),
        answering answer: @escaping @Sendable (LLMRequest, Int) throws -> Answer
    ) {
        self.model = model
        self.delay = delay
        self.clock = clock
        self.answer = answer
    }

    /// The requests so far, in order.
    public var requests: [LLMRequest] { recorded.withLock { $0 } }

    /// Answers whole.
    public func respond(to request: LLMRequest) async throws -> LLMResponse {
        let answer = try next(request)
        try await pause()
        switch answer {
        case .response(let response): return response
        case .events(let events): return try await LLMResponse(collecting: LLMStream(events), model: model)
        case .broken(_, let error), .failure(let error): throw error
        }
    }

    /// Answers piece by piece.
    public func stream(_ request: LLMRequest) -> LLMStream {
        // Recorded here, so that requests stand in the order of the calls.
        let result = Result { try next(request) }
        return LLMStream { [self] writer in
            let answer = try result.get()
            let (events, error): ([LLMEvent], (any Error)?) =
                switch answer {
                case .response(let response): (response.events, nil)
                case .events(let events): (events, nil)
                case .broken(let events, let error): (events, error)
                case .failure(let error): ([], error)
                }
            try await pause()
            for (position, event) in events.enumerated() {
                if position > 0 { try await pause() }
                try writer.write(event)
            }
            if let error { throw error }
        }
    }

    private func next(_ request: LLMRequest) throws -> Answer {
        let position = recorded.withLock { recorded in
            recorded.append(request)
            return recorded.count - 1
        }
        try request.validate()
        return try answer(request, position)
    }

    private func pause() async throws {
        try Task.checkCancellation()
        if delay > .zero { try await clock.sleep(for: delay) }
    }

    private static func quoting(_ request: LLMRequest, model: String) -> LLMResponse {
        guard let source = request.sources.first(where: { !($0.passages.first ?? "").isEmpty }),
            let text = source.passages.first
        else {
            return LLMResponse(text: "", stopReason: .noAnswer, model: model)
        }
        let citation = LLMCitation(sourceID: source.id, passage: 0, quote: text, answerRange: 0..<text.utf8.count)
        return LLMResponse(
            text: text, citations: [citation], usage: LLMUsage(inputTokens: 100, outputTokens: 10), model: model)
    }
}
