import CHelpdeskKernels

extension BertWeights {
    /// Reads and packs the tensors that a configuration asks for. Tensors that are not needed (a pooler, position
    /// numbers) are not looked at.
    init(
        _ file: SafetensorsFile, configuration: BertConfiguration, instructionSet: helpdesk_isa
    ) throws(EmbeddingError) {
        let reader = try TensorReader(file, instructionSet)
        let hidden = configuration.hiddenSize
        // A vocabulary of another size is the commonest mix-up, so it is looked at first.
        words = try reader.floats("embeddings.word_embeddings.weight", [configuration.vocabularySize, hidden])
        positions = try reader.floats("embeddings.position_embeddings.weight", [configuration.positionCount, hidden])
        types = try reader.floats("embeddings.token_type_embeddings.weight", [configuration.typeCount, hidden])
        embeddingNorm = try reader.norm("embeddings.LayerNorm", hidden)
        var layers: [BertLayer] = []
        for number in 0..<configuration.layerCount {
            let layer = "encoder.layer.\(number)."
            layers.append(
                BertLayer(
                    projection: try reader.linear(
                        ["query", "key", "value"].map { layer + "attention.self." + $0 }, outputs: hidden,
                        inputs: hidden),
                    attentionOutput: try reader.linear(
                        [layer + "attention.output.dense"], outputs: hidden, inputs: hidden),
                    attentionNorm: try reader.norm(layer + "attention.output.LayerNorm", hidden),
                    intermediate: try reader.linear(
                        [layer + "intermediate.dense"], outputs: configuration.intermediateSize, inputs: hidden),
                    output: try reader.linear(
                        [layer + "output.dense"], outputs: hidden, inputs: configuration.intermediateSize),
                    outputNorm: try reader.norm(layer + "output.LayerNorm", hidden)))
        }
        self.layers = layers
    }
}

/// Reads tensors by the names they have without a prefix.
struct TensorReader {
    let file: SafetensorsFile
    var prefix: String
    let instructionSet: helpdesk_isa

    init(_ file: SafetensorsFile, _ instructionSet: helpdesk_isa) throws(EmbeddingError) {
        self.file = file
        self.instructionSet = instructionSet
        let marker = "embeddings.word_embeddings.weight"
        guard let prefix = ["", "bert."].first(where: { file.tensor(named: $0 + marker) != nil }) else {
            throw EmbeddingError(
                .mismatchedTensor,
                "\(file.name) has no tensor \"\(marker)\", with or without \"bert.\" before it: not a BERT encoder")
        }
        self.prefix = prefix
    }

    func floats(_ name: String, _ shape: [Int]) throws(EmbeddingError) -> AlignedFloats {
        try check(name, shape)
        let floats = AlignedFloats(count: shape.reduce(1, *))
        try file.read(prefix + name, shape: shape, into: floats.start)
        return floats
    }

    /// Refuses a tensor of another shape before memory for it is allocated.
    private func check(_ name: String, _ shape: [Int]) throws(EmbeddingError) {
        _ = try file.require(prefix + name, shape: shape)
    }

    /// The layers of `names` one after the other, as one layer.
    func linear(_ names: [String], outputs: Int, inputs: Int) throws(EmbeddingError) -> LinearWeights {
        for name in names {
            try check(name + ".weight", [outputs, inputs])
            try check(name + ".bias", [outputs])
        }
        let total = outputs * names.count
        let weights = AlignedFloats(count: total * inputs)
        let bias = AlignedFloats(count: helpdesk_row_stride(total))
        for (position, name) in names.enumerated() {
            try file.read(
                prefix + name + ".weight", shape: [outputs, inputs],
                into: weights.start + position * outputs * inputs)
            try file.read(prefix + name + ".bias", shape: [outputs], into: bias.start + position * outputs)
        }
        return LinearWeights(
            weights: weights, bias: bias, outputs: total, inputs: inputs, instructionSet: instructionSet)
    }

    /// A layer normalization, by its names of today or those of TensorFlow checkpoints.
    func norm(_ name: String, _ size: Int) throws(EmbeddingError) -> NormWeights {
        let isOld =
            file.tensor(named: prefix + name + ".weight") == nil && file.tensor(named: prefix + name + ".gamma") != nil
        return NormWeights(
            scale: try floats(name + (isOld ? ".gamma" : ".weight"), [size]),
            shift: try floats(name + (isOld ? ".beta" : ".bias"), [size]))
    }
}
