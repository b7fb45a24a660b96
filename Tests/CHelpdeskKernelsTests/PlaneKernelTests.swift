import CHelpdeskKernels
import Testing

/// Products with rows of byte planes have the same bits on every instruction set.
@Suite struct PlaneKernelTests {
    static let sets = [
        HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_AVX512_VNNI, HELPDESK_NEON, HELPDESK_NEON_DOT,
    ].filter {
        helpdesk_supports($0) != 0
    }

    /// Rows of whole numbers, split, with their scales.
    struct Rows {
        let stride: Int
        var values: [Int16] = []
        var high: [Int8] = []
        var low: [Int8] = []
        var scales: [Double] = []

        init(_ stride: Int, count: Int, _ value: (_ row: Int, _ place: Int) -> Int16) {
            self.stride = stride
            for row in 0..<count {
                for place in 0..<stride { values.append(value(row, place)) }
                scales.append(Double(row + 1) / 7)
            }
            high = Array(repeating: 0, count: values.count)
            low = Array(repeating: 0, count: values.count)
            helpdesk_plane_split(values.count, values, &high, &low)
        }

        func sum(_ query: [Int16], _ row: Int, coarse: Bool) -> Int64 {
            (0..<stride).reduce(Int64(0)) {
                let value = Int64(values[row * stride + $1])
                return $0 + Int64(query[$1]) * (coarse ? ((value + 128) >> 8) * 256 : value)
            }
        }

        func square(_ row: Int) -> Int64 {
            values[row * stride..<(row + 1) * stride].reduce(0) { $0 + Int64($1) * Int64($1) }
        }

        func withPlanes<Result>(_ body: (inout helpdesk_planes) -> Result) -> Result {
            high.withUnsafeBufferPointer { high in
                low.withUnsafeBufferPointer { low in
                    scales.withUnsafeBufferPointer { scales in
                        var planes = helpdesk_planes(
                            high: high.baseAddress, low: low.baseAddress, scales: scales.baseAddress, stride: stride)
                        return body(&planes)
                    }
                }
            }
        }

        func products(
            _ isa: helpdesk_isa, _ query: [Int16], coarse: Bool, _ rows: [UInt32]?, count: Int
        ) -> [Double] {
            var result = [Double](repeating: 0, count: count)
            withPlanes { helpdesk_plane_products(isa, &$0, query, 0.5, coarse ? 1 : 0, rows, 0, count, &result) }
            return result
        }
    }

    @Test(arguments: [64, 128, 384, 576, 1_024, 2_112, 65_536])
    func productsAreExact(stride: Int) {
        var generator = SystemRandomNumberGenerator()
        let extremes: [Int16] = [-32_512, 32_512, 0, -1, 255, -256]
        let rows = Rows(stride, count: 9) { row, place in
            row < 6
                ? extremes[(row + (row < 2 ? 0 : place)) % 6] : Int16.random(in: -32_512...32_512, using: &generator)
        }
        let queries: [[Int16]] = [
            Array(repeating: 32_512, count: stride), Array(repeating: -32_512, count: stride),
            (0..<stride).map { $0 % 2 == 0 ? 32_512 : -32_512 },
            (0..<stride).map { _ in Int16.random(in: -32_512...32_512, using: &generator) },
        ]
        let order: [UInt32] = [8, 0, 3, 3, 7, 1, 2, 5, 4, 6]
        for query in queries {
            for coarse in [false, true] {
                let all = (0..<9).map { Double(rows.sum(query, $0, coarse: coarse)) * (0.5 * rows.scales[$0]) }
                for isa in Self.sets {
                    #expect(rows.products(isa, query, coarse: coarse, nil, count: 9) == all)
                    #expect(
                        rows.products(isa, query, coarse: coarse, order, count: 10) == order.map { all[Int($0)] })
                }
            }
        }
    }

    @Test func nearnessIsThatOfTheWholeNumbers() {
        var generator = SystemRandomNumberGenerator()
        for stride in [64, 384, 2_112] {
            let rows = Rows(stride, count: 40) { _, _ in Int16.random(in: -32_512...32_512, using: &generator) }
            for isa in Self.sets {
                for candidate in UInt32(20)..<40 {
                    let products = (0..<20).map { other -> Double in
                        let values = Array(rows.values[other * stride..<(other + 1) * stride])
                        return Double(rows.sum(values, Int(candidate), coarse: false))
                            * (rows.scales[Int(candidate)] * rows.scales[other])
                    }
                    let sorted = products.sorted()
                    // Thresholds at, just above and far from the largest product.
                    for (threshold, expected) in [
                        (sorted[19], true), (sorted[19].nextUp, false), (sorted[5], true), (sorted[19] * 2 + 1, false),
                    ] {
                        let (isNear, order) = Self.isNear(isa, rows, candidate, threshold)
                        #expect(isNear == expected)
                        #expect(order.sorted() == Array(0..<20))
                        if isNear { #expect(products[Int(order[0])] >= threshold) }
                    }
                }
            }
        }
    }

    private static func isNear(
        _ isa: helpdesk_isa, _ rows: Rows, _ candidate: UInt32, _ threshold: Double
    ) -> (Bool, [UInt32]) {
        var order = (0..<20).map { UInt32($0) }
        let names = order
        let lengths = (0..<40).map { Double(rows.square($0)).squareRoot() }
        // A threshold in three parts, of which the last two cancel out.
        let parts = (0..<20).map { Double($0 % 3) }
        var values = [Int16](repeating: 0, count: 20 * rows.stride)
        var areJoined = [UInt8](repeating: 0, count: 20)
        let isNear = rows.withPlanes { planes in
            values.withUnsafeMutableBufferPointer { values in
                areJoined.withUnsafeMutableBufferPointer { areJoined in
                    order.withUnsafeMutableBufferPointer { order in
                        names.withUnsafeBufferPointer { names in
                            lengths.withUnsafeBufferPointer { lengths in
                                parts.withUnsafeBufferPointer { parts in
                                    var group = helpdesk_plane_group(
                                        rows: names.baseAddress, scales: planes.scales, lengths: lengths.baseAddress,
                                        addends: parts.baseAddress, factors: parts.baseAddress,
                                        values: values.baseAddress, are_joined: areJoined.baseAddress,
                                        order: order.baseAddress, count: 20)
                                    return helpdesk_plane_is_near(
                                        isa, &planes, &group, candidate, lengths[Int(candidate)], threshold, -1) != 0
                                }
                            }
                        }
                    }
                }
            }
        }
        for row in 0..<20 where areJoined[row] != 0 {
            let line = row * rows.stride..<(row + 1) * rows.stride
            #expect(Array(values[line]) == Array(rows.values[line]))
        }
        return (isNear, order)
    }

    @Test(arguments: [1, 63, 64, 65, 384]) func roundingIsToTheNearest(dimensions: Int) {
        var generator = SystemRandomNumberGenerator()
        for magnitude in [1e-37, 1e-30, 1, 1e30] as [Float] {
            let vector = (0..<dimensions).map { _ in Float.random(in: -3...3, using: &generator) * magnitude }
            var values = [Int16](repeating: 7, count: (dimensions + 63) / 64 * 64)
            let scale = helpdesk_plane_round(dimensions, vector, &values)
            let largest = vector.reduce(0) { max($0, abs($1)) }
            #expect(scale == Double(largest) / 32_512)
            #expect(values[dimensions...].allSatisfy { $0 == 0 })
            for (value, component) in zip(values, vector) {
                #expect(abs(Double(value) * scale - Double(component)) <= scale * 0.500_001)
            }
            #expect(
                helpdesk_plane_square(dimensions, values) == values.reduce(0) { $0 + Int64($1) * Int64($1) })
        }
        var values = [Int16](repeating: 7, count: (dimensions + 63) / 64 * 64)
        #expect(helpdesk_plane_round(dimensions, [Float](repeating: 0, count: dimensions), &values) == 0)
        #expect(values.allSatisfy { $0 == 0 })
    }
}
