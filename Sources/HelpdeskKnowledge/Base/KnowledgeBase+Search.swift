import SentenceEmbeddings
import Synchronization
import VectorSearch

extension KnowledgeBase {
    /// Finds the items that answer a query best.
    ///
    /// Two rankings of passages, by the cosine of vectors and by BM25, become one ranking of items (see
    /// `Configuration.fusion`): an item stands where its best passage stands. Each kind of knowledge is searched for
    /// the query's `count` of items of its own, so that ten thousand tickets do not crowd out one good article.
    /// Dense search finds exactly `min(count, matching items)` of each kind, as far as the index keeps its promise;
    /// lexical search only what shares a word with the query; hybrid search both.
    ///
    /// Where there is a reranker, it reads the best `Configuration.rerankDepth` items of a hybrid search, each by its best
    /// passage, and they come in its order, before all others. Where it fails, the order stays as it was and
    /// `SearchResults.rerankingError` says why.
    ///
    /// A blank query finds nothing; of a very long one the first `Configuration.maximumQueryLength` scalars count.
    ///
    /// - Throws: ``KnowledgeError`` with `invalidQuery` where `count` is negative or `vector` has another number of
    ///   dimensions than the model or is not finite; what the model and the index throw; `CancellationError`.
    public func search(_ query: SearchQuery) async throws -> SearchResults {
        try await results(from: try await rerank(try await candidates(for: query)))
    }

    /// The first step of ``search(_:)``: everything that was found, in the order of the rankings.
    package func candidates(for query: SearchQuery) async throws -> SearchCandidates {
        try Task.checkCancellation()
        guard query.count >= 0 else {
            throw KnowledgeError(.invalidQuery, "count is \(query.count); it must be 0 or more")
        }
        if let vector = query.vector { try check(vector) }
        let (text, isTruncated) = usablePart(of: query.text)
        var candidates = SearchCandidates(
            results: SearchResults(queryVector: query.vector, isQueryTruncated: isTruncated), text: text,
            count: query.count, isReranked: query.mode == .hybrid)
        let held = Set(snapshotOfState.itemCounts.keys)
        let kinds = query.kinds.map { held.intersection($0) } ?? held
        guard query.count > 0, !kinds.isEmpty, !text.isEmpty || query.vector != nil else {
            return candidates
        }
        if candidates.results.queryVector == nil, query.mode != .lexical, !text.isEmpty {
            candidates.results.queryVector = try await vectors(of: [text], as: .query).first
        }
        let terms = query.mode == .dense ? [] : LexicalTokenizer().terms(in: text)
        // Where passages are removed while the index is searched, it may miss items of the state that was copied before:
        // then everything is looked up again. Five times is enough for any pace of changes that embed something.
        for attempt in 1...5 {
            let search = PassageSearch(
                base: self, state: snapshotOfState, count: query.count, kinds: kinds, filter: query.filter)
            var dense: [PassageSearch.Found] = []
            if query.mode != .lexical, let vector = candidates.results.queryVector {
                dense = try await search.dense(vector)
            }
            if attempt < 5, state.withLock({ $0.removals }) != search.state.removals { continue }
            candidates.ranking = try await search.fuse(
                dense: dense, lexical: search.lexical(terms), mode: query.mode, vector: candidates.results.queryVector)
            break
        }
        return candidates
    }

    /// The last step of ``search(_:)``: takes the best candidates, over all kinds and of each.
    package func results(from candidates: SearchCandidates) async throws -> SearchResults {
        var results = candidates.results
        let count = candidates.count
        var taken: [KnowledgeKind: Int] = [:]
        for (place, ranked) in candidates.ranking.enumerated() {
            let kind = ranked.owner.item.kind
            let isOverall = place < count
            let isOfKind = taken[kind, default: 0] < count
            guard isOverall || isOfKind, let best = ranked.passages.first,
                let passage = ranked.owner.passage(best.id)
            else { continue }
            var similarity = best.similarity
            if similarity == nil, let vector = results.queryVector {
                similarity = try await index.vector(for: best.id).map { cosine(vector, $0) }
            }
            let more = ranked.passages.dropFirst().prefix(configuration.morePassages)
            let hit = SearchHit(
                item: ranked.owner.item, passage: passage,
                morePassages: more.compactMap { ranked.owner.passage($0.id) }, score: ranked.score,
                similarity: similarity, lexicalScore: ranked.lexicalScore, denseRank: ranked.denseRank,
                lexicalRank: ranked.lexicalRank, rerankScore: ranked.rerankScore)
            if isOverall { results.hits.append(hit) }
            if isOfKind {
                results.hitsByKind[kind, default: []].append(hit)
                taken[kind, default: 0] += 1
            }
        }
        return results
    }

    /// The part of a query's text that is used: without white space at its start, and cut.
    func usablePart(of text: String) -> (text: String, isTruncated: Bool) {
        let scalars = text.unicodeScalars.drop(while: \.isSpace)
        guard
            let end = scalars.index(
                scalars.startIndex, offsetBy: configuration.maximumQueryLength, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return (String(scalars), false) }
        return (String(scalars[..<end]), true)
    }

    func check(_ vector: [Float]) throws {
        guard vector.count == identity.dimensions else {
            throw KnowledgeError(
                .invalidQuery,
                "the query's vector has \(vector.count) dimensions; \(identity) makes \(identity.dimensions)")
        }
        guard let place = vector.firstIndex(where: { !$0.isFinite }) else { return }
        throw KnowledgeError(
            .invalidQuery, "component \(place) of the query's vector is \(vector[place]); all must be finite")
    }
}

/// The cosine of two vectors of the same dimension; 0 where one of them is zero.
func cosine(_ left: [Float], _ right: [Float]) -> Float {
    var product = 0.0
    var leftSquare = 0.0
    var rightSquare = 0.0
    for (a, b) in zip(left, right) {
        product += Double(a) * Double(b)
        leftSquare += Double(a) * Double(a)
        rightSquare += Double(b) * Double(b)
    }
    let norm = (leftSquare * rightSquare).squareRoot()
    return norm > 0 ? Float(max(-1, min(1, product / norm))) : 0
}
