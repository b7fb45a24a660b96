/// Isotonic regression: the rising step function nearest to data in the least squares, joined by straight lines.
///
/// Fitted by pooling adjacent violators (Ayer et al. 1955). Made of yes-or-no outcomes it turns scores into
/// probabilities (Zadrozny and Elkan 2002), whatever the shape of their relation, as long as it rises.
public struct IsotonicRegression: Hashable, Sendable, Codable {
    /// Where the steps begin and end, ascending.
    public let positions: [Double]
    /// The values there, never falling.
    public let values: [Double]

    /// Fits the function.
    ///
    /// - Parameters:
    ///   - positions: The scores; finite, at least one.
    ///   - values: What was observed at each; finite.
    ///   - weights: How much each observation counts; empty for 1 each. Finite, above 0.
    /// - Throws: ``MathError/Code/mismatchedShape``, ``MathError/Code/invalidArgument`` or ``MathError/Code/notFinite``.
    /// - Complexity: O(n·log n).
    public init(positions: [Double], values: [Double], weights: [Double] = []) throws(MathError) {
        guard !positions.isEmpty else { throw MathError(.invalidArgument, "isotonic regression needs an observation") }
        guard positions.count == values.count, weights.isEmpty || weights.count == values.count else {
            throw MathError(
                .mismatchedShape,
                "\(positions.count) positions, \(values.count) values and \(weights.count) weights do not fit each other"
            )
        }
        guard positions.allSatisfy(\.isFinite), values.allSatisfy(\.isFinite),
            weights.allSatisfy({ $0.isFinite && $0 > 0 })
        else { throw MathError(.notFinite, "a position, value or weight is NaN, infinite, or a weight is not above 0") }

        var blocks: [Block] = []
        for index in positions.indices.sorted(by: { positions[$0] < positions[$1] }) {
            let weight = weights.isEmpty ? 1 : weights[index]
            var block = Block(
                first: positions[index], last: positions[index], mean: values[index], weight: weight)
            // Equal positions are one observation; a block above its successor is pooled with it.
            while let before = blocks.last, before.last == block.first || before.mean >= block.mean {
                block = before.joined(with: block)
                blocks.removeLast()
            }
            blocks.append(block)
        }
        var ends: [Double] = []
        var means: [Double] = []
        for block in blocks {
            ends.append(block.first)
            means.append(block.mean)
            if block.last > block.first {
                ends.append(block.last)
                means.append(block.mean)
            }
        }
        self.positions = ends
        self.values = means
    }

    private struct Block {
        var first: Double
        var last: Double
        var mean: Double
        var weight: Double

        func joined(with next: Block) -> Block {
            let sum = weight + next.weight
            return Block(
                first: first, last: next.last, mean: (mean * weight + next.mean * next.weight) / sum, weight: sum)
        }
    }

    /// The value at a position: between two ends on the line that joins them, outside that of the nearest end.
    /// O(log n). NaN gives the lowest value.
    public func value(at position: Double) -> Double {
        guard let first = positions.first, position > first else { return values.first ?? 0 }
        var low = 0
        var high = positions.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if positions[middle] <= position { low = middle } else { high = middle }
        }
        guard low + 1 < positions.count else { return values[low] }
        let share = (position - positions[low]) / (positions[low + 1] - positions[low])
        return values[low] + share * (values[low + 1] - values[low])
    }
}
