import CHelpdeskKernels
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The linear layers in whole numbers against plain arithmetic on the same numbers, for every instruction set of this
/// processor.
@Suite struct QuantizedKernelTests {
    static let instructionSets = [
        HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_AVX512_VNNI, HELPDESK_NEON, HELPDESK_NEON_DOT,
    ].filter { helpdesk_supports($0) != 0 }
    static let types = [HELPDESK_INT16, HELPDESK_INT8]

    private static func width(_ isa: helpdesk_isa) -> Int {
        switch isa {
        case HELPDESK_AVX512_VNNI: helpdesk_panel_width(HELPDESK_AVX512)
        case HELPDESK_NEON_DOT: helpdesk_panel_width(HELPDESK_NEON)
        default: helpdesk_panel_width(isa)
        }
    }

    /// Rows of numbers, and what they stand for.
    private final class Numbers {
        let type: helpdesk_number_type
        let rows: helpdesk_quantized_rows
        private let isSigned: Bool

        init(_ isa: helpdesk_isa, _ type: helpdesk_number_type, rows count: Int, columns: Int) {
            self.type = type
            isSigned = isa == HELPDESK_NEON || isa == HELPDESK_NEON_DOT
            let stride = helpdesk_quantized_stride(type, columns)
            let bytes = UnsafeMutableRawPointer.allocate(byteCount: count * stride, alignment: 64)
            // What lies behind a row may be anything.
            bytes.initializeMemory(as: UInt8.self, repeating: 0xA5, count: count * stride)
            rows = helpdesk_quantized_rows(
                numbers: bytes, stride: stride, scales: .allocate(capacity: count), shifts: .allocate(capacity: count))
        }

        deinit {
            rows.numbers.deallocate()
            rows.scales.deallocate()
            rows.shifts.deallocate()
        }

        /// A number as it is stored.
        subscript(row: Int, column: Int) -> Int {
            let start = rows.numbers + row * rows.stride
            if type == HELPDESK_INT16 { return Int(start.load(fromByteOffset: 2 * column, as: Int16.self)) }
            return isSigned
                ? Int(start.load(fromByteOffset: column, as: Int8.self))
                : Int(start.load(fromByteOffset: column, as: UInt8.self))
        }

        func value(_ row: Int, _ column: Int) -> Double {
            Double(rows.scales[row]) * Double(self[row, column]) + Double(rows.shifts[row])
        }
    }

    /// A layer, packed, and its numbers.
    private struct Layer {
        let type: helpdesk_number_type
        let panels: [UInt8]
        let scales: [Float]
        let offsets: [Float]
        let inputs: Int
        let outputs: Int
        let width: Int

        init(
            _ isa: helpdesk_isa, _ type: helpdesk_number_type, _ weights: [Float], outputs: Int, inputs: Int,
            stride: Int? = nil, factors: [Float]? = nil
        ) {
            self.type = type
            self.inputs = inputs
            self.outputs = outputs
            width = QuantizedKernelTests.width(isa)
            let padded = (outputs + width - 1) / width * width
            var panels = [UInt8](
                repeating: 0xFF, count: helpdesk_quantized_panels_size(isa, type, outputs, inputs))
            var scales = [Float](repeating: .nan, count: padded)
            var offsets = [Float](repeating: .nan, count: padded)
            var scratch = [Float](repeating: .nan, count: 2 * (inputs + 16))
            (factors ?? []).withUnsafeBufferPointer { buffer in
                helpdesk_quantize_weights(
                    isa, type, outputs, inputs, weights, stride ?? inputs, factors == nil ? nil : buffer.baseAddress,
                    &panels, &scales, &offsets, &scratch)
            }
            self.panels = panels
            self.scales = scales
            self.offsets = offsets
        }

        /// The number of a weight: panel, group of 4 bytes, column, input.
        subscript(output: Int, input: Int) -> Int {
            let size = type == HELPDESK_INT8 ? 1 : 2
            let group = 4 / size
            let depth = (inputs + 15) / 16 * 16
            let at =
                output / width * width * depth * size + input / group * 4 * width + output % width * 4
                + input % group * size
            if size == 1 { return Int(Int8(bitPattern: panels[at])) }
            return Int(Int16(bitPattern: UInt16(panels[at]) | UInt16(panels[at + 1]) << 8))
        }
    }

    private func floats(
        _ rows: Int, _ columns: Int, _ generator: inout some RandomNumberGenerator,
        in range: ClosedRange<Float> = -1...1
    ) -> (helpdesk_rows, [Float]) {
        let stride = helpdesk_row_stride(columns)
        let values = (0..<rows * stride).map {
            $0 % stride < columns ? Float.random(in: range, using: &generator) : .nan
        }
        let memory = UnsafeMutablePointer<Float>.allocate(capacity: max(1, values.count))
        memory.initialize(from: values, count: values.count)
        return (helpdesk_rows(values: memory, stride: stride), values)
    }

    @Test(arguments: instructionSets, types)
    func roundedRowsAreWithinHalfAStep(_ isa: helpdesk_isa, _ type: helpdesk_number_type) {
        var generator = SeededGenerator(1)
        let limit = Int(helpdesk_row_limit(isa, type))
        for columns in [1, 2, 7, 8, 15, 16, 17, 33, 100, 384, 500] {
            for range: ClosedRange<Float> in [-1...1, 0...5, -7...0, 2...3, -1e-3...1e6] {
                let (input, values) = floats(9, columns, &generator, in: range)
                defer { input.values.deallocate() }
                for hasFactors in [false, true] {
                    let factors = (0..<columns).map { _ in Float.random(in: 0.2...3, using: &generator) }
                    let numbers = Numbers(isa, type, rows: 9, columns: columns)
                    helpdesk_quantize_rows(
                        isa, type, 9, columns, input, hasFactors ? factors : nil, numbers.rows)
                    for row in 0..<9 {
                        let step = Double(numbers.rows.scales[row])
                        for column in 0..<columns {
                            let factor = hasFactors ? factors[column] : 1
                            let value = Double(values[row * input.stride + column] * factor)
                            #expect(abs(numbers.value(row, column) - value) <= 0.502 * step + 1e-6 * abs(value))
                            if type == HELPDESK_INT16 { #expect(abs(numbers[row, column]) <= limit) }
                        }
                        let range = (0..<columns).map { numbers[row, $0] }
                        #expect((range.max() ?? 0) - (range.min() ?? 0) <= (type == HELPDESK_INT8 ? limit : 2 * limit))
                    }
                }
            }
        }
    }

    @Test(arguments: instructionSets, types)
    func rowsOfZerosStayZeroAndRowsThatAreNotFiniteAreMarked(_ isa: helpdesk_isa, _ type: helpdesk_number_type) {
        for columns in [1, 5, 16, 40] {
            for bad: Float in [.nan, .infinity, -.infinity] {
                for place in [0, columns - 1] {
                    var values = [Float](repeating: 0, count: 2 * helpdesk_row_stride(columns))
                    values[helpdesk_row_stride(columns) + place] = bad
                    let numbers = Numbers(isa, type, rows: 2, columns: columns)
                    values.withUnsafeMutableBufferPointer { buffer in
                        helpdesk_quantize_rows(
                            isa, type, 2, columns,
                            helpdesk_rows(values: buffer.baseAddress, stride: helpdesk_row_stride(columns)), nil,
                            numbers.rows)
                    }
                    for column in 0..<columns { #expect(numbers.value(0, column) == 0) }
                    #expect(numbers.rows.scales[1].isNaN)
                }
            }
        }
    }

    @Test(arguments: instructionSets, types)
    func weightsAreWithinHalfAStepAndCannotOverflow(_ isa: helpdesk_isa, _ type: helpdesk_number_type) {
        var generator = SeededGenerator(2)
        let limit = Int(helpdesk_row_limit(isa, type))
        for inputs in [1, 3, 15, 16, 17, 64, 384] {
            for kind in 0..<4 {
                let outputs = 37
                let weights = (0..<outputs * inputs).map { _ -> Float in
                    switch kind {
                    case 0: Float.random(in: -1...1, using: &generator)
                    case 1: Float.random(in: 0.9...1, using: &generator)
                    case 2: Bool.random(using: &generator) ? 1 : -1
                    default: 0
                    }
                }
                let factors = (0..<inputs).map { _ in Float.random(in: 0.5...2, using: &generator) }
                let layer = Layer(isa, type, weights, outputs: outputs, inputs: inputs, factors: factors)
                for output in 0..<outputs {
                    var total = 0
                    var sizes = 0
                    for input in 0..<inputs {
                        let weight = Double(weights[output * inputs + input] * factors[input])
                        let step = Double(layer.scales[output])
                        #expect(abs(Double(layer[output, input]) * step - weight) <= 0.502 * step)
                        total += layer[output, input]
                        sizes += abs(layer[output, input])
                        if type == HELPDESK_INT8 { #expect(abs(layer[output, input]) <= 127) }
                    }
                    #expect(abs(Double(layer.offsets[output]) - Double(layer.scales[output]) * Double(total)) < 1e-3)
                    #expect(sizes * limit <= Int(Int32.max))
                    guard type == HELPDESK_INT8, isa == HELPDESK_AVX2 || isa == HELPDESK_AVX512 else { continue }
                    for first in stride(from: 0, to: inputs, by: 8) {
                        for lane in [0, 2] {
                            let places = (0..<8).filter { $0 % 4 / 2 * 2 == lane }.map { $0 + first }
                            let numbers = places.filter { $0 < inputs }.map { layer[output, $0] }
                            #expect(numbers.filter { $0 > 0 }.reduce(0, +) * limit <= 32767)
                            #expect(numbers.filter { $0 < 0 }.reduce(0, +) * limit >= -32768)
                        }
                    }
                }
            }
        }
    }

    /// Products, bias, addend and activation, with inputs and weights that make the sums as large as they can be.
    @Test(arguments: instructionSets, types)
    func linearLayersAgreeWithPlainSums(_ isa: helpdesk_isa, _ type: helpdesk_number_type) {
        var generator = SeededGenerator(3)
        let width = Self.width(isa)
        var shapes = [(1, 1, 1), (14, 2 * width, 64), (15, width - 1, 17), (29, 3 * width + 1, 16), (3, 384, 384)]
        for rows in 1...30 {
            shapes.append((rows, Int.random(in: 1...100, using: &generator), Int.random(in: 1...70, using: &generator)))
        }
        for (number, (rows, outputs, inputs)) in shapes.enumerated() {
            let isExtreme = number % 3 == 0
            let (input, values) = floats(rows, inputs, &generator, in: isExtreme ? 1...1 : -2...3)
            defer { input.values.deallocate() }
            let weights = (0..<outputs * inputs).map { _ in
                isExtreme ? Float(1) : Float.random(in: -1...1, using: &generator)
            }
            let bias = (0..<(outputs + width)).map { _ in Float.random(in: -1...1, using: &generator) }
            let layer = Layer(isa, type, weights, outputs: outputs, inputs: inputs)
            let numbers = Numbers(isa, type, rows: rows, columns: inputs)
            helpdesk_quantize_rows(isa, type, rows, inputs, input, nil, numbers.rows)
            let (addend, addends) = floats(rows, outputs, &generator)
            let (result, _) = floats(rows, outputs, &generator)
            let (plain, _) = floats(rows, outputs, &generator)
            defer { for rows in [addend, result, plain] { rows.values.deallocate() } }
            layer.panels.withUnsafeBytes { panels in
                layer.scales.withUnsafeBufferPointer { scales in
                    layer.offsets.withUnsafeBufferPointer { offsets in
                        bias.withUnsafeBufferPointer { bias in
                            var kernel = helpdesk_quantized_layer(
                                type: type, panels: panels.baseAddress, scales: scales.baseAddress,
                                offsets: offsets.baseAddress, bias: bias.baseAddress, inputs: inputs, outputs: outputs)
                            helpdesk_quantized_linear(
                                isa, rows, numbers.rows, &kernel, 0, outputs, addend, HELPDESK_RELU, result)
                            kernel.bias = nil
                            // The second panel alone, where there is one, and in place.
                            let first = outputs > width ? width : 0
                            for row in 0..<rows {
                                for column in 0..<outputs { plain.values[row * plain.stride + column] = 1 }
                            }
                            let part = helpdesk_rows(values: plain.values + first, stride: plain.stride)
                            helpdesk_quantized_linear(
                                isa, rows, numbers.rows, &kernel, first, min(width, outputs - first), part,
                                HELPDESK_IDENTITY, part)
                        }
                    }
                }
            }
            for row in 0..<rows {
                for output in 0..<outputs {
                    let sum = (0..<inputs).reduce(0.0) {
                        $0 + numbers.value(row, $1) * Double(layer[output, $1]) * Double(layer.scales[output])
                    }
                    let tolerance = 3e-6 * (1 + abs(sum) + Double(inputs))
                    let expected = sum + Double(bias[output]) + Double(addends[row * addend.stride + output])
                    let found = Double(result.values[row * result.stride + output])
                    #expect(abs(max(0, expected) - found) < tolerance, "\(rows) x \(outputs) x \(inputs)")
                    let first = outputs > width ? width : 0
                    guard output >= first, output < first + width else { continue }
                    #expect(abs(sum + 1 - Double(plain.values[row * plain.stride + output])) < tolerance)
                }
                _ = values
            }
        }
    }

    /// A row's result is the same, bit for bit, whatever rows are computed with it.
    @Test(arguments: instructionSets, types)
    func rowsDoNotDependOnEachOther(_ isa: helpdesk_isa, _ type: helpdesk_number_type) {
        var generator = SeededGenerator(4)
        let (inputs, outputs) = (77, 83)
        let (input, _) = floats(40, inputs, &generator)
        let weights = (0..<outputs * inputs).map { _ in Float.random(in: -1...1, using: &generator) }
        let layer = Layer(isa, type, weights, outputs: outputs, inputs: inputs)
        func products(_ first: Int, _ rows: Int) -> [[Float]] {
            let numbers = Numbers(isa, type, rows: rows, columns: inputs)
            let part = helpdesk_rows(values: input.values + first * input.stride, stride: input.stride)
            helpdesk_quantize_rows(isa, type, rows, inputs, part, nil, numbers.rows)
            let (result, _) = floats(rows, outputs, &generator)
            defer { result.values.deallocate() }
            layer.panels.withUnsafeBytes { panels in
                layer.scales.withUnsafeBufferPointer { scales in
                    layer.offsets.withUnsafeBufferPointer { offsets in
                        var kernel = helpdesk_quantized_layer(
                            type: type, panels: panels.baseAddress, scales: scales.baseAddress,
                            offsets: offsets.baseAddress, bias: nil, inputs: inputs, outputs: outputs)
                        helpdesk_quantized_linear(
                            isa, rows, numbers.rows, &kernel, 0, outputs, helpdesk_rows(values: nil, stride: 0),
                            HELPDESK_GELU_ROUGH, result)
                    }
                }
            }
            return (0..<rows).map { row in (0..<outputs).map { result.values[row * result.stride + $0] } }
        }
        let single = (0..<40).flatMap { products($0, 1) }
        for rows in 1...40 { #expect(products(40 - rows, rows) == Array(single.suffix(rows))) }
        input.values.deallocate()
    }
}
