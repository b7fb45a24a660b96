import CHelpdeskKernels

extension Workload {
    /// Linear layers in whole numbers, for each instruction set. Rounding the rows counts.
    static let quantized: [Workload] = InstructionSet.available.flatMap { set in
        [
            linear("linear-int8-32x384-to-384", "32 rows of 384 by a layer of 384 in 8 bits", set, HELPDESK_INT8),
            linear("linear-int16-32x384-to-384", "32 rows of 384 by a layer of 384 in 16 bits", set, HELPDESK_INT16),
        ]
    }

    private static func linear(
        _ name: String, _ summary: String, _ set: InstructionSet, _ type: helpdesk_number_type
    ) -> Workload {
        let dimensions = 384
        let rows = 32
        return Workload("\(name)-\(set.name)", summary, counted: 4, tolerance: 2) { _ in
            let weights = KernelFloats(count: dimensions * dimensions, seed: 14)
            let panels = KernelFloats(
                count: helpdesk_quantized_panels_size(set.isa, type, dimensions, dimensions) / 4, seed: 15)
            let padded = helpdesk_row_stride(dimensions)
            let scales = KernelFloats(count: padded, seed: 16)
            let offsets = KernelFloats(count: padded, seed: 17)
            let scratch = KernelFloats(count: 2 * (dimensions + 16), seed: 18)
            helpdesk_quantize_weights(
                set.isa, type, dimensions, dimensions, weights.start, dimensions, nil, panels.start, scales.start,
                offsets.start, scratch.start)
            let stride = helpdesk_row_stride(dimensions)
            let input = KernelFloats(count: rows * stride, seed: 19)
            let result = KernelFloats(count: rows * stride, seed: 20)
            let numberStride = helpdesk_quantized_stride(type, dimensions)
            let numbers = KernelFloats(count: rows * numberStride / 4, seed: 21)
            let scalesAndShifts = KernelFloats(count: 2 * rows, seed: 22)
            return { count in
                let quantized = helpdesk_quantized_rows(
                    numbers: numbers.start, stride: numberStride, scales: scalesAndShifts.start,
                    shifts: scalesAndShifts.start + rows)
                var layer = helpdesk_quantized_layer(
                    type: type, panels: panels.start, scales: scales.start, offsets: offsets.start,
                    bias: offsets.start, inputs: dimensions, outputs: dimensions)
                for _ in 0..<count {
                    helpdesk_quantize_rows(
                        set.isa, type, rows, dimensions, helpdesk_rows(values: input.start, stride: stride), nil,
                        quantized)
                    helpdesk_quantized_linear(
                        set.isa, rows, quantized, &layer, 0, dimensions, helpdesk_rows(values: nil, stride: 0),
                        HELPDESK_IDENTITY, helpdesk_rows(values: result.start, stride: stride))
                }
                return Int(result.start[0])
            }
        }
    }
}
