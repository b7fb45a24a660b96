/// A sentence of an item, ready to be compared.
struct Statement: Sendable {
    /// Where it lies in the item's text, in Unicode scalars.
    var range: Range<Int>
    /// The sentence as it stands there.
    var text: String
    /// The hashes of the stems of its content words, ascending, each once.
    var tokens: [UInt64]
    /// The hash of all its words: equal for the same sentence.
    var wording: UInt64
    /// The number of the list item it begins, where the list is numbered.
    var ordinal: Int?
}

/// What the comparisons need of an item's text.
struct HealthText: Sendable {
    /// The sentences that hold something, in the order of the text, by the item's passage (0 for its first row).
    var statements: [[Statement]]
    /// The runs of five words of each passage, as hashes, ascending, each once.
    var shingles: [[UInt64]]

    /// How many words a run has.
    static let shingleLength = 5
    /// The greatest number of statements of a passage: a passage has some 800 scalars, and a full stop after every word is
    /// no text.
    static let maximumStatements = 32

    /// - Parameter passages: The passages of all rows.
    init(_ item: HealthCorpus.Item, passages: [Passage]) {
        let rows = Array(passages[item.rows])
        statements = Array(repeating: [], count: rows.count)
        shingles = rows.map { Self.shingles(of: PlainText.of($0.text, format: item.item.format)) }
        guard !rows.isEmpty else { return }
        var text = item.item.text
        let format = item.item.format
        text.withUTF8 { bytes in
            var scanner = StatementScanner(bytes, format: format)
            scanner.run()
            var row = 0
            for sentence in scanner.sentences {
                // A sentence at a cut is whole in one of two passages.
                while row + 1 < rows.count, rows[row].range.upperBound < sentence.scalars.upperBound { row += 1 }
                guard rows[row].range.lowerBound <= sentence.scalars.lowerBound,
                    sentence.scalars.upperBound <= rows[row].range.upperBound,
                    statements[row].count < Self.maximumStatements
                else { continue }
                let quote = bytes.string(sentence.bytes)
                guard quote.last != "?" else { continue }
                let words = StatementWord.words(of: PlainText.of(quote, format: format))
                guard words.count >= 2 else { continue }
                statements[row].append(
                    Statement(
                        range: sentence.scalars, text: quote, tokens: Self.tokens(of: words),
                        wording: words.map(\.text).joined(separator: " ").stableHash, ordinal: sentence.ordinal))
            }
        }
    }

    /// The hashes of the content words of a sentence.
    static func tokens(of words: [StatementWord]) -> [UInt64] {
        Set(words.compactMap { ContentWords.stem(of: $0)?.stableHash }).sorted()
    }

    private static func shingles(of text: String) -> [UInt64] {
        let hashes = StatementWord.words(of: text).map(\.text.stableHash)
        guard hashes.count >= shingleLength else { return [] }
        var result: Set<UInt64> = []
        for start in 0...(hashes.count - shingleLength) {
            result.insert(
                hashes[start..<start + shingleLength].reduce(0xCBF2_9CE4_8422_2325) {
                    ($0 ^ $1) &* 0x100_0000_01B3 ^ $0 >> 29
                })
        }
        return result.sorted()
    }

    /// The number of elements that two ascending lists have in common.
    static func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
        var count = 0
        var i = 0
        var j = 0
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                count += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }
}
