import HelpdeskMath
import Testing

@Suite struct ProbabilityFittingTests {
    @Test func logisticRegressionFindsThePlantedWeights() throws {
        var random = SeededGenerator(seed: 1)
        var features: [[Double]] = []
        var outcomes: [Bool] = []
        let planted = LogisticRegression(weights: [2, -1], bias: 0.5)
        for _ in 0..<20_000 {
            let row = [Double.random(in: -2...2, using: &random), Double.random(in: -2...2, using: &random)]
            features.append(row)
            outcomes.append(Double.random(in: 0..<1, using: &random) < planted.probability(row))
        }
        let fit = try LogisticRegression(features: features, outcomes: outcomes, penalty: 0.01)
        #expect(abs(fit.weights[0] - 2) < 0.15)
        #expect(abs(fit.weights[1] + 1) < 0.15)
        #expect(abs(fit.bias - 0.5) < 0.15)
        // Calibrated: the mean probability is the share of outcomes.
        let mean = features.reduce(0) { $0 + fit.probability($1) } / 20_000
        #expect(abs(mean - Double(outcomes.count(where: \.self)) / 20_000) < 1e-4)
    }

    @Test func weightsCountAsRepeatedExamples() throws {
        let features = [[0.0], [1], [2], [3]]
        let outcomes = [false, true, false, true]
        let weighted = try LogisticRegression(
            features: features, outcomes: outcomes, exampleWeights: [3, 1, 1, 2], penalty: 1)
        let repeated = try LogisticRegression(
            features: [[0], [0], [0], [1], [2], [3], [3]], outcomes: [false, false, false, true, false, true, true],
            penalty: 1)
        #expect(abs(weighted.weights[0] - repeated.weights[0]) < 1e-6)
        #expect(abs(weighted.bias - repeated.bias) < 1e-6)
    }

    @Test("what is told apart perfectly, or not at all, has finite weights")
    func separable() throws {
        let apart = try LogisticRegression(features: [[-1], [-2], [1], [2]], outcomes: [false, false, true, true])
        #expect(apart.weights[0] > 0 && apart.weights[0].isFinite)
        let same = try LogisticRegression(features: [[1], [1], [2]], outcomes: [true, true, true], penalty: 0.01)
        #expect(same.probability([1]) > 0.9)
        #expect(same.bias.isFinite)
        #expect(apart.probability([.infinity]) == 1)
        #expect(apart.probability([.nan]) == 0)
    }

    @Test("a few outcomes without a mistake do not make certainty")
    func smoothed() throws {
        // One feature that says nothing: the probability is the smoothed share, 7/8 for six of six.
        let fit = try LogisticRegression(
            features: Array(repeating: [0], count: 6), outcomes: Array(repeating: true, count: 6),
            smoothsOutcomes: true, penalty: 0.01)
        #expect(abs(fit.probability([0]) - 7.0 / 8) < 1e-6)
        let plain = try LogisticRegression(
            features: [[1], [2], [3]], outcomes: [false, true, true], penalty: 0.1)
        let twice = try LogisticRegression(
            features: [[1], [2], [3]], outcomes: [false, true, true], smoothsOutcomes: true, penalty: 0.1)
        #expect(abs(twice.weights[0]) < abs(plain.weights[0]))
    }

    @Test func logisticRegressionRefuses() {
        #expect(throws: MathError.self) { try LogisticRegression(features: [], outcomes: []) }
        #expect(throws: MathError.self) { try LogisticRegression(features: [[]], outcomes: [true]) }
        #expect(throws: MathError.self) { try LogisticRegression(features: [[1], [1, 2]], outcomes: [true, false]) }
        #expect(throws: MathError.self) { try LogisticRegression(features: [[1]], outcomes: [true, false]) }
        #expect(throws: MathError.self) { try LogisticRegression(features: [[.nan]], outcomes: [true]) }
        #expect(throws: MathError.self) { try LogisticRegression(features: [[1]], outcomes: [true], penalty: 0) }
        #expect(throws: MathError.self) {
            try LogisticRegression(features: [[1]], outcomes: [true], exampleWeights: [-1])
        }
    }

    @Test func isotonicRegressionPoolsViolators() throws {
        let fit = try IsotonicRegression(positions: [4, 1, 2, 3, 5], values: [2, 1, 3, 2, 5])
        // By hand: 1; then 3, 2, 2 pooled to 7/3; then 5.
        #expect(fit.value(at: 1) == 1)
        #expect(abs(fit.value(at: 2) - 7.0 / 3) < 1e-12)
        #expect(abs(fit.value(at: 3.5) - 7.0 / 3) < 1e-12)
        #expect(fit.value(at: 5) == 5)
        #expect(abs(fit.value(at: 1.5) - (1 + 7.0 / 3) / 2) < 1e-12)
        #expect(fit.value(at: -10) == 1)
        #expect(fit.value(at: 10) == 5)
        #expect(fit.value(at: .nan) == 1)
    }

    @Test("never falls, and beats every other rising function that was tried")
    func isotonicIsBest() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<30 {
            let count = Int.random(in: 1...12, using: &random)
            let positions = (0..<count).map { _ in Double(Int.random(in: 0...8, using: &random)) }
            let values = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
            let fit = try IsotonicRegression(positions: positions, values: values)
            #expect(zip(fit.values, fit.values.dropFirst()).allSatisfy { $0 <= $1 })
            func loss(_ function: (Double) -> Double) -> Double {
                zip(positions, values).reduce(0) { $0 + (function($1.0) - $1.1) * (function($1.0) - $1.1) }
            }
            let best = loss { fit.value(at: $0) }
            for _ in 0..<50 {
                let steps = (0...8).map { _ in Double.random(in: 0...1, using: &random) }.sorted()
                #expect(best <= loss { steps[Int($0)] } + 1e-9)
            }
        }
    }

    @Test func isotonicRegressionRefuses() {
        #expect(throws: MathError.self) { try IsotonicRegression(positions: [], values: []) }
        #expect(throws: MathError.self) { try IsotonicRegression(positions: [1], values: []) }
        #expect(throws: MathError.self) { try IsotonicRegression(positions: [.nan], values: [1]) }
        #expect(throws: MathError.self) { try IsotonicRegression(positions: [1], values: [1], weights: [0]) }
    }
}
