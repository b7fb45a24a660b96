import HelpdeskJSON

/// Reads the parts of a `tokenizer.json`, and says where it is not what it should be.
struct TokenizerJSON {
    private let root: JSONValue

    init(_ bytes: [UInt8]) throws(TokenizerError) {
        do {
            root = try JSONValue(utf8: bytes)
        } catch {
            throw TokenizerError(.malformedVocabulary, "tokenizer.json is not JSON", cause: error)
        }
        guard root.members != nil else { throw Self.malformed("the document", "an object") }
        if let version = present(root["version"]), version.string.map({ isEqual($0, "1.0") }) != true {
            throw TokenizerError(.unsupportedTokenizer, "the version of tokenizer.json is not \"1.0\"")
        }
    }

    // MARK: The parts

    func normalizer() throws(TokenizerError) -> NormalizerOptions {
        guard let value = present(root["normalizer"]) else { return NormalizerOptions() }
        try expect(value, "normalizer", oneOf: ["BertNormalizer"])
        let lowercases = try bool(value["lowercase"], "normalizer.lowercase")
        var stripsAccents = lowercases
        if let strips = present(value["strip_accents"]) {
            stripsAccents = try bool(strips, "normalizer.strip_accents")
        }
        return NormalizerOptions(
            cleansText: try bool(value["clean_text"], "normalizer.clean_text"),
            splitsChineseCharacters: try bool(value["handle_chinese_chars"], "normalizer.handle_chinese_chars"),
            stripsAccents: stripsAccents, lowercases: lowercases)
    }

    /// Only makes sure that the text is split as BERT does.
    func preTokenizer() throws(TokenizerError) {
        guard let value = present(root["pre_tokenizer"]) else {
            throw TokenizerError(.unsupportedTokenizer, "there is no pre_tokenizer; BertPreTokenizer is supported")
        }
        try expect(value, "pre_tokenizer", oneOf: ["BertPreTokenizer"])
    }

    func model() throws(TokenizerError) -> WordPieceModel {
        guard let value = present(root["model"]) else { throw Self.malformed("model", "an object") }
        try expect(value, "model", oneOf: ["WordPiece"])
        let unknown = try string(value["unk_token"], "model.unk_token")
        let prefix = try string(value["continuing_subword_prefix"], "model.continuing_subword_prefix")
        guard let length = value["max_input_chars_per_word"]?.integer, length >= 0 else {
            throw Self.malformed("model.max_input_chars_per_word", "an integer of 0 or more")
        }
        let vocabulary = try vocabulary(value["vocab"])
        guard let unknownID = vocabulary.id(of: unknown.utf8) else {
            throw TokenizerError(
                .missingToken, "model.vocab of \(vocabulary.count) tokens has no unknown token \"\(unknown)\"")
        }
        return WordPieceModel(
            vocabulary: vocabulary, unknownID: unknownID, maximumWordLength: length,
            continuingPrefix: Array(prefix.utf8))
    }

    private func vocabulary(_ value: JSONValue?) throws(TokenizerError) -> Vocabulary {
        guard let members = value?.members else { throw Self.malformed("model.vocab", "an object") }
        var tokens: [ArraySlice<UInt8>] = []
        var ids: [Int32] = []
        tokens.reserveCapacity(members.count)
        ids.reserveCapacity(members.count)
        for member in members {
            tokens.append(ArraySlice(member.key.utf8))
            ids.append(try id(member.value, "model.vocab[\"\(member.key)\"] at byte \(member.offset)"))
        }
        let vocabulary = try Vocabulary(tokens, ids: ids)
        guard vocabulary.count == members.count else {
            throw TokenizerError(
                .malformedVocabulary,
                "model.vocab has \(members.count - vocabulary.count) tokens more than once; each may be there once")
        }
        return vocabulary
    }

    func addedTokens() throws(TokenizerError) -> [AddedToken] {
        guard let value = root["added_tokens"] else { return [] }
        guard let values = value.array else { throw Self.malformed("added_tokens", "an array") }
        var tokens: [AddedToken] = []
        for (index, value) in values.enumerated() {
            let path = "added_tokens[\(index)]"
            guard value.members != nil else { throw Self.malformed(path, "an object") }
            _ = try id(value["id"], path + ".id")
            tokens.append(
                AddedToken(
                    content: Array(try string(value["content"], path + ".content").utf8),
                    isSingleWord: try bool(value["single_word"], path + ".single_word"),
                    stripsLeft: try bool(value["lstrip"], path + ".lstrip"),
                    stripsRight: try bool(value["rstrip"], path + ".rstrip"),
                    isNormalized: try bool(value["normalized"], path + ".normalized"),
                    isSpecial: try bool(value["special"], path + ".special")))
        }
        return tokens
    }

    func decoder() throws(TokenizerError) -> WordPieceDecoder? {
        guard let value = present(root["decoder"]) else { return nil }
        try expect(value, "decoder", oneOf: ["WordPiece"])
        return WordPieceDecoder(
            prefix: Array(try string(value["prefix"], "decoder.prefix").utf8),
            cleansUp: try bool(value["cleanup"], "decoder.cleanup"))
    }

    /// The part that puts special tokens around the text, and the names of the first and the last of them.
    func postProcessor() throws(TokenizerError) -> (PostProcessor, SpecialTokenNames) {
        var names = SpecialTokenNames()
        guard let value = present(root["post_processor"]) else { return (.plain, names) }
        let kind = try expect(value, "post_processor", oneOf: ["TemplateProcessing", "BertProcessing"])
        if kind == "BertProcessing" {
            let (classification, classificationID) = try namedID(value["cls"], "post_processor.cls")
            let (separator, separatorID) = try namedID(value["sep"], "post_processor.sep")
            names.classification = classification
            names.separator = separator
            return (.bert(classification: classificationID, separator: separatorID), names)
        }
        let specials = value["special_tokens"]
        let single = try template(value["single"], "post_processor.single", specials, sequences: 1)
        let pair = try template(value["pair"], "post_processor.pair", specials, sequences: 2)
        if case .special? = single.pieces.first, let name = single.names.first { names.classification = name }
        if case .special? = single.pieces.last, let name = single.names.last { names.separator = name }
        return (PostProcessor(single: single.pieces, pair: pair.pieces), names)
    }

    // MARK: Templates

    private func template(
        _ value: JSONValue?, _ path: String, _ specials: JSONValue?, sequences: Int
    ) throws(TokenizerError) -> (pieces: [PostProcessor.Piece], names: [String]) {
        guard let values = value?.array else { throw Self.malformed(path, "an array") }
        var pieces: [PostProcessor.Piece] = []
        var names: [String] = []
        var used: [Int] = []
        for (index, value) in values.enumerated() {
            let path = "\(path)[\(index)]"
            if let sequence = value["Sequence"] {
                let name = try string(sequence["id"], path + ".Sequence.id")
                guard let index = ["A", "B"].firstIndex(of: name) else {
                    throw Self.malformed(path + ".Sequence.id", "\"A\" or \"B\"")
                }
                used.append(index)
                pieces.append(.sequence(index: index, typeID: try id(sequence["type_id"], path + ".type_id")))
            } else if let special = value["SpecialToken"] {
                let name = try string(special["id"], path + ".SpecialToken.id")
                names.append(name)
                pieces.append(
                    .special(
                        ids: try specialIDs(specials?[name], name),
                        typeID: try id(special["type_id"], path + ".type_id")))
            } else {
                throw Self.malformed(path, "a Sequence or a SpecialToken")
            }
        }
        guard used.sorted() == Array(0..<sequences) else {
            throw TokenizerError(
                .unsupportedTokenizer,
                "\(path) must have \(sequences == 1 ? "the sequence A" : "each of the sequences A and B") exactly once")
        }
        return (pieces, names)
    }

    private func specialIDs(_ value: JSONValue?, _ name: String) throws(TokenizerError) -> [Int32] {
        guard let value else {
            throw TokenizerError(
                .missingToken, "post_processor.special_tokens has no \"\(name)\", which a template uses")
        }
        let path = "post_processor.special_tokens[\"\(name)\"].ids"
        guard let values = value["ids"]?.array else { throw Self.malformed(path, "an array") }
        var ids: [Int32] = []
        for value in values { ids.append(try id(value, path)) }
        return ids
    }

    private func namedID(_ value: JSONValue?, _ path: String) throws(TokenizerError) -> (String, Int32) {
        guard let values = value?.array, values.count == 2 else {
            throw Self.malformed(path, "an array of a token and its id")
        }
        return (try string(values[0], path + "[0]"), try id(values[1], path + "[1]"))
    }

    // MARK: Values

    private static func malformed(_ path: String, _ expected: String) -> TokenizerError {
        TokenizerError(.malformedVocabulary, "\(path) of tokenizer.json must be \(expected)")
    }

    private func present(_ value: JSONValue?) -> JSONValue? {
        guard let value, !value.isNull else { return nil }
        return value
    }

    private func isEqual(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }

    /// The type of a part, which must be one of those supported.
    @discardableResult
    private func expect(
        _ value: JSONValue, _ path: String, oneOf kinds: [String]
    ) throws(TokenizerError) -> String {
        let type = try string(value["type"], path + ".type")
        guard let kind = kinds.first(where: { isEqual($0, type) }) else {
            throw TokenizerError(
                .unsupportedTokenizer,
                "the \(path) is of type \"\(type)\"; supported is \(kinds.joined(separator: " or "))")
        }
        return kind
    }

    private func string(_ value: JSONValue?, _ path: String) throws(TokenizerError) -> String {
        guard let string = value?.string else { throw Self.malformed(path, "a string") }
        return string
    }

    private func bool(_ value: JSONValue?, _ path: String) throws(TokenizerError) -> Bool {
        guard let bool = value?.bool else { throw Self.malformed(path, "true or false") }
        return bool
    }

    private func id(_ value: JSONValue?, _ path: String) throws(TokenizerError) -> Int32 {
        guard let number = value?.integer, number >= 0, let id = Int32(exactly: number) else {
            throw Self.malformed(path, "an integer from 0 to \(Int32.max)")
        }
        return id
    }
}

extension WordPieceTokenizer {
    /// Creates a tokenizer from the bytes of a Hugging Face `tokenizer.json`.
    ///
    /// Read are the flags of the normalizer, the added tokens, the model with its vocabulary, the template of special
    /// tokens and the decoder. The truncation and padding that the file may have baked in are ignored: the length
    /// belongs to the model, and is given with each text.
    ///
    /// - Throws: ``TokenizerError`` with the code `unsupportedTokenizer` for a tokenizer of another kind than
    ///   BertNormalizer, BertPreTokenizer, WordPiece, TemplateProcessing or BertProcessing; `malformedVocabulary` for
    ///   what is not such a file (not JSON, a missing or wrong value, ids negative or beyond 32 bits, a token or an id
    ///   twice); `missingToken` where the unknown token is not in the vocabulary, or a template names a special token
    ///   that the file does not define.
    /// - Complexity: O(*n*) in the bytes.
    public init(tokenizerJSON bytes: [UInt8]) throws(TokenizerError) {
        let file = try TokenizerJSON(bytes)
        let model = try file.model()
        let normalizer = try file.normalizer()
        try file.preTokenizer()
        let (postProcessor, names) = try file.postProcessor()
        try self.init(
            normalizer: normalizer, model: model, addedTokens: try file.addedTokens(), postProcessor: postProcessor,
            decoder: try file.decoder(), specialTokens: names)
    }
}
