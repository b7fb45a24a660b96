package import CHelpdeskKernels
import HelpdeskMath
import WordPiece

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

extension SentenceTransformer {
    /// More unused rows than this at the end of the embedding table, and the vocabulary is taken for another model's:
    /// tables are rounded up to a multiple of 64 or 128, while vocabularies differ by thousands.
    private static let unusedRowLimit = 256

    /// Loads a model for an instruction set that this processor has.
    package init(
        files: ModelFiles, configuration: Configuration = Configuration(), instructionSet: helpdesk_isa,
        preparedWeights: Data? = nil
    ) throws(EmbeddingError) {
        guard helpdesk_supports(instructionSet) != 0 else {
            throw EmbeddingError(
                .invalidArgument, "this processor does not have instruction set \(instructionSet.rawValue)")
        }
        try files.refuseStaticModel()
        let file = "config.json"
        let shape = try BertConfiguration(try ModelJSON(try files.require(file), file: file))
        let settings = try SentenceConfiguration(files, encoder: shape, host: configuration)

        let tokenizerFile = try Self.tokenizerFile(files)
        tokenizer = try Self.tokenizer(files, tokenizerFile)
        try Self.checkVocabulary(Int(tokenizer.largestID) + 1, tokenizerFile, shape)

        let weights = try files.requireWeights()
        let tensors = try SafetensorsFile(weights)
        try shape.checkLayerCount(of: tensors)
        let calibration = try ModelCalibration.of(files, host: configuration.calibration)
        runner = try Self.runner(
            try BertEncoder(
                tensors, configuration: shape,
                head: .pooling(settings.pooling, isNormalized: settings.isNormalized),
                source: ModelFingerprint.hash(weights), precision: configuration.precision, calibration: calibration,
                instructionSet: instructionSet, preparedWeights: preparedWeights),
            configuration.threadCount ?? min(WorkerPool.availableProcessorCount, 64))

        maximumTokens = settings.maximumTokens
        threadCount = runner.threadCount
        queryPrompt = settings.queryPrompt
        passagePrompt = settings.passagePrompt
        isLowercased = settings.isLowercased
        precision = runner.encoder.weights.precision
        isCalibrated = precision != .int8 || runner.encoder.calibration != nil
        isNormalized = settings.isNormalized
        windows = try Self.windows(tokenizer, settings)
        let tokenizerData = try files.require(tokenizerFile)
        identity = EmbeddingIdentity(
            model: configuration.name ?? "bert-\(shape.layerCount)x\(shape.hiddenSize)",
            revision: configuration.revision
                ?? Self.fingerprint(
                    shape, settings, Self.tokenizerHashes(files, tokenizerFile, tokenizerData) + [runner.encoder.source]
                ),
            precision: runner.encoder.precisionName, dimensions: shape.hiddenSize)
    }

    static func runner(_ encoder: BertEncoder, _ threadCount: Int) throws(EmbeddingError) -> EncoderRunner {
        do {
            return try EncoderRunner(encoder, threadCount: threadCount)
        } catch {
            throw EmbeddingError(.invalidArgument, "the model's threads could not be started", cause: error)
        }
    }

    private static func windows(
        _ tokenizer: WordPieceTokenizer, _ settings: SentenceConfiguration
    ) throws(EmbeddingError) -> TextWindows? {
        guard let overlap = settings.longTexts.overlap else { return nil }
        let prompts: [TextRole: String] = [.query: settings.queryPrompt, .passage: settings.passagePrompt]
        return try TextWindows(
            tokenizer, maximumTokens: settings.maximumTokens, overlap: overlap,
            prompts: settings.isLowercased ? prompts.mapValues { $0.lowercased() } : prompts)
    }

    static func tokenizerFile(_ files: ModelFiles) throws(EmbeddingError) -> String {
        guard let file = ["tokenizer.json", "vocab.txt"].first(where: { files[$0] != nil }) else {
            throw EmbeddingError(
                .missingFile, "the model has neither tokenizer.json nor vocab.txt\(files.hintAtTokenizer)")
        }
        return file
    }

    /// The hashes of the files that make the tokens. `tokenizer.json` says everything; beside `vocab.txt` it is in another.
    static func tokenizerHashes(_ files: ModelFiles, _ name: String, _ data: Data) -> [UInt64] {
        let settings = name == "vocab.txt" ? files["tokenizer_config.json"].map { [ModelFingerprint.hash($0)] } : nil
        return [ModelFingerprint.hash(data)] + (settings ?? [])
    }

    static func checkVocabulary(_ count: Int, _ file: String, _ shape: BertConfiguration) throws(EmbeddingError) {
        let rows = shape.vocabularySize
        guard count <= rows, rows - count <= unusedRowLimit else {
            throw EmbeddingError(
                .mismatchedVocabulary,
                "\(file) has tokens up to \(count - 1) and config.json asks for \(rows): the vocabulary is of another model"
            )
        }
    }

    private static func fingerprint(
        _ shape: BertConfiguration, _ settings: SentenceConfiguration, _ hashes: [UInt64]
    ) -> String {
        let windows = settings.longTexts.overlap.map { " windows \($0)" } ?? ""
        let text = """
            \(shape.layerCount) \(shape.hiddenSize) \(shape.headCount) \(shape.intermediateSize) \
            \(shape.activation.rawValue) \(shape.layerNormEpsilon.bitPattern) \
            \(settings.pooling) \(settings.isNormalized) \(settings.maximumTokens) \(settings.isLowercased)\(windows) \
            \(settings.queryPrompt.utf8.count) \(settings.queryPrompt) \(settings.passagePrompt)
            """
        return ModelFingerprint.text(settings: text, hashes: hashes)
    }
}
