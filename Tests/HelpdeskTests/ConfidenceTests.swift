import Helpdesk
import Testing

@Suite struct ConfidenceTests {
    @Test func isAProbabilityThatGrowsWithEachFeature() {
        let model = ConfidenceModel.standard
        let middle = ConfidenceFeatures(similarity: 0.5, margin: 0.1, agreement: 0.5, coverage: 0.5)
        let base = model.probability(middle)
        #expect(base > 0 && base < 1)
        for path in [
            \ConfidenceFeatures.similarity, \ConfidenceFeatures.margin, \ConfidenceFeatures.agreement,
            \ConfidenceFeatures.coverage,
        ] {
            var better = middle
            better[keyPath: path] += 0.3
            #expect(model.probability(better) >= base)
        }
    }

    @Test func isTheLogisticFunctionOfItsScore() {
        let model = ConfidenceModel(bias: 0, similarity: 1, margin: 0, agreement: 0, coverage: 0)
        func probability(_ score: Double) -> Double {
            model.probability(ConfidenceFeatures(similarity: score, margin: 0, agreement: 0, coverage: 0))
        }
        #expect(probability(0) == 0.5)
        #expect(abs(probability(1) - 0.731_058_578_630_004_9) < 1e-15)
        #expect(probability(10_000) == 1)
        #expect(probability(-10_000) == 0)
        #expect(probability(.nan) == 0)
    }

    @Test func thePolicyDecidesByItsThresholds() async throws {
        let query = SupportQuery("How do I reset my password?")
        for (resolve, draft, name) in [(0.0, 0.0, "resolve"), (1.0, 0.0, "draft"), (1.0, 1.0, "escalate")] {
            var configuration = SupportAgent.Configuration()
            configuration.policy = ResolutionPolicy(resolveThreshold: resolve, draftThreshold: draft)
            let resolution = try await HelpCentre.agent(configuration: configuration).resolve(query)
            #expect(resolution.decision.name == name)
        }
    }
}
