import CHelpdeskKernels

extension BertWeights {
    /// Reads and packs the tensors that a configuration asks for into the memory this was laid out in. Tensors that are
    /// not needed (a pooler, position numbers) are not looked at.
    func fill(
        from reader: TensorReader, _ configuration: BertConfiguration, calibration: ModelCalibration?
    ) throws(EmbeddingError) {
        let hidden = configuration.hiddenSize
        try reader.read(
            "embeddings.position_embeddings.weight", [configuration.positionCount, hidden], into: positions)
        try reader.read("embeddings.token_type_embeddings.weight", [configuration.typeCount, hidden], into: types)
        try reader.read("embeddings.LayerNorm", hidden, into: embeddingNorm)
        let largest = max(3 * hidden, configuration.intermediateSize)
        let scratch = PackingScratch(weights: largest * hidden, bias: largest, inputs: configuration.intermediateSize)
        for (number, layer) in layers.enumerated() {
            let name = "encoder.layer.\(number)."
            let smoothing = calibration?.layers[number]
            try scratch.fill(
                layer.projection, from: reader, ["query", "key", "value"].map { name + "attention.self." + $0 },
                smoothing: smoothing?.projection)
            try scratch.fill(
                layer.attentionOutput, from: reader, [name + "attention.output.dense"],
                smoothing: smoothing?.attentionOutput)
            try reader.read(name + "attention.output.LayerNorm", hidden, into: layer.attentionNorm)
            try scratch.fill(
                layer.intermediate, from: reader, [name + "intermediate.dense"], smoothing: smoothing?.intermediate)
            try scratch.fill(layer.outputs, from: reader, name + "output.dense", smoothing: smoothing?.output)
            try reader.read(name + "output.LayerNorm", hidden, into: layer.outputNorm)
        }
    }

    /// Refuses tensors that are not there or of other shapes.
    static func check(_ reader: TensorReader, _ configuration: BertConfiguration) throws(EmbeddingError) {
        let hidden = configuration.hiddenSize
        try reader.check("embeddings.position_embeddings.weight", [configuration.positionCount, hidden])
        try reader.check("embeddings.token_type_embeddings.weight", [configuration.typeCount, hidden])
        for number in 0..<configuration.layerCount { try check(reader, number, configuration) }
    }

    /// Refuses linear layers that are not there or of other shapes.
    private static func check(
        _ reader: TensorReader, _ number: Int, _ configuration: BertConfiguration
    ) throws(EmbeddingError) {
        let name = "encoder.layer.\(number)."
        let (hidden, intermediate) = (configuration.hiddenSize, configuration.intermediateSize)
        for part in ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"] {
            try reader.check(name + part, outputs: hidden, inputs: hidden)
        }
        try reader.check(name + "intermediate.dense", outputs: intermediate, inputs: hidden)
        try reader.check(name + "output.dense", outputs: hidden, inputs: intermediate)
    }
}

/// Room for one linear layer in floats, on its way to the packed weights.
struct PackingScratch {
    let weights: AlignedFloats
    let bias: AlignedFloats
    let rounding: AlignedFloats

    init(weights: Int, bias: Int, inputs: Int) {
        self.weights = AlignedFloats(count: weights)
        self.bias = AlignedFloats(count: bias)
        // Two floats for each input, rounded up to whole blocks.
        rounding = AlignedFloats(count: 2 * (max(inputs, weights / max(bias, 1)) + 16))
    }

    /// The tensors of `names` one after the other, as one layer.
    func fill(
        _ layer: LinearWeights, from reader: TensorReader, _ names: [String], smoothing: [Float]?
    ) throws(EmbeddingError) {
        let outputs = layer.outputs / names.count
        for (position, name) in names.enumerated() {
            try reader.read(
                name, outputs: outputs, inputs: layer.inputs,
                weights: weights.start + position * outputs * layer.inputs,
                bias: bias.start + position * outputs)
        }
        layer.fill(
            weights: weights.start, stride: layer.inputs, bias: bias.start, smoothing: (smoothing ?? [])[...],
            scratch: rounding)
    }

    /// One tensor as layers that each have a block of its inputs.
    func fill(
        _ blocks: [LinearWeights], from reader: TensorReader, _ name: String, smoothing: [Float]?
    ) throws(EmbeddingError) {
        let inputs = blocks.reduce(0) { $0 + $1.inputs }
        guard let outputs = blocks.first?.outputs else { return }
        try reader.read(name, outputs: outputs, inputs: inputs, weights: weights.start, bias: bias.start)
        let divisors = smoothing ?? []
        var first = 0
        for block in blocks {
            let range = first..<first + block.inputs
            block.fill(
                weights: weights.start + first, stride: inputs, bias: bias.start,
                smoothing: divisors.isEmpty ? [] : divisors[range],
                scratch: rounding)
            first = range.upperBound
        }
    }
}
