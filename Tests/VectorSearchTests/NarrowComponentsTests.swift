import Testing
import VectorSearch

/// Vectors of 16 and 8 bits a component.
@Suite struct NarrowComponentsTests {
    @Test func literalsAreStillFloats() async throws {
        let index = try HNSWIndex(.init(dimensions: 2, metric: .euclidean))
        let exact = try ExactIndex(.init(dimensions: 2, metric: .euclidean))
        // 0.1 has other digits in 16 bits.
        for entry in [VectorEntry(id: 1, vector: [0.1, 1]), VectorEntry(id: 2, vector: [1_000, 1])] {
            try index.insert([entry])
            try exact.insert([entry])
        }
        #expect(index.vector(for: 1) == [Float(0.1), 1] && VectorEntry(id: 3, vector: []).vector == [])
        let found = [VectorMatch(id: 1, distance: 0)]
        do {
            func calls() throws {
                #expect(try index.search([0.1, 1], count: 1) == found)
                #expect(try index.search([[0.1, 1]], count: 1) == [found])
                #expect(try index.search([[0.1, 1]], count: 1, filter: nil) == [found])
                #expect(try index.search([0.1, 1], count: 1, filter: nil, searchWidth: 9) == found)
                #expect(try index.search([[0.1, 1]], count: 1, filter: nil, searchWidth: nil) == [found])
                #expect(try index.search([], count: 1, filter: nil) == [])
                #expect(try exact.search([0.1, 1], count: 1) == found)
                #expect(try exact.search([[0.1, 1]], count: 1) == [found])
                #expect(try exact.search([0, 1], count: 1).map(\.id) == [1])
                let half: Float = 0.1
                #expect(try exact.search([half, 1], count: 1, filter: .excluding([2])) == found)
            }
            try calls()
        }
        let any: any VectorIndex = index
        #expect(try await any.search([0.1, 1], count: 1) == found)
        #expect(try await any.search([[0.1, 1]], count: 1, filter: nil) == [found])
        #expect(try await index.search([0.1, 1], count: 1) == found)
        #expect(try index.search([[0.1, 1]], count: 1) == [found])
        #expect(try index.search([[0.1, 1]], count: 1, filter: nil) == [found])
        #expect(try exact.search([[0.1, 1]], count: 1, filter: nil) == [found])
    }

    @Test func bytesTimesAScaleAreTheirFloats() throws {
        let all = Array(Int8.min ... .max)
        #expect(VectorEntry(id: 7, vector: all) == VectorEntry(id: 7, vector: all.map { Float($0) }))
        #expect(VectorEntry(id: 7, vector: all, scale: 0.01).vector == all.map { Float($0) * 0.01 })
        #expect(VectorEntry(id: 7, vector: all[3..<8]).vector == all[3..<8].map { Float($0) })
        #expect(VectorEntry(id: 7, vector: all.reversed() as ReversedCollection).vector.first == 127)
    }

    @Test func searchesByBytes() async throws {
        var generator = SeededGenerator(seed: 211)
        let rows = (0..<400).map { _ in (0..<20).map { _ in Int8.random(in: .min ... .max, using: &generator) } }
        let index = try HNSWIndex(.init(dimensions: 20, metric: .euclidean))
        let exact = try ExactIndex(.init(dimensions: 20, metric: .euclidean))
        let entries = rows.enumerated().map { VectorEntry(id: UInt64($0), vector: $1, scale: 0.02) }
        try index.insert(entries)
        try exact.insert(entries)
        let queries = Array(rows.prefix(20))
        let floats = queries.map { $0.map { Float($0) * 0.02 } }
        let expected = try exact.search(floats, count: 5)
        #expect(expected.map { $0[0] } == (0..<20).map { VectorMatch(id: $0, distance: 0) })
        #expect(try exact.search(queries, scale: 0.02, count: 5) == expected)
        #expect(try index.search(queries, scale: 0.02, count: 5, searchWidth: 400) == expected)
        try searchOne()
        let any: any VectorIndex = exact
        #expect(try await any.search(queries[3], scale: 0.02, count: 5) == expected[3])
        func searchOne() throws {
            #expect(try exact.search(queries[3], scale: 0.02, count: 5, filter: .excluding([3])).first?.id != 3)
            #expect(try index.search(queries[3], scale: 0.02, count: 5, searchWidth: 400) == expected[3])
        }
        #expect(code { _ = try index.search([queries[0].dropLast()].map(Array.init), count: 1) } == .wrongDimension)
        #expect(code { try index.insert([VectorEntry(id: 1, vector: rows[0], scale: .infinity)]) } == .notFinite)
    }

    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
        @Test func everyHalfIsItsFloat() {
            let all = (0...UInt16.max).map { Float16(bitPattern: $0) }
            let floats = VectorEntry(id: 1, vector: all).vector
            let wrong = zip(all, floats).count { half, float in
                half.isNaN ? !float.isNaN : Float(half).bitPattern != float.bitPattern
            }
            #expect(floats.count == 65_536 && wrong == 0)
            #expect(VectorEntry(id: 1, vector: all[60..<70]).vector == all[60..<70].map { Float($0) })
            #expect(VectorEntry(id: 1, vector: [Float16(0.5)].lazy.map { $0 * 2 }).vector == [1])
        }

        @Test func searchesByHalves() async throws {
            var generator = SeededGenerator(seed: 212)
            let rows = (0..<400).map { _ in generator.vector(20).map { Float16($0) } }
            let index = try HNSWIndex(.init(dimensions: 20, metric: .cosine))
            let exact = try ExactIndex(.init(dimensions: 20, metric: .cosine))
            let entries = rows.enumerated().map { VectorEntry(id: UInt64($0), vector: $1) }
            try index.insert(entries)
            try exact.insert(entries)
            let queries = Array(rows.prefix(20))
            let expected = try exact.search(queries.map { $0.map { Float($0) } }, count: 5)
            #expect(expected.map { $0[0] } == (0..<20).map { VectorMatch(id: $0, distance: 0) })
            #expect(try exact.search(queries, count: 5) == expected)
            #expect(try index.search(queries, count: 5, searchWidth: 400) == expected)
            try searchOne()
            let any: any VectorIndex = exact
            #expect(try await any.search(queries[3], count: 5) == expected[3])
            func searchOne() throws {
                #expect(try exact.search(queries[3], count: 5, filter: .excluding([3])).first?.id != 3)
                #expect(try index.search(queries[3], count: 5, searchWidth: 400) == expected[3])
            }
            let infinite = [Float16](repeating: .infinity, count: 20)
            #expect(code { _ = try index.search([infinite], count: 1) } == .notFinite)
            #expect(code { try exact.insert([VectorEntry(id: 1, vector: infinite)]) } == .notFinite)
            #expect(code { _ = try exact.search([infinite.dropLast()].map(Array.init), count: 1) } == .wrongDimension)
        }
    #endif
}
