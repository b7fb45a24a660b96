import Foundation
import HelpdeskKnowledge
import Testing

@Suite struct BM25IndexTests {
    /// The formula, written down once more without any index.
    private func reference(
        _ documents: [(id: UInt64, terms: [String])], _ query: [String], k1: Double = 1.2, b: Double = 0.75
    ) -> [UInt64: Double] {
        let average = Double(documents.reduce(0) { $0 + $1.terms.count }) / Double(max(1, documents.count))
        var scores: [UInt64: Double] = [:]
        for term in query {
            let holders = Double(documents.count { $0.terms.contains(term) })
            let idf = log(1 + (Double(documents.count) - holders + 0.5) / (holders + 0.5))
            for document in documents {
                let frequency = Double(document.terms.count { $0 == term })
                guard frequency > 0 else { continue }
                let norm = 1 - b + b * Double(document.terms.count) / max(average, 1)
                scores[document.id, default: 0] += idf * frequency / (frequency + k1 * norm)
            }
        }
        return scores
    }

    @Test func agreesWithBm25s() {
        // bm25s 0.3.16, method "lucene", k1 1.2, b 0.75, on the same token lists.
        var index = BM25Index()
        index.add(id: 0, terms: ["cat", "purr", "cat"])
        index.add(id: 1, terms: ["dog", "bark", "loud", "night"])
        index.add(id: 2, terms: ["bird", "fly", "cat"])
        index.add(id: 3, terms: ["fish", "swim"])
        let matches = index.search(terms: ["cat", "night", "fish"], count: 10)
        #expect(matches.map(\.id) == Self.bm25s.map(\.id))
        for (match, expected) in zip(matches, Self.bm25s) { #expect(abs(match.score - expected.score) < 1e-5) }
    }

    static let bm25s: [(id: UInt64, score: Double)] = [
        (3, 0.633669912), (1, 0.481589138), (0, 0.433216989), (2, 0.315066903),
    ]

    @Test(arguments: [(1.2, 0.75), (2, 0), (0, 1), (0.9, 0.4)])
    func agreesWithTheFormulaThroughChanges(_ k1: Double, _ b: Double) {
        var generator = SeededGenerator(7)
        var index = BM25Index(parameters: .init(k1: k1, b: b))
        var documents: [UInt64: [String]] = [:]
        for step in 0..<400 {
            let id = UInt64.random(in: 0..<80, using: &generator)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                let wasStored = documents.removeValue(forKey: id) != nil
                let removed = index.remove(id: id)
                #expect(removed == wasStored)
            } else {
                let count = Int.random(in: 0..<12, using: &generator)
                let terms = (0..<count).map { _ in "w\(Int.random(in: 0..<15, using: &generator))" }
                documents[id] = terms
                index.add(id: id, terms: terms)
            }
            #expect(index.count == documents.count)
            guard step % 20 == 0 else { continue }
            let query = (0..<4).map { _ in "w\(Int.random(in: 0..<17, using: &generator))" }
            let expected = reference(documents.map { ($0.key, $0.value) }, query, k1: k1, b: b)
            let matches = index.search(terms: query, count: 1_000)
            #expect(Set(matches.map(\.id)) == Set(expected.keys))
            for match in matches { #expect(abs(match.score - expected[match.id, default: 0]) < 1e-9) }
            #expect(
                zip(matches, matches.dropFirst()).allSatisfy {
                    $0.score > $1.score || ($0.score == $1.score && $0.id < $1.id)
                })
            let top = index.search(terms: query, count: 3)
            #expect(top == Array(matches.prefix(3)))
            let even = index.search(terms: query, count: 5) { $0 % 2 == 0 }
            #expect(even == Array(matches.filter { $0.id % 2 == 0 }.prefix(5)))
        }
    }

    @Test func addsManyAtOnceAsOneByOne() {
        let documents = (0..<500).map { (id: UInt64($0), terms: ["t\($0 % 7)", "t\($0 % 11)", "all"]) }
        var together = BM25Index()
        together.add(documents)
        var single = BM25Index()
        for document in documents { single.add(id: document.id, terms: document.terms) }
        #expect(together.search(terms: ["t3", "all"], count: 500) == single.search(terms: ["t3", "all"], count: 500))
        #expect(together.termCount == 12)
        #expect(single.termCount == 12)
    }

    @Test func copiesAreValues() {
        var index = BM25Index()
        index.add(id: 1, text: "refund on card")
        let copy = index
        index.add(id: 1, text: "password")
        index.add(id: 2, text: "refund")
        #expect(copy.search("refund", count: 5).map(\.id) == [1])
        #expect(index.search("refund", count: 5).map(\.id) == [2])
    }

    @Test func lastOfEqualIdsCounts() {
        var index = BM25Index()
        index.add([(id: 1, terms: ["old"]), (id: 1, terms: ["new"])])
        #expect(index.count == 1)
        #expect(index.search(terms: ["old"], count: 5).isEmpty)
    }

    @Test func findsNothingWhereThereIsNothing() {
        var index = BM25Index()
        #expect(index.search("anything", count: 5).isEmpty)
        let removed = index.remove(id: 3)
        #expect(!removed)
        index.add(id: 1, text: "")
        #expect(index.count == 1)
        #expect(index.search("anything", count: 5).isEmpty)
        #expect(index.search("", count: 5).isEmpty)
        index.add(id: 2, text: "anything")
        #expect(index.search("anything", count: 0).isEmpty)
        #expect(index.search("anything", count: -1).isEmpty)
        #expect(index.search("anything", count: .max).count == 1)
        index.remove(id: 1)
        index.remove(id: 2)
        #expect(index.count == 0)
        #expect(index.averageLength == 0)
    }

    @Test func movesParametersIntoRange() {
        let parameters = BM25Index.Parameters(k1: -.infinity, b: 7)
        #expect(parameters.k1 == 1.2)
        #expect(parameters.b == 1)
    }
}
