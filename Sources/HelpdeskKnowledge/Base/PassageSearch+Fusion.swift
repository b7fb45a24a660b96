import VectorSearch

/// An item in the fused ranking.
struct RankedItem: Sendable {
    /// One of its passages.
    struct RankedPassage: Sendable {
        var id: UInt64
        var score: Double
        var similarity: Float?
    }

    var owner: StoredItem
    var score: Double
    /// Best first.
    var passages: [RankedPassage]
    var denseRank: Int?
    var lexicalRank: Int?
    var lexicalScore: Double?
    /// What the reranker gave it; `nil` where it did not read it.
    var rerankScore: Float?
}

extension PassageSearch {
    /// Where a passage stands in the two rankings.
    private struct Standing {
        var owner: StoredItem
        var denseRank: Int?
        var similarity: Float?
        var lexicalRank: Int?
        var lexicalScore: Double?
    }

    /// Makes one ranking of items out of two rankings of passages.
    ///
    /// - Returns: Items, best first; equal scores in the order of their dense rank, lexical rank and id.
    func fuse(
        dense: [Found], lexical: [Found], mode: SearchQuery.Mode, vector: [Float]?
    ) async throws -> [RankedItem] {
        var standings: [UInt64: Standing] = [:]
        var items: [ObjectIdentifier: RankedItem] = [:]
        func item(_ owner: StoredItem, _ update: (inout RankedItem) -> Void) {
            update(&items[ObjectIdentifier(owner), default: RankedItem(owner: owner, score: 0, passages: [])])
        }
        let isCosine = base.index.metric == .cosine
        var rank = 0
        for (place, found) in dense.enumerated() {
            let similarity = isCosine ? Float(max(-1, min(1, 1 - found.value))) : nil
            standings[found.id] = Standing(owner: found.owner, denseRank: place + 1, similarity: similarity)
            item(found.owner) { item in
                if item.denseRank == nil {
                    rank += 1
                    item.denseRank = rank
                }
            }
        }
        rank = 0
        for (place, found) in lexical.enumerated() {
            standings[found.id, default: Standing(owner: found.owner)].lexicalRank = place + 1
            standings[found.id]?.lexicalScore = found.value
            item(found.owner) { item in
                if item.lexicalRank == nil {
                    rank += 1
                    item.lexicalRank = rank
                    item.lexicalScore = found.value
                }
            }
        }
        if let vector, needsSimilarities(mode) {
            for (id, standing) in standings where standing.similarity == nil {
                standings[id]?.similarity = try await base.index.vector(for: id).map { cosine(vector, $0) }
            }
        }
        let bestLexical = lexical.first?.value ?? 1
        for (id, standing) in standings {
            let score = score(of: standing, mode: mode, bestLexical: bestLexical)
            item(standing.owner) {
                $0.passages.append(.init(id: id, score: score, similarity: standing.similarity))
            }
        }
        return items.values.map { finish($0, mode: mode) }.sorted(by: Self.isBetter)
    }

    /// Whether the scores are made of similarities, so that every candidate needs one.
    private func needsSimilarities(_ mode: SearchQuery.Mode) -> Bool {
        switch mode {
        case .lexical: false
        case .dense: true
        case .hybrid: if case .weighted = base.configuration.fusion { true } else { false }
        }
    }

    private func score(of standing: Standing, mode: SearchQuery.Mode, bestLexical: Double) -> Double {
        switch mode {
        case .dense: return Double(standing.similarity ?? 0)
        case .lexical: return standing.lexicalScore ?? 0
        case .hybrid:
            switch base.configuration.fusion {
            case .reciprocalRank(let k, let dense):
                return dense * reciprocal(k, standing.denseRank) + (1 - dense) * reciprocal(k, standing.lexicalRank)
            case .weighted(let dense):
                return dense * Double(max(0, standing.similarity ?? 0))
                    + (1 - dense) * (standing.lexicalScore ?? 0) / bestLexical
            }
        }
    }

    /// Puts an item's passages in order and gives it its score.
    private func finish(_ ranked: RankedItem, mode: SearchQuery.Mode) -> RankedItem {
        var ranked = ranked
        ranked.passages.sort { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
        ranked.score = ranked.passages.first?.score ?? 0
        // One passage may be near in meaning and another share the words: ranks are those of the item.
        if mode == .hybrid, case .reciprocalRank(let k, let dense) = base.configuration.fusion {
            ranked.score = dense * reciprocal(k, ranked.denseRank) + (1 - dense) * reciprocal(k, ranked.lexicalRank)
        }
        return ranked
    }

    private func reciprocal(_ k: Double, _ rank: Int?) -> Double { rank.map { 1 / (k + Double($0)) } ?? 0 }

    private static func isBetter(_ left: RankedItem, _ right: RankedItem) -> Bool {
        if left.score != right.score { return left.score > right.score }
        let leftRanks = (left.denseRank ?? .max, left.lexicalRank ?? .max)
        let rightRanks = (right.denseRank ?? .max, right.lexicalRank ?? .max)
        return leftRanks != rightRanks ? leftRanks < rightRanks : left.owner.item.id < right.owner.item.id
    }
}
