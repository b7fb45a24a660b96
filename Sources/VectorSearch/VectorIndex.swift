/// Finds the stored vectors nearest to a query.
///
/// Callers: every method may be called from any task at any time, searches concurrently with changes. In-process
/// indexes also offer the same methods without `async`.
///
/// Conformers promise:
/// - ``search(_:count:filter:)`` returns exactly `min(count, live vectors that pass the filter)` distinct matches,
///   nearest first, equal distances in ascending order of id;
/// - a vector is searchable when ``insert(_:)`` has returned, and never again when ``remove(_:)`` has;
/// - inserting an id that is stored replaces its vector; where an id occurs twice in one call the last one counts;
/// - input of the wrong dimension, or not finite, throws ``VectorSearchError`` before anything is changed: a call
///   stores all of its entries or none;
/// - an unknown id in ``remove(_:)`` or ``vector(for:)`` is not an error.
public protocol VectorIndex: Sendable {
    /// The number of components of every vector, from 1 to 65,536.
    var dimensions: Int { get }
    /// How distance is measured.
    var metric: DistanceMetric { get }
    /// The number of live vectors.
    var count: Int { get async throws }

    /// Stores vectors, replacing those with the same id.
    func insert(_ entries: [VectorEntry]) async throws

    /// Removes vectors and returns how many of the ids were stored.
    @discardableResult
    func remove(_ ids: [VectorID]) async throws -> Int

    /// The vector stored under an id, as it was inserted (to the stated precision of the index), or `nil`.
    func vector(for id: VectorID) async throws -> [Float]?

    /// Finds the nearest vectors to each query.
    ///
    /// - Parameters:
    ///   - queries: Vectors of ``dimensions`` finite components.
    ///   - count: How many matches to return for each; 0 or more.
    ///   - filter: Which vectors may be returned; `nil` for all.
    /// - Returns: For each query, in order, its matches, nearest first.
    func search(_ queries: [[Float]], count: Int, filter: VectorFilter?) async throws -> [[VectorMatch]]
}

extension VectorIndex {
    /// Finds the vectors nearest to one query.
    public func search(_ query: [Float], count: Int, filter: VectorFilter? = nil) async throws -> [VectorMatch] {
        try await search([query], count: count, filter: filter).first ?? []
    }
}
