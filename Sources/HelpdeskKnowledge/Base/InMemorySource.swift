import Synchronization

/// A ``KnowledgeSource`` over items in memory, which remembers what changed in which order.
///
/// ```swift
/// let source = InMemorySource(name: "handbook", items: items)
/// try await knowledgeBase.sync(from: source)
/// source.remove(id: "old-article")
/// try await knowledgeBase.sync(from: source)   // removes that one
/// ```
///
/// A cursor is the number of a change, and holds for this instance only: a new one begins again.
public final class InMemorySource: KnowledgeSource {
    private struct Log {
        /// The last change of each item that is or was there.
        var changes: [String: (sequence: Int, action: KnowledgeChange.Action)] = [:]
        var sequence = 0
    }

    /// The source's name.
    public let name: String
    private let log: Mutex<Log>

    /// Creates a source.
    ///
    /// - Parameters:
    ///   - name: A stable name, unique within the host.
    ///   - items: What it holds at first.
    public init(name: String, items: [KnowledgeItem] = []) {
        self.name = name
        log = Mutex(Log())
        upsert(items)
    }

    /// The items there are, in the order of their last change.
    public var items: [KnowledgeItem] {
        changes(afterSequence: 0).compactMap { if case .upsert(let item) = $0.action { item } else { nil } }
    }

    /// The cursor after the last change; `nil` where nothing has happened.
    public var cursor: SyncCursor? {
        let sequence = log.withLock { $0.sequence }
        return sequence == 0 ? nil : SyncCursor(rawValue: String(sequence))
    }

    /// Adds items, replacing those with the same ids.
    public func upsert(_ items: [KnowledgeItem]) {
        log.withLock { log in
            for item in items {
                log.sequence += 1
                log.changes[item.id] = (log.sequence, .upsert(item))
            }
        }
    }

    /// Removes an item.
    ///
    /// - Returns: Whether it was there.
    @discardableResult
    public func remove(id: String) -> Bool {
        log.withLock { log in
            guard case .upsert = log.changes[id]?.action else { return false }
            log.sequence += 1
            log.changes[id] = (log.sequence, .remove(id: id))
            return true
        }
    }

    /// The changes after a cursor, oldest first, each item's last one only; all items where it is `nil`.
    ///
    /// A cursor is of use with the instance that gave it, and with no other: give a new instance `nil`. The stream throws
    /// ``KnowledgeError`` with `staleCursor` where the cursor cannot be of this instance.
    public func changes(after cursor: SyncCursor?) -> AsyncThrowingStream<KnowledgeChange, any Error> {
        AsyncThrowingStream { continuation in
            guard let cursor else {
                for change in changes(afterSequence: 0) {
                    if case .upsert = change.action { continuation.yield(change) }
                }
                continuation.finish()
                return
            }
            guard let sequence = Int(cursor.rawValue), sequence >= 0, sequence <= log.withLock({ $0.sequence }) else {
                continuation.finish(
                    throwing: KnowledgeError(
                        .staleCursor,
                        "\"\(cursor.rawValue.prefix(100))\" is no cursor of source \"\(name)\"; start at the beginning")
                )
                return
            }
            for change in changes(afterSequence: sequence) { continuation.yield(change) }
            continuation.finish()
        }
    }

    private func changes(afterSequence sequence: Int) -> [KnowledgeChange] {
        let later = log.withLock { $0.changes.values.filter { $0.sequence > sequence } }
        return later.sorted { $0.sequence < $1.sequence }.map {
            KnowledgeChange($0.action, cursor: SyncCursor(rawValue: String($0.sequence)))
        }
    }
}
