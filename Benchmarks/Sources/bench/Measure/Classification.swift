/// How well predicted labels fit the true ones.
struct Classification {
    let accuracy: Double
    /// The mean F1 of all labels that occur among the true ones.
    let macroF1: Double
    let count: Int

    init(_ pairs: [(truth: String, predicted: String)]) {
        count = pairs.count
        accuracy = pairs.isEmpty ? .nan : Double(pairs.count { $0.truth == $0.predicted }) / Double(pairs.count)
        let labels = Set(pairs.map(\.truth))
        let scores = labels.map { label in
            BinaryScore(pairs.map { ($0.truth == label, $0.predicted == label) }).f1
        }
        macroF1 = scores.isEmpty ? .nan : scores.reduce(0, +) / Double(scores.count)
    }
}

/// How well yes/no predictions fit the truth.
struct BinaryScore {
    var truePositives = 0
    var falsePositives = 0
    var falseNegatives = 0

    init() {}

    init(_ pairs: [(truth: Bool, predicted: Bool)]) {
        truePositives = pairs.count { $0.truth && $0.predicted }
        falsePositives = pairs.count { !$0.truth && $0.predicted }
        falseNegatives = pairs.count { $0.truth && !$0.predicted }
    }

    var precision: Double { ratio(truePositives, truePositives + falsePositives) }
    var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
    var f1: Double { ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives) }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
