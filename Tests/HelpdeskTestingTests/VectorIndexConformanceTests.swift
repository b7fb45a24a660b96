import HelpdeskTesting
import Testing
import VectorSearch

@Suite("Conformance of vector indexes")
struct VectorIndexConformanceTests {
    @Test(arguments: DistanceMetric.allCases)
    func fakePasses(_ metric: DistanceMetric) async throws {
        let options = VectorIndexConformance.Options(minimumRecall: 1, vectorTolerance: 0)
        try await VectorIndexConformance.check(options: options) { FakeVectorIndex(dimensions: $0, metric: metric) }
    }

    @Test(arguments: DistanceMetric.allCases)
    func exactIndexPasses(_ metric: DistanceMetric) async throws {
        let options = VectorIndexConformance.Options(minimumRecall: 1)
        try await VectorIndexConformance.check(options: options) {
            try ExactIndex(.init(dimensions: $0, metric: metric))
        }
    }

    @Test(arguments: DistanceMetric.allCases)
    func graphIndexPasses(_ metric: DistanceMetric) async throws {
        try await VectorIndexConformance.check { try HNSWIndex(.init(dimensions: $0, metric: metric)) }
    }

    @Test(arguments: BrokenVectorIndex.Defect.allCases)
    func defectIsFound(_ defect: BrokenVectorIndex.Defect) async throws {
        await #expect(throws: (any Error).self) {
            try await VectorIndexConformance.check { BrokenVectorIndex(defect, dimensions: $0) }
        }
    }

    @Test func failureNamesThePromise() async throws {
        do {
            try await VectorIndexConformance.check { BrokenVectorIndex(.farthestFirst, dimensions: $0) }
        } catch let failure as ConformanceFailure {
            #expect(failure.promise.contains("nearest first"))
            #expect(failure.location.contains("VectorIndexSuite"))
            #expect(failure.description.contains(failure.message))
        }
    }
}
