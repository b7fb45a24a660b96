#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension BM25Index {
    /// The scores of all documents for one query.
    struct Scores {
        let parts: [Part]
        /// A score for each document of each part; 0 where it has none of the terms or was removed.
        let values: [[Double]]
    }

    /// Finds the documents that match a text best.
    ///
    /// - Parameters:
    ///   - query: Any text; it is tokenized as documents are.
    ///   - count: How many to return; nothing is returned where it is not above 0.
    ///   - filter: Which documents may be returned; `nil` for all. The statistics of the formula are always those of
    ///     all documents.
    /// - Returns: At most `count` documents that have a term of the query, best first; equal scores in ascending order
    ///   of id.
    public func search(_ query: String, count: Int, filter: ((UInt64) -> Bool)? = nil) -> [BM25Match] {
        search(terms: tokenizer.terms(in: query), count: count, filter: filter)
    }

    /// Finds the documents that match ready terms best. See ``search(_:count:filter:)``.
    public func search(terms: [String], count: Int, filter: ((UInt64) -> Bool)? = nil) -> [BM25Match] {
        best(count, of: scores(for: terms), where: filter)
    }

    /// Scores every document. O(postings of the terms + documents).
    func scores(for terms: [String]) -> Scores {
        var weights: [String: Int] = [:]
        for term in terms { weights[term, default: 0] += 1 }
        var values = parts.map { [Double](repeating: 0, count: $0.segment.ids.count) }
        let average = max(averageLength, 1)
        let k1 = parameters.k1
        let b = parameters.b
        // In a fixed order, so that sums come out the same every time.
        for (term, weight) in weights.sorted(by: { $0.key < $1.key }) {
            let postings = parts.map { $0.segment.postings(of: term) }
            var holders = 0
            for (part, range) in zip(parts, postings) {
                guard let range else { continue }
                holders +=
                    part.dead.count == 0
                    ? range.count
                    : range.reduce(0) { $0 + (part.dead.contains(Int(part.segment.documents[$1])) ? 0 : 1) }
            }
            guard holders > 0 else { continue }
            let odds = (Double(count - holders) + 0.5) / (Double(holders) + 0.5)
            let idf = log(1 + odds) * Double(weight)
            for (index, range) in postings.enumerated() {
                guard let range else { continue }
                let segment = parts[index].segment
                for posting in range {
                    let document = Int(segment.documents[posting])
                    let frequency = Double(segment.counts[posting])
                    let length = Double(segment.lengths[document])
                    values[index][document] += idf * frequency / (frequency + k1 * (1 - b + b * length / average))
                }
            }
        }
        for (index, part) in parts.enumerated() where part.dead.count > 0 {
            for document in values[index].indices where part.dead.contains(document) { values[index][document] = 0 }
        }
        return Scores(parts: parts, values: values)
    }

    /// The best of some scores.
    func best(_ limit: Int, of scores: Scores, where filter: ((UInt64) -> Bool)?) -> [BM25Match] {
        guard limit > 0 else { return [] }
        func isBetter(_ left: BM25Match, _ right: BM25Match) -> Bool {
            left.score != right.score ? left.score > right.score : left.id < right.id
        }
        let capacity = limit > Int.max / 4 ? limit : limit * 2 + 64
        var best: [BM25Match] = []
        var threshold = 0.0
        for (part, values) in zip(scores.parts, scores.values) {
            for (document, score) in values.enumerated() where score > 0 && score >= threshold {
                let id = part.segment.ids[document]
                guard filter?(id) ?? true else { continue }
                best.append(BM25Match(id: id, score: score))
                if best.count >= capacity {
                    best.sort(by: isBetter)
                    best.removeSubrange(limit...)
                    threshold = best[limit - 1].score
                }
            }
        }
        best.sort(by: isBetter)
        return best.count > limit ? Array(best[..<limit]) : best
    }
}
