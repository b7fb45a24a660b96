import CHelpdeskKernels

/// Rows of activations, one per token of a batch.
struct ActivationRows {
    private let floats: AlignedFloats
    let stride: Int

    init(rows: Int, columns: Int) {
        stride = helpdesk_row_stride(columns)
        floats = AlignedFloats(count: rows * stride)
    }

    /// The rows from one on.
    func from(_ row: Int) -> helpdesk_rows { helpdesk_rows(values: floats.start + row * stride, stride: stride) }
    var all: helpdesk_rows { from(0) }
}

/// Rows of activations rounded to whole numbers, one per token of a batch.
struct NumberRows {
    private let numbers: AlignedFloats
    private let scales: AlignedFloats
    private let shifts: AlignedFloats
    let stride: Int

    /// No room at all in precision `float32`, where nothing is rounded.
    init(rows: Int, columns: Int, precision: EmbeddingPrecision) {
        stride = precision.numberType.map { helpdesk_quantized_stride($0, columns) } ?? 0
        numbers = AlignedFloats(count: rows * stride / MemoryLayout<Float>.stride)
        scales = AlignedFloats(count: stride == 0 ? 0 : rows)
        shifts = AlignedFloats(count: stride == 0 ? 0 : rows)
    }

    /// The rows from one on.
    func from(_ row: Int) -> helpdesk_quantized_rows {
        helpdesk_quantized_rows(
            numbers: UnsafeMutableRawPointer(numbers.start) + row * stride, stride: stride,
            scales: scales.start + row, shifts: shifts.start + row)
    }
    var all: helpdesk_quantized_rows { from(0) }
}

/// The intermediate results of a forward pass, kept for the next one.
///
/// `@unchecked Sendable`: the threads of one forward pass have it at a time, each writing rows, columns or pieces of its
/// own; see ``ScratchPool`` and ``StepTeam``.
final class EncoderScratch: @unchecked Sendable {
    let tokenCapacity: Int
    let memberCapacity: Int
    let hidden: ActivationRows
    let projected: ActivationRows
    let context: ActivationRows
    let intermediate: ActivationRows
    /// What the first three linear layers read, as numbers.
    let numbers: NumberRows
    /// What the last one reads, a block of columns after the other.
    let blocks: [NumberRows]
    private let attention: [AlignedFloats]
    /// One row, for a head that classifies.
    let pooled: ActivationRows
    /// One row, for a head that classifies.
    let logits: ActivationRows

    init(tokens: Int, members: Int, for encoder: BertEncoder) {
        let configuration = encoder.configuration
        let precision = encoder.weights.precision
        tokenCapacity = tokens
        memberCapacity = members
        hidden = ActivationRows(rows: tokens, columns: configuration.hiddenSize)
        projected = ActivationRows(rows: tokens, columns: 3 * configuration.hiddenSize)
        context = ActivationRows(rows: tokens, columns: configuration.hiddenSize)
        intermediate = ActivationRows(rows: tokens, columns: configuration.intermediateSize)
        numbers = NumberRows(rows: tokens, columns: configuration.hiddenSize, precision: precision)
        blocks = (encoder.weights.layers.first?.outputs ?? []).map {
            NumberRows(rows: tokens, columns: $0.inputs, precision: precision)
        }
        attention = (0..<members).map { _ in
            AlignedFloats(
                count: helpdesk_attention_scratch(
                    encoder.instructionSet, min(tokens, configuration.positionCount), configuration.headSize))
        }
        pooled = ActivationRows(rows: 1, columns: configuration.hiddenSize)
        logits = ActivationRows(rows: 1, columns: encoder.resultColumns)
    }

    /// Room for the attention of one of the threads.
    func attention(of member: Int) -> UnsafeMutablePointer<Float> { attention[member].start }
}
