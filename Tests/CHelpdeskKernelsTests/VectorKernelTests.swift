import CHelpdeskKernels
import Testing

/// Every variant of the distance kernels against a sum in double precision.
@Suite struct VectorKernelTests {
    static let sizes = Array(0...70) + [127, 128, 129, 384, 385, 1000]
    static let instructionSets = [HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_NEON].filter {
        helpdesk_supports($0) != 0
    }

    @Test(arguments: sizes) func variantsAgree(size: Int) {
        var generator = SplitMix(state: UInt64(size) + 1)
        let a = generator.floats(size)
        let b = generator.floats(size)
        let dot = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        let square = zip(a, b).reduce(0.0) { $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1)) }
        let tolerance = 1e-6 * Double(max(1, size))
        for isa in Self.instructionSets {
            #expect(abs(Double(helpdesk_dot(isa, a, b, size)) - dot) <= tolerance)
            #expect(abs(Double(helpdesk_squared_distance(isa, a, b, size)) - square) <= tolerance)
            #expect(helpdesk_squared_distance(isa, a, a, size) == 0)
        }
        #expect(abs(helpdesk_dot_wide(a, b, size) - dot) <= 1e-12 * Double(max(1, size)))
        #expect(abs(helpdesk_scaled_squared_distance_wide(a, 1, b, 1, size) - square) <= 1e-12 * Double(max(1, size)))
    }

    @Test(arguments: sizes) func nothingBehindTheEndIsRead(size: Int) {
        // A NaN behind the last component would show.
        var generator = SplitMix(state: 7)
        let a = generator.floats(size) + [.nan]
        let b = generator.floats(size) + [.nan]
        for isa in Self.instructionSets {
            #expect(helpdesk_dot(isa, a, b, size).isFinite)
            #expect(helpdesk_squared_distance(isa, a, b, size).isFinite)
        }
    }

    @Test(arguments: [1, 5, 16, 33, 384]) func rowsGiveTheBitsOfPairs(dimensions: Int) {
        var generator = SplitMix(state: 3)
        let stride = dimensions + 3
        let rows = generator.floats(20 * stride)
        let query = generator.floats(dimensions)
        let indices: [UInt32] = [3, 0, 19, 7, 7]
        var results = [Float](repeating: 0, count: 20)
        for isa in Self.instructionSets {
            helpdesk_dots(isa, query, rows, stride, indices, indices.count, dimensions, &results)
            for (place, index) in indices.enumerated() {
                let row = Array(rows[Int(index) * stride..<Int(index) * stride + dimensions])
                #expect(results[place].bitPattern == helpdesk_dot(isa, query, row, dimensions).bitPattern)
            }
            helpdesk_squared_distances(isa, query, rows, stride, nil, 20, dimensions, &results)
            for index in 0..<20 {
                let row = Array(rows[index * stride..<index * stride + dimensions])
                let pair = helpdesk_squared_distance(isa, query, row, dimensions)
                #expect(results[index].bitPattern == pair.bitPattern)
            }
        }
    }

    @Test func finitenessIsSeenAnywhere() {
        for size in [1, 7, 64] {
            for place in 0..<size {
                for bad in [Float.nan, .infinity, -.infinity] {
                    var values = [Float](repeating: .greatestFiniteMagnitude, count: size)
                    #expect(helpdesk_all_finite(values, size) == 1)
                    values[place] = bad
                    #expect(helpdesk_all_finite(values, size) == 0)
                }
            }
        }
        #expect(helpdesk_all_finite([], 0) == 1)
    }

    @Test func everyBitChangesTheHash() {
        var bytes = [UInt8](0..<45)
        let hash = helpdesk_hash(bytes, bytes.count, 0)
        for bit in 0..<bytes.count * 8 {
            bytes[bit / 8] ^= 1 << (bit % 8)
            #expect(helpdesk_hash(bytes, bytes.count, 0) != hash)
            bytes[bit / 8] ^= 1 << (bit % 8)
        }
        for length in 0..<bytes.count { #expect(helpdesk_hash(bytes, length, 0) != hash) }
        #expect(helpdesk_hash(bytes, bytes.count, 1) != hash)
    }

    @Test func memoryIsAlignedAndZeroed() {
        for size in [0, 1, 63, 64, 100_000] {
            let memory = helpdesk_allocate(size)
            #expect(memory != nil && UInt(bitPattern: memory) % 64 == 0)
            if let memory {
                #expect(UnsafeRawBufferPointer(start: memory, count: size).allSatisfy { $0 == 0 })
            }
            helpdesk_deallocate(memory)
        }
        #expect(helpdesk_allocate(.max) == nil)
        helpdesk_deallocate(nil)
    }
}

struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func floats(_ count: Int) -> [Float] {
        (0..<count).map { _ in Float(Int64(bitPattern: next()) >> 40) / Float(1 << 23) }
    }
}
