import CHelpdeskKernels

/// The scale and shift of a layer normalization.
struct NormWeights: Sendable {
    let scale: WeightSlice
    let shift: WeightSlice

    init(size: Int, in arena: inout WeightArena) {
        scale = arena.take(floats: size)
        shift = arena.take(floats: size)
    }
}

/// One layer of the encoder.
struct BertLayer: Sendable {
    /// Query, key and value of every head in one product.
    let projection: LinearWeights
    let attentionOutput: LinearWeights
    let attentionNorm: NormWeights
    let intermediate: LinearWeights
    /// The layer after `intermediate`, cut into blocks of its inputs whose results are added: a row of whole numbers has a
    /// scale for each. A single block in floats.
    let outputs: [LinearWeights]
    let outputNorm: NormWeights
}

/// All weights of the encoder but the table of words.
struct BertWeights: Sendable {
    /// The most inputs of one of `BertLayer.outputs` in whole numbers.
    static let outputBlock = 384

    let precision: EmbeddingPrecision
    let positions: WeightSlice
    let types: WeightSlice
    let embeddingNorm: NormWeights
    let layers: [BertLayer]

    /// Lays the weights out in an arena.
    init(
        _ configuration: BertConfiguration, precision: EmbeddingPrecision, calibration: ModelCalibration?,
        instructionSet: helpdesk_isa, in arena: inout WeightArena
    ) {
        self.precision = precision
        let hidden = configuration.hiddenSize
        func linear(
            _ outputs: Int, _ inputs: Int, hasBias: Bool = true, _ smoothing: [Float]?, _ arena: inout WeightArena
        ) -> LinearWeights {
            LinearWeights(
                LinearWeights.Shape(
                    outputs: outputs, inputs: inputs, precision: precision, instructionSet: instructionSet),
                hasBias: hasBias, hasInputFactors: !(smoothing ?? []).isEmpty, in: &arena)
        }
        positions = arena.take(floats: configuration.positionCount * hidden)
        types = arena.take(floats: configuration.typeCount * hidden)
        embeddingNorm = NormWeights(size: hidden, in: &arena)
        let blocks = Self.outputBlocks(configuration.intermediateSize, precision: precision)
        var layers: [BertLayer] = []
        for number in 0..<configuration.layerCount {
            let smoothing = calibration?.layers[number]
            layers.append(
                BertLayer(
                    projection: linear(3 * hidden, hidden, smoothing?.projection, &arena),
                    attentionOutput: linear(hidden, hidden, smoothing?.attentionOutput, &arena),
                    attentionNorm: NormWeights(size: hidden, in: &arena),
                    intermediate: linear(configuration.intermediateSize, hidden, smoothing?.intermediate, &arena),
                    outputs: blocks.enumerated().map {
                        linear(hidden, $1.count, hasBias: $0 == 0, smoothing?.output, &arena)
                    },
                    outputNorm: NormWeights(size: hidden, in: &arena)))
        }
        self.layers = layers
    }

    /// The blocks of the inputs of the last linear layer.
    static func outputBlocks(_ inputs: Int, precision: EmbeddingPrecision) -> [Range<Int>] {
        let size = precision == .float32 ? inputs : outputBlock
        return stride(from: 0, to: inputs, by: size).map { $0..<min($0 + size, inputs) }
    }
}
