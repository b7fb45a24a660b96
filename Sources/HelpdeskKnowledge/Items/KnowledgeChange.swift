/// One step of a source's history.
public struct KnowledgeChange: Hashable, Sendable {
    /// What happened to an item.
    public enum Action: Hashable, Sendable {
        /// The item is new or has changed.
        case upsert(KnowledgeItem)
        /// The item of this id is gone.
        case remove(id: String)
    }

    /// What happened.
    public var action: Action
    /// Where to go on once this change has been stored.
    public var cursor: SyncCursor

    /// Creates a change.
    public init(_ action: Action, cursor: SyncCursor) {
        self.action = action
        self.cursor = cursor
    }
}
