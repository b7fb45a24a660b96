/// What a confidence is worth: predictions with their confidence and whether they were right.
struct ConfidenceCurve {
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

    /// The mean distance of confidence and accuracy over equally wide bins.
    func expectedCalibrationError(bins: Int = 10) -> Double {
        var sums = [(count: Int, confidence: Double, right: Int)](repeating: (0, 0, 0), count: bins)
        for point in points {
            let bin = min(bins - 1, max(0, Int(point.confidence * Double(bins))))
            sums[bin].count += 1
            sums[bin].confidence += point.confidence
            if point.isRight { sums[bin].right += 1 }
        }
        return sums.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(max(1, points.count))
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
