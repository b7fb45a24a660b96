import CHelpdeskKernels
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The encoder's kernels against plain arithmetic in double precision, for every instruction set of this processor.
@Suite struct EncoderKernelTests {
    static let instructionSets = [HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_NEON]
        .filter { helpdesk_supports($0) != 0 }

    /// Rows of random numbers, with NaN where no kernel may look.
    private final class Rows {
        let rows: helpdesk_rows
        let columns: Int

        init(
            _ count: Int, _ columns: Int, _ generator: inout some RandomNumberGenerator,
            in range: ClosedRange<Float> = -1...1
        ) {
            self.columns = columns
            let stride = helpdesk_row_stride(columns)
            let values = UnsafeMutablePointer<Float>.allocate(capacity: max(1, count * stride))
            for row in 0..<count {
                for column in 0..<stride {
                    values[row * stride + column] = column < columns ? Float.random(in: range, using: &generator) : .nan
                }
            }
            rows = helpdesk_rows(values: values, stride: stride)
        }

        deinit { rows.values.deallocate() }

        subscript(row: Int, column: Int) -> Float {
            get { rows.values[row * rows.stride + column] }
            set { rows.values[row * rows.stride + column] = newValue }
        }
        subscript(row: Int) -> [Float] { (0..<columns).map { self[row, $0] } }
        func from(_ row: Int) -> helpdesk_rows {
            helpdesk_rows(values: rows.values + row * rows.stride, stride: rows.stride)
        }
    }

    private func random(_ count: Int, _ generator: inout some RandomNumberGenerator) -> [Float] {
        (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
    }

    /// Packs weights and calls helpdesk_linear.
    private func linear(
        _ isa: helpdesk_isa, rows: Int, _ input: helpdesk_rows, weights: [Float], bias: [Float], inputs: Int,
        outputs: Int,
        addend: helpdesk_rows = helpdesk_rows(values: nil, stride: 0),
        activation: helpdesk_activation = HELPDESK_IDENTITY,
        into result: helpdesk_rows
    ) {
        let width = helpdesk_panel_width(isa)
        var panels = [Float](repeating: .nan, count: helpdesk_packed_count(width, outputs, inputs))
        helpdesk_pack_weights(width, outputs, inputs, weights, &panels)
        let padded = bias + [Float](repeating: 0, count: helpdesk_row_stride(outputs) - bias.count)
        panels.withUnsafeBufferPointer { panels in
            padded.withUnsafeBufferPointer { bias in
                var layer = helpdesk_linear_layer(
                    panels: panels.baseAddress, bias: bias.baseAddress, inputs: inputs, outputs: outputs,
                    panel_stride: width * inputs)
                helpdesk_linear(isa, rows, input, &layer, addend, activation, result)
            }
        }
    }

    @Test(arguments: instructionSets)
    func linearLayersAgreeWithPlainSums(_ isa: helpdesk_isa) {
        var generator = SeededGenerator(1)
        var shapes = [(1, 1, 1), (1, 33, 5), (14, 32, 64), (15, 31, 17), (29, 65, 3), (64, 96, 48), (3, 384, 384)]
        for rows in 1...30 {
            shapes.append((rows, Int.random(in: 1...70, using: &generator), Int.random(in: 1...70, using: &generator)))
        }
        for (rows, outputs, inputs) in shapes {
            let input = Rows(rows, inputs, &generator)
            let addend = Rows(rows, outputs, &generator)
            // The columns up to the panel width are read, but what they hold does not matter.
            let weights = random(outputs * inputs, &generator)
            let bias = random(outputs, &generator)
            let plain = Rows(rows, outputs, &generator)
            let summed = Rows(rows, outputs, &generator)
            linear(
                isa, rows: rows, input.rows, weights: weights, bias: bias, inputs: inputs, outputs: outputs,
                into: plain.rows)
            linear(
                isa, rows: rows, input.rows, weights: weights, bias: bias, inputs: inputs, outputs: outputs,
                addend: addend.rows, activation: HELPDESK_RELU, into: summed.rows)
            var worst = 0.0
            for row in 0..<rows {
                for output in 0..<outputs {
                    let sum = (0..<inputs).reduce(Double(bias[output])) {
                        $0 + Double(input[row, $1]) * Double(weights[output * inputs + $1])
                    }
                    worst = max(worst, abs(sum - Double(plain[row, output])))
                    worst = max(worst, abs(max(0, sum + Double(addend[row, output])) - Double(summed[row, output])))
                }
            }
            #expect(worst < 1e-6 * (4 + Double(inputs).squareRoot()), "\(rows) x \(outputs) x \(inputs)")
        }
    }

    /// A row's result is the same, bit for bit, whatever rows are computed with it; adding in place works.
    @Test(arguments: instructionSets)
    func rowsDoNotDependOnEachOther(_ isa: helpdesk_isa) {
        var generator = SeededGenerator(2)
        let (inputs, outputs) = (77, 83)
        let input = Rows(40, inputs, &generator)
        let addend = Rows(40, outputs, &generator)
        let weights = random(outputs * inputs, &generator)
        let bias = random(outputs, &generator)
        let single = Rows(40, outputs, &generator)
        for row in 0..<40 {
            linear(
                isa, rows: 1, input.from(row), weights: weights, bias: bias, inputs: inputs, outputs: outputs,
                addend: addend.from(row), activation: HELPDESK_GELU, into: single.from(row))
        }
        for rows in 1...40 {
            for inPlace in [false, true] {
                let result = Rows(40, outputs, &generator)
                for row in 0..<40 { for column in 0..<outputs { result[row, column] = addend[row, column] } }
                linear(
                    isa, rows: rows, input.from(40 - rows), weights: weights, bias: bias, inputs: inputs,
                    outputs: outputs,
                    addend: inPlace ? result.from(40 - rows) : addend.from(40 - rows), activation: HELPDESK_GELU,
                    into: result.from(40 - rows))
                for row in 40 - rows..<40 { #expect(result[row] == single[row]) }
            }
        }
    }

    @Test(arguments: instructionSets)
    func attentionAgreesWithPlainSums(_ isa: helpdesk_isa) {
        var generator = SeededGenerator(3)
        for (tokens, heads, size) in [
            (1, 1, 1), (2, 2, 8), (7, 3, 12), (16, 2, 32), (33, 4, 20), (65, 1, 64), (129, 2, 33),
        ] {
            let hidden = heads * size
            let projected = Rows(tokens, 3 * hidden, &generator, in: -3...3)
            let context = Rows(tokens, hidden, &generator)
            var scratch = [Float](repeating: .nan, count: helpdesk_attention_scratch(isa, tokens, size))
            let scale = 1 / Float(size).squareRoot()
            // In two calls, as two threads would.
            let half = heads / 2
            helpdesk_attention(
                isa, tokens, heads, 0, half, size, scale, projected.rows, context.rows, &scratch)
            helpdesk_attention(
                isa, tokens, heads, half, heads - half, size, scale, projected.rows, context.rows, &scratch)
            var worst = 0.0
            for token in 0..<tokens {
                for head in 0..<heads {
                    let scores = (0..<tokens).map { other in
                        (0..<size).reduce(0.0) {
                            $0 + Double(projected[token, head * size + $1])
                                * Double(projected[other, hidden + head * size + $1])
                        } * Double(scale)
                    }
                    let highest = scores.max() ?? 0
                    let terms = scores.map { exp($0 - highest) }
                    let total = terms.reduce(0, +)
                    for column in 0..<size {
                        let expected = (0..<tokens).reduce(0.0) {
                            $0 + terms[$1] / total * Double(projected[$1, 2 * hidden + head * size + column])
                        }
                        worst = max(worst, abs(expected - Double(context[token, head * size + column])))
                    }
                }
            }
            #expect(worst < 5e-6, "\(tokens) tokens, \(heads) heads of \(size)")
        }
    }

    @Test(arguments: instructionSets)
    func activationsAgreeWithTheirFormulas(_ isa: helpdesk_isa) {
        var inputs: [Float] = (-120_000...120_000).map { Float($0) * 1e-4 }
        inputs += [-0.0, 1e-30, -1e-30, .leastNonzeroMagnitude, 5.55, -5.55, 100, -100, 1e4, -1e4, 1e30, -1e30]
        while inputs.count % 16 != 0 { inputs.append(0) }
        let formulas: [(helpdesk_activation, Double, (Double) -> Double)] = [
            (HELPDESK_IDENTITY, 0, { $0 }),
            (HELPDESK_RELU, 0, { max(0, $0) }),
            (HELPDESK_GELU_ROUGH, 8e-5, { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }),
            (HELPDESK_GELU, 1.2e-6, { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }),
            (
                HELPDESK_GELU_TANH, 1.2e-6,
                { $0 / 2 * (1 + tanh((2 / Double.pi).squareRoot() * ($0 + 0.044715 * $0 * $0 * $0))) }
            ),
        ]
        for (activation, tolerance, formula) in formulas {
            var values = inputs
            helpdesk_activate(isa, activation, values.count, &values)
            for (input, value) in zip(inputs, values) {
                let expected = formula(Double(input))
                let error = abs(Double(value) - expected)
                if !(error <= tolerance + 2e-7 * abs(expected)) {
                    Issue.record("\(activation.rawValue)(\(input)) = \(value), not \(expected)")
                }
            }
        }
    }

    @Test(arguments: instructionSets)
    func powersOfTwoAgreeWithExp2(_ isa: helpdesk_isa) {
        var inputs: [Float] = (0...126_000).map { Float($0) * -1e-3 } + [-0.0, -126.5, -1e3, -1e30, -.infinity]
        while inputs.count % 16 != 0 { inputs.append(0) }
        var values = inputs
        helpdesk_powers_of_two(isa, values.count, &values)
        for (input, value) in zip(inputs, values) {
            let expected = exp2(Double(input))
            if !(abs(Double(value) - expected) <= 3e-7 * expected + 2e-38) {
                Issue.record("2^\(input) = \(value), not \(expected)")
            }
        }
        #expect(values[0] == 1)
    }

    @Test(arguments: instructionSets)
    func rowKernelsAgreeWithPlainSums(_ isa: helpdesk_isa) {
        var generator = SeededGenerator(5)
        for columns in [1, 2, 7, 8, 15, 16, 17, 33, 100, 384] {
            let rows = 9
            let values = Rows(rows, columns, &generator, in: -2...5)
            let before = (0..<rows).map { values[$0].map(Double.init) }
            let scale = random(columns, &generator)
            let shift = random(columns, &generator)

            var mean = [Float](repeating: 0, count: columns)
            helpdesk_mean_rows(isa, rows, columns, values.rows, &mean)
            for column in 0..<columns {
                #expect(abs(Double(mean[column]) - before.reduce(0) { $0 + $1[column] } / 9) < 1e-5)
            }
            var most = [Float](repeating: 0, count: columns)
            helpdesk_max_rows(isa, rows, columns, values.rows, &most)
            for column in 0..<columns { #expect(Double(most[column]) == before.map { $0[column] }.max()) }
            helpdesk_max_rows(isa, 1, columns, values.rows, &most)
            #expect(most == values[0])
            for row in 0..<rows {
                let kept = values[row, columns - 1]
                values[row, columns - 1] = .nan
                helpdesk_max_rows(isa, rows, columns, values.rows, &most)
                #expect(most[columns - 1].isNaN)
                values[row, columns - 1] = kept
            }

            helpdesk_normalize(isa, columns, &mean)
            #expect(abs(mean.reduce(0) { $0 + Double($1) * Double($1) } - 1) < 1e-5)
            var zeros = [Float](repeating: 0, count: columns)
            helpdesk_normalize(isa, columns, &zeros)
            #expect(zeros.allSatisfy { $0 == 0 })

            helpdesk_layer_norm(isa, rows, columns, values.rows, scale, shift, 1e-5)
            for row in 0..<rows {
                let average = before[row].reduce(0, +) / Double(columns)
                let variance = before[row].reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(columns)
                for column in 0..<columns {
                    let expected =
                        (before[row][column] - average) / (variance + 1e-5).squareRoot() * Double(scale[column])
                        + Double(shift[column])
                    #expect(abs(expected - Double(values[row, column])) < 1e-5)
                }
            }
        }
    }

    @Test(arguments: instructionSets)
    func embeddingsAreSumsOfTheirTables(_ isa: helpdesk_isa) {
        var generator = SeededGenerator(6)
        let columns = 21
        let words = random(10 * columns, &generator)
        let types = random(2 * columns, &generator)
        let positions = random(8 * columns, &generator)
        let ids: [Int32] = [9, 0, 3, 3, 7]
        let typeIDs: [Int32] = [0, 1, 1, 0, 1]
        let result = Rows(5, columns, &generator)
        words.withUnsafeBufferPointer { words in
            types.withUnsafeBufferPointer { types in
                positions.withUnsafeBufferPointer { positions in
                    var tables = helpdesk_embedding_tables(
                        words: words.baseAddress, types: types.baseAddress, positions: positions.baseAddress,
                        columns: columns)
                    for given in [nil, typeIDs] {
                        if let given {
                            helpdesk_embed_tokens(isa, 5, ids, given, &tables, result.rows)
                        } else {
                            helpdesk_embed_tokens(isa, 5, ids, nil, &tables, result.rows)
                        }
                        for token in 0..<5 {
                            for column in 0..<columns {
                                let type = Int(given?[token] ?? 0)
                                let sum = words[Int(ids[token]) * columns + column] + types[type * columns + column]
                                #expect(result[token, column] == sum + positions[token * columns + column])
                            }
                        }
                    }
                }
            }
        }
    }

    /// The vectors of the specification's sanity checks, and lengths around each step of the algorithm.
    @Test func fingerprintsAreXXH64() {
        #expect(helpdesk_fingerprint(nil, 0, 0) == 0xEF46_DB37_51D8_E999)
        #expect(fingerprint("a") == 0xD24E_C4F1_A98C_6E5B)
        #expect(fingerprint("abc") == 0x44BC_2CF5_AD77_0999)
        #expect(fingerprint("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
    }

    private func fingerprint(_ text: String) -> UInt64 { helpdesk_fingerprint(text, text.utf8.count, 0) }
}

/// A reproducible random generator (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
