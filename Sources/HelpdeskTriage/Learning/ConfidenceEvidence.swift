/// What tells whether the label with the highest score is right.
struct ConfidenceEvidence {
    /// The column of the highest score.
    private(set) var label = 0
    private var best: Float = -.infinity
    private var second: Float = -.infinity
    private var third: Float = -.infinity
    /// The similarities of the nearest examples of that label, of others, and of any.
    private var own = Nearest()
    private var other = Nearest()
    private var all: [(similarity: Float, isOwn: Bool)] = []
    private static let neighbors = 10

    private struct Nearest {
        private var values: [Float] = []
        mutating func add(_ value: Float) {
            if values.count < 3 {
                values.append(value)
                values.sort(by: >)
            } else if value > values[2] {
                values[2] = value
                values.sort(by: >)
            }
        }
        var mean: Double { values.isEmpty ? 0 : Double(values.reduce(0, +)) / Double(values.count) }
    }

    /// - Parameters:
    ///   - scores: The score of every label.
    ///   - similarities: Of the text to every example; empty where the examples are not kept.
    ///   - owners: The label of every example.
    ///   - excluded: An example that is the text itself.
    init(
        scores: some Sequence<Float>, similarities: some Collection<Float>, owners: [Int32],
        excluding excluded: Int? = nil
    ) {
        for (column, score) in scores.enumerated() {
            if score > best {
                (third, second, best) = (second, best, score)
                label = column
            } else if score > second {
                (third, second) = (second, score)
            } else if score > third {
                third = score
            }
        }
        for (index, similarity) in similarities.enumerated() where index != excluded {
            let isOwn = Int(owners[index]) == label
            if isOwn { own.add(similarity) } else { other.add(similarity) }
            if all.count < Self.neighbors || similarity > all[all.count - 1].similarity { insert(similarity, isOwn) }
        }
    }

    private mutating func insert(_ similarity: Float, _ isOwn: Bool) {
        if all.count == Self.neighbors { all.removeLast() }
        let place = all.firstIndex { $0.similarity < similarity } ?? all.count
        all.insert((similarity, isOwn), at: place)
    }

    private static func finite(_ value: Float) -> Double { value.isFinite ? Double(value) : 0 }

    /// For the probability that the label is right.
    var labelFeatures: [Double] {
        [
            Self.finite(best), Self.finite(second), own.mean, other.mean,
            all.isEmpty ? 0 : Double(all.count(where: \.isOwn)) / Double(all.count),
        ]
    }

    /// For the probability that the text is in scope.
    var scopeFeatures: [Double] {
        let fifth = all.isEmpty ? 0 : Double(all[min(4, all.count - 1)].similarity)
        return [Self.finite(best), Self.finite(second), fifth, own.mean]
    }
}
