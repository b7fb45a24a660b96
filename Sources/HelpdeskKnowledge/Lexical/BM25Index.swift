/// Ranks documents by the words they share with a query: Okapi BM25.
///
/// ```swift
/// var index = BM25Index()
/// index.add(id: 1, text: "How to reset a password")
/// let matches = index.search("password reset", count: 10)
/// ```
///
/// The score of a document is, over the terms of the query (a repeated term counts again),
/// `Σ idf(t) · tf / (tf + k1 · (1 − b + b · length / mean length))` with
/// `idf(t) = ln(1 + (N − n + 0.5) / (n + 0.5))`: the form of Lucene since version 8, which never goes negative
/// (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009; Kamphuis et al., "Which BM25 Do You Mean?",
/// 2020). Removed documents count in nothing.
///
/// A value: a copy costs a few references and sees none of the changes made after it. Inside are immutable segments of
/// growing size, joined as in a log-structured merge tree: adding costs O(log documents) copies of each posting over
/// time, and a copy that is still being searched is never written to.
public struct BM25Index: Sendable {
    /// What the formula can be tuned by.
    public struct Parameters: Hashable, Sendable {
        /// How soon further occurrences of a term stop mattering: 0 for at once; 1.2 by default, as in Lucene.
        public var k1: Double
        /// How much long documents are held back, from 0 to 1; 0.75 by default, as in Lucene.
        public var b: Double

        /// Creates parameters. Values that are out of range are moved into it: `k1` to 0 or more, `b` to 0 through 1.
        public init(k1: Double = 1.2, b: Double = 0.75) {
            self.k1 = k1.isFinite ? max(0, k1) : 1.2
            self.b = b.isFinite ? min(1, max(0, b)) : 0.75
        }
    }

    struct Part: Sendable {
        var segment: BM25Segment
        var dead = DeadDocuments()

        var liveCount: Int { segment.ids.count - dead.count }
    }

    /// What the formula is tuned by.
    public let parameters: Parameters
    /// The number of documents.
    public private(set) var count = 0
    /// How texts become terms.
    public let tokenizer = LexicalTokenizer()
    private(set) var parts: [Part] = []
    private var totalLength = 0

    /// Creates an empty index.
    public init(parameters: Parameters = Parameters()) {
        self.parameters = parameters
    }

    /// The mean number of terms of a document; 0 where there is none.
    public var averageLength: Double { count == 0 ? 0 : Double(totalLength) / Double(count) }

    /// The number of distinct terms. O(terms), and over the postings of parts that documents were removed from.
    public var termCount: Int {
        if parts.count == 1, parts[0].dead.count == 0 { return parts[0].segment.terms.count }
        var all: Set<String> = []
        for part in parts {
            let segment = part.segment
            for (place, term) in segment.terms.enumerated() {
                let postings = segment.starts[place]..<segment.starts[place + 1]
                if part.dead.count == 0 || postings.contains(where: { !part.dead.contains(Int(segment.documents[$0])) })
                {
                    all.insert(term)
                }
            }
        }
        return all.count
    }

    /// Whether a document is stored. O(log documents).
    public func contains(_ id: UInt64) -> Bool { place(of: id) != nil }

    // MARK: - Changes

    /// Adds a document, replacing the one with the same id.
    public mutating func add(id: UInt64, text: String) {
        add(id: id, terms: tokenizer.terms(in: text))
    }

    /// Adds a document of ready terms, replacing the one with the same id.
    public mutating func add(id: UInt64, terms: [String]) {
        add([(id: id, terms: terms)])
    }

    /// Adds documents of ready terms, replacing those with the same ids; of two with the same id the last one counts.
    /// Faster than one by one.
    public mutating func add(_ documents: [(id: UInt64, terms: [String])]) {
        guard !documents.isEmpty else { return }
        var last: [UInt64: Int] = [:]
        for (index, document) in documents.enumerated() { last[document.id] = index }
        let distinct =
            last.count == documents.count
            ? documents : documents.enumerated().filter { last[$0.element.id] == $0.offset }.map(\.element)
        for document in distinct { remove(id: document.id) }
        count += distinct.count
        totalLength += distinct.reduce(0) { $0 + $1.terms.count }
        parts.append(Part(segment: BM25Segment(distinct)))
        mergeTail()
    }

    /// Removes a document.
    ///
    /// - Returns: Whether it was stored.
    @discardableResult
    public mutating func remove(id: UInt64) -> Bool {
        guard let (part, document) = place(of: id) else { return false }
        parts[part].dead.insert(document)
        count -= 1
        totalLength -= Int(parts[part].segment.lengths[document])
        if parts[part].dead.count * 2 > parts[part].segment.ids.count { rebuild(part) }
        return true
    }

    private func place(of id: UInt64) -> (part: Int, document: Int)? {
        for (index, part) in parts.enumerated().reversed() {
            if let document = part.segment.numbers[id], !part.dead.contains(Int(document)) {
                return (index, Int(document))
            }
        }
        return nil
    }

    /// Joins the last parts while the one before is not at least twice as large as all after it.
    private mutating func mergeTail() {
        var first = parts.count - 1
        var size = parts[first].liveCount
        while first > 0, parts[first - 1].liveCount < 2 * size {
            first -= 1
            size += parts[first].liveCount
        }
        guard first < parts.count - 1 else { return }
        let merged = BM25Segment(merging: parts[first...].map { ($0.segment, $0.dead) })
        parts.removeSubrange(first...)
        if !merged.ids.isEmpty { parts.append(Part(segment: merged)) }
    }

    private mutating func rebuild(_ index: Int) {
        let part = parts[index]
        if part.liveCount == 0 {
            parts.remove(at: index)
        } else {
            parts[index] = Part(segment: BM25Segment(merging: [(part.segment, part.dead)]))
        }
    }
}
