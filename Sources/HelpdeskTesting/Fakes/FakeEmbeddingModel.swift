public import SentenceEmbeddings
import Synchronization

/// An ``EmbeddingModel`` without weights: texts that share words have vectors that point the same way.
///
/// Each lower-case word has a random direction of its own, the same in every process; a text's vector is the normalized
/// sum. A query and a passage with the same words have the same vector.
public final class FakeEmbeddingModel: EmbeddingModel {
    /// A call of ``EmbeddingModel/embed(_:as:)``.
    public struct Call: Hashable, Sendable {
        /// The texts.
        public var texts: [String]
        /// What they were for.
        public var role: TextRole
    }

    /// What the model does when it is called.
    public enum Behavior: Sendable {
        /// It keeps its promises.
        case works
        /// It throws.
        case fails(any Error)
        /// The first component of every vector is NaN.
        case returnsNaN
        /// There is one vector more than texts.
        case returnsWrongCount
        /// The vectors have one component more than the identity says.
        case returnsWrongDimensions
    }

    /// Which model this is.
    public let identity: EmbeddingIdentity
    private let delay: Duration
    private let clock: any Clock<Duration>
    private let state: Mutex<(behavior: Behavior, calls: [Call])>

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - dimensions: The number of components of a vector; below 1 counts as 1.
    ///   - model: The name in the identity.
    ///   - revision: The revision in the identity.
    ///   - behavior: What it does when it is called.
    ///   - delay: How long every call with texts takes.
    ///   - clock: What measures the delay.
    public init(
        dimensions: Int = 32, model: String = "fake", revision: String = "1", behavior: Behavior = .works,
        delay: Duration = .zero, clock: any Clock<Duration> = ContinuousClock()
    ) {
        identity = EmbeddingIdentity(
            model: model, revision: revision, precision: "float32", dimensions: max(1, dimensions))
        self.delay = delay
        self.clock = clock
        state = Mutex((behavior, []))
    }

    /// What the model does from the next call on.
    public var behavior: Behavior {
        get { state.withLock { $0.behavior } }
        set { state.withLock { $0.behavior = newValue } }
    }

    /// The calls so far, in order.
    public var calls: [Call] { state.withLock { $0.calls } }

    /// Embeds texts, or does what ``behavior`` says.
    public func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
        let behavior = state.withLock { state in
            state.calls.append(Call(texts: texts, role: role))
            return state.behavior
        }
        if case .fails(let error) = behavior { throw error }
        try Task.checkCancellation()
        if !texts.isEmpty, delay > .zero { try await clock.sleep(for: delay) }
        var count = texts.count
        var dimensions = dimensions
        if case .returnsWrongDimensions = behavior { dimensions += 1 }
        var values: [Float] = []
        values.reserveCapacity(count * dimensions)
        for text in texts {
            try Task.checkCancellation()
            var vector = Self.vector(text, dimensions: dimensions)
            if case .returnsNaN = behavior { vector[0] = .nan }
            values += vector
        }
        if case .returnsWrongCount = behavior {
            count += 1
            values += [Float](repeating: 0, count: dimensions)
        }
        return Embeddings(values: values, count: count, dimensions: dimensions)
    }

    private static func vector(_ text: String, dimensions: Int) -> [Float] {
        var sum = [Float](repeating: 0, count: dimensions)
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            var generator = SeededGenerator(seed: hash)
            for (index, component) in generator.vector(dimensions: dimensions).enumerated() { sum[index] += component }
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0 else {
            sum[0] = 1
            return sum
        }
        return sum.map { $0 / length }
    }
}
