#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The probability that a sentence is supported, from its features: for statements a weighted mean of the log odds of a
/// logistic regression and of boosted regression trees, for refusals a logistic regression.
struct GroundingModel: Sendable {
    private struct Node: Sendable {
        /// The feature it asks for, or -1 in a leaf.
        var feature: Int
        /// The greatest value that goes left; in a leaf what it adds.
        var value: Double
        var left: Int
        var right: Int
    }

    private var nodes: [Node] = []
    private var roots: [Int] = []
    private let bias: Double
    private let statements: [Double]
    private let refusals: [Double]
    /// The least probability of a sentence that counts as supported.
    let threshold: Double

    static let standard = GroundingModel()

    private init() {
        bias = GroundingWeights.bias
        threshold = GroundingWeights.threshold
        statements = GroundingWeights.statements.split(separator: " ").compactMap { Double($0) }
        refusals = GroundingWeights.refusals.split(separator: " ").compactMap { Double($0) }
        for tree in GroundingWeights.trees.split(separator: "\n") {
            let start = nodes.count
            roots.append(start)
            for text in tree.split(separator: ";") {
                let parts = text.split(separator: " ").compactMap { Double($0) }
                if parts.count == 4 {
                    nodes.append(
                        Node(
                            feature: Int(parts[0]), value: parts[1], left: start + Int(parts[2]),
                            right: start + Int(parts[3])))
                } else {
                    nodes.append(Node(feature: -1, value: parts.first ?? 0, left: 0, right: 0))
                }
            }
        }
    }

    /// The probability of a statement.
    func statement(_ features: GroundingFeatures) -> Double {
        var sum = bias
        for (weight, value) in zip(statements, features.values) { sum += weight * value }
        for root in roots {
            var node = nodes[root]
            while node.feature >= 0 {
                node = nodes[Double(Float(features.values[node.feature])) <= node.value ? node.left : node.right]
            }
            sum += node.value
        }
        return 1 / (1 + exp(-sum))
    }

    /// The probability of "the sources do not say …".
    func refusal(_ features: GroundingFeatures) -> Double {
        guard refusals.count == features.values.count + 1 else { return 1 }
        var sum = refusals[0]
        for (weight, value) in zip(refusals.dropFirst(), features.values) { sum += weight * value }
        return 1 / (1 + exp(-sum))
    }

    /// The probability of a statement in a language of which no words are known: only what needs none counts.
    func foreign(_ features: GroundingFeatures) -> Double {
        var sum = 2.5
        sum -= 3 * min(1, features[.quantitiesMissing])
        sum -= 2 * min(1, features[.numberReplaced])
        sum -= 1.2 * min(2, features[.novelNames])
        if features[.novelShare] > 0.9 { sum -= 0.5 }
        return 1 / (1 + exp(-sum))
    }
}
