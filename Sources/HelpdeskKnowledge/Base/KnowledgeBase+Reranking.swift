import SentenceEmbeddings

extension KnowledgeBase {
    /// How much of a title and of a heading a reranker reads before a passage, in characters.
    private static let titleLead = 200

    /// Puts the best `Configuration.rerankDepth` candidates in the order of the reranker, where there is one; equal ones and
    /// all others stay in the order of the search.
    ///
    /// A reranker that fails, or gives something other than a finite score for each passage, changes nothing; the results
    /// say so.
    ///
    /// - Throws: `CancellationError` only.
    package func rerank(_ candidates: SearchCandidates) async throws -> SearchCandidates {
        guard let reranker, candidates.isReranked, !candidates.text.isEmpty, !candidates.ranking.isEmpty else {
            return candidates
        }
        var candidates = candidates
        var best = Array(candidates.ranking.prefix(configuration.rerankDepth))
        do {
            let scores = try await scores(of: best, for: candidates.text, by: reranker)
            for (place, score) in scores.enumerated() { best[place].rerankScore = score }
        } catch {
            try Task.checkCancellation()
            candidates.results.rerankingError = error
            return candidates
        }
        let order = best.indices.sorted { left, right in
            let (a, b) = (best[left].rerankScore ?? 0, best[right].rerankScore ?? 0)
            return a != b ? a > b : left < right
        }
        candidates.ranking.replaceSubrange(best.indices, with: order.map { best[$0] })
        return candidates
    }

    private func scores(
        of items: [RankedItem], for query: String, by reranker: any PassageReranker
    ) async throws -> [Float] {
        try Task.checkCancellation()
        let scores = try await reranker.scores(query: query, passages: items.map(rerankedText))
        guard scores.count == items.count else {
            throw EmbeddingError(
                .invalidResult, "the reranker gave \(scores.count) scores for \(items.count) passages")
        }
        if let place = scores.firstIndex(where: { !$0.isFinite }) {
            throw EmbeddingError(
                .invalidResult, "the reranker gave the score \(scores[place]) for passage \(place); it must be finite")
        }
        return scores
    }

    /// What a reranker reads of an item: its best passage without mark-up, below title and headings.
    private func rerankedText(_ ranked: RankedItem) -> String {
        let item = ranked.owner.item
        guard let id = ranked.passages.first?.id, let passage = ranked.owner.passage(id) else { return item.title }
        let format: Article.Format
        switch item {
        case .article(let article): format = article.format
        case .faq: format = .markdown
        case .resolvedTicket: format = .plain
        }
        let words = PlainText.of(passage.text, format: format)
        let title = item.title.lead(Self.titleLead)
        // The first passage of a question begins with it.
        let isTitled = words.hasPrefix(title)
        return [isTitled ? "" : title, passage.heading?.lead(Self.titleLead) ?? "", words]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
