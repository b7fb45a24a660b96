import Foundation
import HelpdeskKnowledge
import SentenceEmbeddings
import Synchronization
import Testing
import VectorSearch

@Suite struct SnapshotTests {
    private func shop() async throws -> KnowledgeBase {
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        var items = Shop.items
        let long = (0..<60).map { "# Part \($0)\n\nWords of part \($0). 😀 " + String(repeating: "More. ", count: 30) }
        items.append(
            .article(
                Article(
                    id: "full", title: "Full", body: long.joined(separator: "\n\n"), url: "https://example.com",
                    version: "3", updatedAt: Date(timeIntervalSinceReferenceDate: 123.5), metadata: ["a": "b", "c": ""])
            ))
        items.append(
            .resolvedTicket(
                ResolvedTicket(
                    id: "t-9", problem: "p", resolution: "r", category: "c", satisfaction: 0.25,
                    resolvedAt: Date(timeIntervalSinceReferenceDate: -7))))
        try await base.sync(from: InMemorySource(name: "memory", items: items))
        try await base.remove(ids: ["t-2"])
        return base
    }

    @Test func comesBackAsItWas() async throws {
        let base = try await shop()
        let bytes = try await base.snapshot()
        #expect(try await base.snapshot() == bytes)
        let model = WordModel()
        let copy = try await KnowledgeBase(snapshot: bytes, model: model, index: FlatIndex())
        #expect(model.embeddedTexts.isEmpty)
        #expect(copy.items == base.items)
        #expect(copy.statistics == base.statistics)
        #expect(copy.cursor(for: "memory") == base.cursor(for: "memory"))
        for item in base.items { #expect(copy.passages(ofItem: item.id) == base.passages(ofItem: item.id)) }
        for mode in [SearchQuery.Mode.hybrid, .dense, .lexical] {
            for text in ["forgot password", "words of part 17", "E-1042", "refund"] {
                let query = SearchQuery(text, mode: mode)
                #expect(try await copy.search(query).hits == base.search(query).hits)
            }
        }
        #expect(try await copy.snapshot() == bytes)
        // New passages get new ids.
        try await copy.upsert([.faq(FAQ(id: "new", question: "New?", answer: "Yes."))])
        let old = Set(base.items.flatMap { base.passages(ofItem: $0.id).map(\.id) })
        #expect(copy.passages(ofItem: "new").allSatisfy { !old.contains($0.id) })
    }

    @Test func comesBackWithAnotherConfigurationAndTheDefaultIndex() async throws {
        let base = try await shop()
        var configuration = KnowledgeBase.Configuration()
        configuration.passageLength = 300
        configuration.passageOverlap = 0
        let copy = try await KnowledgeBase(
            snapshot: base.snapshot(), model: WordModel(), configuration: configuration)
        #expect(copy.passages(ofItem: "full") == base.passages(ofItem: "full"))
        #expect(try await copy.search(SearchQuery("words of part 17")).hits.first?.item.id == "full")
    }

    @Test func anEmptyBaseComesBack() async throws {
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        let copy = try await KnowledgeBase(snapshot: base.snapshot(), model: WordModel(), index: FlatIndex())
        #expect(copy.statistics.items == 0)
    }

    @Test func refusesAnotherModel() async throws {
        let bytes = try await shop().snapshot()
        let error = await #expect(throws: KnowledgeError.self) {
            try await KnowledgeBase(snapshot: bytes, model: WordModel(name: "other"), index: FlatIndex())
        }
        #expect(error?.code == .mismatchedIdentity)
    }

    @Test func refusesTruncatedAndAlteredBytes() async throws {
        let bytes = try await shop().snapshot()
        for length in stride(from: 0, to: bytes.count, by: 997) {
            await expectMalformed(Array(bytes[..<length]))
        }
        var generator = SeededGenerator(3)
        for _ in 0..<100 {
            var altered = bytes
            altered[Int.random(in: 0..<bytes.count, using: &generator)] ^=
                1 << UInt8.random(in: 0..<8, using: &generator)
            await expectMalformed(altered)
        }
        await expectMalformed(bytes + [0])
        await expectMalformed([])
    }

    /// Changes with a checksum that fits get past it: they must be refused too, or give a base that works.
    @Test func survivesHostileBytes() async throws {
        let bytes = try await shop().snapshot()
        var generator = SeededGenerator(11)
        for round in 0..<600 {
            var altered = bytes
            for _ in 0...round % 3 {
                // Most of the payload is vectors; the front has the counts and lengths.
                let limit = round % 2 == 0 ? 3_000 : bytes.count
                altered[Int.random(in: 24..<min(limit, bytes.count), using: &generator)] =
                    [0, 1, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator)
                    ?? 0
            }
            seal(&altered)
            do {
                let base = try await KnowledgeBase(snapshot: altered, model: WordModel(), index: FlatIndex())
                _ = try await base.search(SearchQuery("password part", mode: .lexical))
            } catch is KnowledgeError {}
        }
    }

    /// Passages that all span the whole item would copy its text as often as there are passages.
    @Test func refusesPassagesThatRepeatTheWholeItem() async throws {
        let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
        let body = (0..<4_000).map { "word\($0) " }.joined()
        try await base.upsert([.article(Article(id: "a", title: "A", body: body, format: .plain))])
        var bytes = try await base.snapshot()
        let passages = base.passages(ofItem: "a")
        let end = try #require(passages.last?.range.upperBound)
        #expect(passages.count > 20)
        for passage in passages {
            let place = try #require(bytes.firstRange(of: rangeBytes(passage.range)))
            bytes.replaceSubrange(place, with: rangeBytes(0..<end))
        }
        seal(&bytes)
        let error = await #expect(throws: KnowledgeError.self) {
            try await KnowledgeBase(snapshot: bytes, model: WordModel(), index: FlatIndex())
        }
        #expect(error?.code == .malformedSnapshot)
        #expect(error?.message.contains("the passages of item \"a\" are longer than") == true)
    }

    @Test(arguments: 1...8)
    func comesBackWithTheGreatestOverlap(_ seed: UInt64) async throws {
        var generator = SeededGenerator(seed)
        var configuration = KnowledgeBase.Configuration()
        configuration.passageLength = 60
        configuration.passageOverlap = 30
        let body = (0..<6_000).map { _ in
            String(repeating: "w", count: Int.random(in: 1...40, using: &generator))
                + [" ", "\n", "\n\n", ". ", "        "][Int.random(in: 0..<5, using: &generator)]
        }
        let base = try await KnowledgeBase(
            model: WordModel(dimensions: 4), index: FlatIndex(dimensions: 4), configuration: configuration)
        try await base.upsert([.article(Article(id: "a", title: "A", body: body.joined()))])
        let copy = try await KnowledgeBase(
            snapshot: base.snapshot(), model: WordModel(dimensions: 4), index: FlatIndex(dimensions: 4),
            configuration: configuration)
        #expect(copy.passages(ofItem: "a") == base.passages(ofItem: "a"))
    }

    private func rangeBytes(_ range: Range<Int>) -> [UInt8] {
        [range.lowerBound, range.upperBound].flatMap { number in
            withUnsafeBytes(of: UInt32(number).littleEndian) { Array($0) }
        }
    }

    /// Makes the checksum fit altered bytes.
    private func seal(_ bytes: inout [UInt8]) {
        let digest = bytes[24...].reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        withUnsafeBytes(of: digest.littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
    }

    private func expectMalformed(_ bytes: [UInt8]) async {
        let error = await #expect(throws: KnowledgeError.self) {
            try await KnowledgeBase(snapshot: bytes, model: WordModel(), index: FlatIndex())
        }
        #expect(error?.code == .malformedSnapshot)
    }
}
