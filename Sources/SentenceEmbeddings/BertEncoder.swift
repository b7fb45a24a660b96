package import CHelpdeskKernels

/// A BERT encoder in float32, from token identifiers to what its head makes of sentences: vectors or logits.
///
/// `forward` is in `BertEncoder+Forward.swift`; this file has what it works with.
package struct BertEncoder: Sendable {
    package let configuration: BertConfiguration
    package let instructionSet: helpdesk_isa
    let head: EncoderHead
    let weights: BertWeights

    init(
        _ file: SafetensorsFile, configuration: BertConfiguration, head: EncoderHead, instructionSet: helpdesk_isa
    ) throws(EmbeddingError) {
        self.configuration = configuration
        self.instructionSet = instructionSet
        self.head = head
        weights = try BertWeights(file, configuration: configuration, instructionSet: instructionSet)
    }

    /// The number of components of a sentence's result.
    var resultColumns: Int { head.columns(hiddenSize: configuration.hiddenSize) }

    var tables: helpdesk_embedding_tables {
        helpdesk_embedding_tables(
            words: weights.words.start, types: weights.types.start, positions: weights.positions.start,
            columns: configuration.hiddenSize)
    }

    var activation: helpdesk_activation {
        switch configuration.activation {
        case .gelu: HELPDESK_GELU
        case .geluTanh: HELPDESK_GELU_TANH
        case .relu: HELPDESK_RELU
        }
    }
}

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

/// The intermediate results of a forward pass, kept for the next one.
///
/// `@unchecked Sendable`: only one thread at a time has it, see ``ScratchPool``.
final class EncoderScratch: @unchecked Sendable {
    let tokenCapacity: Int
    let hidden: ActivationRows
    let projected: ActivationRows
    let context: ActivationRows
    let intermediate: ActivationRows
    let attention: AlignedFloats
    /// One row, for a head that classifies.
    let pooled: ActivationRows
    /// One row, for a head that classifies.
    let logits: ActivationRows

    init(tokens: Int, for encoder: BertEncoder) {
        let configuration = encoder.configuration
        tokenCapacity = tokens
        hidden = ActivationRows(rows: tokens, columns: configuration.hiddenSize)
        projected = ActivationRows(rows: tokens, columns: 3 * configuration.hiddenSize)
        context = ActivationRows(rows: tokens, columns: configuration.hiddenSize)
        intermediate = ActivationRows(rows: tokens, columns: configuration.intermediateSize)
        attention = AlignedFloats(
            count: helpdesk_attention_scratch(
                encoder.instructionSet, min(tokens, configuration.positionCount), configuration.headSize))
        pooled = ActivationRows(rows: 1, columns: configuration.hiddenSize)
        logits = ActivationRows(rows: 1, columns: encoder.resultColumns)
    }
}
