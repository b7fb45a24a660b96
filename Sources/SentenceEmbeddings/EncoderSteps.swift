import CHelpdeskKernels

/// The steps of a forward pass that treat each token by itself, done by a team of threads.
///
/// A matrix product is cut into panels of outputs, everything else into rows.
struct EncoderSteps {
    private let encoder: BertEncoder
    private let scratch: EncoderScratch
    private let team: StepTeam
    private let tokens: Int

    /// The least rows of a part, so that taking it costs less than doing it.
    private static let partRows = 8

    init(_ encoder: BertEncoder, _ scratch: EncoderScratch, _ team: StepTeam, tokens: Int) {
        self.encoder = encoder
        self.scratch = scratch
        self.team = team
        self.tokens = tokens
    }

    /// Normalizes `hidden`, and rounds it to what `next` reads.
    func normalize(_ norm: NormWeights, then next: LinearWeights?) {
        forRows { rows in
            helpdesk_layer_norm(
                encoder.instructionSet, rows.count, encoder.configuration.hiddenSize,
                scratch.hidden.from(rows.lowerBound), norm.scale.floats, norm.shift.floats,
                encoder.configuration.layerNormEpsilon)
            next?.prepare(
                scratch.hidden.all, rows: rows, into: scratch.numbers)
        }
    }

    /// Rounds rows to what a layer reads.
    func prepare(_ input: ActivationRows, for layer: LinearWeights) {
        guard layer.shape.precision != .float32 else { return }
        forRows { rows in
            layer.prepare(input.all, rows: rows, into: scratch.numbers)
        }
    }

    /// result = activation(input · weightsᵀ + bias + addend).
    func multiply(
        _ layer: LinearWeights, _ input: ActivationRows, _ numbers: NumberRows, adding addend: ActivationRows? = nil,
        activation: helpdesk_activation = HELPDESK_IDENTITY, into result: ActivationRows
    ) {
        forPanels(of: layer) { panels in
            layer.apply(
                input.all, numbers, rows: tokens, panels: panels, adding: addend?.all, activation: activation,
                into: result.all)
        }
    }

    /// sum += input · weightsᵀ + bias, where the layer is cut into blocks of its inputs.
    func multiply(blocks: [LinearWeights], _ input: ActivationRows, addingTo sum: ActivationRows) {
        guard let first = blocks.first else { return }
        if first.shape.precision != .float32 {
            forRows { rows in
                var column = 0
                for (block, numbers) in zip(blocks, scratch.blocks) {
                    let part = helpdesk_rows(values: input.all.values + column, stride: input.stride)
                    block.prepare(part, rows: rows, into: numbers)
                    column += block.inputs
                }
            }
        }
        forPanels(of: first) { panels in
            for (block, numbers) in zip(blocks, scratch.blocks) {
                block.apply(
                    input.all, numbers, rows: tokens, panels: panels, adding: sum.all, into: sum.all)
            }
        }
    }

    /// Rows in parts of nearly the same size.
    private func forRows(_ body: (Range<Int>) -> Void) {
        let parts = team.memberCount == 1 ? 1 : max(1, min(2 * team.memberCount, tokens / Self.partRows))
        team.run(parts: parts) { part, _ in body(tokens * part / parts..<tokens * (part + 1) / parts) }
    }

    /// Panels in parts of nearly the same size.
    private func forPanels(of layer: LinearWeights, _ body: (Range<Int>) -> Void) {
        let count = layer.panelCount
        let parts = team.memberCount == 1 ? 1 : min(count, 4 * team.memberCount)
        team.run(parts: parts) { part, _ in body(count * part / parts..<count * (part + 1) / parts) }
    }
}
