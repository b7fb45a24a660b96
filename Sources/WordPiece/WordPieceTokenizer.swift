/// The tokenizer of BERT and of the embedding models built on it.
///
/// ```swift
/// let tokenizer = try WordPieceTokenizer(tokenizerJSON: bytes)
/// let encoding = tokenizer.encode("My card hasn't arrived", maximumLength: 256)
/// encoding.ids  // [101, 2026, 4003, 8440, 1005, 1056, 3369, 102]
/// ```
///
/// A text goes through the steps of the Hugging Face `tokenizers` library (0.23), and comes out with the same ids for
/// every sequence of Unicode scalars:
///
/// 1. Added tokens, such as a literal `[SEP]`, are found and become their ids.
/// 2. `BertNormalizer`: control characters go, whitespace becomes spaces, ideographs get spaces around them, accents go
///    (canonical decomposition and removal of nonspacing marks), letters become lowercase.
/// 3. `BertPreTokenizer`: whitespace separates words, punctuation marks are words.
/// 4. `WordPiece`: each word is cut into the longest pieces of the vocabulary, from left to right.
/// 5. The pieces are cut to the maximum length, special tokens included, and the special tokens are put around them.
///
/// The Unicode tables behind step 2 and 3 are measured from the reference, not taken from the platform, so that the
/// result is the same everywhere. The tokenizer is immutable; use one from as many threads as you like.
public struct WordPieceTokenizer: Sendable {
    let normalizer: ScalarTable
    /// Splits normalized text; there only where added tokens are looked for in normalized text.
    let splitter: ScalarTable?
    let model: WordPieceModel
    let addedTokens: AddedTokens
    let postProcessor: PostProcessor
    let decoder: WordPieceDecoder?

    /// The id of the token that stands for a word the vocabulary has no pieces for, such as `[UNK]`.
    public let unknownID: Int32
    /// The id of the token at the start of each text, such as `[CLS]`, where there is one.
    public let classificationID: Int32?
    /// The id of the token at the end of each text, such as `[SEP]`, where there is one.
    public let separatorID: Int32?
    /// The id of the token that fills a batch, such as `[PAD]`, where there is one.
    public let paddingID: Int32?
    /// The id of the token that stands for a word to be guessed, such as `[MASK]`, where there is one.
    public let maskID: Int32?

    /// Joins the parts that a file describes.
    init(
        normalizer options: NormalizerOptions, model: WordPieceModel, addedTokens added: [AddedToken],
        postProcessor: PostProcessor, decoder: WordPieceDecoder?, specialTokens: SpecialTokenNames
    ) throws(TokenizerError) {
        let normalizer = ScalarTable(options)
        let addedTokens = try AddedTokens(added, vocabulary: model.vocabulary) { content in
            Self.normalize(content, normalizer)
        }
        func id(_ name: String) -> Int32? {
            addedTokens.id(of: name.utf8) ?? model.vocabulary.id(of: name.utf8)
        }
        self.normalizer = normalizer
        self.addedTokens = addedTokens
        self.model = model
        self.postProcessor = postProcessor
        self.decoder = decoder
        splitter = addedTokens.normalized.isEmpty ? nil : ScalarTable(NormalizerOptions())
        unknownID = model.unknownID
        classificationID = id(specialTokens.classification)
        separatorID = id(specialTokens.separator)
        paddingID = id(specialTokens.padding)
        maskID = id(specialTokens.mask)
    }

    /// How many different tokens there are, added ones included. Ids may have gaps; see ``largestID``.
    public var vocabularyCount: Int { model.vocabulary.count + addedTokens.newCount }

    /// The largest id of any token. A model's table of embeddings has at least one row more.
    public var largestID: Int32 { max(model.vocabulary.largestID, addedTokens.largestID) }

    /// How many special tokens ``encode(_:addsSpecialTokens:maximumLength:)`` adds to a text.
    public var specialTokenCount: Int { PostProcessor.specialCount(postProcessor.single) }

    /// How many special tokens are added to a pair of texts.
    public var pairSpecialTokenCount: Int { PostProcessor.specialCount(postProcessor.pair) }

    /// The token with an id, or `nil` where there is none. O(log *n*) in the size of the vocabulary.
    public func token(for id: Int32) -> String? {
        tokenBytes(for: id).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The id of a token, or `nil` where there is none. Tokens are compared byte for byte, so two that are canonically
    /// equivalent are different. O(*m*) in the length of the token.
    public func id(for token: String) -> Int32? {
        addedTokens.id(of: token.utf8) ?? model.vocabulary.id(of: token.utf8)
    }

    func tokenBytes(for id: Int32) -> [UInt8]? {
        addedTokens.token(id) ?? model.vocabulary.token(id).map(Array.init)
    }
}

/// The names under which special tokens are in the vocabulary.
struct SpecialTokenNames: Hashable, Sendable {
    var classification = "[CLS]"
    var separator = "[SEP]"
    var padding = "[PAD]"
    var mask = "[MASK]"
}
