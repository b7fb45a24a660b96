import HelpdeskKnowledge
import SentenceEmbeddings
import Synchronization
import Testing
import VectorSearch

@Suite struct KnowledgeBaseTests {
    private func shop(_ model: WordModel = WordModel(), _ index: FlatIndex = FlatIndex()) async throws -> KnowledgeBase
    {
        let base = try await KnowledgeBase(model: model, index: index)
        try await base.upsert(Shop.items)
        return base
    }

    // MARK: - Storing

    @Test func countsWhatItHolds() async throws {
        let base = try await shop()
        let statistics = base.statistics
        #expect(statistics.items == 7)
        #expect(statistics.itemsByKind == [.article: 2, .faq: 2, .resolvedTicket: 3])
        #expect(statistics.passages >= 7)
        #expect(statistics.terms > 30)
        #expect(base.item(id: "art-api")?.title == "API limits")
        #expect(base.item(id: "unknown") == nil)
        #expect(base.items == Shop.items)
        #expect(base.identity.model == "words")
    }

    @Test func embedsUnchangedItemsOnce() async throws {
        let model = WordModel()
        let index = FlatIndex()
        let base = try await shop(model, index)
        let calls = model.record.withLock { $0.calls }
        let report = try await base.upsert(Shop.items)
        #expect(report.unchanged == 7)
        #expect(report.added == 0)
        #expect(model.record.withLock { $0.calls } == calls)

        // Fields that are not embedded change without the model.
        var ids = Set(index.rows.withLock { $0.keys })
        guard case .faq(var faq) = Shop.items[0] else { return }
        faq.url = "https://help.example.com/reset"
        faq.metadata["language"] = "de"
        let second = try await base.upsert([.faq(faq)])
        #expect(second.updated == 1)
        #expect(second.passagesEmbedded == 0)
        #expect(Set(index.rows.withLock { $0.keys }) == ids)
        #expect(try await base.search(SearchQuery("reset password", filter: .equals("language", "de"))).hits.count == 1)

        faq.question = "How can I get a new password?"
        let third = try await base.upsert([.faq(faq)])
        #expect(third.updated == 1)
        #expect(third.passagesEmbedded == 1)
        ids = Set(index.rows.withLock { $0.keys })
        #expect(ids.count == base.statistics.passages)
        #expect(base.item(id: "faq-reset") == .faq(faq))
    }

    @Test func replacesAnItemByOneOfAnotherKind() async throws {
        let index = FlatIndex()
        let base = try await shop(WordModel(), index)
        try await base.upsert([.article(Article(id: "faq-reset", title: "Passwords", body: "All about passwords."))])
        #expect(base.statistics.itemsByKind == [.article: 3, .faq: 1, .resolvedTicket: 3])
        #expect(index.rows.withLock { $0.count } == base.statistics.passages)
        let results = try await base.search(SearchQuery("password"))
        #expect(!results.faqs.contains { $0.item.id == "faq-reset" })
        #expect(results.articles.first?.item.id == "faq-reset")
    }

    @Test func lastOfEqualIdsWins() async throws {
        let model = WordModel()
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        let report = try await base.upsert([
            .faq(FAQ(id: "x", question: "first", answer: "one")), .faq(FAQ(id: "y", question: "other", answer: "two")),
            .faq(FAQ(id: "x", question: "second", answer: "three")),
        ])
        #expect(report.duplicates == 1)
        #expect(report.added == 2)
        #expect(base.item(id: "x")?.title == "second")
        #expect(!model.embeddedTexts.contains { $0.contains("first") })
    }

    @Test func removesItems() async throws {
        let index = FlatIndex()
        let base = try await shop(WordModel(), index)
        #expect(try await base.remove(ids: ["faq-reset", "unknown", "t-1", "t-1"]) == 2)
        #expect(base.statistics.items == 5)
        #expect(index.rows.withLock { $0.count } == base.statistics.passages)
        let results = try await base.search(SearchQuery("forgot my password"))
        #expect(!results.hits.contains { ["faq-reset", "t-1"].contains($0.item.id) })
        try await base.removeAll()
        #expect(base.statistics == KnowledgeStatistics(itemsByKind: [:], items: 0, passages: 0, terms: 0))
        #expect(index.rows.withLock { $0.isEmpty })
    }

    @Test func reportsProgress() async throws {
        let seen = Mutex<[IndexingProgress]>([])
        var configuration = KnowledgeBase.Configuration()
        configuration.embeddingBatchSize = 2
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex(), configuration: configuration)
        try await base.upsert(Shop.items) { progress in seen.withLock { $0.append(progress) } }
        let all = seen.withLock { $0 }
        let last = try #require(all.last)
        #expect(all.first?.passagesDone == 0)
        #expect(last.passagesDone == base.statistics.passages)
        #expect(last.itemsDone == 7)
        #expect(all.allSatisfy { $0.passagesTotal == last.passagesTotal && $0.itemsTotal == 7 })
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.passagesDone <= $1.passagesDone })
        #expect(all.count > 4)
    }

    // MARK: - What is refused

    @Test func refusesAnIndexThatDoesNotFit() async throws {
        let error = await #expect(throws: KnowledgeError.self) {
            try await KnowledgeBase(model: WordModel(dimensions: 256), index: FlatIndex(dimensions: 64))
        }
        #expect(error?.code == .mismatchedIndex)
        let used = FlatIndex()
        try await used.insert([VectorEntry(id: 1, vector: [Float](repeating: 1, count: 256))])
        let second = await #expect(throws: KnowledgeError.self) {
            try await KnowledgeBase(model: WordModel(), index: used)
        }
        #expect(second?.code == .mismatchedIndex)
    }

    @Test(arguments: [
        KnowledgeItem.faq(FAQ(id: "", question: "q", answer: "a")),
        .faq(FAQ(id: " ", question: "q", answer: "a")),
        .faq(FAQ(id: "x", question: " \n", answer: "a")),
        .faq(FAQ(id: "x", question: "q", answer: "")),
        .article(Article(id: "x", title: "t", body: "\t\n")),
        .resolvedTicket(ResolvedTicket(id: "x", problem: " ", resolution: "r")),
    ])
    func refusesItemsWithoutIdOrText(_ item: KnowledgeItem) async throws {
        let base = try await shop()
        let error = await #expect(throws: KnowledgeError.self) {
            try await base.upsert([.faq(FAQ(id: "good", question: "q", answer: "a")), item])
        }
        #expect(error?.code == .invalidItem)
        #expect(base.statistics.items == 7)
    }

    @Test func refusesAnArticleOf20MB() async throws {
        let model = WordModel()
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        let body = String(repeating: "Twenty megabytes of text. ", count: 800_000)
        let error = await #expect(throws: KnowledgeError.self) {
            try await base.upsert([.article(Article(id: "big", title: "Big", body: body))])
        }
        #expect(error?.code == .invalidItem)
        #expect(error?.message.contains("big") == true)
        #expect(model.embeddedTexts.isEmpty)
    }

    @Test func metadataAndIdCountInTheSizeOfAnItem() async throws {
        var configuration = KnowledgeBase.Configuration()
        configuration.maximumItemSize = 1_000
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex(), configuration: configuration)
        let long = String(repeating: "x", count: 1_000)
        for faq in [
            FAQ(id: "a", question: "q", answer: "a", metadata: ["k": long]),
            FAQ(id: "a", question: "q", answer: "a", metadata: [long: "v"]),
            FAQ(id: long, question: "q", answer: "a"),
        ] {
            let error = await #expect(throws: KnowledgeError.self) { try await base.upsert([.faq(faq)]) }
            #expect(error?.code == .invalidItem)
        }
        let exact = FAQ(id: "a", question: "q", answer: "a", metadata: ["k": String(long.dropLast(4))])
        try await base.upsert([.faq(exact)])
        #expect(base.statistics.items == 1)
    }

    @Test func storesALargeArticleWhereTheHostAllowsIt() async throws {
        var configuration = KnowledgeBase.Configuration()
        configuration.maximumItemSize = 30_000_000
        let model = WordModel(dimensions: 4)
        let base = try await KnowledgeBase(model: model, index: FlatIndex(dimensions: 4), configuration: configuration)
        let body = String(repeating: "Twenty megabytes of text.\n\n", count: 760_000)
        try await base.upsert([.article(Article(id: "big", title: "Big", body: body))])
        #expect(base.statistics.passages > 20_000)
    }

    @Test(arguments: [Float.nan, .infinity])
    func storesNothingOfABadModel(_ value: Float) async throws {
        let index = FlatIndex()
        let model = WordModel(spoil: { $0.isEmpty ? $0 : [value] + $0.dropFirst() })
        let base = try await KnowledgeBase(model: model, index: index)
        let error = await #expect(throws: EmbeddingError.self) { try await base.upsert(Shop.items) }
        #expect(error?.code == .invalidResult)
        #expect(base.statistics.items == 0)
        #expect(index.rows.withLock { $0.isEmpty })
    }

    @Test func refusesAModelThatGivesTooFewVectors() async throws {
        let model = WordModel(spoil: { Array($0.dropLast(256)) })
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        await #expect(throws: EmbeddingError.self) { try await base.upsert(Shop.items) }
        #expect(base.statistics.items == 0)
    }

    @Test func refusesConfigurationsOutOfRange() async throws {
        var configuration = KnowledgeBase.Configuration()
        configuration.passageLength = 10
        await #expect(throws: KnowledgeError.self) {
            try await KnowledgeBase(model: WordModel(), index: FlatIndex(), configuration: configuration)
        }
        configuration = .init()
        configuration.fusion = .weighted(dense: .nan)
        await #expect(throws: KnowledgeError.self) {
            try await KnowledgeBase(model: WordModel(), index: FlatIndex(), configuration: configuration)
        }
    }

    // MARK: - Failures midway

    @Test func keepsWhatWasStoredWhenTheModelFails() async throws {
        var configuration = KnowledgeBase.Configuration()
        configuration.embeddingBatchSize = 2
        let index = FlatIndex()
        let fails = Mutex(true)
        let model = WordModel(before: { texts in
            if fails.withLock({ $0 }), texts.contains(where: { $0.contains("Locked out") }) {
                throw WordModel.Failure()
            }
        })
        let base = try await KnowledgeBase(model: model, index: index, configuration: configuration)
        await #expect(throws: WordModel.Failure.self) { try await base.upsert(Shop.items) }
        let stored = base.statistics
        #expect(stored.items > 0 && stored.items < 7)
        #expect(index.rows.withLock { $0.count } == stored.passages)
        #expect(try await base.search(SearchQuery("reset password")).hits.first?.item.id == "faq-reset")
        fails.withLock { $0 = false }
        let report = try await base.upsert(Shop.items)
        #expect(report.unchanged == stored.items)
        #expect(base.statistics.items == 7)
    }

    @Test func keepsWhatWasStoredWhenTheIndexFails() async throws {
        let index = FlatIndex()
        let base = try await shop(WordModel(), index)
        index.insertsLeft.withLock { $0 = 0 }
        let changed = KnowledgeItem.faq(FAQ(id: "faq-reset", question: "Something else?", answer: "Yes."))
        await #expect(throws: FlatIndex.Failure.self) { try await base.upsert([changed]) }
        #expect(base.item(id: "faq-reset") == Shop.items[0])
        #expect(try await base.search(SearchQuery("reset password")).faqs.first?.item == Shop.items[0])
        index.insertsLeft.withLock { $0 = .max }
        try await base.upsert([changed])
        #expect(base.item(id: "faq-reset") == changed)
        #expect(index.rows.withLock { $0.count } == base.statistics.passages)
    }

    @Test func findsNoRemovedItemThoughTheIndexKeepsItsVectors() async throws {
        let index = FlatIndex()
        let base = try await shop(WordModel(), index)
        index.refusesRemovals.withLock { $0 = true }
        #expect(try await base.remove(ids: ["faq-reset"]) == 1)
        let results = try await base.search(SearchQuery("reset my password", mode: .dense))
        #expect(results.hits.count == 6)
        #expect(!results.hits.contains { $0.item.id == "faq-reset" })
        index.refusesRemovals.withLock { $0 = false }
        try await base.upsert([Shop.items[0]])
        #expect(index.rows.withLock { $0.count } == base.statistics.passages)
    }

    @Test func leavesWholeItemsWhenCancelled() async throws {
        var configuration = KnowledgeBase.Configuration()
        configuration.embeddingBatchSize = 4
        let index = FlatIndex()
        let (started, start) = AsyncStream<Void>.makeStream()
        let model = WordModel(before: { texts in
            if texts.contains(where: { $0.contains("item 40") }) {
                start.finish()
                try await Task.sleep(for: .seconds(60))
            }
        })
        let base = try await KnowledgeBase(model: model, index: index, configuration: configuration)
        let items = (0..<100).map { KnowledgeItem.faq(FAQ(id: "\($0)", question: "item \($0)", answer: "answer")) }
        let task = Task { try await base.upsert(items) }
        for await _ in started {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(base.statistics.items == 40)
        #expect(index.rows.withLock { $0.count } == 40)
    }

    @Test func aCancelledTaskChangesNothing() async throws {
        let base = try await shop()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await base.remove(ids: ["faq-reset"])
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        let search = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await base.search(SearchQuery("password"))
        }
        await #expect(throws: CancellationError.self) { try await search.value }
        #expect(base.statistics.items == 7)
    }

    // MARK: - Side by side

    @Test func concurrentChangesOfOneItemEndInOneOfThem() async throws {
        let index = FlatIndex()
        let base = try await KnowledgeBase(model: WordModel(before: { _ in await Task.yield() }), index: index)
        let long = String(repeating: "many words of an article. ", count: 200)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<24 {
                group.addTask {
                    let body = String(repeating: "writer\(writer) ", count: 10) + long + "\n\nend of writer\(writer)"
                    try await base.upsert([.article(Article(id: "one", title: "Version \(writer)", body: body))])
                }
            }
            try await group.waitForAll()
        }
        let version = try #require(base.item(id: "one")?.title.dropFirst(8))
        let passages = base.passages(ofItem: "one")
        #expect(passages.last?.text.hasSuffix("end of writer\(version)") == true)
        #expect(passages.first?.text.hasPrefix("writer\(version) ") == true)
        #expect(Set(index.rows.withLock { $0.keys }) == Set(passages.map(\.id)))
    }

    @Test func searchesSeeWholeItemsWhileTheyChange() async throws {
        let base = try await shop()
        func article(_ version: Int) -> KnowledgeItem {
            let body = (0..<30).map {
                "# Part \($0)\n\nversion\(version) " + String(repeating: "filler words here ", count: 30)
            }
            return .article(Article(id: "long", title: "Moving target", body: body.joined(separator: "\n\n")))
        }
        try await base.upsert([article(0)])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for version in 1...40 { try await base.upsert([article(version)]) } }
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<60 {
                        let results = try await base.search(SearchQuery("moving target filler words", count: 3))
                        let hit = try #require(results.articles.first { $0.item.id == "long" })
                        for passage in [hit.passage] + hit.morePassages {
                            let scalars = Array(hit.item.text.unicodeScalars)
                            #expect(passage.text == String(String.UnicodeScalarView(scalars[passage.range])))
                        }
                        #expect(results.faqs.count == 2)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
