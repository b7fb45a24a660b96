import CHelpdeskKernels

/// A linear layer packed for the kernels of one instruction set.
struct LinearWeights: Sendable {
    let inputs: Int
    let outputs: Int
    private let panels: AlignedFloats
    private let bias: AlignedFloats
    private let panelStride: Int

    /// - Parameter weights: `outputs` rows of `inputs`, as PyTorch stores them.
    init(
        weights: AlignedFloats, bias: AlignedFloats, outputs: Int, inputs: Int, instructionSet: helpdesk_isa
    ) {
        let width = helpdesk_panel_width(instructionSet)
        self.inputs = inputs
        self.outputs = outputs
        self.bias = bias
        panelStride = width * inputs
        panels = AlignedFloats(count: helpdesk_packed_count(width, outputs, inputs))
        helpdesk_pack_weights(width, outputs, inputs, weights.start, panels.start)
    }

    /// result = activation(input · weightsᵀ + bias + addend), for the first `rows` rows.
    func callAsFunction(
        _ input: helpdesk_rows, rows: Int, adding addend: helpdesk_rows = helpdesk_rows(values: nil, stride: 0),
        activation: helpdesk_activation = HELPDESK_IDENTITY, into result: helpdesk_rows, instructionSet: helpdesk_isa
    ) {
        var layer = helpdesk_linear_layer(
            panels: panels.start, bias: bias.start, inputs: inputs, outputs: outputs, panel_stride: panelStride)
        helpdesk_linear(instructionSet, rows, input, &layer, addend, activation, result)
    }
}

/// The scale and shift of a layer normalization.
struct NormWeights: Sendable {
    let scale: AlignedFloats
    let shift: AlignedFloats
}

/// One layer of the encoder.
struct BertLayer: Sendable {
    /// Query, key and value of every head in one product.
    let projection: LinearWeights
    let attentionOutput: LinearWeights
    let attentionNorm: NormWeights
    let intermediate: LinearWeights
    let output: LinearWeights
    let outputNorm: NormWeights
}

/// All weights of the encoder.
struct BertWeights: Sendable {
    let words: AlignedFloats
    let positions: AlignedFloats
    let types: AlignedFloats
    let embeddingNorm: NormWeights
    let layers: [BertLayer]
}
