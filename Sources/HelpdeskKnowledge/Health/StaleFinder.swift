import HelpdeskMath

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Finds items that may be out of date.
struct StaleFinder: Sendable {
    let corpus: HealthCorpus
    let tickets: HealthCorpus
    let neighbors: [[Neighbor]]
    let texts: [HealthText]
    let contradictions: [Contradiction]
    let log: QuestionLog
    /// The passage nearest to each question.
    let nearest: [Neighbor?]
    let asOf: Date?
    let run: HealthRun

    private static let secondsPerDay = 86_400.0

    func find() async throws -> [StaleItem] {
        let configuration = run.configuration
        let nearTickets = try await ticketsNear()
        let mentions = try await run.map(.staleness, count: corpus.items.count) { item in
            VersionMention.latest(
                in: corpus.items[item], texts[item], limit: asOf.map { CivilCalendar.year(of: $0) })
        }
        let citations = citations()
        let contradicted = Dictionary(grouping: contradictions.filter { $0.newerItemID != nil }) { found in
            found.newerItemID == found.left.itemID ? found.right.itemID : found.left.itemID
        }
        var result: [StaleItem] = []
        for (place, item) in corpus.items.enumerated() {
            var stale = StaleItem(
                itemID: item.item.id, title: item.item.title, updatedAt: item.updatedAt, reasons: [])
            let near = similarItems(place)
            if let reason = age(place, near, nearTickets[place], configuration) { stale.reasons.append(reason) }
            if let reason = olderVersion(place, near, mentions) { stale.reasons.append(reason) }
            if let (questions, hits) = citations[place], questions >= configuration.similarQuestionsNeeded,
                Double(hits) < configuration.rareCitationShare * Double(questions)
            {
                stale.reasons.append(.rarelyCited(questions: questions, citations: hits))
            }
            for found in (contradicted[item.item.id] ?? []).prefix(2) {
                let isLeft = found.left.itemID == item.item.id
                stale.reasons.append(
                    .contradicted(
                        by: isLeft ? found.right.itemID : found.left.itemID,
                        quotation: isLeft ? found.left : found.right, other: isLeft ? found.right : found.left))
            }
            if !stale.reasons.isEmpty { result.append(stale) }
        }
        return result.sorted { left, right in
            if left.reasons.count != right.reasons.count { return left.reasons.count > right.reasons.count }
            let dates = (left.updatedAt ?? .distantFuture, right.updatedAt ?? .distantFuture)
            return dates.0 != dates.1 ? dates.0 < dates.1 : left.itemID < right.itemID
        }
    }

    // MARK: - On the same topic

    /// The items on an item's topic with the greatest similarity of two passages, the most similar first.
    private func similarItems(_ place: Int) -> [(item: Int, similarity: Double)] {
        var best: [Int: Float] = [:]
        for row in corpus.items[place].rows {
            for neighbor in neighbors[row] where Double(neighbor.similarity) >= run.configuration.staleTopicSimilarity {
                let other = Int(corpus.owners[Int(neighbor.row)])
                best[other] = max(best[other] ?? 0, neighbor.similarity)
            }
        }
        return best.map { ($0.key, Double($0.value)) }
            .sorted { $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.item < $1.item }
    }

    /// The tickets on each item's topic.
    private func ticketsNear() async throws -> [[(item: Int, similarity: Double)]] {
        let search = NeighborSearch(
            queries: corpus.vectors, queryCount: corpus.passages.count, rows: tickets.vectors,
            rowCount: tickets.passages.count, count: 8, minimum: run.configuration.staleTopicSimilarity)
        let updated = tickets.owners.map { tickets.items[Int($0)].updatedAt }
        let ages = corpus.owners.map { corpus.items[Int($0)].updatedAt }
        let wait = run.configuration.newerByDays * Self.secondsPerDay
        let found = try await run.map(.staleness, count: tickets.passages.isEmpty ? 0 : search.blockCount) { block in
            search.neighbors(inBlock: block) { row, ticket in
                guard let age = ages[row], let later = updated[ticket] else { return false }
                return later.timeIntervalSince(age) >= wait
            }
        }.flatMap { $0 }
        return corpus.items.map { item in
            guard !found.isEmpty else { return [] }
            var best: [Int: Float] = [:]
            for row in item.rows {
                for neighbor in found[row] {
                    let ticket = Int(tickets.owners[Int(neighbor.row)])
                    best[ticket] = max(best[ticket] ?? 0, neighbor.similarity)
                }
            }
            return best.map { ($0.key, Double($0.value)) }
                .sorted { $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.item < $1.item }
        }
    }

    // MARK: - Reasons

    private func age(
        _ place: Int, _ near: [(item: Int, similarity: Double)], _ nearTickets: [(item: Int, similarity: Double)],
        _ configuration: HealthConfiguration
    ) -> StaleItem.Reason? {
        guard let asOf, let updated = corpus.items[place].updatedAt else { return nil }
        let days = asOf.timeIntervalSince(updated) / Self.secondsPerDay
        guard days >= configuration.staleAfterDays else { return nil }
        let wait = configuration.newerByDays * Self.secondsPerDay
        let newer =
            near.filter { other in
                corpus.items[other.item].updatedAt.map { $0.timeIntervalSince(updated) >= wait } ?? false
            }.map { ItemReference(corpus.items[$0.item].item, $0.similarity) }
            + nearTickets.map { ItemReference(tickets.items[$0.item].item, $0.similarity) }
        guard newer.count >= configuration.newerItemsNeeded else { return nil }
        let best = newer.sorted {
            $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.itemID < $1.itemID
        }
        return .notUpdated(
            days: Int(min(days, 1e9)), newer: newer.count, examples: Array(best.prefix(3)))
    }

    /// Compares what an item says is current with what similar items say, which were not updated before it.
    private func olderVersion(
        _ place: Int, _ near: [(item: Int, similarity: Double)], _ mentions: [[String: VersionMention]]
    ) -> StaleItem.Reason? {
        for (subject, mention) in mentions[place].sorted(by: { $0.key < $1.key }) {
            for other in near {
                guard let newer = mentions[other.item][subject], newer.isLater(than: mention) else { continue }
                if let own = corpus.items[place].updatedAt, let their = corpus.items[other.item].updatedAt, own > their
                {
                    continue
                }
                return .olderVersion(
                    mentioned: mention.words, newer: newer.words,
                    quotation: corpus.quotation(
                        row: mention.row, range: mention.statement.range, text: mention.statement.text),
                    other: corpus.quotation(row: newer.row, range: newer.statement.range, text: newer.statement.text))
            }
        }
        return nil
    }

    /// How many questions are nearest to each item, and how many answers of these cite it.
    private func citations() -> [Int: (questions: Int, citations: Int)] {
        var result: [Int: (questions: Int, citations: Int)] = [:]
        for (row, place) in log.places.enumerated() {
            guard let cited = log.queries[place].citedItemIDs, let nearest = nearest[row],
                Double(nearest.similarity) >= run.configuration.staleTopicSimilarity
            else { continue }
            let item = Int(corpus.owners[Int(nearest.row)])
            let old = result[item] ?? (0, 0)
            let isCited = cited.contains(corpus.items[item].item.id)
            result[item] = (old.questions + 1, old.citations + (isCited ? 1 : 0))
        }
        return result
    }
}
