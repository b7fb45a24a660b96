import HelpdeskKnowledge
import HelpdeskTesting

extension Workload {
    static let lexicalIndexes: [Workload] = [
        Workload(
            "bm25-query", "a search of 6 words for 10 of 5,000 documents of 20 words", counted: 50, tolerance: 3
        ) { _ in
            let index = syntheticIndex(documents: 5000, words: 20)
            // From frequent to rare.
            let query = [2, 30, 150, 600, 1500, 3500].map(SyntheticWords.word).joined(separator: " ")
            return { count in
                (0..<count).reduce(0) { sum, _ in sum + Int(index.search(query, count: 10)[0].id) }
            }
        }
    ]

    private static func syntheticIndex(documents: Int, words: Int) -> BM25Index {
        let levels = 12
        var index = BM25Index()
        let terms = (0..<1 << levels).map { rank in
            let word = SyntheticWords.word(rank)
            return index.tokenizer.terms(in: word).first ?? word
        }
        var generator = SeededGenerator(seed: 12)
        index.add(
            (0..<documents).map { document in
                let ranks = (0..<words).map { _ in SyntheticWords.rank(levels: levels, using: &generator) }
                return (id: UInt64(document), terms: ranks.map { terms[$0] })
            })
        return index
    }
}
