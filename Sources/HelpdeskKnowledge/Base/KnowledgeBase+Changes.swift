import SentenceEmbeddings
import Synchronization
import VectorSearch

extension KnowledgeBase {
    /// Stores items, each replacing the one with the same id.
    ///
    /// Items whose content is stored already are left as they are; where only fields changed that are not embedded (URL,
    /// version, metadata), the vectors are kept. Of two items with the same id the last one counts. Blank ids, items
    /// without text and items that are too large are refused before anything is stored.
    ///
    /// - Parameters:
    ///   - items: Any number of items. They are embedded in batches and become searchable batch by batch.
    ///   - progress: Called at the start and after every batch, from the calling task.
    /// - Returns: What was done.
    /// - Throws: ``KnowledgeError`` with `invalidItem`; what the model and the index throw; `CancellationError`. Whole
    ///   items that were stored before stay.
    @discardableResult
    public func upsert(
        _ items: [KnowledgeItem], progress: (@Sendable (IndexingProgress) -> Void)? = nil
    ) async throws -> IndexingReport {
        for item in items { try item.validate(maximumSize: configuration.maximumItemSize) }
        var total = IndexingProgress(passagesDone: 0, passagesTotal: 0, itemsDone: 0, itemsTotal: 0)
        return try await writing.run {
            try await store(items, origin: nil, total: &total, progress: progress)
        }
    }

    /// Removes items. Unknown ids are no error.
    ///
    /// - Returns: How many of the ids were stored.
    /// - Throws: `CancellationError` where the task is cancelled before anything was removed. Removed items are never
    ///   found again, even if the index fails to give up their vectors: then the next change tries again.
    @discardableResult
    public func remove(ids: [String]) async throws -> Int {
        try await writing.run { await removeItems(ids) }
    }

    /// Removes all items and forgets all cursors.
    ///
    /// - Throws: As ``remove(ids:)``.
    public func removeAll() async throws {
        try await writing.run {
            _ = await removeItems(snapshotOfState.allItems.map(\.item.id))
            state.withLock { $0.cursors = [:] }
        }
    }

    // MARK: - Inside the gate

    /// An item that has to be stored.
    private struct Pending {
        var item: KnowledgeItem
        var drafts: [PassageDraft]
        /// The passages whose vectors can stay.
        var kept: [Passage]?
        var isNew: Bool
    }

    /// Stores valid items. Called inside the gate only.
    func store(
        _ items: [KnowledgeItem], origin: String?, total: inout IndexingProgress,
        progress: (@Sendable (IndexingProgress) -> Void)?
    ) async throws -> IndexingReport {
        var report = IndexingReport()
        let pending = try await prepare(items, origin: origin, report: &report)
        total.itemsTotal += items.count
        total.itemsDone += report.unchanged + report.duplicates
        total.passagesTotal += pending.reduce(0) { $0 + ($1.kept == nil ? $1.drafts.count : 0) }
        progress?(total)
        await discardRetired()
        var start = 0
        while start < pending.count {
            // Whole items up to a batch of passages; at least one item, however large.
            var end = start
            var passages = 0
            while end < pending.count,
                end == start || passages + pending[end].drafts.count <= configuration.embeddingBatchSize
            {
                passages += pending[end].drafts.count
                end += 1
            }
            let batch = Array(pending[start..<end])
            try await commit(batch, origin: origin, report: &report, total: &total, progress: progress)
            total.itemsDone += batch.count
            progress?(total)
            start = end
        }
        return report
    }

    /// Finds out what has to be stored, and cuts it into passages.
    private func prepare(
        _ items: [KnowledgeItem], origin: String?, report: inout IndexingReport
    ) async throws -> [Pending] {
        var last: [String: Int] = [:]
        for (index, item) in items.enumerated() { last[item.id] = index }
        report.duplicates = items.count - last.count
        let current = snapshotOfState
        var pending: [Pending] = []
        for (index, item) in items.enumerated() where last[item.id] == index {
            if index % 64 == 0 {
                try Task.checkCancellation()
                await Task.yield()
            }
            let old = current[item.id]
            if let old, old.item == item, old.origin == origin || origin == nil {
                report.unchanged += 1
                continue
            }
            let drafts = builder.drafts(of: item)
            var kept: [Passage]?
            if let old, old.item.kind == item.kind, old.passages.count == drafts.count,
                builder.drafts(of: old.item).map(\.embedded) == drafts.map(\.embedded)
            {
                kept = old.passages
            }
            pending.append(Pending(item: item, drafts: drafts, kept: kept, isNew: old == nil))
        }
        try Task.checkCancellation()
        return pending
    }

    /// Embeds some items and stores them.
    private func commit(
        _ batch: [Pending], origin: String?, report: inout IndexingReport, total: inout IndexingProgress,
        progress: (@Sendable (IndexingProgress) -> Void)?
    ) async throws {
        let texts = batch.flatMap { $0.kept == nil ? $0.drafts.map(\.embedded) : [] }
        let before = total.passagesDone
        let vectors = try await vectors(of: texts, as: .passage) { done in
            total.passagesDone = before + done
            if done < texts.count { progress?(total) }
        }
        var next = snapshotOfState
        var entries: [VectorEntry] = []
        var stored: [(item: StoredItem, terms: [[String]])] = []
        for pending in batch {
            let first =
                pending.kept?.first.map { PassageID.number(of: $0.id) }
                ?? next.reservePassages(pending.drafts.count)
            var passages: [Passage] = []
            for (position, draft) in pending.drafts.enumerated() {
                let id = PassageID.make(first + UInt64(position), pending.item.kind)
                if pending.kept == nil { entries.append(VectorEntry(id: id, vector: vectors[entries.count])) }
                passages.append(
                    Passage(
                        id: id, itemID: pending.item.id, position: position, text: draft.text, heading: draft.heading,
                        range: draft.range))
            }
            stored.append(
                (
                    StoredItem(item: pending.item, passages: passages, origin: origin),
                    pending.drafts.map { next.lexical.tokenizer.terms(in: $0.lexical) }
                ))
        }
        if !entries.isEmpty {
            // Vectors that belong to no passage yet are not found. Should the index fail, they are taken out again.
            let limit = next.nextPassageNumber
            state.withLock { $0.reservePassages(below: limit) }
            do {
                try await index.insert(entries)
            } catch {
                state.withLock { $0.retired.formUnion(entries.map(\.id)) }
                throw error
            }
        }
        next.store(stored)
        publish(next)
        for pending in batch {
            if pending.isNew { report.added += 1 } else { report.updated += 1 }
        }
        report.passagesEmbedded += texts.count
        await discardRetired()
    }

    /// Makes a changed copy the state. Called inside the gate only, so that nothing has changed since it was copied.
    private func publish(_ next: KnowledgeState) {
        state.withLock { $0 = next }
    }

    /// Removes items. Called inside the gate only.
    func removeItems(_ ids: [String]) async -> Int {
        var next = snapshotOfState
        let removed = ids.reduce(0) { $0 + (next.remove(id: $1) ? 1 : 0) }
        if removed > 0 { publish(next) }
        await discardRetired()
        return removed
    }

    /// Takes the vectors of former passages out of the index; those that it fails to remove are tried again next time.
    private func discardRetired() async {
        let retired = state.withLock { $0.retired }
        guard !retired.isEmpty else { return }
        do {
            try await index.remove(retired.sorted())
            state.withLock { $0.retired.subtract(retired) }
        } catch {
            // They stay on the list. Nothing finds them meanwhile: searches know the passages there are.
        }
    }
}
