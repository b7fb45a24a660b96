import Foundation
import Helpdesk
import Testing

@Suite struct ConfidenceModelFittingTests {
    /// Answers that are right the more often, the greater their similarity.
    private static func judged(_ count: Int) -> [JudgedAnswer] {
        var state: UInt64 = 3
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        return (0..<count).map { _ in
            let features = ConfidenceFeatures(similarity: next(), margin: next(), agreement: next(), coverage: next())
            return JudgedAnswer(features: features, isRight: next() < 1 / (1 + exp(2 - 4 * features.similarity)))
        }
    }

    @Test func findsTheWeights() throws {
        let model = try ConfidenceModel.fit(Self.judged(5_000))
        #expect(abs((model.weights[.similarity] ?? 0) - 4) < 0.4)
        for feature in [ConfidenceFeature.margin, .agreement, .coverage] {
            #expect(abs(model.weights[feature] ?? 0) < 0.4)
        }
    }

    @Test func whatIsAlwaysTheSameKeepsItsWeightAndItsLevel() throws {
        let prior = ConfidenceModel(bias: 1, weights: [.grounding: 3, .approval: 0.5, .age: -1])
        let judged = Self.judged(2_000)
        let model = try ConfidenceModel.fit(judged, keeping: prior)
        #expect(model.weights[.grounding] == 3 && model.weights[.approval] == 0.5 && model.weights[.age] == -1)
        let mean = judged.reduce(0) { $0 + model.probability($1.features) } / 2_000
        #expect(abs(mean - Double(judged.count(where: \.isRight)) / 2_000) < 0.01)
        var ungrounded = judged[0].features
        ungrounded.grounding = 0
        #expect(model.probability(ungrounded) < model.probability(judged[0].features))
    }

    @Test func refusesTooFew() throws {
        func code(_ judged: [JudgedAnswer]) -> String? {
            do {
                _ = try ConfidenceModel.fit(judged)
                return nil
            } catch { return (error as? HelpdeskError)?.code.description }
        }
        #expect(code([]) == "tooFewOutcomes")
        #expect(code(Self.judged(99)) == "tooFewOutcomes")
        #expect(code(Self.judged(500).map { JudgedAnswer(features: $0.features, isRight: true) }) == "tooFewOutcomes")
        var bad = Self.judged(500)
        bad[7].features.margin = .nan
        #expect(code(bad) == "invalidArgument")
        bad = Self.judged(500)
        bad[7].weight = -1
        #expect(code(bad) == "invalidArgument")
    }

    @Test func isSavedByTheNamesOfItsFeatures() throws {
        let model = ConfidenceModel(bias: -1, weights: [.similarity: 2, .grounding: 3])
        let text = String(decoding: try JSONEncoder().encode(model), as: UTF8.self)
        #expect(text.contains("\"similarity\":2"))
        #expect(try JSONDecoder().decode(ConfidenceModel.self, from: Data(text.utf8)) == model)
        let answer = Self.judged(1)[0]
        let data = try JSONEncoder().encode(answer)
        #expect(try JSONDecoder().decode(JudgedAnswer.self, from: data) == answer)
    }

    @Test func featuresThatAreMissingSayNothing() throws {
        let features = try JSONDecoder().decode(ConfidenceFeatures.self, from: Data(#"{"similarity":0.5}"#.utf8))
        #expect(features.similarity == 0.5 && features.approval == 0.5 && features.grounding == 1 && features.age == 0)
    }

    @Test func aFeatureThatIsNotANumberIsNoReasonForConfidence() {
        for feature in ConfidenceFeature.allCases where (ConfidenceModel.standard.weights[feature] ?? 0) != 0 {
            var features = ConfidenceFeatures(similarity: 0.5, margin: 0.5, agreement: 1, coverage: 0.5)
            features[feature] = .nan
            #expect(ConfidenceModel.standard.probability(features) == 0)
        }
    }
}
