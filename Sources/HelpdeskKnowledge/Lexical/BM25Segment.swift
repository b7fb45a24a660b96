/// An immutable part of a ``BM25Index``: documents numbered from 0, and for each term, in order, who has it how often.
final class BM25Segment: Sendable {
    /// The caller's names of the documents.
    let ids: [UInt64]
    /// The number of terms of each document.
    let lengths: [UInt32]
    /// The distinct terms, ascending.
    let terms: [String]
    /// Where the postings of each term begin; one more at the end.
    let starts: [Int]
    /// The documents of each term, ascending, one term after the other.
    let documents: [UInt32]
    /// How often the term occurs in each of them.
    let counts: [UInt32]
    /// The number of each document by its id.
    let numbers: [UInt64: UInt32]

    private init(
        ids: [UInt64], lengths: [UInt32], terms: [String], starts: [Int], documents: [UInt32], counts: [UInt32]
    ) {
        self.ids = ids
        self.lengths = lengths
        self.terms = terms
        self.starts = starts
        self.documents = documents
        self.counts = counts
        numbers = Dictionary(
            zip(ids, ids.indices.lazy.map { UInt32($0) }), uniquingKeysWith: { _, last in last })
    }

    /// The postings of a term. O(log terms).
    func postings(of term: String) -> Range<Int>? {
        var low = 0
        var high = terms.count
        while low < high {
            let middle = (low + high) / 2
            if terms[middle] < term { low = middle + 1 } else { high = middle }
        }
        return low < terms.count && terms[low] == term ? starts[low]..<starts[low + 1] : nil
    }

    /// Indexes documents with distinct ids. O(terms, those distinct sorted).
    convenience init(_ input: [(id: UInt64, terms: [String])]) {
        var numbers: [String: Int] = [:]
        var occurrences: [Int32] = []  // the number of the term at each place of each document
        var counts: [Int] = []
        occurrences.reserveCapacity(input.reduce(0) { $0 + $1.terms.count })
        for document in input {
            for term in document.terms {
                let number = numbers[term] ?? counts.count
                if number == counts.count {
                    numbers[term] = number
                    counts.append(0)
                }
                counts[number] += 1
                occurrences.append(Int32(truncatingIfNeeded: number))
            }
        }
        // Each term's postings lie together in the order of the documents: a counting sort.
        let sorted = numbers.sorted { $0.key < $1.key }
        var next = [Int](repeating: 0, count: counts.count)
        var total = 0
        for (_, number) in sorted {
            next[number] = total
            total += counts[number]
        }
        let firsts = next
        var places = [UInt32](repeating: 0, count: total)
        var place = 0
        for (document, entry) in input.enumerated() {
            for _ in entry.terms.indices {
                let number = Int(occurrences[place])
                places[next[number]] = UInt32(document)
                next[number] += 1
                place += 1
            }
        }
        // A document that has a term twice stands there twice in a row.
        var starts = [0]
        var documents: [UInt32] = []
        var frequencies: [UInt32] = []
        documents.reserveCapacity(total)
        frequencies.reserveCapacity(total)
        for (_, number) in sorted {
            let first = documents.count
            for place in firsts[number]..<next[number] {
                if documents.count > first, documents[documents.count - 1] == places[place] {
                    frequencies[frequencies.count - 1] += 1
                } else {
                    documents.append(places[place])
                    frequencies.append(1)
                }
            }
            starts.append(documents.count)
        }
        self.init(
            ids: input.map(\.id), lengths: input.map { UInt32($0.terms.count) }, terms: sorted.map(\.key),
            starts: starts, documents: documents, counts: frequencies)
    }

    /// Joins parts into one, without what was removed from them. O(postings).
    convenience init(merging parts: [(segment: BM25Segment, dead: DeadDocuments)]) {
        var ids: [UInt64] = []
        var lengths: [UInt32] = []
        var renumbered: [[UInt32]] = []
        for (segment, dead) in parts {
            var numbers = [UInt32](repeating: .max, count: segment.ids.count)
            for document in segment.ids.indices where !dead.contains(document) {
                numbers[document] = UInt32(ids.count)
                ids.append(segment.ids[document])
                lengths.append(segment.lengths[document])
            }
            renumbered.append(numbers)
        }
        var terms: [String] = []
        var starts = [0]
        var documents: [UInt32] = []
        var counts: [UInt32] = []
        var next = [Int](repeating: 0, count: parts.count)
        while true {
            var least: String?
            for part in parts.indices where next[part] < parts[part].segment.terms.count {
                let term = parts[part].segment.terms[next[part]]
                if least.map({ term < $0 }) ?? true { least = term }
            }
            guard let least else { break }
            for part in parts.indices {
                let segment = parts[part].segment
                guard next[part] < segment.terms.count, segment.terms[next[part]] == least else { continue }
                for posting in segment.starts[next[part]]..<segment.starts[next[part] + 1] {
                    let number = renumbered[part][Int(segment.documents[posting])]
                    guard number != .max else { continue }
                    documents.append(number)
                    counts.append(segment.counts[posting])
                }
                next[part] += 1
            }
            if documents.count > starts[starts.count - 1] {
                terms.append(least)
                starts.append(documents.count)
            }
        }
        self.init(ids: ids, lengths: lengths, terms: terms, starts: starts, documents: documents, counts: counts)
    }
}

/// Which documents of a segment have been removed.
struct DeadDocuments: Sendable {
    private var words: [UInt64] = []
    private(set) var count = 0

    func contains(_ document: Int) -> Bool {
        let word = document >> 6
        return word < words.count && words[word] & (1 << UInt64(document & 63)) != 0
    }

    mutating func insert(_ document: Int) {
        guard !contains(document) else { return }
        let word = document >> 6
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] |= 1 << UInt64(document & 63)
        count += 1
    }
}
