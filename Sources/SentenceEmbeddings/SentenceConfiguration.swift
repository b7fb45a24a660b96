import HelpdeskJSON

/// How a sentence's vector is made of its tokens': what the files beside `config.json` say.
struct SentenceConfiguration: Hashable, Sendable {
    /// How the vectors of the tokens become one.
    enum Pooling: String, Sendable {
        /// Their mean, special tokens included.
        case mean
        /// The first one, of the token `[CLS]`.
        case firstToken
    }

    var pooling: Pooling
    var isNormalized: Bool
    var maximumTokens: Int
    /// Whether texts are lower-cased before the tokenizer sees them.
    var isLowercased: Bool
    var queryPrompt: String
    var passagePrompt: String

    init(_ files: ModelFiles, encoder: BertConfiguration) throws(EmbeddingError) {
        let modules = try Self.modules(files)
        isNormalized = modules.isNormalized
        pooling = try Self.pooling(files, path: modules.poolingPath, hiddenSize: encoder.hiddenSize)

        let sentence = try ModelJSON.object(files, "sentence_bert_config.json")
        let tokenizer = try ModelJSON.object(files, "tokenizer_config.json")
        maximumTokens = encoder.positionCount
        if let sentence, sentence["max_seq_length"] != nil {
            maximumTokens = min(maximumTokens, try sentence.integer("max_seq_length", in: 2...Int.max))
        } else if let limit = tokenizer?["model_max_length"]?.double, limit >= 2, limit < Double(maximumTokens) {
            maximumTokens = Int(limit)
        }
        isLowercased = try sentence?.bool("do_lower_case", default: false) ?? false

        let library = try ModelJSON.object(files, "config_sentence_transformers.json")
        let byDefault = try library?.string("default_prompt_name")
        queryPrompt = try Self.prompt(library, ["query", byDefault])
        passagePrompt = try Self.prompt(library, ["document", "passage", "corpus", byDefault])
    }

    /// Reads `modules.json`: an encoder, a pooling and perhaps a normalization. Without the file, sentence-transformers
    /// takes the mean and does not normalize.
    private static func modules(
        _ files: ModelFiles
    ) throws(EmbeddingError) -> (poolingPath: String?, isNormalized: Bool) {
        let file = "modules.json"
        guard let data = files[file] else { return (nil, false) }
        guard let modules = try ModelJSON(data, file: file).value.array, !modules.isEmpty else {
            throw EmbeddingError(.malformedFile, "\(file) is not a list of modules")
        }
        var kinds: [String] = []
        var poolingPath = ""
        for module in modules {
            guard let type = module["type"]?.string, let path = module["path"]?.string,
                let kind = type.split(separator: ".").last.map(String.init)
            else { throw EmbeddingError(.malformedFile, "\(file): each module must have a type and a path") }
            kinds.append(kind)
            if kind == "Pooling" { poolingPath = path }
            if kind == "Transformer", !path.isEmpty {
                throw EmbeddingError(
                    .unsupportedModel, "\(file): the encoder lies in the folder \"\(path)\"; it must lie at the top")
            }
        }
        guard kinds == ["Transformer", "Pooling"] || kinds == ["Transformer", "Pooling", "Normalize"] else {
            throw EmbeddingError(
                .unsupportedModel,
                "\(file): the modules \(kinds.joined(separator: ", ")) are not supported; Transformer, Pooling and optionally Normalize are"
            )
        }
        return (poolingPath, kinds.last == "Normalize")
    }

    private static func pooling(
        _ files: ModelFiles, path: String?, hiddenSize: Int
    ) throws(EmbeddingError) -> Pooling {
        guard let path else { return .mean }
        let file = path.isEmpty ? "config.json" : path + "/config.json"
        let json = try ModelJSON(try files.require(file), file: file)
        let dimensions = try json.integer("word_embedding_dimension", in: 1...1 << 20, default: hiddenSize)
        guard dimensions == hiddenSize else {
            throw EmbeddingError(
                .malformedFile,
                "\(file): word_embedding_dimension is \(dimensions), the encoder's hidden_size \(hiddenSize)")
        }
        guard try json.bool("include_prompt", default: true) else {
            throw EmbeddingError(.unsupportedModel, "\(file): include_prompt false is not supported")
        }
        var modes: [String] = []
        if let mode = try json.string("pooling_mode") { modes.append(mode) }
        for member in json.value.members ?? [] where member.key.hasPrefix("pooling_mode_") && member.value.bool == true
        {
            modes.append(String(member.key.dropFirst("pooling_mode_".count)))
        }
        switch modes {
        case ["mean_tokens"], ["mean"]: return .mean
        case ["cls_token"], ["cls"]: return .firstToken
        default:
            throw EmbeddingError(
                .unsupportedModel,
                "\(file): pooling \(modes.isEmpty ? "of no kind" : modes.joined(separator: " and ")) is not supported; mean_tokens or cls_token is"
            )
        }
    }

    private static func prompt(_ json: ModelJSON?, _ names: [String?]) throws(EmbeddingError) -> String {
        guard let json, let prompts = json["prompts"] else { return "" }
        guard prompts.members != nil else {
            throw EmbeddingError(.malformedFile, "\(json.file): prompts must be an object")
        }
        for case .some(let name) in names {
            if let prompt = prompts[name], !prompt.isNull {
                guard let text = prompt.string else {
                    throw EmbeddingError(.malformedFile, "\(json.file): the prompt \"\(name)\" must be a string")
                }
                return text
            }
        }
        return ""
    }
}
