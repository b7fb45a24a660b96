package import CHelpdeskKernels

/// A BERT encoder, from token identifiers to what its head makes of sentences: vectors or logits.
///
/// `forward` is in `BertEncoder+Forward.swift`; this file has what it works with.
package struct BertEncoder: Sendable {
    package let configuration: BertConfiguration
    package let instructionSet: helpdesk_isa
    let head: EncoderHead
    let weights: BertWeights

    let words: WordTable

    /// How the inputs are scaled before they are rounded to 8 bits; `nil` in other precisions, and where nobody knows.
    let calibration: ModelCalibration?

    /// - Parameters:
    ///   - precision: `nil` for the fastest that loses next to nothing: `int8` where there is a calibration, else `int16`.
    ///   - calibration: `nil` for the one the library has for the model, if it has one.
    init(
        _ file: SafetensorsFile, configuration: BertConfiguration, head: EncoderHead, precision: EmbeddingPrecision?,
        calibration: ModelCalibration?, instructionSet: helpdesk_isa
    ) throws(EmbeddingError) {
        self.configuration = configuration
        self.instructionSet = instructionSet
        self.head = head
        let reader = try TensorReader(file)
        // A vocabulary of another size is the commonest mix-up, so it is looked at first.
        words = try WordTable(reader, words: configuration.vocabularySize, columns: configuration.hiddenSize)
        try calibration?.check(reader, configuration)
        var usable = calibration
        if usable == nil, precision == nil || precision == .int8 {
            usable = try ModelCalibration.known(for: reader, configuration)
        }
        let precision = precision ?? (usable == nil ? .int16 : .int8)
        let calibration = precision == .int8 ? usable : nil
        self.calibration = calibration
        func lay(out arena: inout WeightArena) -> BertWeights {
            BertWeights(
                configuration, precision: precision, calibration: calibration, instructionSet: instructionSet,
                in: &arena)
        }
        var counter = WeightArena()
        _ = lay(out: &counter)
        var arena = WeightArena(WeightMemory(count: counter.used))
        weights = lay(out: &arena)
        try weights.fill(from: reader, configuration, calibration: calibration)
    }

    /// Tokens of a chunk. A chunk's activations should stay in the second-level cache, and the weights, which every chunk
    /// reads once, should be worth their way from memory: four times as much of it in floats as in bytes.
    var chunkTokens: Int { weights.precision == .float32 ? 256 : 96 }

    /// The threads that are worth a place in the team for a batch of one chunk.
    func mostMembers(tokens: Int) -> Int { max(1, min(8, tokens / 2)) }

    /// The precision as identities name it: vectors that were rounded without a calibration are other vectors.
    var precisionName: String {
        weights.precision == .int8 && calibration == nil ? "int8-uncalibrated" : weights.precision.rawValue
    }

    /// The number of components of a sentence's result.
    var resultColumns: Int { head.columns(hiddenSize: configuration.hiddenSize) }

    var activation: helpdesk_activation {
        switch configuration.activation {
        // Rounding the result to whole numbers costs more than the rough function does.
        case .gelu: weights.precision == .float32 ? HELPDESK_GELU : HELPDESK_GELU_ROUGH
        case .geluTanh: HELPDESK_GELU_TANH
        case .relu: HELPDESK_RELU
        }
    }
}
