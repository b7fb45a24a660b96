import CHelpdeskKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The two layers of BERT's head for classification: classifier(tanh(pooler(x))). They are always float32: next to the
/// layers before them they cost nothing.
struct ClassifierWeights: Sendable {
    private let pooler: LinearWeights
    private let classifier: LinearWeights

    var labelCount: Int { classifier.outputs }

    /// Reads and packs the tensors of a `BertForSequenceClassification`.
    ///
    /// - Throws: ``EmbeddingError`` with the name of the tensor that is missing or of another shape.
    init(
        _ file: SafetensorsFile, configuration: BertConfiguration, labelCount: Int, instructionSet: helpdesk_isa
    ) throws(EmbeddingError) {
        var reader = try TensorReader(file, instructionSet)
        pooler = try reader.linear(
            ["pooler.dense"], outputs: configuration.hiddenSize, inputs: configuration.hiddenSize)
        reader.prefix = ""
        classifier = try reader.linear(["classifier"], outputs: labelCount, inputs: configuration.hiddenSize)
    }

    /// Writes the logits of one sequence.
    ///
    /// - Parameters:
    ///   - first: The row of the sequence's first token.
    ///   - logits: Room for `labelCount` floats.
    func callAsFunction(
        _ first: helpdesk_rows, scratch: EncoderScratch, into logits: UnsafeMutablePointer<Float>,
        instructionSet: helpdesk_isa
    ) {
        // The kernels write whole panels, so they need rows with room behind the last label.
        let pooled = scratch.pooled.all
        let padded = scratch.logits.all
        pooler(first, rows: 1, into: pooled, instructionSet: instructionSet)
        for column in 0..<pooler.outputs { pooled.values[column] = tanh(pooled.values[column]) }
        classifier(pooled, rows: 1, into: padded, instructionSet: instructionSet)
        logits.update(from: padded.values, count: labelCount)
    }
}
