import VectorSearch

/// Which index a test is about.
enum IndexKind: CaseIterable, Sendable {
    case exact
    case hnsw

    func make(_ dimensions: Int, _ metric: DistanceMetric, identity: String?) throws -> TestIndex {
        switch self {
        case .exact: .exact(try ExactIndex(.init(dimensions: dimensions, metric: metric, identity: identity)))
        case .hnsw: .hnsw(try HNSWIndex(.init(dimensions: dimensions, metric: metric, identity: identity)))
        }
    }

    func open(_ snapshot: [UInt8], expectedIdentity: String?) throws -> TestIndex {
        switch self {
        case .exact: .exact(try ExactIndex(snapshot: snapshot, expectedIdentity: expectedIdentity))
        case .hnsw: .hnsw(try HNSWIndex(snapshot: snapshot, expectedIdentity: expectedIdentity))
        }
    }
}

/// Either index, for tests that hold for both.
enum TestIndex: Sendable {
    case exact(ExactIndex)
    case hnsw(HNSWIndex)

    var any: any VectorIndex {
        switch self {
        case .exact(let index): index
        case .hnsw(let index): index
        }
    }

    var dimensions: Int { any.dimensions }
    var metric: DistanceMetric { any.metric }

    var count: Int {
        switch self {
        case .exact(let index): index.count
        case .hnsw(let index): index.count
        }
    }

    var identity: String? {
        switch self {
        case .exact(let index): index.identity
        case .hnsw(let index): index.identity
        }
    }

    func insert(_ entries: [VectorEntry]) throws {
        switch self {
        case .exact(let index): try index.insert(entries)
        case .hnsw(let index): try index.insert(entries)
        }
    }

    func remove(_ ids: [VectorID]) throws -> Int {
        switch self {
        case .exact(let index): try index.remove(ids)
        case .hnsw(let index): try index.remove(ids)
        }
    }

    func vector(for id: VectorID) -> [Float]? {
        switch self {
        case .exact(let index): index.vector(for: id)
        case .hnsw(let index): index.vector(for: id)
        }
    }

    func search(_ queries: [[Float]], count: Int, filter: VectorFilter? = nil) throws -> [[VectorMatch]] {
        switch self {
        case .exact(let index): try index.search(queries, count: count, filter: filter)
        case .hnsw(let index): try index.search(queries, count: count, filter: filter)
        }
    }

    func one(_ query: [Float], _ count: Int, _ filter: VectorFilter? = nil) throws -> [VectorMatch] {
        try search([query], count: count, filter: filter)[0]
    }

    func snapshot() -> [UInt8] {
        switch self {
        case .exact(let index): index.snapshot()
        case .hnsw(let index): index.snapshot()
        }
    }

    /// Checks the invariants, where there are some.
    func check() throws {
        if case .hnsw(let index) = self { try index.checkInvariants() }
    }
}
