import CHelpdeskKernels
import Testing

/// Codes against what they are defined to be, and every variant of their kernels against the scalar one.
@Suite struct CodeKernelTests {
    static let dimensions = [1, 2, 3, 7, 8, 16, 31, 64, 100, 127, 128, 129, 255, 256, 257, 384, 768, 1000, 1536, 4097]
    static let instructionSets = [
        HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_AVX512_VNNI, HELPDESK_NEON, HELPDESK_NEON_DOT,
    ].filter {
        helpdesk_supports($0) != 0
    }

    @Test(arguments: dimensions) func rotationKeepsProducts(dimensions: Int) {
        var generator = SplitMix(state: UInt64(dimensions))
        let signs = generator.floats(3 * dimensions).map { $0 < 0 ? Float(-1) : 1 }
        let a = generator.floats(dimensions)
        let b = generator.floats(dimensions)
        var reference: [Float] = []
        for isa in Self.instructionSets {
            var (left, right) = (a, b)
            helpdesk_rotate(isa, dimensions, signs, a, &left)
            helpdesk_rotate(isa, dimensions, signs, b, &right)
            let scale = Double(dimensions)
            #expect(abs(Self.product(left, right) - Self.product(a, b)) < 1e-5 * scale)
            #expect(abs(Self.product(left, left) - Self.product(a, a)) < 1e-5 * scale)
            if reference.isEmpty { reference = left }
            #expect(zip(left, reference).allSatisfy { abs($0 - $1) < 1e-4 })
        }
        if dimensions >= 64 {
            // One component becomes many: no single one holds most of the length.
            var spike = [Float](repeating: 0, count: dimensions)
            spike[dimensions / 3] = 1
            var rotated = spike
            helpdesk_rotate(HELPDESK_SCALAR, dimensions, signs, spike, &rotated)
            #expect(rotated.allSatisfy { abs($0) < 0.8 })
        }
    }

    @Test(arguments: dimensions) func scoresAreWhatTheyAreDefinedToBe(dimensions: Int) throws {
        var generator = SplitMix(state: UInt64(dimensions) + 99)
        let count = 9
        let stride = helpdesk_code_stride(dimensions)
        #expect(stride % 64 == 0 && stride >= helpdesk_code_padded(dimensions) / 4 + 8)
        let vectors = (0..<count).map { _ in generator.floats(dimensions) }
        let query = generator.floats(dimensions)
        try Self.withCodes(count * stride) { codes in
            for (row, vector) in vectors.enumerated() {
                helpdesk_encode(dimensions, vector, 2, Float(row), codes + row * stride)
            }
            try Self.withQuery(dimensions, query) { prepared in
                var prepared = prepared
                let rows: [UInt32] = [8, 0, 3, 3]
                var scores = [Float](repeating: 0, count: count)
                helpdesk_code_scores(HELPDESK_SCALAR, &prepared, dimensions, codes, nil, count, &scores)
                let largest = query.map { abs($0) }.max() ?? 0
                for row in 0..<count {
                    // The definition: levels by the step, the factor that keeps the product of the vector with itself.
                    let vector = vectors[row].map(Double.init)
                    let step = 0.9957 * (Self.product(vectors[row], vectors[row]) / Double(dimensions)).squareRoot()
                    let levels = vector.map { min(1.5, max(-1.5, ($0 / step).rounded(.down) + 0.5)) }
                    let own = zip(levels, vector).reduce(0) { $0 + $1.0 * $1.1 }
                    let factor = 2 * Self.product(vectors[row], vectors[row]) / own
                    let rounded = query.map { (Double($0) * 127 / Double(largest)).rounded() * Double(largest) / 127 }
                    let expected = Double(row) - factor * zip(levels, rounded).reduce(0) { $0 + $1.0 * $1.1 }
                    #expect(abs(Double(scores[row]) - expected) < 1e-3 * Double(dimensions).squareRoot() + 1e-4)
                }
                for isa in Self.instructionSets {
                    var others = [Float](repeating: .nan, count: count)
                    helpdesk_code_scores(isa, &prepared, dimensions, codes, nil, count, &others)
                    #expect(others.map(\.bitPattern) == scores.map(\.bitPattern))
                    helpdesk_code_scores(isa, &prepared, dimensions, codes, rows, rows.count, &others)
                    #expect(others.prefix(4).map(\.bitPattern) == rows.map { scores[Int($0)].bitPattern })
                }
            }
        }
    }

    @Test func extremeCodesDoNotOverflow() throws {
        // All levels at the top, all values at the largest: the largest sums there can be.
        let dimensions = 8192
        let stride = helpdesk_code_stride(dimensions)
        try Self.withCodes(stride) { codes in
            for sign in [Float(1), -1] {
                // Half zeros make the step small, so that the others get the highest level.
                let vector = (0..<dimensions).map { $0 % 64 == 63 ? Float(0) : sign }
                helpdesk_encode(dimensions, vector, 1, 0, codes)
                try Self.withQuery(dimensions, [Float](repeating: 1, count: dimensions)) { prepared in
                    var prepared = prepared
                    var reference: Float = 0
                    helpdesk_code_scores(HELPDESK_SCALAR, &prepared, dimensions, codes, nil, 1, &reference)
                    #expect(reference * sign < 0)
                    for isa in Self.instructionSets {
                        var score: Float = 0
                        helpdesk_code_scores(isa, &prepared, dimensions, codes, nil, 1, &score)
                        #expect(score.bitPattern == reference.bitPattern)
                    }
                }
            }
        }
    }

    @Test func zeroVectorsHaveScores() throws {
        let zero = [Float](repeating: 0, count: 100)
        try Self.withCodes(helpdesk_code_stride(100)) { codes in
            helpdesk_encode(100, zero, 1, 5, codes)
            for query in [zero, [Float](repeating: 2, count: 100)] {
                try Self.withQuery(100, query) { prepared in
                    var prepared = prepared
                    var score: Float = 0
                    helpdesk_code_scores(HELPDESK_SCALAR, &prepared, 100, codes, nil, 1, &score)
                    #expect(score == 5)
                }
            }
        }
    }

    @Test func estimatesAreNearAndUnbiased() throws {
        var generator = SplitMix(state: 5)
        let dimensions = 384
        let stride = helpdesk_code_stride(dimensions)
        let count = 500
        func direction() -> [Float] {
            let values = generator.floats(dimensions)
            let length = Float(Self.product(values, values).squareRoot())
            return values.map { $0 / length }
        }
        let query = direction()
        let vectors = (0..<count).map { _ in
            let other = direction()
            let mixed = zip(query, other).map { 0.7 * $0 + 0.7 * $1 }
            let length = Float(Self.product(mixed, mixed).squareRoot())
            return mixed.map { $0 / length }
        }
        try Self.withCodes(count * stride) { codes in
            for (row, vector) in vectors.enumerated() {
                helpdesk_encode(dimensions, vector, 1, 0, codes + row * stride)
            }
            try Self.withQuery(dimensions, query) { prepared in
                var prepared = prepared
                var scores = [Float](repeating: 0, count: count)
                helpdesk_code_scores(HELPDESK_SCALAR, &prepared, dimensions, codes, nil, count, &scores)
                let errors = zip(scores, vectors).map { -Double($0) - Self.product(query, $1) }
                let mean = errors.reduce(0, +) / Double(count)
                let deviation = (errors.reduce(0) { $0 + $1 * $1 } / Double(count)).squareRoot()
                #expect(abs(mean) < 0.005)
                #expect(deviation < 0.025)
            }
        }
    }

    @Test(arguments: [1, 5, 60], [true, false]) func searchFindsTheBestScores(limit: Int, acceptsAll: Bool) throws {
        // A ring with chords: every node can be reached.
        var generator = SplitMix(state: 11)
        let (nodes, dimensions, connectivity) = (60, 70, 4)
        let stride = helpdesk_code_stride(dimensions)
        let accepting = (0..<nodes).map { UInt8($0 % 3 == 0 ? 1 : 0) }
        var links: [UInt32] = []
        for node in 0..<nodes { links += [1, 7, nodes - 1, 23].map { UInt32((node + $0) % nodes) } }
        let degrees = [UInt16](repeating: UInt16(connectivity), count: nodes)
        try Self.withCodes(nodes * stride) { codes in
            for node in 0..<nodes {
                helpdesk_encode(dimensions, generator.floats(dimensions), 1, 0, codes + node * stride)
            }
            try Self.withQuery(dimensions, generator.floats(dimensions)) { prepared in
                var prepared = prepared
                var scores = [Float](repeating: 0, count: nodes)
                helpdesk_code_scores(HELPDESK_SCALAR, &prepared, dimensions, codes, nil, nodes, &scores)
                let best = (0..<nodes).filter { acceptsAll || accepting[$0] != 0 }.sorted { scores[$0] < scores[$1] }
                for isa in Self.instructionSets {
                    let found = Self.search(
                        isa, prepared, codes, dimensions, links, degrees, connectivity,
                        limit: acceptsAll ? limit : nodes, accepting: acceptsAll ? nil : accepting, acceptedLimit: limit
                    )
                    #expect(found.count == min(limit, best.count))
                    // All nodes were seen only where the breadth is that of the graph.
                    if limit == nodes || !acceptsAll { #expect(found == Array(best.prefix(limit))) }
                    #expect(found == found.sorted { scores[$0] < scores[$1] })
                }
            }
        }
    }

    private static func search(
        _ isa: helpdesk_isa, _ query: helpdesk_code_query, _ codes: UnsafePointer<UInt8>, _ dimensions: Int,
        _ links: [UInt32], _ degrees: [UInt16], _ connectivity: Int, limit: Int, accepting: [UInt8]?, acceptedLimit: Int
    ) -> [Int] {
        let nodes = degrees.count
        var visited = [UInt64](repeating: 0, count: (nodes + 63) / 64)
        // Few for some searches, so that all is cleared at the end.
        var touched = [UInt32](repeating: 0, count: limit % 2 == 0 ? 5 : nodes + 1)
        var candidates = [UInt64](repeating: 0, count: limit)
        var accepted = [UInt64](repeating: 0, count: acceptedLimit)
        var gathered = [UInt32](repeating: 0, count: 2 * connectivity)
        var scores = [Float](repeating: 0, count: connectivity)
        let result = links.withUnsafeBufferPointer { links in
            degrees.withUnsafeBufferPointer { degrees in
                (accepting ?? []).withUnsafeBufferPointer { bytes in
                    withUnsafeMutableBuffers(&visited, &touched) { visited, touched in
                        candidates.withUnsafeMutableBufferPointer { candidates in
                            accepted.withUnsafeMutableBufferPointer { accepted in
                                gathered.withUnsafeMutableBufferPointer { gathered in
                                    scores.withUnsafeMutableBufferPointer { scores in
                                        var graph = helpdesk_coded_graph(
                                            codes: codes, nodes: nodes, dimensions: dimensions,
                                            links: links.baseAddress,
                                            degrees: degrees.baseAddress, connectivity: connectivity)
                                        var search = helpdesk_coded_search(
                                            query: query, visited: visited.baseAddress, touched: touched.baseAddress,
                                            touched_limit: touched.count, touched_count: 0,
                                            candidates: candidates.baseAddress, limit: limit, breadth: limit, count: 0,
                                            next: 0, accepting: accepting == nil ? nil : bytes.baseAddress,
                                            accepted: accepted.baseAddress, accepted_limit: acceptedLimit,
                                            accepted_count: 0,
                                            gathered: (
                                                gathered.baseAddress, gathered.baseAddress.map { $0 + connectivity }
                                            ), waiting: (0, 0), scores: scores.baseAddress)
                                        helpdesk_coded_search_run(isa, &graph, &search, 17)
                                        let found =
                                            accepting == nil
                                            ? candidates.prefix(search.count) : accepted.prefix(search.accepted_count)
                                        return found.map { Int(UInt32(truncatingIfNeeded: $0) >> 1) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        #expect(visited.allSatisfy { $0 == 0 })
        return result
    }

    private static func withUnsafeMutableBuffers<A, B, Result>(
        _ a: inout [A], _ b: inout [B],
        _ body: (UnsafeMutableBufferPointer<A>, UnsafeMutableBufferPointer<B>) -> Result
    ) -> Result {
        a.withUnsafeMutableBufferPointer { a in b.withUnsafeMutableBufferPointer { b in body(a, b) } }
    }

    private static func product(_ a: [Float], _ b: [Float]) -> Double {
        zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }

    private static func withCodes(_ bytes: Int, _ body: (UnsafeMutablePointer<UInt8>) throws -> Void) throws {
        let memory = try #require(helpdesk_allocate(bytes))
        defer { helpdesk_deallocate(memory) }
        try body(memory.bindMemory(to: UInt8.self, capacity: bytes))
    }

    private static func withQuery(
        _ dimensions: Int, _ query: [Float], _ body: (helpdesk_code_query) throws -> Void
    ) throws {
        let padded = helpdesk_code_padded(dimensions)
        let memory = try #require(helpdesk_allocate(padded))
        defer { helpdesk_deallocate(memory) }
        var prepared = helpdesk_code_query(
            values: memory.bindMemory(to: Int8.self, capacity: padded), scale: 0, offset: 0)
        helpdesk_prepare_code_query(dimensions, query, &prepared)
        try body(prepared)
    }
}
