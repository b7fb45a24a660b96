import HelpdeskMath
import Synchronization
import WordPiece

extension SentenceTransformer {
    /// Finds out how to round a model's activations, so that ``EmbeddingPrecision/int8`` loses less.
    ///
    /// ```swift
    /// let calibration = try await SentenceTransformer.calibrate(files: files)
    /// try calibration.json.write(to: folder.appending(path: ModelCalibration.fileName))
    /// ```
    ///
    /// The model runs once over the texts in `float32`. The result depends little on which texts they are: random words of
    /// the model's vocabulary do nearly as well as a company's own questions. all-MiniLM-L6-v2 needs none of this: its
    /// calibration is part of the library.
    ///
    /// - Parameters:
    ///   - files: The files of the model's folder.
    ///   - texts: Some hundreds of texts of the kind that will be embedded; `nil` for random words of the vocabulary.
    ///   - configuration: What to do differently from what the files say, as for loading the model. Its precision and
    ///     calibration do not count.
    /// - Throws: ``EmbeddingError`` where the files are not a model, or with ``EmbeddingError/Code/invalidArgument`` where
    ///   there are no texts; `CancellationError`.
    public static func calibrate(
        files: ModelFiles, texts: [String]? = nil, configuration: Configuration = Configuration()
    ) async throws -> ModelCalibration {
        var configuration = configuration
        configuration.precision = .float32
        configuration.calibration = nil
        // The one that is there may be of other weights, which is why a new one is wanted.
        let files = files.without(ModelCalibration.fileName)
        let model = try SentenceTransformer(files: files, configuration: configuration)
        let sentences: [TokenSequence]
        if let texts {
            guard !texts.isEmpty else {
                throw EmbeddingError(.invalidArgument, "a calibration needs texts; some hundreds are good")
            }
            sentences = texts.map {
                TokenSequence(
                    ids: model.tokenizer.encode(model.lowercased($0), maximumLength: model.maximumTokens).ids)
            }
        } else {
            sentences = model.randomSentences()
        }
        let encoder = model.runner.encoder
        let run = Mutex(
            CalibrationRun(encoder.configuration, tokens: sentences.reduce(0) { $0 + $1.count }))
        try await model.runner.observe(sentences) { input, rows, count in
            run.withLock { $0.see(input, rows, count) }
        }
        return try run.withLock { $0 }.calibration(
            try SafetensorsFile(try files.require("model.safetensors")), encoder.configuration)
    }

    /// Texts of 4 to 60 words of the vocabulary, the same every time.
    private func randomSentences() -> [TokenSequence] {
        let words = (0...tokenizer.largestID).compactMap { tokenizer.token(for: $0) }.filter { word in
            word.utf8.count > 1 && word.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        }
        var state: UInt64 = 1
        /// A multiplicative generator of 64 bits, of which the upper ones are good (Knuth, MMIX).
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<300).map { _ in
            let text = (0..<4 + next(57)).compactMap { _ in words.isEmpty ? nil : words[next(words.count)] }
                .joined(separator: " ")
            return TokenSequence(ids: tokenizer.encode(text, maximumLength: maximumTokens).ids)
        }
    }
}
