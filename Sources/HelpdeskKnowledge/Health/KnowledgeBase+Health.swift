import HelpdeskMath
import SentenceEmbeddings

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension KnowledgeBase {
    /// Looks for what is missing, repeated, contradictory or out of date.
    ///
    /// ```swift
    /// let report = try await knowledge.health(queries: log)
    /// ```
    ///
    /// The stored vectors are compared; nothing of the knowledge is embedded again. The report is the same for the same
    /// knowledge, log and configuration, whatever the number of threads. Changes and searches go on meanwhile; the report
    /// is about the items as they were at the start. Rules about sentences are for English; repeated texts, gaps and ages
    /// are not.
    ///
    /// - Parameters:
    ///   - queries: Questions from the host's log, redacted: their texts come back as examples. Blank ones are left out.
    ///   - configuration: What it is tuned by.
    ///   - asOf: The time that ages are counted to; `nil` for the latest time that an item or a question tells.
    ///   - progress: Called at the start of every phase and while it goes on, from the calling task.
    /// - Returns: The report.
    /// - Throws: ``KnowledgeError`` with `invalidArgument` where the configuration is out of range, or with `invalidQuery`
    ///   where a question's vector does not fit the model; what the model (for questions without a vector) and the index
    ///   throw; `CancellationError`.
    /// - Complexity: O(passages² · dimensions + questions · passages · dimensions) time in products of BLAS, O(passages +
    ///   questions) memory.
    public func health(
        queries: [LoggedQuery] = [], configuration: HealthConfiguration = HealthConfiguration(), asOf: Date? = nil,
        progress: (@Sendable (HealthProgress) -> Void)? = nil
    ) async throws -> HealthReport {
        try configuration.validate()
        for (place, query) in queries.enumerated() {
            guard let vector = query.vector else { continue }
            do {
                try check(vector)
            } catch {
                throw KnowledgeError(.invalidQuery, "question \(place) of the log cannot be compared", cause: error)
            }
        }
        let run = HealthRun(
            configuration: configuration,
            pool: try WorkerPool(threadCount: configuration.threadCount ?? WorkerPool.availableProcessorCount),
            progress: progress)
        let stored = snapshotOfState.allItems
        let total = stored.count
        let isTicket = { (stored: StoredItem) in stored.item.kind == .resolvedTicket }
        let knowledge = try await HealthCorpus(
            stored.filter { !isTicket($0) }, base: self, configuration: configuration
        ) { run.report(.reading, $0, total) }
        let known = knowledge.items.count
        let tickets = try await HealthCorpus(stored.filter(isTicket), base: self, configuration: configuration) {
            run.report(.reading, known + $0, total)
        }
        run.report(.reading, total, total)

        var report = HealthReport()
        let times = (knowledge.items + tickets.items).compactMap(\.updatedAt) + queries.compactMap(\.time)
        report.asOf = asOf ?? times.max()
        report.statistics.items = knowledge.items.count
        report.statistics.tickets = tickets.items.count
        report.statistics.passages = knowledge.passages.count

        let neighbors = try await run.neighbors(of: knowledge)
        let texts = try await run.map(.duplicates, count: knowledge.items.count) { item in
            HealthText(knowledge.items[item], passages: knowledge.passages)
        }
        let duplicates = try await DuplicateFinder(corpus: knowledge, neighbors: neighbors, texts: texts).find(run)
        report.statistics.duplicates = duplicates.items.count
        report.statistics.repeatedPassages = duplicates.passages.count
        report.duplicates = Array(duplicates.items.prefix(configuration.maximumEntries))
        report.repeatedPassages = Array(duplicates.passages.prefix(configuration.maximumEntries))

        let contradictions = try await ContradictionFinder(
            corpus: knowledge, neighbors: neighbors, texts: texts, configuration: configuration
        ).find(run)
        report.statistics.contradictions = contradictions.count
        report.contradictions = Array(contradictions.prefix(configuration.maximumEntries))

        let questions = try await QuestionLog(queries, base: self, run: run)
        let nearest = try await questions.nearest(in: knowledge, run: run)
        report.statistics.queries = questions.places.count
        report.statistics.embeddedQueries = questions.embedded
        let gaps = try await GapFinder(log: questions, nearest: nearest, corpus: knowledge, run: run).find()
        report.statistics.unansweredQueries = gaps.unanswered
        report.statistics.ungroupedQueries = gaps.ungrouped
        report.statistics.gaps = gaps.gaps.count
        report.gaps = Array(gaps.gaps.prefix(configuration.maximumEntries))

        let stale = try await StaleFinder(
            corpus: knowledge, tickets: tickets, neighbors: neighbors, texts: texts, contradictions: contradictions,
            log: questions, nearest: nearest, asOf: report.asOf, run: run
        ).find()
        report.statistics.staleItems = stale.count
        report.staleItems = Array(stale.prefix(configuration.maximumEntries))
        return report
    }
}

extension HealthRun {
    /// The passages of other items that are on each passage's topic.
    func neighbors(of corpus: HealthCorpus) async throws -> [[Neighbor]] {
        let search = NeighborSearch(
            queries: corpus.vectors, queryCount: corpus.passages.count, rows: corpus.vectors,
            rowCount: corpus.passages.count, count: configuration.neighborsPerPassage,
            minimum: min(configuration.topicSimilarity, configuration.staleTopicSimilarity))
        let owners = corpus.owners
        return try await map(.comparing, count: search.blockCount) { block in
            search.neighbors(inBlock: block) { owners[$0] != owners[$1] }
        }.flatMap { $0 }
    }
}
