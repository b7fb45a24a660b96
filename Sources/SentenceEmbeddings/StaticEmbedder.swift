import HelpdeskMath
import WordPiece

/// Sentence embeddings by a table of token vectors, as the Python library model2vec makes them from a sentence transformer.
///
/// ```swift
/// let model = try StaticEmbedder(files: ModelFiles(bytesByName))
/// let vectors = try await model.embed(["I forgot my password", "reset e-mail"], as: .passage)
/// ```
///
/// A text's vector is the mean of the vectors of its tokens, each times the weight of its token where the model has
/// weights, and of length 1 where the model normalizes. No special tokens are added, unknown tokens are left out, and a
/// text without a token has the vector zero. That is what `StaticModel.encode` of model2vec 0.10 does, its cuts of long
/// texts included. It takes microseconds where an encoder takes milliseconds, and knows nothing of the order of words.
///
/// The work is done on threads of the model's own; a vector is the same, bit for bit, whatever else is in the batch and
/// however many threads there are.
public struct StaticEmbedder: EmbeddingModel {
    /// What a host can choose about a model.
    public struct Configuration: Sendable {
        /// The name in the model's identity; the default tells the shape of the table, such as `static-29528x256`.
        public var name: String?
        /// The revision in the model's identity; the default is a hash, see ``StaticEmbedder/identity``.
        public var revision: String?
        /// The most tokens of a text, at least 1; the default is the model's own limit, mostly 512.
        public var maximumTokens: Int?
        /// Whether vectors are brought to length 1; the default is what the model's files say.
        public var isNormalized: Bool?
        /// The number of threads; the default is the number of processors this process may use, at most 64.
        public var threadCount: Int?

        /// Creates a configuration; whatever is left out is taken from the model.
        public init(
            name: String? = nil, revision: String? = nil, maximumTokens: Int? = nil, isNormalized: Bool? = nil,
            threadCount: Int? = nil
        ) {
            self.name = name
            self.revision = revision
            self.maximumTokens = maximumTokens
            self.isNormalized = isNormalized
            self.threadCount = threadCount
        }
    }

    /// The model's name, revision, dimensions, and as precision how the table is stored: `static-float32`,
    /// `static-float16`, `static-int8` and so on.
    ///
    /// Unless the host names a revision it is the XXH64, in 16 hexadecimal digits, of everything the vectors depend on: the
    /// settings that were read or chosen, the tokenizer's file and the file of the table.
    public let identity: EmbeddingIdentity
    /// The most tokens of a text, unknown ones included; `nil` where there is no limit.
    public let maximumTokens: Int?
    /// Whether vectors are brought to length 1.
    public let isNormalized: Bool
    /// The number of threads.
    public var threadCount: Int { pool.threadCount }

    let tokenizer: WordPieceTokenizer
    let table: StaticTable
    let pool: WorkerPool
    /// The most scalars of a text that are looked at; see ``embed(_:as:)``.
    let maximumScalars: Int?

    /// Loads a model from the files that `StaticModel.save_pretrained` of model2vec writes: `config.json`,
    /// `tokenizer.json` of the type WordPiece, and `model.safetensors` with the tensor `embeddings`, and perhaps `weights`
    /// and `mapping`.
    ///
    /// A table of type F32 or I8 is used where it lies, so that a memory-mapped file is kept open and shared with other
    /// processes; one of another type is widened to float.
    ///
    /// - Parameters:
    ///   - files: The files of the model's folder.
    ///   - configuration: What to do differently from what the files say.
    /// - Throws: ``EmbeddingError`` that names the file, the field or tensor, and what is expected of it.
    public init(files: ModelFiles, configuration: Configuration = Configuration()) throws(EmbeddingError) {
        let settings = try StaticConfiguration(files, host: configuration)
        let tokenizerFile = "tokenizer.json"
        tokenizer = try SentenceTransformer.tokenizer(files, tokenizerFile)
        let weights = try files.requireWeights()
        table = try StaticTable(try SafetensorsFile(weights), tokenizer: tokenizer)
        do {
            pool = try WorkerPool(
                threadCount: configuration.threadCount ?? min(WorkerPool.availableProcessorCount, 64))
        } catch {
            throw EmbeddingError(.invalidArgument, "the model's threads could not be started", cause: error)
        }
        maximumTokens = settings.maximumTokens
        isNormalized = settings.isNormalized
        let median = tokenizer.medianTokenLength
        let product = settings.maximumTokens.map { $0.multipliedReportingOverflow(by: median) }
        maximumScalars = product.flatMap { $0.overflow ? nil : $0.partialValue }
        let tokenizerData = try files.require(tokenizerFile)
        identity = EmbeddingIdentity(
            model: configuration.name ?? "static-\(tokenizer.vocabularyCount)x\(table.columns)",
            revision: configuration.revision
                ?? ModelFingerprint.text(
                    settings: "static \(settings.isNormalized) \(settings.maximumTokens ?? 0)",
                    hashes: [tokenizerData, weights].map(ModelFingerprint.hash)),
            precision: "static-\(table.precision)", dimensions: table.columns)
    }
}
