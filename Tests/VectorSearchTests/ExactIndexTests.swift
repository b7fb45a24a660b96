import CHelpdeskKernels
import Testing
import VectorSearch

@Suite struct ExactIndexTests {
    @Test(arguments: DistanceMetric.allCases, [true, false])
    func batchesGiveWhatSingleQueriesGive(metric: DistanceMetric, usesBLAS: Bool) throws {
        var generator = SeededGenerator(seed: 31)
        let index = try ExactIndex(
            .init(dimensions: 50, metric: metric), instructionSet: helpdesk_best_isa(), usesBLAS: usesBLAS)
        var entries = generator.clusters(0..<2500, 50)
        // Twins at the borders of blocks, a far outlier, and a zero.
        for (copy, original) in [(1023, 1), (1024, 1), (2047, 1), (2499, 1)] {
            entries[copy].vector = entries[original].vector
        }
        entries[77].vector = entries[77].vector.map { $0 * 1000 }
        entries[78].vector = Array(repeating: 0, count: 50)
        try index.insert(entries)
        var stored: [VectorID: [Float]] = [:]
        for entry in entries { stored[entry.id] = entry.vector }
        let queries = (0..<70).map { _ in generator.vector(50) } + [entries[1].vector, entries[78].vector]
        let batch = try index.search(queries, count: 12)
        for (query, found) in zip(queries, batch) {
            #expect(try index.search(query, count: 12) == found)
            let expected = nearest(query, 12, in: stored, metric)
            let scale = metric == .innerProduct ? 1e-2 : 1e-4
            #expect(problem(found, expected, query: query, stored: stored, metric, tolerance: scale) == nil)
        }
        if metric == .euclidean { #expect(batch[70].prefix(5).map(\.id) == [1, 1023, 1024, 2047, 2499]) }
    }

    @Test func instructionSetsAgree() throws {
        var generator = SeededGenerator(seed: 32)
        let entries = generator.clusters(0..<800, 37)
        let queries = (0..<10).map { _ in generator.vector(37) }
        var stored: [VectorID: [Float]] = [:]
        for entry in entries { stored[entry.id] = entry.vector }
        for isa in [HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_NEON] where helpdesk_supports(isa) != 0 {
            let index = try ExactIndex(.init(dimensions: 37, metric: .cosine), instructionSet: isa)
            try index.insert(entries)
            for query in queries {
                let expected = nearest(query, 10, in: stored, .cosine)
                #expect(
                    problem(try index.search(query, count: 10), expected, query: query, stored: stored, .cosine) == nil)
            }
        }
    }
}
