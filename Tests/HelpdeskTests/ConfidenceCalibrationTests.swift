import Foundation
import Helpdesk
import Testing

@Suite struct ConfidenceCalibrationTests {
    /// Outcomes of a model that says `score` where the truth is `truth(score)`.
    private static func outcomes(_ count: Int, seed: UInt64 = 7, truth: (Double) -> Double) -> [ScoredOutcome] {
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        return (0..<count).map { _ in
            let score = next()
            return ScoredOutcome(score: score, isRight: next() < truth(score))
        }
    }

    private static let grid = (0...1_000).map { Double($0) / 1_000 }

    /// The mean distance to the truth.
    private static func error(_ calibration: ConfidenceCalibration, _ truth: (Double) -> Double) -> Double {
        let inner = grid.dropFirst(20).dropLast(20)
        return inner.reduce(0) { $0 + abs(calibration.probability($1) - truth($1)) } / Double(inner.count)
    }

    private static func isStrictlyRising(_ calibration: ConfidenceCalibration) -> Bool {
        zip(grid, grid.dropFirst()).allSatisfy { calibration.probability($0) < calibration.probability($1) }
    }

    @Test func theIdentityChangesNothing() {
        for probability in Self.grid { #expect(ConfidenceCalibration.identity.probability(probability) == probability) }
        #expect(ConfidenceCalibration.identity.probability(.nan) == 0)
        #expect(ConfidenceCalibration.identity.probability(2) == 1)
    }

    @Test func learnsWhatWasObserved() throws {
        let truth: (Double) -> Double = { 0.1 + 0.7 * $0 * $0 }
        let few = try ConfidenceCalibration(outcomes: Self.outcomes(300, truth: truth))
        #expect(few.method == .platt && few.outcomeCount == 300)
        #expect(Self.error(few, truth) < 0.08)
        let many = try ConfidenceCalibration(outcomes: Self.outcomes(20_000, truth: truth))
        #expect(many.method == .isotonic)
        #expect(Self.error(many, truth) < 0.015)
    }

    @Test func keepsTheOrderWhateverItLearned() throws {
        let truths: [(Double) -> Double] = [
            { $0 }, { 1 - $0 }, { _ in 0.5 }, { _ in 0 }, { _ in 1 }, { $0 < 0.5 ? 0 : 1 },
        ]
        for truth in truths {
            for count in [20, 100, 600, 5_000] {
                for method in [ConfidenceCalibration.Method.platt, .isotonic] {
                    let calibration = try ConfidenceCalibration(
                        outcomes: Self.outcomes(count, truth: truth), method: method)
                    #expect(Self.isStrictlyRising(calibration), "\(method) of \(count)")
                    #expect(calibration.probability(0) == 0)
                    #expect((0...1).contains(calibration.probability(1)))
                }
            }
        }
    }

    @Test func equalScoresBearIt() throws {
        var outcomes = (0..<700).map { ScoredOutcome(score: 0.4, isRight: $0 % 4 == 0) }
        let one = try ConfidenceCalibration(outcomes: outcomes)
        #expect(abs(one.probability(0.4) - 0.25) < 0.02)
        outcomes += (0..<700).map { ScoredOutcome(score: 1, isRight: $0 % 10 != 0) }
        outcomes += (0..<700).map { ScoredOutcome(score: 0, isRight: $0 % 50 == 0) }
        let three = try ConfidenceCalibration(outcomes: outcomes)
        #expect(abs(three.probability(0.4) - 0.25) < 0.03)
        #expect(Self.isStrictlyRising(three))
    }

    @Test func aFewOutcomesDoNotTurnEverythingOver() throws {
        let calibration = try ConfidenceCalibration(
            outcomes: (0..<20).map { _ in ScoredOutcome(score: 0.6, isRight: true) })
        let probability = calibration.probability(0.6)
        #expect(probability > 0.7 && probability < 0.99)
    }

    @Test func weightsCount() throws {
        let plain = Self.outcomes(200) { $0 }
        let heavy = plain.map { ScoredOutcome(score: $0.score, isRight: $0.isRight, weight: $0.isRight ? 3 : 1) }
        let light = try ConfidenceCalibration(outcomes: plain)
        let shifted = try ConfidenceCalibration(outcomes: heavy)
        #expect(shifted.probability(0.5) > light.probability(0.5) + 0.15)
    }

    @Test func refusesTooFewAndBadOutcomes() throws {
        func code(_ outcomes: [ScoredOutcome]) -> String? {
            do {
                _ = try ConfidenceCalibration(outcomes: outcomes)
                return nil
            } catch { return (error as? HelpdeskError)?.code.description }
        }
        #expect(code([]) == "tooFewOutcomes")
        #expect(code(Self.outcomes(19) { $0 }) == "tooFewOutcomes")
        #expect(
            code(Self.outcomes(40) { $0 }.map { ScoredOutcome(score: $0.score, isRight: true, weight: 0) })
                == "tooFewOutcomes")
        for bad in [
            ScoredOutcome(score: .nan, isRight: true), ScoredOutcome(score: 1.5, isRight: true),
            ScoredOutcome(score: -0.1, isRight: true), ScoredOutcome(score: 0.5, isRight: true, weight: -1),
            ScoredOutcome(score: 0.5, isRight: true, weight: .infinity),
        ] {
            #expect(code(Self.outcomes(50) { $0 } + [bad]) == "invalidArgument")
        }
    }

    @Test func isSavedAndReadBack() throws {
        for count in [50, 900] {
            let calibration = try ConfidenceCalibration(outcomes: Self.outcomes(count) { $0 * $0 })
            let data = try JSONEncoder().encode(calibration)
            #expect(try JSONDecoder().decode(ConfidenceCalibration.self, from: data) == calibration)
        }
    }

    @Test func refusesWhatIsNotRising() {
        let good = #""method":"isotonic","outcomeCount":9,"slope":1,"intercept":0,"#
        for bad in [
            #"{"method":"platt","outcomeCount":9,"slope":-1,"intercept":0,"positions":[],"values":[]}"#,
            "{" + good + #""positions":[0.2,0.1],"values":[0.1,0.2]}"#,
            "{" + good + #""positions":[0.1,0.2],"values":[0.2,0.2]}"#,
            "{" + good + #""positions":[0.1],"values":[0.1,0.2]}"#,
            "{" + good + #""positions":[0.1,1],"values":[0.1,0.2]}"#,
        ] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(ConfidenceCalibration.self, from: Data(bad.utf8))
            }
        }
    }
}
