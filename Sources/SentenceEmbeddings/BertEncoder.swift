package import CHelpdeskKernels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A BERT encoder, from token identifiers to what its head makes of sentences: vectors or logits.
///
/// `forward` is in `BertEncoder+Forward.swift`; this file has what it works with.
package struct BertEncoder: Sendable {
    package let configuration: BertConfiguration
    package let instructionSet: helpdesk_isa
    let head: EncoderHead
    let weights: BertWeights

    let words: WordTable
    /// The hash of everything that results depend on, but for the precision.
    let source: UInt64
    private let memory: WeightMemory

    /// How the inputs are scaled before they are rounded to 8 bits; `nil` in other precisions, and where nobody knows.
    let calibration: ModelCalibration?

    /// - Parameters:
    ///   - source: The hash of the file.
    ///   - precision: `nil` for the fastest that loses next to nothing: `int8` where there is a calibration, else `int16`.
    ///   - calibration: `nil` for the one the library has for the model, if it has one.
    ///   - preparedWeights: What ``preparedWeights`` was for the same file, precision, calibration and processor.
    init(
        _ file: SafetensorsFile, configuration: BertConfiguration, head: EncoderHead, source: UInt64,
        precision: EmbeddingPrecision?, calibration: ModelCalibration?, instructionSet: helpdesk_isa,
        preparedWeights: Data? = nil
    ) throws(EmbeddingError) {
        self.configuration = configuration
        self.instructionSet = instructionSet
        self.head = head
        let reader = try TensorReader(file)
        // A vocabulary of another size is the commonest mix-up, so it is looked at first.
        words = try WordTable(
            reader, words: configuration.vocabularySize, columns: configuration.hiddenSize,
            isChecked: preparedWeights != nil)
        try calibration?.check(reader, configuration)
        var usable = calibration
        if usable == nil, precision == nil || precision == .int8 {
            usable = try ModelCalibration.known(for: reader, configuration)
        }
        let precision = precision ?? (usable == nil ? .int16 : .int8)
        let calibration = precision == .int8 ? usable : nil
        self.calibration = calibration
        self.source = ModelFingerprint.hash(
            settings: configuration.description,
            hashes: [source, calibration.map { ModelFingerprint.hash($0.json) } ?? 0])
        func lay(out arena: inout WeightArena) -> BertWeights {
            BertWeights(
                configuration, precision: precision, calibration: calibration, instructionSet: instructionSet,
                in: &arena)
        }
        // All shapes, before memory is asked for that a damaged configuration makes immense.
        try BertWeights.check(reader, configuration)
        try Self.check(configuration, precision)
        var counter = WeightArena()
        _ = lay(out: &counter)
        let key = WeightPackage.Key(source: self.source, precision: precision, instructionSet: instructionSet)
        if let preparedWeights {
            memory = try WeightPackage.memory(in: preparedWeights, key: key, count: counter.used)
        } else {
            memory = WeightMemory(count: counter.used)
        }
        var arena = WeightArena(memory)
        weights = lay(out: &arena)
        if preparedWeights == nil { try weights.fill(from: reader, configuration, calibration: calibration) }
    }

    /// Tokens of a chunk. A chunk's activations should stay in the second-level cache, and the weights, which every chunk
    /// reads once, should be worth their way from memory: four times as much of it in floats as in bytes.
    var chunkTokens: Int {
        switch weights.precision {
        case .float32: 256
        case .int16: 192
        case .int8: 96
        }
    }

    /// The threads that are worth a place in the team for a batch of one chunk.
    func mostMembers(tokens: Int) -> Int { max(1, min(8, tokens / 2)) }

    /// Refuses layers whose sums of whole numbers could overflow.
    private static func check(
        _ configuration: BertConfiguration, _ precision: EmbeddingPrecision
    ) throws(EmbeddingError) {
        guard precision != .float32, configuration.hiddenSize > 1 << 16 else { return }
        throw EmbeddingError(
            .unsupportedModel,
            "hidden_size is \(configuration.hiddenSize); precision \(precision) is for up to \(1 << 16), float32 for any"
        )
    }

    /// The packed weights as bytes, for the next time the model is loaded.
    var preparedWeights: Data {
        WeightPackage.data(
            of: memory,
            key: WeightPackage.Key(source: source, precision: weights.precision, instructionSet: instructionSet))
    }

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
