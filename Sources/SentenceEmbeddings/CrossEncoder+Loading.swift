package import CHelpdeskKernels
import HelpdeskMath
import WordPiece

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CrossEncoder {
    /// Loads a model for an instruction set that this processor has.
    package init(
        files: ModelFiles, configuration: Configuration = Configuration(), instructionSet: helpdesk_isa
    ) throws(EmbeddingError) {
        guard helpdesk_supports(instructionSet) != 0 else {
            throw EmbeddingError(
                .invalidArgument, "this processor does not have instruction set \(instructionSet.rawValue)")
        }
        try files.refuseStaticModel()
        let file = "config.json"
        let json = try ModelJSON(try files.require(file), file: file)
        let shape = try BertConfiguration(json)
        let tokenizerFile = try SentenceTransformer.tokenizerFile(files)
        tokenizer = try SentenceTransformer.tokenizer(files, tokenizerFile)
        try SentenceTransformer.checkVocabulary(Int(tokenizer.largestID) + 1, tokenizerFile, shape)
        settings = try CrossEncoderConfiguration(
            files, config: json, encoder: shape, host: configuration,
            fewestTokens: tokenizer.pairSpecialTokenCount + 2)

        let data = try files.requireWeights()
        let weights = try SafetensorsFile(data)
        try shape.checkLayerCount(of: weights)
        let calibration = try ModelCalibration.of(files, host: configuration.calibration)
        let classifier = try ClassifierWeights(
            weights, configuration: shape, labelCount: settings.labels.count, instructionSet: instructionSet)
        runner = try SentenceTransformer.runner(
            try BertEncoder(
                weights, configuration: shape, head: .classifier(classifier),
                source: ModelFingerprint.hash(data), precision: configuration.precision, calibration: calibration,
                instructionSet: instructionSet),
            configuration.threadCount ?? min(WorkerPool.availableProcessorCount, 64))

        labels = settings.labels
        activation = settings.activation
        maximumTokens = settings.maximumTokens
        threadCount = runner.threadCount
        let name = configuration.name ?? "bert-cross-\(shape.layerCount)x\(shape.hiddenSize)"
        let tokenizerData = try files.require(tokenizerFile)
        let revision =
            configuration.revision
            ?? Self.fingerprint(
                shape, settings,
                SentenceTransformer.tokenizerHashes(files, tokenizerFile, tokenizerData) + [runner.encoder.source])
        precision = runner.encoder.weights.precision
        identity = "\(name)@\(revision)/\(runner.encoder.precisionName)/\(labels.count)"
    }

    private static func fingerprint(
        _ shape: BertConfiguration, _ settings: CrossEncoderConfiguration, _ hashes: [UInt64]
    ) -> String {
        let text = """
            cross \(shape.layerCount) \(shape.hiddenSize) \(shape.headCount) \(shape.intermediateSize) \
            \(shape.activation.rawValue) \(shape.layerNormEpsilon.bitPattern) \
            \(settings.activation.rawValue) \(settings.maximumTokens) \(settings.isLowercased) \(settings.usesTypes) \
            \(settings.labels.count)
            """
        return ModelFingerprint.text(settings: text, hashes: hashes)
    }
}
