import CHelpdeskKernels

/// A linear layer packed for the kernels of one instruction set, in one of the precisions.
struct LinearWeights: Sendable {
    /// What a layer is, without its weights.
    struct Shape {
        var outputs: Int
        var inputs: Int
        var precision: EmbeddingPrecision
        /// Those of floats and of whole numbers.
        var instructionSet: helpdesk_isa
        var numberInstructionSet: helpdesk_isa

        init(outputs: Int, inputs: Int, precision: EmbeddingPrecision, instructionSet: helpdesk_isa) {
            self.outputs = outputs
            self.inputs = inputs
            self.precision = precision
            self.instructionSet = instructionSet
            numberInstructionSet = helpdesk_whole_number_isa(instructionSet)
        }

        /// The columns of a panel.
        var panelWidth: Int { helpdesk_panel_width(instructionSet) }

        /// `outputs`, rounded up to whole panels.
        var paddedOutputs: Int { (outputs + panelWidth - 1) / panelWidth * panelWidth }
    }

    let shape: Shape
    private let panels: WeightSlice
    private let bias: WeightSlice?
    /// Whole numbers only: what a number is worth, and the sum of an output's weights.
    private let scales: WeightSlice
    private let offsets: WeightSlice
    /// Whole numbers only: what the columns of the input are multiplied with before they are rounded.
    private let inputFactors: WeightSlice?

    var inputs: Int { shape.inputs }
    var outputs: Int { shape.outputs }

    /// Lays a layer out in an arena.
    init(_ shape: Shape, hasBias: Bool, hasInputFactors: Bool, in arena: inout WeightArena) {
        self.shape = shape
        if let type = shape.precision.numberType {
            panels = arena.take(
                bytes: helpdesk_quantized_panels_size(shape.numberInstructionSet, type, shape.outputs, shape.inputs))
            scales = arena.take(floats: shape.paddedOutputs)
            offsets = arena.take(floats: shape.paddedOutputs)
            inputFactors = hasInputFactors ? arena.take(floats: shape.inputs) : nil
        } else {
            panels = arena.take(floats: helpdesk_packed_count(shape.panelWidth, shape.outputs, shape.inputs))
            scales = arena.take(floats: 0)
            offsets = arena.take(floats: 0)
            inputFactors = nil
        }
        bias = hasBias ? arena.take(floats: shape.paddedOutputs) : nil
    }

    /// Packs weights.
    ///
    /// - Parameters:
    ///   - weights: `outputs` rows of `inputs`, `stride` floats apart, as PyTorch stores them.
    ///   - bias: `outputs` floats, where the layer has one.
    ///   - smoothing: What each input is divided by, and its weights are multiplied with, before they are rounded; empty
    ///     where the layer has no input factors.
    ///   - scratch: Room for two floats for each input.
    func fill(
        weights: UnsafePointer<Float>, stride: Int, bias source: UnsafePointer<Float>?, smoothing: ArraySlice<Float>,
        scratch: AlignedFloats
    ) {
        if let bias, let source { bias.floats.update(from: source, count: outputs) }
        guard let type = shape.precision.numberType else {
            helpdesk_pack_weights(shape.panelWidth, outputs, inputs, weights, panels.floats)
            return
        }
        if let inputFactors {
            for (input, factor) in smoothing.enumerated() { inputFactors.floats[input] = 1 / factor }
        }
        smoothing.withUnsafeBufferPointer { factors in
            helpdesk_quantize_weights(
                shape.numberInstructionSet, type, outputs, inputs, weights, stride,
                inputFactors == nil ? nil : factors.baseAddress,
                panels.bytes, scales.floats, offsets.floats, scratch.start)
        }
    }

    /// Rounds rows to what this layer reads. Floats are left as they are.
    func prepare(
        _ input: helpdesk_rows, rows: Range<Int>, into numbers: NumberRows
    ) {
        guard let type = shape.precision.numberType, !rows.isEmpty else { return }
        let first = helpdesk_rows(values: input.values + rows.lowerBound * input.stride, stride: input.stride)
        helpdesk_quantize_rows(
            shape.numberInstructionSet, type, rows.count, inputs, first, inputFactors?.floats,
            numbers.from(rows.lowerBound))
    }

    /// result = activation(input · weightsᵀ + bias + addend), for the first `rows` rows and the outputs of some panels.
    ///
    /// - Parameters:
    ///   - input: Rows of floats, read in precision `float32`.
    ///   - numbers: What ``prepare(_:rows:into:instructionSet:)`` has made of them, read in the others.
    func apply(
        _ input: helpdesk_rows, _ numbers: NumberRows, rows: Int, panels range: Range<Int>,
        adding addend: helpdesk_rows? = nil, activation: helpdesk_activation = HELPDESK_IDENTITY,
        into result: helpdesk_rows
    ) {
        let width = shape.panelWidth
        let first = range.lowerBound * width
        let count = min(range.upperBound * width, outputs) - first
        guard count > 0 else { return }
        let result = helpdesk_rows(values: result.values + first, stride: result.stride)
        let addend = helpdesk_rows(values: addend.map { $0.values + first }, stride: addend?.stride ?? 0)
        guard let type = shape.precision.numberType else {
            var layer = helpdesk_linear_layer(
                panels: UnsafePointer(panels.floats + first * inputs),
                bias: bias.map { UnsafePointer($0.floats + first) },
                inputs: inputs, outputs: count, panel_stride: width * inputs)
            helpdesk_linear(shape.instructionSet, rows, input, &layer, addend, activation, result)
            return
        }
        var layer = helpdesk_quantized_layer(
            type: type, panels: panels.bytes, scales: scales.floats, offsets: offsets.floats,
            bias: bias.map { UnsafePointer($0.floats) }, inputs: inputs, outputs: outputs)
        helpdesk_quantized_linear(
            shape.numberInstructionSet, rows, numbers.all, &layer, first, count, addend, activation, result)
    }

    /// The number of panels.
    var panelCount: Int { shape.paddedOutputs / shape.panelWidth }
}
