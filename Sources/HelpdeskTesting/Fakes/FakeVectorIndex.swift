import Synchronization
public import VectorSearch

/// A ``VectorIndex`` that compares every vector, records its calls and can fail: the slow oracle.
public final class FakeVectorIndex: VectorIndex {
    /// A call that was made.
    public enum Call: Hashable, Sendable {
        /// ``VectorIndex/insert(_:)`` with these entries.
        case insert([VectorEntry])
        /// ``VectorIndex/remove(_:)`` with these ids.
        case remove([VectorID])
        /// ``VectorIndex/vector(for:)`` with this id.
        case vector(VectorID)
        /// ``VectorIndex/search(_:count:filter:)`` with these queries and count; filters cannot be compared.
        case search([[Float]], count: Int, isFiltered: Bool)
    }

    private struct State {
        var vectors: [VectorID: [Float]] = [:]
        var calls: [Call] = []
        var failure: (any Error)?
    }

    /// The number of components of every vector.
    public let dimensions: Int
    /// How distance is measured.
    public let metric: DistanceMetric
    private let state = Mutex(State())

    /// Creates an empty index.
    ///
    /// - Parameters:
    ///   - dimensions: The number of components of every vector; below 1 counts as 1.
    ///   - metric: How distance is measured.
    public init(dimensions: Int, metric: DistanceMetric = .cosine) {
        self.dimensions = max(1, dimensions)
        self.metric = metric
    }

    /// What every call throws from now on, before it does anything; `nil` to work again.
    public var failure: (any Error)? {
        get { state.withLock(\.failure) }
        set { state.withLock { $0.failure = newValue } }
    }

    /// The calls so far, in order, failed ones included.
    public var calls: [Call] { state.withLock(\.calls) }

    /// The number of stored vectors.
    public var count: Int {
        get async throws {
            try state.withLock { state in
                if let failure = state.failure { throw failure }
                return state.vectors.count
            }
        }
    }

    /// Stores vectors, replacing those with the same id.
    public func insert(_ entries: [VectorEntry]) async throws {
        try record(.insert(entries))
        for (position, entry) in entries.enumerated() { try check(entry.vector, "entry \(position)") }
        state.withLock { state in
            for entry in entries { state.vectors[entry.id] = entry.vector }
        }
    }

    /// Removes vectors and returns how many of the ids were stored.
    @discardableResult
    public func remove(_ ids: [VectorID]) async throws -> Int {
        try record(.remove(ids))
        return state.withLock { state in ids.count { state.vectors.removeValue(forKey: $0) != nil } }
    }

    /// The vector stored under an id, or `nil`.
    public func vector(for id: VectorID) async throws -> [Float]? {
        try record(.vector(id))
        return state.withLock { $0.vectors[id] }
    }

    /// Compares every stored vector with every query. O(queries × vectors × dimensions).
    public func search(_ queries: [[Float]], count: Int, filter: VectorFilter?) async throws -> [[VectorMatch]] {
        try record(.search(queries, count: count, isFiltered: filter != nil))
        guard count >= 0 else {
            throw VectorSearchError(.invalidArgument, "count is \(count); it must be 0 or more")
        }
        for (position, query) in queries.enumerated() { try check(query, "query \(position)") }
        let vectors = state.withLock { $0.vectors }.filter { filter?.allows($0.key) ?? true }
        return queries.map { query in
            let matches = vectors.map { VectorMatch(id: $0.key, distance: metric.distance(query, $0.value)) }
            return Array(matches.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(count))
        }
    }

    private func record(_ call: Call) throws {
        try Task.checkCancellation()
        try state.withLock { state in
            state.calls.append(call)
            if let failure = state.failure { throw failure }
        }
    }

    private func check(_ vector: [Float], _ name: String) throws {
        guard vector.count == dimensions else {
            throw VectorSearchError(
                .wrongDimension, "\(name) has \(vector.count) components; the index has \(dimensions)")
        }
        if let component = vector.firstIndex(where: { !$0.isFinite }) {
            throw VectorSearchError(
                .notFinite, "component \(component) of \(name) is \(vector[component]); it must be finite")
        }
    }
}

extension DistanceMetric {
    /// The distance by its definition, in double precision: the oracle of fakes and checks.
    package func distance(_ first: [Float], _ second: [Float]) -> Float {
        var (product, firstSquare, secondSquare, difference) = (0.0, 0.0, 0.0, 0.0)
        for (first, second) in zip(first, second) {
            let (first, second) = (Double(first), Double(second))
            product += first * second
            firstSquare += first * first
            secondSquare += second * second
            difference += (first - second) * (first - second)
        }
        switch self {
        case .cosine:
            let length = (firstSquare * secondSquare).squareRoot()
            return Float(length > 0 ? 1 - product / length : 1)
        case .innerProduct: return Float(-product)
        case .euclidean: return Float(difference.squareRoot())
        }
    }
}
