public import SentenceEmbeddings
import Synchronization

/// A ``PassageReranker`` without weights: a passage scores by the share of the query's words that it holds.
public final class FakePassageReranker: PassageReranker {
    /// A call of ``PassageReranker/scores(query:passages:)``.
    public struct Call: Hashable, Sendable {
        /// What was looked for.
        public var query: String
        /// The passages to score.
        public var passages: [String]
    }

    /// What the reranker does when it is called.
    public enum Behavior: Sendable {
        /// It keeps its promises.
        case works
        /// It throws.
        case fails(any Error)
        /// The first score is NaN.
        case returnsNaN
        /// There is one score more than passages.
        case returnsWrongCount
    }

    private let score: @Sendable (_ query: String, _ passage: String) -> Float
    private let delay: Duration
    private let clock: any Clock<Duration>
    private let state: Mutex<(behavior: Behavior, calls: [Call])>

    /// Creates a reranker.
    ///
    /// - Parameters:
    ///   - behavior: What it does when it is called.
    ///   - delay: How long every call with passages takes.
    ///   - clock: What measures the delay.
    ///   - score: How well a passage answers a query; `nil` for the share of the query's words that it holds, from 0 to 1.
    public init(
        behavior: Behavior = .works, delay: Duration = .zero, clock: any Clock<Duration> = ContinuousClock(),
        score: (@Sendable (_ query: String, _ passage: String) -> Float)? = nil
    ) {
        self.score = score ?? Self.sharedWords
        self.delay = delay
        self.clock = clock
        state = Mutex((behavior, []))
    }

    /// What the reranker does from the next call on.
    public var behavior: Behavior {
        get { state.withLock { $0.behavior } }
        set { state.withLock { $0.behavior = newValue } }
    }

    /// The calls so far, in order.
    public var calls: [Call] { state.withLock { $0.calls } }

    /// Scores passages, or does what ``behavior`` says.
    public func scores(query: String, passages: [String]) async throws -> [Float] {
        let behavior = state.withLock { state in
            state.calls.append(Call(query: query, passages: passages))
            return state.behavior
        }
        if case .fails(let error) = behavior { throw error }
        try Task.checkCancellation()
        guard !passages.isEmpty else { return [] }
        if delay > .zero { try await clock.sleep(for: delay) }
        var scores = passages.map { score(query, $0) }
        if case .returnsNaN = behavior { scores[0] = .nan }
        if case .returnsWrongCount = behavior { scores.append(0) }
        return scores
    }

    private static func sharedWords(_ query: String, _ passage: String) -> Float {
        func words(_ text: String) -> Set<Substring> {
            Set(text.lowercased()[...].split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
        }
        let wanted = words(query)
        return wanted.isEmpty ? 0 : Float(wanted.intersection(words(passage)).count) / Float(wanted.count)
    }
}
