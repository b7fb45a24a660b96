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
        let reader = try TensorReader(file)
        let hidden = configuration.hiddenSize
        // Before memory is asked for that a damaged configuration makes immense.
        try reader.check("pooler.dense", outputs: hidden, inputs: hidden)
        var classifierReader = reader
        classifierReader.prefix = ""
        try classifierReader.check("classifier", outputs: labelCount, inputs: hidden)
        func lay(out arena: inout WeightArena) -> (pooler: LinearWeights, classifier: LinearWeights) {
            func linear(_ outputs: Int, _ arena: inout WeightArena) -> LinearWeights {
                LinearWeights(
                    LinearWeights.Shape(
                        outputs: outputs, inputs: hidden, precision: .float32, instructionSet: instructionSet),
                    hasBias: true, hasInputFactors: false, in: &arena)
            }
            return (linear(hidden, &arena), linear(labelCount, &arena))
        }
        var counter = WeightArena()
        _ = lay(out: &counter)
        var arena = WeightArena(WeightMemory(count: counter.used))
        (pooler, classifier) = lay(out: &arena)
        let scratch = PackingScratch(
            weights: max(hidden, labelCount) * hidden, bias: max(hidden, labelCount), inputs: hidden)
        try scratch.fill(pooler, from: reader, ["pooler.dense"], smoothing: nil)
        try scratch.fill(classifier, from: classifierReader, ["classifier"], smoothing: nil)
    }

    /// Writes the logits of one sequence.
    ///
    /// - Parameters:
    ///   - first: The row of the sequence's first token.
    ///   - logits: Room for `labelCount` floats.
    func callAsFunction(
        _ first: helpdesk_rows, scratch: EncoderScratch, into logits: UnsafeMutablePointer<Float>
    ) {
        // The kernels write whole panels, so they need rows with room behind the last label.
        let pooled = scratch.pooled.all
        let padded = scratch.logits.all
        let none = NumberRows(rows: 0, columns: 0, precision: .float32)
        pooler.apply(
            first, none, rows: 1, panels: 0..<pooler.panelCount, into: pooled)
        for column in 0..<pooler.outputs { pooled.values[column] = tanh(pooled.values[column]) }
        classifier.apply(
            pooled, none, rows: 1, panels: 0..<classifier.panelCount, into: padded)
        logits.update(from: padded.values, count: labelCount)
    }
}
