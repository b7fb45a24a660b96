import Foundation
import HelpdeskKnowledge
import HelpdeskTesting
import SentenceEmbeddings
import Testing

/// What a reranker does to a search.
@Suite struct RerankingTests {
    private struct Failure: Error {}

    /// A hundred questions that share a word and carry their number, and some articles and tickets.
    private static let items: [KnowledgeItem] =
        (0..<100).map { .faq(FAQ(id: "faq-\($0)", question: "password question \($0)", answer: "number \($0)")) }
        + (0..<5).map {
            .article(Article(id: "art-\($0)", title: "Parcels \($0)", body: "How **parcels** travel, \($0)"))
        }
        + (0..<5).map {
            .resolvedTicket(
                ResolvedTicket(id: "t-\($0)", subject: "Fax", problem: "fax \($0)", resolution: "wait \($0)"))
        }

    private func base(
        _ reranker: (any PassageReranker)?, items: [KnowledgeItem] = items,
        _ configure: (inout KnowledgeBase.Configuration) -> Void = { _ in }
    ) async throws -> KnowledgeBase {
        var configuration = KnowledgeBase.Configuration()
        // Enough for all items: the fused scores then do not depend on how many hits are wanted.
        configuration.candidatesPerRanker = 1_000
        configure(&configuration)
        let base = try await KnowledgeBase(
            model: WordModel(), index: FlatIndex(), reranker: reranker, configuration: configuration)
        try await base.upsert(items)
        return base
    }

    /// The last number in a text: the reranker prefers the greatest.
    private static func number(_ text: String) -> Float {
        Float(text.split(whereSeparator: { !$0.isNumber }).last.map(String.init) ?? "") ?? -1
    }

    private static func byNumber() -> FakePassageReranker { FakePassageReranker { number($1) } }

    private func ids(_ hits: [SearchHit]) -> [String] { hits.map(\.item.id) }

    @Test func theBestCandidatesComeInTheRerankersOrder() async throws {
        let reranker = Self.byNumber()
        let plain = try await base(nil).search(SearchQuery("password", count: 200))
        let results = try await base(reranker) { $0.rerankDepth = 40 }.search(SearchQuery("password", count: 10))
        let best = plain.hits.prefix(40)
        let expected = best.sorted { Self.number($0.passage.text) > Self.number($1.passage.text) }.map(\.item.id)
        #expect(ids(results.hits) == Array(expected.prefix(10)))
        #expect(ids(results.hits) != ids(Array(plain.hits.prefix(10))))
        #expect(results.hits.map(\.rerankScore) == results.hits.map { Self.number($0.passage.text) })
        #expect(results.rerankingError == nil)
        #expect(plain.hits.allSatisfy { $0.rerankScore == nil })
        // Everything else about a hit is as the search found it.
        for hit in results.hits {
            var found = try #require(plain.hits.first { $0.item.id == hit.item.id })
            found.rerankScore = hit.rerankScore
            #expect(found == hit)
        }
        #expect(reranker.calls.count == 1)
        #expect(reranker.calls.first?.query == "password")
        #expect(reranker.calls.first?.passages.count == 40)
    }

    @Test func whatIsBeyondTheDepthStaysInItsOrder() async throws {
        let plain = try await base(nil).search(SearchQuery("password", count: 200))
        for depth in [1, 3, 5, 1000] {
            let reranker = Self.byNumber()
            let results = try await base(reranker) { $0.rerankDepth = depth }
                .search(SearchQuery("password", count: 200))
            #expect(results.hits.count == plain.hits.count && results.hits.count == 110)
            #expect(Set(ids(results.hits)) == Set(ids(plain.hits)))
            #expect(Set(ids(Array(results.hits.prefix(depth)))) == Set(ids(Array(plain.hits.prefix(depth)))))
            #expect(ids(Array(results.hits.dropFirst(depth))) == ids(Array(plain.hits.dropFirst(depth))))
            #expect(results.hits.prefix(depth).allSatisfy { $0.rerankScore != nil })
            #expect(results.hits.dropFirst(depth).allSatisfy { $0.rerankScore == nil })
            #expect(reranker.calls.first?.passages.count == min(depth, 110))
        }
    }

    @Test func aDepthBeyondTheCandidatesOfARankingAsksForMore() async throws {
        let reranker = Self.byNumber()
        let base = try await base(reranker) { configuration in
            configuration.candidatesPerRanker = 2
            configuration.rerankDepth = 90
        }
        _ = try await base.search(SearchQuery("password", count: 3))
        #expect(reranker.calls.first?.passages.count == 90)
    }

    @Test func equalScoresKeepTheOrderOfTheSearch() async throws {
        let plain = try await base(nil).search(SearchQuery("password question", count: 50))
        let results = try await base(FakePassageReranker { _, _ in 0.5 }).search(
            SearchQuery("password question", count: 50))
        #expect(ids(results.hits) == ids(plain.hits))
        #expect(results.hits.prefix(30).allSatisfy { $0.rerankScore == 0.5 })
        let halves = try await base(FakePassageReranker { $1.contains("7") ? 1 : -0.0 }).search(
            SearchQuery("password question", count: 30))
        let best = Array(plain.hits.prefix(30))
        #expect(
            ids(halves.hits)
                == ids(
                    best.filter { $0.passage.text.contains("7") } + best.filter { !$0.passage.text.contains("7") }))
    }

    @Test func everyKindKeepsItsCount() async throws {
        for count in [0, 1, 3, 5, 20] {
            let results = try await base(Self.byNumber()).search(SearchQuery("password", count: count))
            #expect(results.hits.count == min(count, 110))
            #expect(results.faqs.count == min(count, 100))
            #expect(results.articles.count == min(count, 5))
            #expect(results.resolvedTickets.count == min(count, 5))
        }
        let one = try await base(Self.byNumber()).search(SearchQuery("fax", count: 3, kinds: [.resolvedTicket]))
        #expect(ids(one.hits) == ["t-4", "t-3", "t-2"] && ids(one.resolvedTickets) == ids(one.hits))
    }

    @Test func theRerankerReadsTitleHeadingAndPlainWords() async throws {
        let reranker = FakePassageReranker()
        let items: [KnowledgeItem] = [
            .article(
                Article(
                    id: "a", title: "Exports",
                    body: "# Exports\n\n## As a **file**\n\nChoose *Export* in the [menu](https://x.example).")),
            .faq(FAQ(id: "f", question: "How do I export?", answer: "By the menu.")),
            .resolvedTicket(
                ResolvedTicket(id: "t", subject: "No export", problem: "The menu is gone", resolution: "Restart it.")),
        ]
        _ = try await base(reranker, items: items).search(SearchQuery("export menu"))
        let passages = try #require(reranker.calls.first).passages.sorted()
        #expect(passages.count == 3)
        let article = try #require(passages.first { $0.hasPrefix("Exports") })
        #expect(article.contains("As a file") && article.contains("Choose Export in the menu"))
        #expect(!article.contains("*") && !article.contains("https"))
        let faq = try #require(passages.first { $0.hasPrefix("How do I export?") })
        #expect(faq.components(separatedBy: "How do I export?").count == 2 && faq.contains("By the menu."))
        let ticket = try #require(passages.first { $0.hasPrefix("No export") })
        #expect(ticket.contains("The menu is gone") && ticket.contains("Restart it."))
    }

    @Test(arguments: ["throws", "NaN", "count"])
    func aFailureLeavesTheOrderOfTheSearch(_ kind: String) async throws {
        let behavior: FakePassageReranker.Behavior =
            switch kind {
            case "throws": .fails(Failure())
            case "NaN": .returnsNaN
            default: .returnsWrongCount
            }
        let reranker = FakePassageReranker(behavior: behavior)
        let base = try await base(reranker)
        let plain = try await self.base(nil).search(SearchQuery("password", count: 20))
        let results = try await base.search(SearchQuery("password", count: 20))
        #expect(results.hits == plain.hits && results.hitsByKind == plain.hitsByKind)
        if kind == "throws" {
            #expect(results.rerankingError is Failure)
        } else {
            #expect((results.rerankingError as? EmbeddingError)?.code == .invalidResult)
        }
        reranker.behavior = .works
        #expect(try await base.search(SearchQuery("password", count: 20)).rerankingError == nil)
    }

    @Test func cancellationIsPassedOn() async throws {
        let thrower = try await base(FakePassageReranker(behavior: .fails(CancellationError())))
        // A reranker that gives up by itself has failed, whatever it calls that.
        let results = try await thrower.search(SearchQuery("password"))
        #expect(results.rerankingError is CancellationError && !results.hits.isEmpty)
        // A reranker that turns the cancellation into an error of its own does not hide it.
        let hiding = try await base(HidingReranker())
        let task = Task { try await hiding.search(SearchQuery("password")) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    /// Waits for its cancellation and throws something else.
    private struct HidingReranker: PassageReranker {
        func scores(query: String, passages: [String]) async throws -> [Float] {
            while !Task.isCancelled { await Task.yield() }
            throw Failure()
        }
    }

    @Test func whereThereIsNothingToReadTheRerankerIsNotCalled() async throws {
        let reranker = Self.byNumber()
        let empty = try await base(reranker, items: [])
        #expect(try await empty.search(SearchQuery("password")).hits.isEmpty)
        let base = try await base(reranker)
        for query in [SearchQuery(""), SearchQuery(" \n"), SearchQuery("password", count: 0)] {
            #expect(try await base.search(query).hits.isEmpty)
        }
        #expect(try await base.search(SearchQuery("password", filter: .equals("no", "such"))).hits.isEmpty)
        // A vector alone finds something, but there is no text to read with it.
        let vector = try await WordModel().embed("password", as: .query)
        #expect(try await !base.search(SearchQuery("", vector: vector)).hits.isEmpty)
        // The modes of one ranking are that ranking's.
        #expect(try await !base.search(SearchQuery("password", mode: .dense)).hits.isEmpty)
        #expect(try await !base.search(SearchQuery("password", mode: .lexical)).hits.isEmpty)
        #expect(reranker.calls.isEmpty)
    }

    @Test func aLongQueryIsCutForTheRerankerToo() async throws {
        let reranker = Self.byNumber()
        let results = try await base(reranker) { $0.maximumQueryLength = 20 }
            .search(SearchQuery("  password " + String(repeating: "x ", count: 50)))
        #expect(results.isQueryTruncated)
        #expect(reranker.calls.first?.query.unicodeScalars.count == 20)
    }

    @Test func aSnapshotOpensWithAReranker() async throws {
        let bytes = try await base(nil).snapshot()
        let copy = try await KnowledgeBase(
            snapshot: bytes, model: WordModel(), index: FlatIndex(), reranker: Self.byNumber())
        #expect(copy.isReranking)
        #expect(try await copy.search(SearchQuery("password", count: 3)).hits.allSatisfy { $0.rerankScore != nil })
    }

    @Test func theDepthIsAtLeastOne() async throws {
        for depth in [0, -1] {
            let error = await #expect(throws: KnowledgeError.self) {
                try await base(nil, items: []) { $0.rerankDepth = depth }
            }
            #expect(error?.code == .invalidArgument && error?.message.contains("rerankDepth") == true)
        }
    }
}
