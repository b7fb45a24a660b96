import Foundation
@_spi(Training) import HelpdeskTriage

/// Logistic regression over sparse features with an L2 penalty, by accelerated gradient descent; the result depends on
/// the rows and their order alone.
struct SparseLogisticRegression {
    private(set) var weights = [Float](repeating: 0, count: FeatureVector.dimension)
    private(set) var intercept: Float = 0

    /// Fits.
    ///
    /// - Parameters:
    ///   - rows: The features.
    ///   - labels: As many.
    ///   - importances: How much each row counts; as many.
    ///   - penalty: The weight of half the squared norm beside the mean loss.
    init(rows: [FeatureVector], labels: [Bool], importances: [Float], penalty: Float, iterations: Int = 200) {
        guard !rows.isEmpty else { return }
        let count = importances.reduce(0, +)
        // Only features that occur have weights.
        var used: [UInt32: Int] = [:]
        let places = rows.map { row in
            row.indices.map { index in
                if let known = used[index] { return known }
                used[index] = used.count
                return used.count - 1
            }
        }
        let bias = used.count
        let square = rows.reduce(Float(0)) { $0 + $1.values.reduce(1) { $0 + $1 * $1 } } / Float(rows.count)
        // A step that is too long shows in a rising loss, and is shortened.
        var step = 4 / (0.25 * square + penalty)
        var current = [Float](repeating: 0, count: bias + 1)
        var ahead = current
        var lastLoss = Float.infinity
        var pace: Float = 1
        for _ in 0..<iterations {
            var gradient = ahead.map { penalty * $0 }
            gradient[bias] = 0
            var loss = ahead.dropLast().reduce(0) { $0 + $1 * $1 } * penalty / 2
            for (row, indices) in places.enumerated() {
                var sum = ahead[bias]
                for (index, value) in zip(indices, rows[row].values) { sum += ahead[index] * value }
                let probability = 1 / (1 + exp(-sum))
                loss -= importances[row] * log(max(1e-7, labels[row] ? probability : 1 - probability)) / count
                let error = importances[row] * (probability - (labels[row] ? 1 : 0)) / count
                for (index, value) in zip(indices, rows[row].values) { gradient[index] += error * value }
                gradient[bias] += error
            }
            if loss > lastLoss * 1.0001 {
                step *= 0.6
                pace = 1
                ahead = current
                lastLoss = .infinity
                continue
            }
            lastLoss = loss
            let next = (1 + (1 + 4 * pace * pace).squareRoot()) / 2
            let momentum = (pace - 1) / next
            pace = next
            for index in current.indices {
                let moved = ahead[index] - step * gradient[index]
                ahead[index] = moved + momentum * (moved - current[index])
                current[index] = moved
            }
        }
        for (index, place) in used { weights[Int(index)] = current[place] }
        intercept = current[bias]
    }

    /// The log-odds of a row.
    func logit(_ row: FeatureVector) -> Float {
        zip(row.indices, row.values).reduce(intercept) { $0 + weights[Int($1.0)] * $1.1 }
    }

    /// The slope and offset that make log-odds fit labels best.
    static func calibration(_ logits: [Float], _ labels: [Bool]) -> (slope: Float, offset: Float) {
        var slope: Float = 1
        var offset: Float = 0
        for _ in 0..<4_000 {
            var slopeGradient: Float = 0
            var offsetGradient: Float = 0
            for (logit, label) in zip(logits, labels) {
                let error = 1 / (1 + exp(-(slope * logit + offset))) - (label ? 1 : 0)
                slopeGradient += error * logit
                offsetGradient += error
            }
            slope -= 0.3 * slopeGradient / Float(logits.count)
            offset -= 0.3 * offsetGradient / Float(logits.count)
        }
        return (slope, offset)
    }
}
