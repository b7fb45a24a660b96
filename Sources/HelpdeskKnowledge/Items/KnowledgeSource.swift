/// Where knowledge comes from: a help centre, a ticket system, a folder.
///
/// Callers: ``changes(after:)`` is called for every synchronization, from any task, one at a time per knowledge base.
/// The caller stores a change, then remembers its cursor; after a stop, wherever it happens, it asks again with the
/// last cursor it remembers.
///
/// Conformers promise:
/// - after `nil`, an upsert for every item there is;
/// - after a cursor, at least every change that came later, so that nothing is missed; a change may come twice;
/// - removals of items that were yielded before and are gone;
/// - a typed error with the place in the source where something cannot be read; what was yielded before stands;
/// - `CancellationError` soon after the calling task is cancelled.
public protocol KnowledgeSource: Sendable {
    /// A stable name for the source, unique within the host.
    var name: String { get }

    /// The changes after a cursor, oldest first; all items where it is `nil`.
    func changes(after cursor: SyncCursor?) -> AsyncThrowingStream<KnowledgeChange, any Error>
}
