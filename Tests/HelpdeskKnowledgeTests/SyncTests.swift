import HelpdeskKnowledge
import Synchronization
import Testing

@Suite struct SyncTests {
    private func faq(_ id: String, _ question: String = "Question?") -> KnowledgeItem {
        .faq(FAQ(id: id, question: question, answer: "Answer."))
    }

    @Test func followsASource() async throws {
        let source = InMemorySource(name: "memory", items: Shop.items)
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        let first = try await base.sync(from: source)
        #expect(first.changes == 7)
        #expect(first.indexing.added == 7)
        #expect(first.cursor == source.cursor)
        #expect(base.cursor(for: "memory") == source.cursor)
        let again = try await base.sync(from: source)
        #expect(again.changes == 0)
        #expect(again.cursor == source.cursor)

        source.remove(id: "t-1")
        source.upsert([faq("new"), faq("faq-reset", "Changed?")])
        let third = try await base.sync(from: source)
        #expect(third.changes == 3)
        #expect(third.removed == 1)
        #expect(third.indexing.added == 1)
        #expect(third.indexing.updated == 1)
        #expect(base.item(id: "t-1") == nil)
        #expect(base.item(id: "faq-reset")?.title == "Changed?")
    }

    /// A source removes what it brought, not what another source or the host has stored under the same id since.
    @Test func aSourceRemovesOnlyItsOwnItems() async throws {
        let first = InMemorySource(name: "first", items: [faq("shared"), faq("own")])
        let second = InMemorySource(name: "second", items: [faq("shared", "From the second?")])
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        try await base.sync(from: first)
        try await base.sync(from: second)
        first.remove(id: "shared")
        first.remove(id: "own")
        #expect(try await base.sync(from: first).removed == 1)
        #expect(base.item(id: "own") == nil)
        #expect(base.item(id: "shared")?.title == "From the second?")
    }

    /// A pass from the beginning that is stopped does not count as one: the next still removes what is gone.
    @Test func aStoppedPassFromTheBeginningIsNotRemembered() async throws {
        let fails = Mutex(false)
        let model = WordModel(before: { texts in
            if fails.withLock({ $0 }), texts.contains(where: { $0.contains("number 700?") }) {
                throw WordModel.Failure()
            }
        })
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        try await base.sync(from: InMemorySource(name: "memory", items: [faq("gone")]))
        let source = InMemorySource(name: "memory", items: (0..<1_000).map { faq("f\($0)", "Question number \($0)?") })
        let before = base.cursor(for: "memory")
        fails.withLock { $0 = true }
        await #expect(throws: WordModel.Failure.self) { try await base.sync(from: source, startingAt: .beginning) }
        #expect(base.cursor(for: "memory") == before)
        #expect(base.item(id: "gone") != nil)
        fails.withLock { $0 = false }
        #expect(try await base.sync(from: source, startingAt: .beginning).removed == 1)
        #expect(base.item(id: "gone") == nil)
        #expect(base.cursor(for: "memory") == source.cursor)
    }

    @Test func resumesAfterAFailure() async throws {
        let items = (0..<1_000).map { faq("f\($0)", "Question number \($0)?") }
        let source = InMemorySource(name: "memory", items: items)
        let fails = Mutex(true)
        let model = WordModel(before: { texts in
            if fails.withLock({ $0 }), texts.contains(where: { $0.contains("number 700?") }) {
                throw WordModel.Failure()
            }
        })
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        await #expect(throws: WordModel.Failure.self) { try await base.sync(from: source) }
        let cursor = try #require(base.cursor(for: "memory"))
        let stored = base.statistics.items
        #expect(stored >= 512 && stored < 1_000)
        #expect(cursor.rawValue == "512")
        fails.withLock { $0 = false }
        let report = try await base.sync(from: source)
        #expect(report.changes == 1_000 - 512)
        #expect(base.statistics.items == 1_000)
        #expect(model.embeddedTexts.filter { $0.contains("number 3?") }.count == 1)
    }

    @Test func startsWhereItIsTold() async throws {
        let source = InMemorySource(name: "memory", items: [faq("a"), faq("b"), faq("c")])
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        let report = try await base.sync(from: source, startingAt: .after(SyncCursor(rawValue: "2")))
        #expect(report.changes == 1)
        #expect(base.statistics.items == 1)
        #expect(try await base.sync(from: source, startingAt: .beginning).indexing.added == 2)
    }

    @Test func aFullSyncRemovesWhatTheSourceLost() async throws {
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        try await base.upsert([faq("own")])
        try await base.sync(from: InMemorySource(name: "memory", items: [faq("a"), faq("b")]))
        try await base.sync(from: InMemorySource(name: "other", items: [faq("z")]))
        // The host restarted: a new instance, without "a".
        let source = InMemorySource(name: "memory", items: [faq("b")])
        let error = await #expect(throws: KnowledgeError.self) { try await base.sync(from: source) }
        #expect(error?.code == .staleCursor)
        #expect(base.statistics.items == 4)
        let report = try await base.sync(from: source, startingAt: .beginning)
        #expect(report.removed == 1)
        #expect(Set(base.items.map(\.id)) == ["own", "b", "z"])
        #expect(base.cursor(for: "memory") == source.cursor)
    }

    @Test func leavesOutWhatCannotBeStored() async throws {
        let source = InMemorySource(name: "memory", items: [faq("a"), faq("bad", " "), faq("c")])
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        let report = try await base.sync(from: source)
        #expect(report.indexing.added == 2)
        #expect(report.rejected.map(\.id) == ["bad"])
        #expect(report.rejected.first?.error.code == .invalidItem)
        #expect(base.cursor(for: "memory") == source.cursor)
    }

    @Test func theLastChangeOfAnItemCounts() async throws {
        struct Busy: KnowledgeSource {
            let name = "busy"
            let steps: [KnowledgeChange]
            func changes(after cursor: SyncCursor?) -> AsyncThrowingStream<KnowledgeChange, any Error> {
                AsyncThrowingStream { continuation in
                    for step in steps { continuation.yield(step) }
                    continuation.finish()
                }
            }
        }
        let actions: [KnowledgeChange.Action] = [
            .upsert(faq("a")), .upsert(faq("b")), .remove(id: "a"), .upsert(faq("b", "Newer?")), .remove(id: "x"),
            .upsert(faq("c")), .remove(id: "c"), .upsert(faq("c", "Back?")),
        ]
        let steps = actions.enumerated().map {
            KnowledgeChange($0.element, cursor: SyncCursor(rawValue: "\($0.offset)"))
        }
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        try await base.sync(from: Busy(steps: steps))
        #expect(Set(base.items.map(\.title)) == ["Newer?", "Back?"])
        #expect(base.cursor(for: "busy")?.rawValue == "7")
    }

    @Test func aCancelledSyncRemovesNothing() async throws {
        struct Endless: KnowledgeSource {
            let name = "memory"
            func changes(after cursor: SyncCursor?) -> AsyncThrowingStream<KnowledgeChange, any Error> {
                AsyncThrowingStream { _ in }
            }
        }
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        try await base.sync(from: InMemorySource(name: "memory", items: [faq("a")]))
        let task = Task { try await base.sync(from: Endless(), startingAt: .beginning) }
        await Task.yield()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(base.statistics.items == 1)
    }

    @Test func cursorsOfAnotherStateAreRefused() async throws {
        let source = InMemorySource(name: "memory", items: [faq("a")])
        for raw in ["x", "-1", "2", ""] {
            var iterator = source.changes(after: SyncCursor(rawValue: raw)).makeAsyncIterator()
            let error = await #expect(throws: KnowledgeError.self) { try await iterator.next() }
            #expect(error?.code == .staleCursor)
        }
    }
}
