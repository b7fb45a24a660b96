import CHelpdeskKernels
import WordPiece

/// A BERT that reads two texts together and gives a logit for each of its labels, computed in this process.
///
/// ```swift
/// let reranker = try CrossEncoder(files: ModelFiles(bytesByName))
/// let scores = try await reranker.scores(query: "How do I reset my password?", passages: passages)
/// ```
///
/// It runs what the class of the same name of the Python library sentence-transformers runs: the tokens
/// `[CLS] first [SEP] second [SEP]` with types 0 and 1, a BERT encoder, a dense layer with tanh over `[CLS]` and a linear
/// classifier (`BertForSequenceClassification`). Models with one label, such as those trained on MS MARCO, score how well a
/// passage answers a query; those with several, such as contradiction, entailment and neutral, classify pairs.
///
/// The arithmetic is that of its ``precision``, see <doc:ChoosingPrecision>. A pair's logits are the same, bit for bit,
/// whatever else is in the batch and however many threads there are. Processors with other instruction sets differ by less
/// than the precision does.
///
/// Pairs are cut to ``maximumTokens``: the longer text gives first. The work is done on threads of the model's own; any
/// number of tasks may call at once and share them. A pair takes as long as embedding a text of as many tokens.
public struct CrossEncoder: PassageReranker {
    /// What a host can choose about a model.
    public struct Configuration: Sendable {
        /// The name in the model's identity; the default tells the shape of the encoder, such as `bert-cross-6x384`.
        public var name: String?
        /// The revision in the model's identity; the default is a hash, see ``CrossEncoder/identity``.
        public var revision: String?
        /// The most tokens of a pair, special tokens included; the default is the model's own limit. At least two more than
        /// there are special tokens, which are three in BERT; at most the number of positions of the encoder.
        public var maximumTokens: Int?
        /// The number of threads; the default is the number of processors this process may use, at most 64.
        public var threadCount: Int?
        /// What makes scores of logits; the default is what the model says.
        public var activation: Activation?
        /// The arithmetic of the linear layers; the default is the fastest that loses next to nothing:
        /// ``EmbeddingPrecision/int8`` where there is a calibration, else ``EmbeddingPrecision/int16``.
        public var precision: EmbeddingPrecision?
        /// How to round to 8 bits; the default is the one in the model's folder, ``ModelCalibration/fileName``.
        public var calibration: ModelCalibration?

        /// Creates a configuration; whatever is left out is taken from the model.
        public init(
            name: String? = nil, revision: String? = nil, maximumTokens: Int? = nil, threadCount: Int? = nil,
            activation: Activation? = nil, precision: EmbeddingPrecision? = nil, calibration: ModelCalibration? = nil
        ) {
            self.name = name
            self.revision = revision
            self.maximumTokens = maximumTokens
            self.threadCount = threadCount
            self.activation = activation
            self.precision = precision
            self.calibration = calibration
        }
    }

    /// The model's name, revision, precision and number of labels, such as `bert-cross-6x384@1f…/int16/1`.
    ///
    /// Unless the host names a revision it is the XXH64, in 16 hexadecimal digits, of everything the scores depend on: the
    /// settings that were read or chosen, the tokenizer's file and the file of the weights.
    public let identity: String
    /// The names of the labels, in the order of the logits; `LABEL_0` and so on where the model names none.
    public let labels: [String]
    /// What makes scores of logits.
    public let activation: Activation
    /// The most tokens of a pair, special tokens included; the rest of a longer pair is ignored.
    public let maximumTokens: Int
    /// The number of threads.
    public let threadCount: Int
    /// The arithmetic; see <doc:ChoosingPrecision>.
    public let precision: EmbeddingPrecision

    let tokenizer: WordPieceTokenizer
    let runner: EncoderRunner
    let settings: CrossEncoderConfiguration

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

    /// The number of labels, at least 1: so many logits has a pair.
    public var labelCount: Int { labels.count }
}
