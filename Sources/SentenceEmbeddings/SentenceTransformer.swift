import CHelpdeskKernels
import HelpdeskMath
import WordPiece

/// Sentence embeddings by an encoder of the BERT family, computed in this process.
///
/// ```swift
/// let model = try SentenceTransformer(files: ModelFiles(bytesByName))
/// let vector = try await model.embed("How do I reset my password?", as: .query)
/// ```
///
/// It runs what the Python library sentence-transformers runs for such a model: WordPiece tokens, a BERT encoder, a
/// ``Pooling`` of the tokens' vectors, and a normalization to length 1 where the model asks for it. The arithmetic is that of
/// its ``precision``, see <doc:ChoosingPrecision>. A vector is the same, bit for bit, whatever else is in the batch and
/// however many threads there are. Processors with other instruction sets differ by less than the precision does.
///
/// Texts are cut to ``maximumTokens``, or embedded window by window, see ``LongTexts``. The work is done on threads of the
/// model's own; any number of tasks may call at once and share them. A single text is worked on by several threads where
/// they are free.
public struct SentenceTransformer: EmbeddingModel {
    /// What a host can choose about a model.
    public struct Configuration: Sendable {
        /// The name in the model's identity; the default tells the shape of the encoder, such as `bert-6x384`.
        public var name: String?
        /// The revision in the model's identity; the default is a hash, see ``SentenceTransformer/identity``.
        public var revision: String?
        /// The most tokens of a text, special tokens included; the default is the model's own limit. At least 3, at most
        /// the number of positions of the encoder.
        public var maximumTokens: Int?
        /// The number of threads; the default is the number of processors this process may use, at most 64.
        public var threadCount: Int?
        /// What to put before queries; the default is the model's own prompt, mostly none.
        public var queryPrompt: String?
        /// What to put before passages; the default is the model's own prompt, mostly none.
        public var passagePrompt: String?
        /// What holds where the model's files say nothing; the default is what sentence-transformers does: the mean, not
        /// normalized, no prompts.
        public var preset: Preset?
        /// How the vectors of the tokens become one; the default is what the model's files say.
        public var pooling: Pooling?
        /// Whether vectors are brought to length 1; the default is what the model's files say.
        public var isNormalized: Bool?
        /// What to do with texts that are too long; the default is to cut them.
        public var longTexts: LongTexts
        /// The arithmetic of the linear layers; the default is the fastest that loses next to nothing:
        /// ``EmbeddingPrecision/int8`` for a model with a calibration, else ``EmbeddingPrecision/int16``.
        public var precision: EmbeddingPrecision?
        /// How to round to 8 bits; the default is the one in the model's folder, ``ModelCalibration/fileName``, or else the
        /// one that the library has: for all-MiniLM-L6-v2.
        public var calibration: ModelCalibration?

        /// Creates a configuration; whatever is left out is taken from the model.
        public init(
            name: String? = nil, revision: String? = nil, maximumTokens: Int? = nil, threadCount: Int? = nil,
            queryPrompt: String? = nil, passagePrompt: String? = nil, preset: Preset? = nil, pooling: Pooling? = nil,
            isNormalized: Bool? = nil, longTexts: LongTexts = .truncated,
            precision: EmbeddingPrecision? = nil, calibration: ModelCalibration? = nil
        ) {
            self.precision = precision
            self.calibration = calibration
            self.name = name
            self.revision = revision
            self.maximumTokens = maximumTokens
            self.threadCount = threadCount
            self.queryPrompt = queryPrompt
            self.passagePrompt = passagePrompt
            self.preset = preset
            self.pooling = pooling
            self.isNormalized = isNormalized
            self.longTexts = longTexts
        }
    }

    /// The model's name, revision, precision and dimensions.
    ///
    /// Unless the host names a revision it is the XXH64, in 16 hexadecimal digits, of everything the vectors depend on: the
    /// settings that were read or chosen, the tokenizer's file and the file of the weights.
    public let identity: EmbeddingIdentity
    /// The most tokens of a text, special tokens and prompt included; for more see ``Configuration/longTexts``.
    public let maximumTokens: Int
    /// The number of threads.
    public let threadCount: Int
    /// The arithmetic; see <doc:ChoosingPrecision>.
    public let precision: EmbeddingPrecision
    /// Whether the arithmetic is as exact as it can be: `false` in ``EmbeddingPrecision/int8`` for a model without a
    /// ``ModelCalibration``, whose vectors are then further from those of `float32`.
    public let isCalibrated: Bool

    let tokenizer: WordPieceTokenizer
    let runner: EncoderRunner
    let queryPrompt: String
    let passagePrompt: String
    let isLowercased: Bool
    let isNormalized: Bool
    /// There where long texts are not cut.
    let windows: TextWindows?

    /// Loads a model.
    ///
    /// The weights are packed into the layout the kernels read. The table of words is read where it is, so the model keeps the
    /// file of the weights. Where that is a memory map, the system may take its pages back, and the file on disk must not be
    /// cut or written to: replace it by another.
    ///
    /// - Parameters:
    ///   - files: The files of the model's folder.
    ///   - configuration: What to do differently from what the files say.
    /// - Throws: ``EmbeddingError`` that names the file, the field or tensor, and what is expected of it.
    public init(files: ModelFiles, configuration: Configuration = Configuration()) throws(EmbeddingError) {
        try self.init(files: files, configuration: configuration, instructionSet: helpdesk_best_isa())
    }
}

extension SentenceTransformer {
    /// Embeds texts, see ``EmbeddingModel/embed(_:as:)``.
    ///
    /// - Throws: `CancellationError` soon after the calling task is cancelled; ``EmbeddingError`` with
    ///   ``EmbeddingError/Code/mismatchedVocabulary`` where the tokenizer gives a token that the weights do not have, and
    ///   ``EmbeddingError/Code/invalidResult`` where the weights lead to a vector that is not finite.
    public func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
        guard !texts.isEmpty else { return Embeddings(values: [], count: 0, dimensions: dimensions) }
        if let windows { return try await embed(texts, as: role, in: windows) }
        let encodings = try await groups(of: texts) { [self] in
            tokenizer.encode(prepare($0, as: role), maximumLength: maximumTokens)
        }
        let values = try await runner.rows(of: encodings.map { TokenSequence(ids: $0.ids) })
        return Embeddings(
            values: values, count: texts.count, dimensions: dimensions, tokenCounts: encodings.map(\.ids.count),
            isTruncated: encodings.map(\.isTruncated), windowCounts: encodings.map { _ in 1 })
    }

    /// The vectors of sentences that are tokens already, row after row.
    package func embed(tokens: [[Int32]]) async throws -> [Float] {
        try await runner.rows(of: tokens.map { TokenSequence(ids: $0) })
    }

    /// The number of tokens of a text as a role, special tokens and prompt included, without the cut to
    /// ``maximumTokens``. O(length of the text).
    public func tokenCount(_ text: String, as role: TextRole) -> Int {
        tokenizer.encode(prepare(text, as: role)).ids.count
    }

    /// What becomes of each text, worked out on the model's threads.
    func groups<Result: Sendable>(
        of texts: [String], _ body: @escaping @Sendable (String) -> Result
    ) async throws -> [Result] {
        let group = 32
        let count = (texts.count + group - 1) / group
        let groups = GroupedResults<Result>(count: count)
        try await runner.run(count: count) { number in
            let range = number * group..<min((number + 1) * group, texts.count)
            groups.set(texts[range].map(body), at: number)
        }
        return groups.joined()
    }

    func prepare(_ text: String, as role: TextRole) -> String {
        let prompt = role == .query ? queryPrompt : passagePrompt
        return lowercased(prompt.isEmpty ? text : prompt + text)
    }

    func lowercased(_ text: String) -> String { isLowercased ? text.lowercased() : text }
}
