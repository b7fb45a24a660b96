public import HelpdeskKnowledge

/// Checks that a conformer of ``KnowledgeSource`` keeps the protocol's promises.
public enum KnowledgeSourceConformance {
    /// Checks all promises.
    ///
    /// - Parameters:
    ///   - source: The conformer. A handful of items is enough; every cursor is tried.
    ///   - expected: The items it holds, where the test knows; compared by value.
    ///   - change: Changes the source (at best: one item new, one changed, one gone) and returns what it holds then. Without
    ///     it, removals cannot be checked.
    /// - Throws: ``ConformanceFailure`` for the first promise that is broken, and what the source throws where it mustn't.
    public static func check(
        _ source: any KnowledgeSource, holding expected: [KnowledgeItem]? = nil,
        change: (@Sendable () async throws -> [KnowledgeItem])? = nil
    ) async throws {
        try Promise("a name").require(!source.name.isEmpty, "the name is empty")
        let all = try await changes(source, after: nil)
        let before = try await checkWhole(all, expected)
        try await checkResuming(source, all, before)
        try await checkEnding(source)
        guard let change else { return }
        let after = state(try await change())
        try await checkChange(source, all, before: before, after: after)
    }

    private typealias State = [String: KnowledgeItem]

    private static func changes(_ source: any KnowledgeSource, after cursor: SyncCursor?) async throws
        -> [KnowledgeChange]
    {
        var changes: [KnowledgeChange] = []
        for try await change in source.changes(after: cursor) { changes.append(change) }
        return changes
    }

    private static func state(_ items: [KnowledgeItem]) -> State {
        items.reduce(into: [:]) { $0[$1.id] = $1 }
    }

    private static func apply(_ changes: some Sequence<KnowledgeChange>, to state: State = [:]) -> State {
        changes.reduce(into: state) { state, change in
            switch change.action {
            case .upsert(let item): state[item.id] = item
            case .remove(let id): state[id] = nil
            }
        }
    }

    private static func checkWhole(_ all: [KnowledgeChange], _ expected: [KnowledgeItem]?) async throws -> State {
        let promise = Promise("after nil, an upsert for every item there is")
        let found = apply(all)
        for change in all {
            if case .upsert(let item) = change.action {
                try promise.require(!item.id.isEmpty, "an item has an empty id")
            }
        }
        guard let expected else { return found }
        try requireSame(found, state(expected), promise, "changes(after: nil)")
        return found
    }

    private static func requireSame(_ found: State, _ expected: State, _ promise: Promise, _ what: String) throws {
        for (id, item) in expected.sorted(by: { $0.key < $1.key }) {
            guard let other = found[id] else { throw promise.failure("\(what) lacks item \"\(id)\"") }
            try promise.require(other == item, "\(what) gives item \"\(id)\" as \(other) instead of \(item)")
        }
        for id in found.keys.sorted() where expected[id] == nil {
            throw promise.failure("\(what) gives item \"\(id)\", which isn't there")
        }
    }

    private static func checkResuming(_ source: any KnowledgeSource, _ all: [KnowledgeChange], _ whole: State)
        async throws
    {
        let promise = Promise("after a cursor, at least every change that came later")
        for position in all.indices {
            let rest = try await changes(source, after: all[position].cursor)
            let resumed = apply(rest, to: apply(all[...position]))
            try requireSame(resumed, whole, promise, "a sync that stops after change \(position) and resumes")
        }
        let again = apply(try await changes(source, after: nil))
        try requireSame(again, whole, promise, "changes(after: nil) for the second time")
    }

    private static func checkChange(
        _ source: any KnowledgeSource, _ all: [KnowledgeChange], before: State, after: State
    ) async throws {
        let promise = Promise("after a cursor, every later change, removals of items that are gone included")
        try promise.require(before != after, "the test's change changed nothing")
        for position in all.indices {
            let rest = try await changes(source, after: all[position].cursor)
            let resumed = apply(rest, to: apply(all[...position]))
            try requireSame(
                resumed, after, promise, "a sync from the cursor of change \(position) after the source changed")
        }
        try requireSame(
            apply(try await changes(source, after: nil)), after,
            Promise("after nil, an upsert for every item there is"),
            "changes(after: nil) after the source changed")
    }

    private static func checkEnding(_ source: any KnowledgeSource) async throws {
        // A stream that is left early must not disturb the next.
        for try await _ in source.changes(after: nil) { break }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            for try await _ in source.changes(after: nil) {}
        }
        // A cancelled reader sees the end of the stream, or the error; both are fine.
        let result = await task.result
        do {
            try result.get()
        } catch is CancellationError {
        } catch {
            throw Promise("CancellationError soon after the calling task is cancelled").failure(
                "a cancelled sync threw \(error)")
        }
        do {
            _ = try await changes(source, after: SyncCursor(rawValue: "\u{0}no cursor of any source\u{FFFF}"))
        } catch is KnowledgeError {
        } catch {
            throw Promise("a typed error").failure("a foreign cursor threw \(error) instead of KnowledgeError")
        }
    }
}
