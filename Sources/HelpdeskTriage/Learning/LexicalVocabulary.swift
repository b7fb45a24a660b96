import HelpdeskMath

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
    private let columns: [UInt32: Int32]

    /// The number of features.
    var count: Int { ids.count }

    /// Common features say little and cost most: words in more than this share of the texts are left out,
    static let maximumWordShare = 0.3
    /// and parts of words in more than this.
    static let maximumPartShare = 0.1

    /// What stands in no more texts than these costs little and may tell much where there are few labels.
    static let alwaysKept = 500

    /// Learns which features there are.
    init(_ texts: [LexicalFeatures]) {
        var frequencies: [UInt32: Int] = [:]
        for text in texts {
            for entry in text.entries { frequencies[entry.id, default: 0] += 1 }
        }
        let count = Double(texts.count)
        let limit = { (id: UInt32) in
            max(Self.alwaysKept, Int(count * (id & 1 == 1 ? Self.maximumPartShare : Self.maximumWordShare)))
        }
        let kept = frequencies.filter { $0.value <= limit($0.key) }.sorted { $0.key < $1.key }
        self.init(
            ids: kept.map(\.key), rarities: kept.map { Float(log((1 + count) / (1 + Double($0.value))) + 1) })
    }

    init(ids: [UInt32], rarities: [Float]) {
        self.ids = ids
        self.rarities = rarities
        columns = Dictionary(zip(ids, 0...)) { first, _ in first }
    }

    /// The features that say most: whose weights, at the values they have in the rows, are the largest in sum.
    func strongest(_ limit: Int, weights: Matrix, rows: SparseRows) -> LexicalVocabulary {
        var sums = [Float](repeating: 0, count: count)
        for (column, value) in zip(rows.indices, rows.values) { sums[Int(column)] += value * value }
        let strengths = (0..<count).map { column in
            weights.row(column).reduce(Float(0)) { $0 + $1 * $1 } * sums[column]
        }
        let kept = (0..<count).sorted { (strengths[$0], $1) > (strengths[$1], $0) }.prefix(limit).sorted()
        return LexicalVocabulary(ids: kept.map { ids[$0] }, rarities: kept.map { rarities[$0] })
    }

    /// The values of a text's features, ascending by column: the words and the parts each of the length √weight.
    func row(of text: LexicalFeatures, weight: Float) -> [(column: Int32, value: Float)] {
        var row: [(column: Int32, value: Float)] = []
        var squares: (words: Float, parts: Float) = (0, 0)
        for entry in text.entries {
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
