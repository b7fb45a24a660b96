import HelpdeskJSON

/// How a sentence's vector is made of its tokens': what the files beside `config.json` say.
struct SentenceConfiguration: Hashable, Sendable {
    typealias Pooling = SentenceTransformer.Pooling

    var pooling: Pooling
    var isNormalized: Bool
    var maximumTokens: Int
    var longTexts: SentenceTransformer.LongTexts
    /// Whether texts are lower-cased before the tokenizer sees them.
    var isLowercased: Bool
    var queryPrompt: String
    var passagePrompt: String

    /// Reads the files; what they leave open is as the preset says, or else as in sentence-transformers: the mean, not
    /// normalized, no prompts. What the host has chosen comes before both.
    init(
        _ files: ModelFiles, encoder: BertConfiguration, host: SentenceTransformer.Configuration
    ) throws(EmbeddingError) {
        let preset = host.preset ?? SentenceTransformer.Preset(isNormalized: false)
        let modules = try Self.modules(files)
        isNormalized = host.isNormalized ?? modules?.isNormalized ?? preset.isNormalized
        pooling = preset.pooling
        if let modules { pooling = try Self.pooling(files, modules.poolingPath, hiddenSize: encoder.hiddenSize) }
        pooling = host.pooling ?? pooling
        longTexts = host.longTexts

        let sentence = try ModelJSON.object(files, "sentence_bert_config.json")
        let tokenizer = try ModelJSON.object(files, "tokenizer_config.json")
        maximumTokens = encoder.positionCount
        if let limit = host.maximumTokens {
            guard (3...encoder.positionCount).contains(limit) else {
                throw EmbeddingError(
                    .invalidArgument, "maximumTokens is \(limit); the model takes 3 to \(encoder.positionCount)")
            }
            maximumTokens = limit
        } else if let sentence, sentence["max_seq_length"] != nil {
            maximumTokens = min(maximumTokens, try sentence.integer("max_seq_length", in: 2...Int.max))
        } else if let limit = tokenizer?["model_max_length"]?.double, limit >= 2, limit < Double(maximumTokens) {
            maximumTokens = Int(limit)
        }
        isLowercased = try sentence?.bool("do_lower_case", default: false) ?? false

        let library = try ModelJSON.object(files, "config_sentence_transformers.json")
        let byDefault = try library?.string("default_prompt_name")
        let query = try Self.prompt(library, ["query", byDefault])
        let passage = try Self.prompt(library, ["document", "passage", "corpus", byDefault])
        queryPrompt = host.queryPrompt ?? (query.isEmpty ? preset.queryPrompt : query)
        passagePrompt = host.passagePrompt ?? (passage.isEmpty ? preset.passagePrompt : passage)
    }

    /// Reads `modules.json`: an encoder, a pooling and perhaps a normalization.
    private static func modules(
        _ files: ModelFiles
    ) throws(EmbeddingError) -> (poolingPath: String, isNormalized: Bool)? {
        let file = "modules.json"
        guard let data = files[file] else { return nil }
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
        _ files: ModelFiles, _ path: String, hiddenSize: Int
    ) throws(EmbeddingError) -> Pooling {
        let file = path.isEmpty ? "config.json" : path + "/config.json"
        let json = try ModelJSON(try files.require(file), file: file)
        guard json.value.members != nil else { throw EmbeddingError(.malformedFile, "\(file) is not a JSON object") }
        for key in ["embedding_dimension", "word_embedding_dimension"] {
            let dimensions = try json.integer(key, in: 1...1 << 20, default: hiddenSize)
            guard dimensions == hiddenSize else {
                throw EmbeddingError(
                    .malformedFile, "\(file): \(key) is \(dimensions), the encoder's hidden_size \(hiddenSize)")
            }
        }
        guard try json.bool("include_prompt", default: true) else {
            throw EmbeddingError(.unsupportedModel, "\(file): include_prompt false is not supported")
        }
        let modes = try modes(json)
        guard let pooling = Pooling.all.first(where: { [$0.description] == modes }) else {
            throw EmbeddingError(
                .unsupportedModel,
                "\(file): pooling \(modes.isEmpty ? "of no kind" : modes.joined(separator: " and ")) is not supported; one of \(Pooling.all.map(\.description).joined(separator: ", ")) is"
            )
        }
        return pooling
    }

    /// The names of the poolings whose results are joined; of a file without any, the one that the reference takes.
    private static func modes(_ json: ModelJSON) throws(EmbeddingError) -> [String] {
        // The reference ignores the older Booleans where the newer key is there.
        if let modes = json["pooling_mode"] {
            let names = modes.array.map { $0.map(\.string) } ?? [modes.string]
            guard names.allSatisfy({ $0 != nil }) else {
                throw EmbeddingError(.malformedFile, "\(json.file): pooling_mode must be a string or a list of strings")
            }
            return names.compactMap(\.self)
        }
        let prefix = "pooling_mode_"
        let older = (json.value.members ?? []).filter { $0.key.hasPrefix(prefix) }
        guard !older.isEmpty else { return [Pooling.mean.description] }
        return older.filter { $0.value.bool == true }.map { member in
            let name = String(member.key.dropFirst(prefix.count))
            return ["cls_token": "cls", "mean_tokens": "mean", "max_tokens": "max"][name] ?? name
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
