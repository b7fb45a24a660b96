import Foundation

/// What a confidence is worth: predictions with their confidence and whether they were right.
struct ConfidenceCurve {
    /// A tenth of the range of confidence.
    struct Bin {
        var count = 0
        var confidence = 0.0
        var right = 0
        var variance = 0.0

        var meanConfidence: Double { confidence / Double(count) }
        var shareRight: Double { Double(right) / Double(count) }
    }

    /// Most confident first.
    private let points: [(confidence: Double, isRight: Bool)]

    init(_ points: [(confidence: Double, isRight: Bool)]) {
        self.points = points.sorted { $0.confidence > $1.confidence }
    }

    /// The largest share of questions that can be answered, the most confident first, with at least this precision.
    func answered(atPrecision precision: Double) -> Double {
        var right = 0
        var best = 0
        for (index, point) in points.enumerated() {
            if point.isRight { right += 1 }
            // Ties are answered together or not at all.
            let isEndOfTie = index + 1 == points.count || points[index + 1].confidence < point.confidence
            if isEndOfTie, Double(right) >= precision * Double(index + 1) { best = index + 1 }
        }
        return points.isEmpty ? .nan : Double(best) / Double(points.count)
    }

    /// Equally wide bins of confidence, from 0 to 1.
    func bins(_ count: Int = 10) -> [Bin] {
        var bins = [Bin](repeating: Bin(), count: count)
        for point in points {
            let bin = min(count - 1, max(0, Int(point.confidence * Double(count))))
            bins[bin].count += 1
            bins[bin].confidence += point.confidence
            bins[bin].variance += point.confidence * (1 - point.confidence)
            if point.isRight { bins[bin].right += 1 }
        }
        return bins
    }

    /// The mean distance of confidence and accuracy over equally wide bins.
    func expectedCalibrationError(bins count: Int = 10) -> Double {
        bins(count).reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(max(1, points.count))
    }

    /// What ``expectedCalibrationError(bins:)`` would be on average if every confidence were the true probability: with
    /// few answers it is far from 0.
    func calibrationErrorByChance(bins count: Int = 10) -> Double {
        bins(count).reduce(0) { $0 + ($1.variance * 2 / .pi).squareRoot() } / Double(max(1, points.count))
    }

    /// The probability that a right one has a higher confidence than a wrong one; ties count half.
    var areaUnderROC: Double {
        var rightAbove = 0.0
        var area = 0.0
        let right = Double(points.count(where: \.isRight))
        let wrong = Double(points.count) - right
        var index = 0
        while index < points.count {
            var tiedRight = 0.0
            var tiedWrong = 0.0
            let confidence = points[index].confidence
            while index < points.count, points[index].confidence == confidence {
                if points[index].isRight { tiedRight += 1 } else { tiedWrong += 1 }
                index += 1
            }
            area += tiedWrong * (rightAbove + tiedRight / 2)
            rightAbove += tiedRight
        }
        return right == 0 || wrong == 0 ? .nan : area / (right * wrong)
    }
}
