#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The features that training saw, and how much each says: tf–idf with logarithmic counts, words and parts of words each
/// brought to the same length.
struct LexicalVocabulary: Sendable {
    /// Ascending.
    let ids: [UInt32]
    /// For each, the logarithm of how rare it is, plus 1.
    let rarities: [Float]
    /// Into how many buckets the ids are folded, as a power of two; 31 for as they are.
    let bucketBits: Int
    private let columns: [UInt32: Int32]

    /// The number of features.
    var count: Int { ids.count }

    /// Common features say little and cost most: words in more than this share of the texts are left out,
    static let maximumWordShare = 0.3
    /// and parts of words in more than this.
    static let maximumPartShare = 0.1

    /// Learns which features there are.
    init(_ texts: [LexicalFeatures], bucketBits: Int) {
        var frequencies: [UInt32: Int] = [:]
        for text in texts {
            for entry in Self.folded(text.entries, bucketBits) { frequencies[entry.id, default: 0] += 1 }
        }
        let count = Double(texts.count)
        let limit = { (id: UInt32) in
            max(10, Int(count * (id & 1 == 1 ? Self.maximumPartShare : Self.maximumWordShare)))
        }
        let kept = frequencies.filter { $0.value <= limit($0.key) }.sorted { $0.key < $1.key }
        self.init(
            ids: kept.map(\.key), rarities: kept.map { Float(log((1 + count) / (1 + Double($0.value))) + 1) },
            bucketBits: bucketBits)
    }

    init(ids: [UInt32], rarities: [Float], bucketBits: Int) {
        self.ids = ids
        self.rarities = rarities
        self.bucketBits = bucketBits
        columns = Dictionary(zip(ids, 0...)) { first, _ in first }
    }

    private static func folded(_ entries: [LexicalFeatures.Entry], _ bits: Int) -> [LexicalFeatures.Entry] {
        guard bits < 31 else { return entries }
        let mask = (UInt32(1) << UInt32(bits + 1)) - 1
        var ids: [UInt32] = []
        for entry in entries { ids += Array(repeating: entry.id & mask, count: min(8, Int(entry.count))) }
        return LexicalFeatures.counted(ids)
    }

    /// The values of a text's features, ascending by column: the words and the parts each of the length √weight.
    func row(of text: LexicalFeatures, weight: Float) -> [(column: Int32, value: Float)] {
        var row: [(column: Int32, value: Float)] = []
        var squares: (words: Float, parts: Float) = (0, 0)
        for entry in Self.folded(text.entries, bucketBits) {
            guard let column = columns[entry.id] else { continue }
            let value = (1 + log(Float(entry.count))) * rarities[Int(column)]
            if entry.isPart { squares.parts += value * value } else { squares.words += value * value }
            row.append((column, value))
        }
        let scales = (
            words: squares.words > 0 ? (weight / squares.words).squareRoot() : 0,
            parts: squares.parts > 0 ? (weight / squares.parts).squareRoot() : 0
        )
        for index in row.indices {
            row[index].value *= ids[Int(row[index].column)] & 1 == 1 ? scales.parts : scales.words
        }
        return row
    }
}
