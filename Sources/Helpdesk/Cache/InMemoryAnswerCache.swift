import HelpdeskLanguage
import Synchronization
import VectorSearch

/// An ``AnswerCache`` in the memory of the process.
///
/// Finding compares with every answer of the scope: microseconds for hundreds, under a millisecond for ten thousand.
public final class InMemoryAnswerCache: AnswerCache {
    private struct Entry {
        var answer: CachedAnswer
        var scope: String
        var storedAt: Duration
        /// Grows with every use.
        var use: UInt64
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var indexes: [String: ExactIndex] = [:]
        var uses: UInt64 = 0
    }

    /// The most answers that are kept.
    public let capacity: Int
    /// How long an answer is kept.
    public let maximumAge: Duration
    private let age: Stopwatch
    private let state = Mutex(State())

    /// Creates an empty cache.
    ///
    /// - Parameters:
    ///   - capacity: The most answers; 1 or more. One takes about 2 KB and its text.
    ///   - maximumAge: How long an answer is kept, however often it is used. New knowledge that would answer better does
    ///     not make an answer wrong, so it lives no longer than this.
    ///   - clock: What measures the age.
    public init(
        capacity: Int = 10_000, maximumAge: Duration = .seconds(86_400), clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.capacity = max(1, capacity)
        self.maximumAge = maximumAge
        age = Stopwatch(clock)
    }

    /// How many answers are kept.
    public var count: Int { state.withLock { $0.entries.count } }

    /// The kept answers whose questions are nearest in meaning. O(answers of the scope).
    public func answers(
        to key: AnswerCacheKey, within distance: Float, count: Int
    ) async throws -> [AnswerCacheMatch] {
        let now = age.elapsed
        return try state.withLock { state in
            guard let index = state.indexes[key.scope], index.dimensions == key.vector.count else { return [] }
            var found: [AnswerCacheMatch] = []
            for match in try index.search(key.vector, count: count) where match.distance <= distance {
                let id = match.id
                guard let entry = state.entries[id] else { continue }
                if now - entry.storedAt > maximumAge {
                    try Self.remove(id, &state)
                } else {
                    found.append(
                        AnswerCacheMatch(
                            answer: entry.answer, distance: match.distance, age: now - entry.storedAt))
                }
            }
            return found
        }
    }

    /// Keeps an answer; the one not used for longest makes room.
    public func store(_ answer: CachedAnswer, for key: AnswerCacheKey) async throws {
        let now = age.elapsed
        try state.withLock { state in
            if let earlier = state.entries[answer.id], earlier.scope != key.scope {
                try Self.remove(answer.id, &state)
            }
            if state.entries[answer.id] == nil, state.entries.count >= capacity,
                let oldest = state.entries.min(by: { $0.value.use < $1.value.use })?.key
            {
                try Self.remove(oldest, &state)
            }
            let index: ExactIndex
            if let known = state.indexes[key.scope], known.dimensions == key.vector.count {
                index = known
            } else {
                for (id, entry) in state.entries where entry.scope == key.scope { try Self.remove(id, &state) }
                index = try ExactIndex(
                    ExactIndex.Configuration(dimensions: key.vector.count, metric: .cosine, threadCount: 1))
                state.indexes[key.scope] = index
            }
            try index.insert([VectorEntry(id: answer.id, vector: key.vector)])
            state.uses += 1
            state.entries[answer.id] = Entry(answer: answer, scope: key.scope, storedAt: now, use: state.uses)
        }
    }

    /// Notes that a kept answer was used.
    public func touch(_ id: CachedAnswer.ID) async throws {
        state.withLock { state in
            state.uses += 1
            state.entries[id]?.use = state.uses
        }
    }

    /// Forgets an answer.
    public func remove(_ id: CachedAnswer.ID) async throws { try state.withLock { try Self.remove(id, &$0) } }

    /// Forgets everything.
    public func removeAll() async throws {
        state.withLock { state in
            state.entries = [:]
            state.indexes = [:]
        }
    }

    private static func remove(_ id: UInt64, _ state: inout State) throws {
        guard let entry = state.entries.removeValue(forKey: id), let index = state.indexes[entry.scope] else { return }
        _ = try index.remove([id])
        if index.count == 0 { state.indexes[entry.scope] = nil }
    }
}
