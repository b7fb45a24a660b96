public import HelpdeskTriage
import HelpdeskMath

extension ConfidenceCalibration {
    /// The fewest outcomes that a calibration is fitted to.
    static let fewestOutcomes = 20
    /// From how many outcomes on the shape of the function is fitted, too.
    static let isotonicOutcomes = 500
    /// The fewest outcomes in a step of the rising function, and the most steps.
    private static let steps = (outcomes: 25, count: 20)
    /// How many outcomes the model's own word counts for: over all, and in each step.
    private static let ownWord = (overall: 10.0, step: 5.0)

    /// Fits a calibration to what became of answers.
    ///
    /// - Parameters:
    ///   - outcomes: What the model said (``ConfidenceModel/outcomes(of:)``, not yet calibrated) and what came of it.
    ///     They should be like the questions to come: with only the answers that were sent, nothing is learned about the
    ///     doubtful ones.
    ///   - method: How to fit; `nil` for ``Method/platt`` with fewer than 500 outcomes and ``Method/isotonic`` from there
    ///     on.
    /// - Throws: ``HelpdeskError`` with code `tooFewOutcomes` for fewer than 20 that have a weight; `invalidArgument` for
    ///   scores that are not from 0 to 1, or weights that are negative or not finite.
    /// - Complexity: O(n·log n).
    public init(outcomes: [ScoredOutcome], method: Method? = nil) throws {
        if let bad = outcomes.firstIndex(where: { !(0...1).contains($0.score) || !$0.weight.isFinite || $0.weight < 0 })
        {
            throw HelpdeskError(
                .invalidArgument,
                "outcome \(bad) has the score \(outcomes[bad].score) and the weight \(outcomes[bad].weight); a score must "
                    + "be from 0 to 1, a weight finite and not negative")
        }
        let outcomes = outcomes.filter { $0.weight > 0 }.sorted { $0.score < $1.score }
        guard outcomes.count >= Self.fewestOutcomes else {
            throw HelpdeskError(
                .tooFewOutcomes,
                "\(outcomes.count) outcomes; a calibration is fitted to \(Self.fewestOutcomes) or more")
        }
        let method = method ?? (outcomes.count >= Self.isotonicOutcomes ? .isotonic : .platt)
        guard method != .identity else {
            self = .identity
            return
        }
        let (slope, intercept) = try Self.line(outcomes)
        guard method == .isotonic else {
            self.init(method: .platt, outcomeCount: outcomes.count, slope: slope, intercept: intercept)
            return
        }
        let (positions, values) = try Self.corners(
            outcomes.map {
                ScoredOutcome(
                    score: Self.sigmoid(intercept + slope * Self.logOdds($0.score)), isRight: $0.isRight,
                    weight: $0.weight)
            })
        self.init(
            method: .isotonic, outcomeCount: outcomes.count, slope: slope, intercept: intercept, positions: positions,
            values: values)
    }

    /// The line in log odds. Besides the outcomes there are ten that came true as often as the model says, so that a
    /// few outcomes do not turn everything over.
    private static func line(_ outcomes: [ScoredOutcome]) throws -> (slope: Double, intercept: Double) {
        var features: [[Double]] = []
        var results: [Bool] = []
        var weights: [Double] = []
        let share = ownWord.overall / Double(outcomes.count)
        for outcome in outcomes {
            let score = logOdds(outcome.score)
            features += [[score], [score], [score]]
            results += [outcome.isRight, true, false]
            weights += [outcome.weight, share * sigmoid(score), share * (1 - sigmoid(score))]
        }
        do {
            let fit = try LogisticRegression(
                features: features, outcomes: results, exampleWeights: weights, penalty: 1e-3)
            let slope = fit.weights.first ?? 1
            if slopes.contains(slope) { return (slope, fit.bias) }
            // The outcomes speak against the model's order, which is kept, or tell right and wrong apart perfectly: the
            // slope stays in bounds, and only the level is learned.
            let bound = slope < slopes.lowerBound ? slopes.lowerBound : slopes.upperBound
            return (bound, level(features.map { bound * $0[0] }, results, weights))
        } catch {
            throw HelpdeskError(.invalidArgument, "no calibration could be fitted to the outcomes", cause: error)
        }
    }

    /// The least and the greatest slope of the line; a steeper one would make equal what is not.
    private static let slopes = 0.05...4

    /// The intercept with which as many outcomes are expected to come true as did.
    private static func level(_ scores: [Double], _ results: [Bool], _ weights: [Double]) -> Double {
        var range = (low: -200.0, high: 200.0)
        for _ in 0..<60 {
            let middle = (range.low + range.high) / 2
            var excess = 0.0
            for (index, score) in scores.enumerated() {
                excess += weights[index] * (sigmoid(middle + score) - (results[index] ? 1 : 0))
            }
            if excess > 0 { range.high = middle } else { range.low = middle }
        }
        return (range.low + range.high) / 2
    }

    /// The corners of the rising function: outcomes in steps of equal number, each drawn a little to the model's word,
    /// pooled until they rise.
    private static func corners(_ outcomes: [ScoredOutcome]) throws -> (positions: [Double], values: [Double]) {
        let size = max(steps.outcomes, (outcomes.count + steps.count - 1) / steps.count)
        var positions: [Double] = []
        var shares: [Double] = []
        var weights: [Double] = []
        var start = 0
        while start < outcomes.count {
            var end = min(outcomes.count, start + size)
            // Equal scores stay together, and what is left is too little for a step of its own.
            while end < outcomes.count,
                outcomes[end].score == outcomes[end - 1].score || outcomes.count - end < size / 2
            {
                end += 1
            }
            var sum = (weight: 0.0, score: 0.0, right: 0.0)
            for outcome in outcomes[start..<end] {
                sum.weight += outcome.weight
                sum.score += outcome.weight * outcome.score
                sum.right += outcome.isRight ? outcome.weight : 0
            }
            let mean = sum.score / sum.weight
            positions.append(mean)
            shares.append((sum.right + ownWord.step * mean) / (sum.weight + ownWord.step))
            weights.append(sum.weight)
            start = end
        }
        let rising: IsotonicRegression
        do {
            rising = try IsotonicRegression(positions: positions, values: shares, weights: weights)
        } catch {
            throw HelpdeskError(.invalidArgument, "no calibration could be fitted to the outcomes", cause: error)
        }
        // The middle of each pooled step: between them the function rises, where the steps themselves are flat.
        var middles: [(position: Double, value: Double, weight: Double)] = []
        for (position, weight) in zip(positions, weights) {
            let value = rising.value(at: position)
            if let last = middles.last, last.value >= value {
                let sum = last.weight + weight
                middles[middles.count - 1] = (
                    (last.position * last.weight + position * weight) / sum, last.value, sum
                )
            } else {
                middles.append((position, value, weight))
            }
        }
        let isRising = isRisingInside(middles.map(\.position)) && isRisingInside(middles.map(\.value))
        return isRising ? (middles.map(\.position), middles.map(\.value)) : ([], [])
    }
}
