import HelpdeskMath

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Turns scores into probabilities.
struct ClassifierCalibration: Sendable {
    /// From ``ConfidenceEvidence/labelFeatures`` to the probability that the label is right.
    var label: LogisticRegression
    /// From ``ConfidenceEvidence/scopeFeatures`` to the probability of being in scope, at even odds.
    var scope: LogisticRegression
    /// How steeply probabilities of labels follow their scores.
    var steepness: Double

    private static let longestRanking = 10

    func classification(scores: [Float], evidence: ConfidenceEvidence, labels: [String]) -> TextClassification {
        let confidence = label.probability(evidence.labelFeatures)
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(Self.longestRanking)
        let best = scores[evidence.label]
        // The others share what the best leaves, by their scores, and none is above the best.
        var others = 0.0
        for (index, score) in scores.enumerated() where index != evidence.label {
            others += exp(steepness * Double(score - best))
        }
        let ranking = order.map { index in
            let share = others > 0 ? exp(steepness * Double(scores[index] - best)) / others : 0
            return LabelProbability(
                label: labels[index],
                probability: index == evidence.label ? confidence : min(confidence, (1 - confidence) * share))
        }
        return TextClassification(
            label: labels[evidence.label], confidence: confidence,
            inScopeProbability: scope.probability(evidence.scopeFeatures), ranking: ranking)
    }

    /// The steepness under which left-out scores make the right labels most probable, by golden section.
    static func steepness(scores: Matrix, labels: [Int32]) -> Double {
        func loss(_ steepness: Double) -> Double {
            var loss = 0.0
            scores.withUnsafeBufferPointer { values in
                for (row, label) in labels.enumerated() {
                    let line = values[row * scores.columns..<(row + 1) * scores.columns]
                    let top = Double(line.max() ?? 0)
                    let sum = line.reduce(0.0) { $0 + exp(steepness * (Double($1) - top)) }
                    loss += log(sum) - steepness * (Double(line[line.startIndex + Int(label)]) - top)
                }
            }
            return loss
        }
        var (low, high) = (0.5, 40.0)
        let ratio = (5.0.squareRoot() - 1) / 2
        var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
        var (leftLoss, rightLoss) = (loss(left), loss(right))
        for _ in 0..<16 {
            if leftLoss < rightLoss {
                (high, right, rightLoss) = (right, left, leftLoss)
                left = high - ratio * (high - low)
                leftLoss = loss(left)
            } else {
                (low, left, leftLoss) = (left, right, rightLoss)
                right = low + ratio * (high - low)
                rightLoss = loss(right)
            }
        }
        return (low + high) / 2
    }

    /// What is used where too few labels are known to learn it: fitted on Banking77, by fits that did not know a third of
    /// its intents.
    static let standardScope = LogisticRegression(weights: [8, 0, 6, 2], bias: -8)
}
