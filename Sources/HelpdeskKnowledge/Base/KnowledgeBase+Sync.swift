import Synchronization

extension KnowledgeBase {
    /// How many changes of a source are stored at once, and how many bytes of text.
    private static let syncBatch = (changes: 256, bytes: 4_000_000)

    /// Takes over what changed in a source.
    ///
    /// Changes are stored in batches; the cursor of a batch is remembered once all of it is stored, so that a
    /// synchronization that was stopped anywhere goes on where it was and misses nothing. Items that cannot be stored are
    /// left out and reported. Synchronizations wait for one another; other changes and searches go on meanwhile.
    ///
    /// - Parameters:
    ///   - source: Where the knowledge comes from.
    ///   - start: Where to begin; by default after the cursor remembered for `source.name`.
    ///   - progress: Called after every batch of passages, from the calling task.
    /// - Returns: What was done.
    /// - Throws: What the source, the model and the index throw; `CancellationError`. What was stored before stays. Where the
    ///   source throws ``KnowledgeError`` with `staleCursor`, start at the `beginning`.
    @discardableResult
    public func sync(
        from source: any KnowledgeSource, startingAt start: SyncStart = .remembered,
        progress: (@Sendable (IndexingProgress) -> Void)? = nil
    ) async throws -> SyncReport {
        try await synchronizing.run {
            let cursor: SyncCursor? =
                switch start {
                case .remembered: self.cursor(for: source.name)
                case .beginning: nil
                case .after(let cursor): cursor
                }
            var sync = Synchronization(
                source: source.name, isSweeping: start == .beginning, progress: progress)
            sync.report.cursor = cursor
            for try await change in source.changes(after: cursor) {
                sync.take(change, maximumItemSize: configuration.maximumItemSize)
                if sync.batch.count >= Self.syncBatch.changes || sync.batchBytes >= Self.syncBatch.bytes {
                    try await store(&sync)
                }
            }
            // A stream ends early, without an error, when its task is cancelled.
            try Task.checkCancellation()
            try await store(&sync)
            if start == .beginning {
                sync.report.removed += try await removeItems(from: source.name, except: sync.seen)
                // Only now: stopped before, a remembered cursor would leave what is gone in place for ever.
                if let cursor = sync.report.cursor { state.withLock { $0.cursors[source.name] = cursor } }
            }
            return sync.report
        }
    }

    /// A synchronization under way.
    private struct Synchronization {
        let source: String
        /// Whether items that the source does not yield are removed at the end; the cursor is remembered only then.
        let isSweeping: Bool
        let progress: (@Sendable (IndexingProgress) -> Void)?
        var report = SyncReport()
        var total = IndexingProgress(passagesDone: 0, passagesTotal: 0, itemsDone: 0, itemsTotal: 0)
        /// The last change of each item since the last batch was stored, in their order.
        var batch: [KnowledgeChange.Action] = []
        var places: [String: Int] = [:]
        var batchBytes = 0
        /// Items the source has yielded and not removed.
        var seen: Set<String> = []
        /// Where the source is after the batch.
        var cursor: SyncCursor?

        mutating func take(_ change: KnowledgeChange, maximumItemSize: Int) {
            report.changes += 1
            cursor = change.cursor
            let id: String
            switch change.action {
            case .upsert(let item):
                id = item.id
                seen.insert(id)
                do {
                    try item.validate(maximumSize: maximumItemSize)
                } catch {
                    let error = error as? KnowledgeError ?? KnowledgeError(.invalidItem, "\(error)")
                    report.rejected.append(SyncReport.Rejection(id: id, error: error))
                    return
                }
                batchBytes += item.text.utf8.count
            case .remove(let removed):
                id = removed
                seen.remove(id)
            }
            if let place = places[id] {
                batch[place] = change.action
            } else {
                places[id] = batch.count
                batch.append(change.action)
            }
        }
    }

    /// Stores the changes read so far, then remembers where the source is.
    private func store(_ sync: inout Synchronization) async throws {
        guard let cursor = sync.cursor else { return }
        var upserts: [KnowledgeItem] = []
        var removals: [String] = []
        for action in sync.batch {
            switch action {
            case .upsert(let item): upserts.append(item)
            case .remove(let id): removals.append(id)
            }
        }
        let source = sync.source
        let isSweeping = sync.isSweeping
        let progress = sync.progress
        var total = sync.total
        let (indexing, removed) = try await writing.run {
            let indexing = try await store(upserts, origin: source, total: &total, progress: progress)
            // What another source, or the host itself, has stored under the id since is not this source's to remove.
            let known = snapshotOfState
            let own = removals.filter { known[$0]?.origin == source }
            let removed = own.isEmpty ? 0 : await removeItems(own)
            if !isSweeping { state.withLock { $0.cursors[source] = cursor } }
            return (indexing, removed)
        }
        sync.total = total
        sync.report.indexing.add(indexing)
        sync.report.removed += removed
        sync.report.cursor = cursor
        sync.batch = []
        sync.places = [:]
        sync.batchBytes = 0
        sync.cursor = nil
    }

    /// Removes what came from a source and is gone there.
    private func removeItems(from source: String, except seen: Set<String>) async throws -> Int {
        try await writing.run {
            let gone = snapshotOfState.allItems.filter { $0.origin == source && !seen.contains($0.item.id) }
            return gone.isEmpty ? 0 : await removeItems(gone.map(\.item.id))
        }
    }
}

extension IndexingReport {
    /// Adds up two reports.
    mutating func add(_ other: IndexingReport) {
        added += other.added
        updated += other.updated
        unchanged += other.unchanged
        duplicates += other.duplicates
        passagesEmbedded += other.passagesEmbedded
    }
}
