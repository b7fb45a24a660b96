import VectorSearch

/// One search over one copy of a knowledge base's state.
struct PassageSearch {
    /// A passage in a ranking.
    struct Found {
        var id: UInt64
        var owner: StoredItem
        /// What it is ranked by: the distance of vectors (less is better), or the BM25 score (more is better).
        var value: Double
    }

    let base: KnowledgeBase
    let state: KnowledgeState
    /// How many items are wanted of each kind.
    let count: Int
    let kinds: Set<KnowledgeKind>
    let filter: MetadataFilter?

    /// How many passages a ranking begins with.
    private var wanted: Int {
        let passages = max(1, state.passageCount)
        let reranked = base.isReranking ? base.configuration.rerankDepth : 0
        return min(
            passages, max(base.configuration.candidatesPerRanker, reranked, count < passages ? count * 3 : count))
    }

    // MARK: - By words

    /// The passages of each kind that match the terms best, all together, best first.
    func lexical(_ terms: [String]) -> [Found] {
        guard !terms.isEmpty else { return [] }
        let scores = state.lexical.scores(for: terms)
        var all: [Found] = []
        for kind in kinds {
            let code = PassageID.code(kind)
            var limit = wanted
            while true {
                let matches = state.lexical.best(limit, of: scores) { id in
                    id & 7 == code && passes(id)
                }
                let found = matches.compactMap { match in
                    state.owner(of: match.id).map { Found(id: match.id, owner: $0, value: match.score) }
                }
                if matches.count < limit || distinctItems(found) >= count {
                    all += found
                    break
                }
                limit = limit > Int.max / 4 ? Int.max : limit * 4
            }
        }
        return all.sorted { $0.value != $1.value ? $0.value > $1.value : $0.id < $1.id }
    }

    // MARK: - By meaning

    /// The passages of each kind that are nearest to a vector, all together, nearest first.
    func dense(_ vector: [Float]) async throws -> [Found] {
        let (nearest, isAll) = try await nearest(to: vector, wanted, of: kinds)
        if isAll { return nearest }
        var all: [Found] = []
        for kind in kinds {
            var found = nearest.filter { PassageID.kind(of: $0.id) == kind }
            // The nearest of all kinds hold the nearest of each: where these are enough, no search of its own is needed.
            var limit = max(1, kinds.count == 1 ? wanted : wanted / 4)
            while distinctItems(found) < count, found.count < state.passageIDs[kind]?.count ?? 0 {
                limit = limit > Int.max / 4 ? Int.max : limit * 4
                let (more, isAllOfKind) = try await self.nearest(to: vector, limit, of: [kind])
                found = more
                if isAllOfKind { break }
            }
            all += found
        }
        return all.sorted { $0.value != $1.value ? $0.value < $1.value : $0.id < $1.id }
    }

    /// - Returns: The passages among the nearest vectors, and whether there are no others.
    private func nearest(
        to vector: [Float], _ limit: Int, of kinds: Set<KnowledgeKind>
    ) async throws -> (found: [Found], isAll: Bool) {
        // Vectors of passages that are being stored or were removed may come in between.
        let matches = try await base.index.search(vector, count: limit, filter: vectorFilter(for: kinds))
        let found = matches.compactMap { match in
            state.owner(of: match.id).map { Found(id: match.id, owner: $0, value: Double(match.distance)) }
        }
        return (found, matches.count < limit)
    }

    private func vectorFilter(for kinds: Set<KnowledgeKind>) -> VectorFilter? {
        if let filter {
            let state = state
            return .matching { id in
                guard let item = state.owner(of: id)?.item else { return false }
                return kinds.contains(item.kind) && filter.matches(item.metadata)
            }
        }
        return Self.filter(for: kinds, in: state)
    }

    /// Lets the passages of some kinds through; `nil` where there are no others.
    static func filter(for kinds: Set<KnowledgeKind>, in state: KnowledgeState) -> VectorFilter? {
        guard kinds.count < state.itemCounts.count else { return nil }
        let ids = kinds.compactMap { state.passageIDs[$0] }
        let size = ids.reduce(0) { $0 + $1.count }
        if size <= 1_000 || size * 16 <= state.passageCount {
            return .including(ids.reduce(into: Set()) { $0.formUnion($1) })
        }
        let codes = kinds.map(PassageID.code)
        if codes.count == 1 {
            let code = codes[0]
            return .matching { $0 & 7 == code }
        }
        return .matching { codes.contains($0 & 7) }
    }

    // MARK: - Helpers

    private func passes(_ id: UInt64) -> Bool {
        guard let filter else { return true }
        return state.owner(of: id).map { filter.matches($0.item.metadata) } ?? false
    }

    private func distinctItems(_ found: [Found]) -> Int {
        Set(found.lazy.map { ObjectIdentifier($0.owner) }).count
    }
}
