public import HelpdeskKnowledge
import Synchronization

/// A ``KnowledgeSource`` whose history the test writes, and which can fail on the way.
///
/// A cursor is the number of changes before it. Of an item that changed several times, the latest change is yielded.
public final class FakeKnowledgeSource: KnowledgeSource {
    private struct State {
        var actions: [KnowledgeChange.Action]
        var cursors: [SyncCursor?] = []
        var failure: (after: Int, error: any Error)?
    }

    /// The name of the source.
    public let name: String
    private let state: Mutex<State>

    /// Creates a source with a history.
    public init(name: String = "fake", actions: [KnowledgeChange.Action] = []) {
        self.name = name
        state = Mutex(State(actions: actions))
    }

    /// Creates a source that holds items.
    public convenience init(name: String = "fake", items: [KnowledgeItem]) {
        self.init(name: name, actions: items.map { .upsert($0) })
    }

    /// The cursors that were asked for, in order.
    public var cursors: [SyncCursor?] { state.withLock(\.cursors) }

    /// Adds a change to the history.
    public func append(_ action: KnowledgeChange.Action) { state.withLock { $0.actions.append(action) } }

    /// Makes later synchronizations fail.
    ///
    /// - Parameters:
    ///   - error: What they throw; `nil` to work again.
    ///   - count: How many changes each yields before.
    public func fail(with error: (any Error)?, after count: Int = 0) {
        state.withLock { state in state.failure = error.map { (count, $0) } }
    }

    /// The changes after a cursor, oldest first.
    public func changes(after cursor: SyncCursor?) -> AsyncThrowingStream<KnowledgeChange, any Error> {
        let (actions, failure) = state.withLock { state in
            state.cursors.append(cursor)
            return (state.actions, state.failure)
        }
        let start = cursor.map { Int($0.rawValue) ?? -1 } ?? 0
        guard start >= 0, start <= actions.count else {
            let error = KnowledgeError(
                .staleCursor, "\"\(cursor?.rawValue ?? "")\" isn't a cursor of \(name); sync from the beginning")
            return AsyncThrowingStream { $0.finish(throwing: error) }
        }
        var latest: [String: Int] = [:]
        for (position, action) in actions.enumerated() { latest[action.itemID] = position }
        let changes = actions.indices.dropFirst(start).compactMap { position -> KnowledgeChange? in
            guard latest[actions[position].itemID] == position else { return nil }
            if case .remove = actions[position], cursor == nil { return nil }
            return KnowledgeChange(actions[position], cursor: SyncCursor(rawValue: String(position + 1)))
        }
        return AsyncThrowingStream { continuation in
            for change in failure.map({ changes.prefix($0.after) }) ?? changes[...] { continuation.yield(change) }
            continuation.finish(throwing: failure?.error)
        }
    }
}

extension KnowledgeChange.Action {
    /// The id of the item that is new, changed or gone.
    package var itemID: String {
        switch self {
        case .upsert(let item): item.id
        case .remove(let id): id
        }
    }
}
