import CHelpdeskKernels
import Testing

/// Screening codes against what they are defined to be, and every variant of their kernels against the scalar one.
@Suite struct ScreenKernelTests {
    static let dimensions = [1, 31, 63, 64, 65, 100, 127, 128, 384, 768, 1000, 4096]
    static let instructionSets = [
        HELPDESK_SCREEN_SCALAR, HELPDESK_SCREEN_AVX2, HELPDESK_SCREEN_AVX512, HELPDESK_SCREEN_AVX512_VNNI,
        HELPDESK_SCREEN_NEON, HELPDESK_SCREEN_NEON_DOT,
    ].filter { helpdesk_screen_supports($0) != 0 }

    /// A hit that can be compared.
    struct Hit: Hashable, Comparable {
        var query: UInt32
        var row: UInt32
        var bits: UInt32

        static func < (a: Hit, b: Hit) -> Bool { (a.query, a.row, a.bits) < (b.query, b.row, b.bits) }
    }

    /// Codes, queries and what is known of both, on cache lines.
    final class Fixture {
        let dimensions: Int
        let stride: Int
        let codes: UnsafeMutablePointer<UInt8>
        let values: UnsafeMutablePointer<Int8>
        var rows: [helpdesk_screen_row]
        var queries: [helpdesk_screen_query]

        /// `code` and `value` give numbers of -127...127.
        init(
            _ dimensions: Int, rows: Int, queries: Int, _ generator: inout SplitMix, code: (Int) -> Int,
            value: (Int) -> Int
        ) {
            self.dimensions = dimensions
            let stride = helpdesk_screen_stride(dimensions)
            self.stride = stride
            codes = UnsafeMutableRawPointer.allocate(byteCount: rows * stride, alignment: 64)
                .bindMemory(to: UInt8.self, capacity: rows * stride)
            values = UnsafeMutableRawPointer.allocate(byteCount: queries * stride, alignment: 64)
                .bindMemory(to: Int8.self, capacity: queries * stride)
            for i in 0..<rows * stride { codes[i] = UInt8(128 + (i % stride < dimensions ? code(i) : 0)) }
            for i in 0..<queries * stride { values[i] = i % stride < dimensions ? Int8(value(i)) : 0 }
            self.rows = []
            self.queries = []
            for _ in 0..<rows {
                let numbers = generator.floats(4)
                self.rows.append(
                    .init(factor: numbers[0] + 2, residual: numbers[1], length: numbers[2], addend: numbers[3]))
            }
            for query in 0..<queries {
                let start = values + query * stride
                let numbers = generator.floats(3)
                let total = (0..<stride).reduce(Int32(0)) { $0 + Int32(start[$1]) }
                self.queries.append(
                    .init(
                        values: start, total: total, product: numbers[0], length: numbers[1], error: numbers[2],
                        limit: query % 5 == 3 ? 0 : query % 5 == 4 ? -.infinity : .infinity))
            }
        }

        deinit {
            codes.deallocate()
            values.deallocate()
        }

        func hits(_ isa: helpdesk_screen_isa, _ selected: [UInt32]?, first: Int, count: Int) -> [Hit] {
            let empty = helpdesk_screen_hit(bound: 0, row: 0, query: 0)
            var hits = [helpdesk_screen_hit](repeating: empty, count: count * queries.count)
            let written = queries.withUnsafeBufferPointer { queries in
                rows.withUnsafeBufferPointer { rows in
                    (selected ?? []).withUnsafeBufferPointer { places in
                        var request = helpdesk_screen_request(
                            queries: queries.baseAddress, query_count: queries.count, codes: codes,
                            descriptions: rows.baseAddress, stride: stride,
                            rows: selected == nil ? nil : places.baseAddress, first: first, count: count)
                        return helpdesk_screen(isa, &request, &hits)
                    }
                }
            }
            return hits.prefix(written).map { Hit(query: $0.query, row: $0.row, bits: $0.bound.bitPattern) }.sorted()
        }

        /// What the hits are defined to be.
        func expected(_ selected: [UInt32]) -> [Hit] {
            var hits: [Hit] = []
            for (place, query) in queries.enumerated() {
                for row in selected {
                    let code = codes + Int(row) * stride
                    let sum = (0..<dimensions).reduce(0) { $0 + (Int(code[$1]) - 128) * Int(query.values[$1]) }
                    let known = rows[Int(row)]
                    let product = Float(sum) * query.product * known.factor
                    let error = query.length * known.residual + query.error * known.length
                    let bound = (known.addend - product) - error
                    if bound <= query.limit {
                        hits.append(Hit(query: UInt32(place), row: row, bits: bound.bitPattern))
                    }
                }
            }
            return hits.sorted()
        }
    }

    @Test(arguments: dimensions, [1, 3, 4, 9, 64]) func variantsAgree(dimensions: Int, queries: Int) {
        var generator = SplitMix(state: UInt64(dimensions * 100 + queries))
        var numbers = generator
        let fixture = Fixture(
            dimensions, rows: 37, queries: queries, &generator, code: { _ in Int(numbers.next() % 255) - 127 },
            value: { i in (i * 7919 + i / 13 * 31) % 255 - 127 })
        let gathered: [UInt32] = [36, 0, 5, 5, 17, 2, 3, 30, 31, 32, 33, 34, 35, 1, 4, 6, 7, 8, 9]
        for isa in Self.instructionSets {
            for (first, count) in [(0, 37), (3, 16), (5, 17), (36, 1)] {
                #expect(
                    fixture.hits(isa, nil, first: first, count: count)
                        == fixture.expected((first..<first + count).map { UInt32($0) }))
            }
            #expect(
                fixture.hits(isa, gathered, first: 0, count: gathered.count) == fixture.expected(gathered))
        }
    }

    @Test(arguments: [64, 1000, 65_536]) func theLargestSumsAreExact(dimensions: Int) {
        var generator = SplitMix(state: 1)
        for (code, value) in [(127, 127), (-127, 127), (127, -127), (-127, -127)] {
            let fixture = Fixture(
                dimensions, rows: 18, queries: 5, &generator, code: { $0 % 3 == 1 ? -code : code },
                value: { $0 % 3 == 1 ? -value : value })
            let expected = fixture.expected((0..<18).map { UInt32($0) })
            for isa in Self.instructionSets {
                #expect(fixture.hits(isa, nil, first: 0, count: 18) == expected)
            }
        }
    }

    @Test(arguments: dimensions) func codesAreNearAndTheirErrorsKnown(dimensions: Int) {
        var generator = SplitMix(state: UInt64(dimensions))
        let stride = helpdesk_screen_stride(dimensions)
        #expect(stride % 64 == 0 && stride >= dimensions && stride < dimensions + 64)
        for scale: Float in [1, 1e-30, 1e30] {
            let vector = generator.floats(dimensions).map { $0 * scale }
            var code = [UInt8](repeating: 1, count: stride)
            var values = [Int8](repeating: 1, count: stride)
            let rounding = helpdesk_screen_encode(dimensions, vector, &code)
            let other = helpdesk_screen_encode_query(dimensions, vector, &values)
            #expect(rounding.scale == other.scale && rounding.residual == other.residual)
            #expect(code.map { Int($0) - 128 } == values.map(Int.init))
            #expect(values.allSatisfy { $0 >= -127 } && values.dropFirst(dimensions).allSatisfy { $0 == 0 })
            #expect(values.contains { abs(Int($0)) == 127 })
            let rest = zip(vector, values).map { Double($0) - rounding.scale * Double($1) }
            #expect(rest.allSatisfy { abs($0) <= rounding.scale * 0.5001 })
            let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
            #expect(abs(length - rounding.residual) <= 1e-9 * length)
        }
    }

    @Test func oddVectorsHaveCodes() {
        for (vector, residual) in [
            ([Float](repeating: 0, count: 70), 0.0), ([Float](repeating: .leastNonzeroMagnitude, count: 64), 1.1e-44),
            ([Float](repeating: .greatestFiniteMagnitude, count: 64), 1e36),
        ] {
            var code = [UInt8](repeating: 1, count: 128)
            let rounding = helpdesk_screen_encode(vector.count, vector, &code)
            #expect(rounding.scale.isFinite && rounding.residual <= residual * 1.1)
        }
    }

    @Test func theBestInstructionSetIsSupported() {
        for isa in [HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_NEON] {
            #expect(helpdesk_screen_supports(helpdesk_best_screen_isa(isa)) == 1)
        }
        #expect(helpdesk_best_screen_isa(HELPDESK_SCALAR) == HELPDESK_SCREEN_SCALAR)
        #expect(helpdesk_screen_supports(HELPDESK_SCREEN_SCALAR) == 1)
    }
}
