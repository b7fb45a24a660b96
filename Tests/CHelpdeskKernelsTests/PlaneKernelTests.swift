import CHelpdeskKernels
import Testing

/// Products with rows of byte planes have the same bits on every instruction set.
@Suite struct PlaneKernelTests {
    static let sets = [HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_NEON].filter {
        helpdesk_supports($0) != 0
    }

    /// Rows of whole numbers, split, with their scales.
    struct Rows {
        let stride: Int
        var values: [Int16] = []
        var high: [Int8] = []
        var low: [UInt8] = []
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
                // The middle of what numbers with the same upper half can be.
                return $0 + Int64(query[$1]) * (coarse ? (value >> 8) * 256 + 128 : value)
            }
        }

        func products(
            _ isa: helpdesk_isa, _ query: [Int16], coarse: Bool, _ rows: [UInt32]?, count: Int
        ) -> [Double] {
            var result = [Double](repeating: 0, count: count)
            high.withUnsafeBufferPointer { high in
                low.withUnsafeBufferPointer { low in
                    scales.withUnsafeBufferPointer { scales in
                        var planes = helpdesk_planes(
                            high: high.baseAddress, low: low.baseAddress, scales: scales.baseAddress, stride: stride)
                        helpdesk_plane_products(
                            isa, &planes, query, 0.5, coarse ? 1 : 0, rows, 0, count, &result)
                    }
                }
            }
            return result
        }
    }

    @Test(arguments: [64, 128, 384, 576, 1_024, 2_112, 65_536])
    func productsAreExact(stride: Int) {
        var generator = SystemRandomNumberGenerator()
        let extremes: [Int16] = [-32_767, 32_767, 0, -1, 255, -256]
        let rows = Rows(stride, count: 9) { row, place in
            row < 6
                ? extremes[(row + (row < 2 ? 0 : place)) % 6] : Int16.random(in: -32_767...32_767, using: &generator)
        }
        let queries: [[Int16]] = [
            Array(repeating: 32_767, count: stride), Array(repeating: -32_767, count: stride),
            (0..<stride).map { $0 % 2 == 0 ? 32_767 : -32_767 },
            (0..<stride).map { _ in Int16.random(in: -32_767...32_767, using: &generator) },
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
            let rows = Rows(stride, count: 40) { _, _ in Int16.random(in: -32_767...32_767, using: &generator) }
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
        let stride = rows.stride
        var values = [Int16](repeating: 0, count: 20 * stride)
        var sums = [Int64](repeating: 0, count: 40)
        var order = (0..<20).map { UInt32($0) }
        // A threshold in three parts.
        let addends = (0..<20).map { Double($0 % 3) }
        let factors = (0..<20).map { Double($0 % 3) }
        var result = false
        rows.high.withUnsafeBufferPointer { high in
            rows.low.withUnsafeBufferPointer { low in
                rows.scales.withUnsafeBufferPointer { scales in
                    values.withUnsafeMutableBufferPointer { values in
                        sums.withUnsafeMutableBufferPointer { sums in
                            for row in 0..<20 {
                                helpdesk_plane_join(
                                    isa, stride, high.baseAddress! + row * stride, low.baseAddress! + row * stride,
                                    values.baseAddress! + row * stride, sums.baseAddress! + 2 * row)
                            }
                            order.withUnsafeMutableBufferPointer { order in
                                addends.withUnsafeBufferPointer { addends in
                                    factors.withUnsafeBufferPointer { factors in
                                        var planes = helpdesk_planes(
                                            high: high.baseAddress, low: low.baseAddress, scales: scales.baseAddress,
                                            stride: stride)
                                        var group = helpdesk_plane_group(
                                            values: values.baseAddress, sums: sums.baseAddress,
                                            scales: scales.baseAddress, addends: addends.baseAddress,
                                            factors: factors.baseAddress, order: order.baseAddress, count: 20)
                                        // Addend and factor cancel out.
                                        result =
                                            helpdesk_plane_is_near(isa, &planes, &group, candidate, threshold, -1) != 0
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        #expect(Array(values) == Array(rows.values[..<(20 * stride)]))
        for row in 0..<20 {
            let line = rows.values[row * stride..<(row + 1) * stride]
            #expect(sums[2 * row] == line.reduce(0) { $0 + Int64($1) })
            #expect(sums[2 * row + 1] == line.reduce(0) { $0 + abs(Int64($1)) })
        }
        return (result, order)
    }

    @Test(arguments: [1, 63, 64, 65, 384]) func roundingIsToTheNearest(dimensions: Int) {
        var generator = SystemRandomNumberGenerator()
        for magnitude in [1e-37, 1e-30, 1, 1e30] as [Float] {
            let vector = (0..<dimensions).map { _ in Float.random(in: -3...3, using: &generator) * magnitude }
            var values = [Int16](repeating: 7, count: (dimensions + 63) / 64 * 64)
            let scale = helpdesk_plane_round(dimensions, vector, &values)
            let largest = vector.reduce(0) { max($0, abs($1)) }
            #expect(scale == Double(largest) / 32_767)
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
