import Testing
import VectorSearch

/// The calls a host without tasks makes: none of them may need `await`.
@Suite struct SynchronousUseTests {
    @Test func everythingWorksWithoutATask() throws {
        let exact = try ExactIndex(.init(dimensions: 2, metric: .euclidean))
        let hnsw = try HNSWIndex(.init(dimensions: 2, metric: .euclidean))
        try exact.insert([VectorEntry(id: 1, vector: [0, 1])])
        try hnsw.insert([VectorEntry(id: 1, vector: [0, 1])])
        #expect(exact.count == 1 && hnsw.count == 1)
        #expect(exact.ids == [1] && hnsw.ids == [1] && exact.contains(1) && !hnsw.contains(2))
        #expect(try exact.search([0, 0], count: 1) == hnsw.search([0, 0], count: 1))
        #expect(try exact.search([[0, 0]], count: 1) == hnsw.search([[0, 0]], count: 1))
        #expect(try hnsw.search([0, 0], count: 1, searchWidth: 5).count == 1)
        #expect(try hnsw.search([[0, 0]], count: 1, filter: nil, searchWidth: nil).count == 1)
        #expect(try exact.remove([1]) == 1)
        #expect(try hnsw.remove([1]) == 1)
    }
}
