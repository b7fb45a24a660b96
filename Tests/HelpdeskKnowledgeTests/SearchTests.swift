import HelpdeskKnowledge
import SentenceEmbeddings
import Synchronization
import Testing
import VectorSearch

@Suite struct SearchTests {
    private func shop(
        _ configure: (inout KnowledgeBase.Configuration) -> Void = { _ in }, metric: DistanceMetric = .cosine
    ) async throws -> KnowledgeBase {
        var configuration = KnowledgeBase.Configuration()
        configure(&configuration)
        let base = try await KnowledgeBase(
            model: WordModel(), index: FlatIndex(metric: metric), configuration: configuration)
        try await base.upsert(Shop.items)
        return base
    }

    /// Few candidates and a small count: every kind is still searched to its end.
    @Test(arguments: 1...4) func findsEveryKindWithFewCandidates(_ candidates: Int) async throws {
        var configuration = KnowledgeBase.Configuration()
        configuration.candidatesPerRanker = candidates
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex(), configuration: configuration)
        try await base.upsert(
            (0..<5).map { .faq(FAQ(id: "f\($0)", question: "password reset \($0)", answer: "reset password")) }
                + [.article(Article(id: "a", title: "Parcels", body: "How parcels are sent."))])
        for count in 0...2 {
            let results = try await base.search(SearchQuery("password reset", count: count))
            #expect(results.hits.count == count)
            #expect(results.faqs.count == count)
        }
    }

    @Test func findsByMeaningAndByWords() async throws {
        let base = try await shop()
        let results = try await base.search(SearchQuery("I forgot my password"))
        #expect(results.hits.count == 7)
        #expect(results.hits[0].item.id == "faq-reset")
        #expect(results.hits[1].item.id == "t-1")
        #expect(results.hits[0].denseRank == 1)
        #expect(results.hits[0].lexicalRank == 1)
        #expect(results.hits[0].score == 1.0 / 61)
        #expect(results.hits.allSatisfy { $0.similarity != nil })
        #expect(results.hits.last?.lexicalRank == nil)
        #expect(results.queryVector?.count == 256)
        #expect(zip(results.hits, results.hits.dropFirst()).allSatisfy { $0.score >= $1.score })
        #expect(results.articles.count == 2)
        #expect(results.faqs.map(\.item.id) == ["faq-reset", "faq-refund"])
        #expect(results.resolvedTickets.count == 3)
    }

    @Test func findsCodesInAnyWriting() async throws {
        let base = try await shop()
        for query in ["error E-1042", "E1042", "what is e-1042?", "1042", "CONFIG.JSON"] {
            #expect(
                try await base.search(SearchQuery(query, mode: .lexical)).hits.first?.item.id == "art-api", "\(query)")
        }
    }

    @Test func lexicalModeDoesNotNeedTheModel() async throws {
        let model = WordModel()
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        try await base.upsert(Shop.items)
        let calls = model.record.withLock { $0.calls }
        let results = try await base.search(SearchQuery("refund card", mode: .lexical))
        #expect(model.record.withLock { $0.calls } == calls)
        #expect(results.hits.map(\.item.id).contains("faq-refund"))
        #expect(results.hits.allSatisfy { $0.similarity == nil && $0.denseRank == nil && $0.score == $0.lexicalScore })
        let withVector = try await base.search(
            SearchQuery("refund card", mode: .lexical, vector: model.embed("refund card", as: .query)))
        #expect(withVector.hits.allSatisfy { $0.similarity != nil })
    }

    @Test func usesTheVectorItIsGiven() async throws {
        let model = WordModel()
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        try await base.upsert(Shop.items)
        let vector = try await model.embed("export data zip", as: .query)
        let calls = model.record.withLock { $0.calls }
        let results = try await base.search(SearchQuery("", mode: .dense, vector: vector))
        #expect(results.hits.first?.item.id == "art-export")
        #expect(results.hits.count == 7)
        #expect(model.record.withLock { $0.calls } == calls)
    }

    @Test func asksForQueriesAsQueries() async throws {
        let model = WordModel()
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        try await base.upsert(Shop.items)
        _ = try await base.search(SearchQuery("password"))
        let roles = model.record.withLock { $0.roles }
        #expect(roles.last == .query)
        #expect(roles.dropLast().allSatisfy { $0 == .passage })
    }

    @Test(arguments: [DistanceMetric.cosine, .innerProduct, .euclidean])
    func givesCosinesWhateverTheMetric(_ metric: DistanceMetric) async throws {
        let base = try await shop(metric: metric)
        for mode in [SearchQuery.Mode.hybrid, .dense] {
            let results = try await base.search(SearchQuery("export your data", mode: mode))
            #expect(results.hits.first?.item.id == "art-export")
            #expect((results.hits.first?.similarity ?? 0) > 0.5)
            #expect(results.hits.allSatisfy { ($0.similarity ?? 2) <= 1 })
        }
    }

    @Test func fusesByWeight() async throws {
        let base = try await shop({ $0.fusion = .weighted(dense: 1) })
        let dense = try await base.search(SearchQuery("forgot password message", mode: .dense))
        let weighted = try await base.search(SearchQuery("forgot password message"))
        #expect(weighted.hits.map(\.item.id) == dense.hits.map(\.item.id))
        let lexicalBase = try await shop({ $0.fusion = .weighted(dense: 0) })
        let lexical = try await lexicalBase.search(SearchQuery("forgot password message", mode: .lexical))
        let fused = try await lexicalBase.search(SearchQuery("forgot password message"))
        #expect(fused.hits.prefix(lexical.hits.count).map(\.item.id) == lexical.hits.map(\.item.id))
        #expect(fused.hits.first?.score == 1)
    }

    @Test func restrictsKindsAndMetadata() async throws {
        let base = try await shop()
        let articles = try await base.search(SearchQuery("refund password", kinds: [.article]))
        #expect(Set(articles.hits.map(\.item.id)) == ["art-api", "art-export"])
        #expect(articles.faqs.isEmpty)
        let none = try await base.search(SearchQuery("refund", kinds: []))
        #expect(none.hits.isEmpty)
        let billing = try await base.search(SearchQuery("password", filter: .equals("product", "billing")))
        #expect(billing.hits.map(\.item.id) == ["faq-refund"])
        let other = try await base.search(SearchQuery("password", filter: .not(.exists("product"))))
        #expect(Set(other.hits.map(\.item.id)) == ["art-export", "t-1", "t-2", "t-3"])
    }

    @Test func filtersMatchAsWritten() {
        let metadata = ["a": "1", "b": "2"]
        #expect(MetadataFilter.equals("a", "1").matches(metadata))
        #expect(!MetadataFilter.equals("c", "1").matches(metadata))
        #expect(MetadataFilter.isIn("b", ["1", "2"]).matches(metadata))
        #expect(!MetadataFilter.isIn("c", ["1"]).matches(metadata))
        #expect(MetadataFilter.all([]).matches(metadata))
        #expect(!MetadataFilter.any([]).matches(metadata))
        #expect(MetadataFilter.all([.exists("a"), .not(.exists("c"))]).matches(metadata))
        #expect(MetadataFilter.any([.exists("c"), .exists("b")]).matches(metadata))
    }

    @Test func noKindCrowdsOutAnother() async throws {
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        var items: [KnowledgeItem] = (0..<400).map {
            .resolvedTicket(ResolvedTicket(id: "t\($0)", problem: "printer jam number \($0)", resolution: "cleared it"))
        }
        items.append(.article(Article(id: "a", title: "Printers", body: "Clearing paper from a printer.")))
        items.append(.faq(FAQ(id: "f", question: "Which printer is best?", answer: "The green one.")))
        // One long article with many passages must not crowd out others of its kind either.
        let long = (0..<150).map { "## Printer jam \($0)\n\n" + String(repeating: "printer jam ", count: 40) }
        items.append(.article(Article(id: "long", title: "Printer jam", body: long.joined(separator: "\n\n"))))
        for number in 0..<8 {
            items.append(.article(Article(id: "o\(number)", title: "Other \(number)", body: "Nothing in common.")))
        }
        try await base.upsert(items)
        for mode in [SearchQuery.Mode.hybrid, .dense] {
            let results = try await base.search(SearchQuery("printer jam", count: 10, mode: mode))
            #expect(results.hits.count == 10)
            #expect(results.faqs.map(\.item.id) == ["f"])
            #expect(results.resolvedTickets.count == 10)
            #expect(results.articles.count == 10)
            #expect(results.articles.prefix(2).map(\.item.id) == ["long", "a"])
            #expect(results.articles.first?.morePassages.count == 2)
        }
    }

    @Test func findsNothingInAnEmptyBase() async throws {
        let model = WordModel()
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        let results = try await base.search(SearchQuery("anything"))
        #expect(results.hits.isEmpty)
        #expect(model.embeddedTexts.isEmpty)
        #expect(try await base.classify("anything").isEmpty)
    }

    @Test(arguments: ["", "   ", "\n\t\u{3000}"])
    func findsNothingForABlankQuery(_ text: String) async throws {
        let base = try await shop()
        for mode in [SearchQuery.Mode.hybrid, .dense, .lexical] {
            #expect(try await base.search(SearchQuery(text, mode: mode)).hits.isEmpty)
        }
        #expect(try await base.classify(text).isEmpty)
    }

    @Test func usesTheBeginningOfAHugeQuery() async throws {
        let base = try await shop()
        let query = "reset my password " + String(repeating: "please help me now ", count: 55_000)
        let results = try await base.search(SearchQuery(query))
        #expect(results.isQueryTruncated)
        #expect(results.faqs.first?.item.id == "faq-reset")
        #expect(try await base.search(SearchQuery("short")).isQueryTruncated == false)
    }

    @Test func refusesBadQueries() async throws {
        let base = try await shop()
        for query in [
            SearchQuery("x", count: -1), SearchQuery("x", vector: [1, 2]),
            SearchQuery("x", vector: [Float](repeating: .nan, count: 256)),
        ] {
            let error = await #expect(throws: KnowledgeError.self) { try await base.search(query) }
            #expect(error?.code == .invalidQuery)
        }
        #expect(try await base.search(SearchQuery("password", count: 0)).hits.isEmpty)
        #expect(try await base.search(SearchQuery("password", count: .max)).hits.count == 7)
        let error = await #expect(throws: KnowledgeError.self) { try await base.classify("x", neighbors: 0) }
        #expect(error?.code == .invalidArgument)
    }

    @Test func reportsAModelThatFailsOnAQuery() async throws {
        let model = WordModel(spoil: { $0.count == 256 ? [Float](repeating: .nan, count: 256) : $0 })
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        try await base.upsert(Shop.items)
        await #expect(throws: EmbeddingError.self) { try await base.search(SearchQuery("password")) }
        #expect(try await !base.search(SearchQuery("password", mode: .lexical)).hits.isEmpty)
    }

    // MARK: - Labels

    @Test func votesForTheLabelOfTheNearestTickets() async throws {
        let base = try await shop()
        try await base.upsert([
            .resolvedTicket(ResolvedTicket(id: "t-4", problem: "refund card arrive", resolution: "x"))
        ])
        let labels = try await base.classify("has my refund arrived on the card?", neighbors: 3)
        #expect(labels.map(\.label) == ["refund", "login"])
        #expect(labels[0].neighbors == 2)
        #expect(labels[0].score > 0.8)
        #expect(abs(labels.reduce(0) { $0 + $1.score } - 1) < 1e-9)
        #expect(try await base.classify("refund", neighbors: 1).count == 1)
        #expect(try await base.classify("refund", neighbors: .max).reduce(0) { $0 + $1.neighbors } == 3)
    }
}
