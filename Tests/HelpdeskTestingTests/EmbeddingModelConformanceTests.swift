import HelpdeskTesting
import SentenceEmbeddings
import Testing

@Suite("Conformance of embedding models")
struct EmbeddingModelConformanceTests {
    @Test func fakePasses() async throws {
        try await EmbeddingModelConformance.check(FakeEmbeddingModel())
        try await EmbeddingModelConformance.check(FakeEmbeddingModel(dimensions: 3))
    }

    @Test func hashingEmbedderPasses() async throws {
        try await EmbeddingModelConformance.check(HashingEmbedder())
    }

    @Test(arguments: BrokenEmbeddingModel.Defect.allCases)
    func defectIsFound(_ defect: BrokenEmbeddingModel.Defect) async throws {
        await #expect(throws: (any Error).self) {
            try await EmbeddingModelConformance.check(BrokenEmbeddingModel(defect: defect))
        }
    }

    @Test func misbehavingFakesAreFound() async throws {
        for behavior in [FakeEmbeddingModel.Behavior.returnsNaN, .returnsWrongCount, .returnsWrongDimensions] {
            await #expect(throws: ConformanceFailure.self) {
                try await EmbeddingModelConformance.check(FakeEmbeddingModel(behavior: behavior))
            }
        }
    }

    @Test func toleranceAllowsRounding() async throws {
        try await EmbeddingModelConformance.check(BrokenEmbeddingModel(defect: .dependsOnBatch), tolerance: 0.001)
    }
}
