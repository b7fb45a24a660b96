import CHelpdeskKernels
import Testing

/// What is not a number stays so, and constant rows are exact: nothing becomes a number that looks right.
@Suite struct OverflowKernelTests {
    private static let activations = [
        HELPDESK_IDENTITY, HELPDESK_GELU, HELPDESK_GELU_TANH, HELPDESK_RELU, HELPDESK_GELU_ROUGH,
    ]

    @Test(arguments: EncoderKernelTests.instructionSets)
    func activationsKeepWhatIsNotANumber(_ isa: helpdesk_isa) {
        for activation in Self.activations {
            for bad: Float in [.nan, -.nan, .infinity] {
                for place in 0..<16 {
                    var values = [Float](repeating: 0.5, count: 16)
                    values[place] = bad
                    helpdesk_activate(isa, activation, values.count, &values)
                    #expect(!values[place].isFinite, "\(activation.rawValue)(\(bad)) = \(values[place])")
                    #expect(values.indices.allSatisfy { $0 == place || values[$0].isFinite })
                }
            }
        }
    }

    @Test(arguments: EncoderKernelTests.instructionSets)
    func powersOfTwoKeepWhatIsNotANumber(_ isa: helpdesk_isa) {
        var values: [Float] = [.nan, 0, -.nan, -1] + [Float](repeating: -.infinity, count: 12)
        helpdesk_powers_of_two(isa, values.count, &values)
        #expect(values[0].isNaN && values[2].isNaN)
        #expect(values[1] == 1 && values[3] == 0.5 && values[4] < 1e-37)
    }

    /// Scores that overflow: without a check every key would get the same weight.
    @Test(arguments: EncoderKernelTests.instructionSets)
    func attentionKeepsWhatIsNotANumber(_ isa: helpdesk_isa) {
        let (heads, size) = (2, 5)
        let hidden = heads * size
        let stride = helpdesk_row_stride(3 * hidden)
        for tokens in [1, 2, 9, 40] {
            for bad in [(query: Float(1e30), key: Float(1e30)), (.nan, 1), (1, .nan), (1, .infinity)] {
                var projected = [Float](repeating: 0.5, count: tokens * stride)
                let place = tokens / 2
                projected[place * stride + 2] = bad.query
                projected[place * stride + hidden + 2] = bad.key
                var context = [Float](repeating: 0, count: tokens * helpdesk_row_stride(hidden))
                var scratch = [Float](repeating: 0, count: helpdesk_attention_scratch(isa, tokens, size))
                projected.withUnsafeMutableBufferPointer { projected in
                    context.withUnsafeMutableBufferPointer { context in
                        helpdesk_attention(
                            isa, tokens, heads, 0, heads, size, 0.5,
                            helpdesk_rows(values: projected.baseAddress, stride: stride),
                            helpdesk_rows(values: context.baseAddress, stride: helpdesk_row_stride(hidden)), &scratch)
                    }
                }
                let row = Array(context.dropFirst(place * helpdesk_row_stride(hidden)).prefix(hidden))
                for column in 0..<size {
                    #expect(!row[column].isFinite, "\(tokens) tokens, \(bad)")
                    #expect(abs(row[size + column] - 0.5) < 1e-5)
                }
            }
        }
    }

    /// The heads in parts, as several threads do them, give the same bits.
    @Test(arguments: EncoderKernelTests.instructionSets)
    func headsMayBeDoneInParts(_ isa: helpdesk_isa) {
        var generator = SeededGenerator(8)
        for (tokens, heads, size) in [(1, 3, 4), (7, 4, 32), (33, 6, 17), (40, 12, 8)] {
            let hidden = heads * size
            let (stride, width) = (helpdesk_row_stride(3 * hidden), helpdesk_row_stride(hidden))
            var projected = (0..<tokens * stride).map { _ in Float.random(in: -2...2, using: &generator) }
            func context(_ part: Int) -> [[Float]] {
                var context = [Float](repeating: .nan, count: tokens * width)
                var scratch = [Float](repeating: .nan, count: helpdesk_attention_scratch(isa, tokens, size))
                projected.withUnsafeMutableBufferPointer { projected in
                    context.withUnsafeMutableBufferPointer { context in
                        for first in Swift.stride(from: 0, to: heads, by: part) {
                            helpdesk_attention(
                                isa, tokens, heads, first, min(part, heads - first), size, 0.3,
                                helpdesk_rows(values: projected.baseAddress, stride: stride),
                                helpdesk_rows(values: context.baseAddress, stride: width), &scratch)
                        }
                    }
                }
                return (0..<tokens).map { Array(context[$0 * width..<$0 * width + hidden]) }
            }
            let whole = context(heads)
            for part in 1..<heads { #expect(context(part) == whole, "\(part) of \(heads) heads") }
        }
    }

    @Test(arguments: EncoderKernelTests.instructionSets)
    func lengthsAndVariancesThatOverflowGiveNoNumbers(_ isa: helpdesk_isa) {
        for columns in [1, 2, 7, 16, 33, 384] {
            var values = (0..<columns).map { $0.isMultiple(of: 2) ? Float(1e25) : -1e25 }
            let ones = [Float](repeating: 1, count: columns)
            var rows = values
            helpdesk_normalize(isa, columns, &values)
            #expect(values.allSatisfy { $0.isNaN })
            rows.withUnsafeMutableBufferPointer { buffer in
                helpdesk_layer_norm(
                    isa, 1, columns, helpdesk_rows(values: buffer.baseAddress, stride: columns), ones, ones, 1e-12)
            }
            // A single column has no variance.
            #expect(rows.allSatisfy { columns == 1 ? $0 == 1 : $0.isNaN })
        }
    }

    /// A row of numbers, with what turns them into floats.
    private struct Rounded {
        var numbers: [UInt8]
        var scale: Float
        var shift: Float
    }

    private static func rounded(
        _ isa: helpdesk_isa, _ type: helpdesk_number_type, _ values: [Float], factors: [Float]? = nil
    ) -> Rounded {
        let stride = helpdesk_quantized_stride(type, values.count)
        var numbers = [UInt8](repeating: 0xA5, count: stride)
        var values = values
        var floats: [Float] = [.nan, .nan]
        numbers.withUnsafeMutableBytes { bytes in
            values.withUnsafeMutableBufferPointer { row in
                floats.withUnsafeMutableBufferPointer { floats in
                    helpdesk_quantize_rows(
                        isa, type, 1, row.count, helpdesk_rows(values: row.baseAddress, stride: row.count), factors,
                        helpdesk_quantized_rows(
                            numbers: bytes.baseAddress, stride: stride, scales: floats.baseAddress,
                            shifts: floats.baseAddress.map { $0 + 1 }))
                }
            }
        }
        return Rounded(numbers: numbers, scale: floats[0], shift: floats[1])
    }

    @Test(arguments: QuantizedKernelTests.instructionSets, QuantizedKernelTests.types)
    func constantRowsAreWithinHalfAStep(_ isa: helpdesk_isa, _ type: helpdesk_number_type) {
        let isSigned = isa == HELPDESK_NEON || isa == HELPDESK_NEON_DOT
        for columns in [1, 3, 16, 17, 100] {
            for constant: Float in [0, 1, -1, 1e-20, -1e-20, 1e-36, 1e30, -1e30, 3.4e38, -3.4e38] {
                let row = Self.rounded(isa, type, [Float](repeating: constant, count: columns))
                for column in 0..<columns {
                    let number: Int
                    if type == HELPDESK_INT16 {
                        let (low, high) = (row.numbers[2 * column], row.numbers[2 * column + 1])
                        number = Int(Int16(bitPattern: UInt16(low) | UInt16(high) << 8))
                    } else {
                        number =
                            isSigned ? Int(Int8(bitPattern: row.numbers[column])) : Int(row.numbers[column])
                    }
                    let value = Double(row.scale) * Double(number) + Double(row.shift)
                    let tolerance = 0.502 * Double(row.scale) + 1e-6 * Double(abs(constant)) + 1e-30
                    #expect(abs(value - Double(constant)) <= tolerance, "\(constant) became \(value)")
                }
            }
        }
    }

    /// Rows and weights so large that no scale can hold them.
    @Test(arguments: QuantizedKernelTests.instructionSets, QuantizedKernelTests.types)
    func whatNoScaleCanHoldIsMarked(_ isa: helpdesk_isa, _ type: helpdesk_number_type) {
        let values: [Float] = [3e38, -3e38, 0, 1]
        // Numbers of 16 bits have no shift, so both ends fit.
        let plain = Self.rounded(isa, type, values)
        #expect(type == HELPDESK_INT16 ? plain.scale > 1e34 && plain.scale < 1e35 : plain.scale.isNaN)
        #expect(Self.rounded(isa, type, values, factors: [1e6, 1, 1, 1]).scale.isNaN)

        for weights: [Float] in [[3e38, 1, -1, 0], [1e38, 1e38, 1e38, 1e38]] {
            var panels = [UInt8](repeating: 0, count: helpdesk_quantized_panels_size(isa, type, 1, 4))
            var scales = [Float](repeating: 0, count: 64)
            var offsets = scales
            var scratch = scales
            helpdesk_quantize_weights(
                isa, type, 1, 4, weights, 4, [1e6, 1e6, 1e6, 1e6], &panels, &scales, &offsets, &scratch)
            #expect(!scales[0].isFinite && !offsets[0].isFinite)
        }
    }
}
