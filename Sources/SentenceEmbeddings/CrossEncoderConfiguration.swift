import HelpdeskJSON

/// How pairs are read and logits become scores: what `config.json` and the files beside it say.
struct CrossEncoderConfiguration: Hashable, Sendable {
    /// The names of the labels, in the order of the logits.
    var labels: [String]
    var activation: CrossEncoder.Activation
    var maximumTokens: Int
    /// Whether texts are lower-cased before the tokenizer sees them.
    var isLowercased: Bool
    /// Whether the encoder is told which tokens are of which text.
    var usesTypes: Bool

    /// Reads the files.
    ///
    /// - Parameters:
    ///   - config: `config.json`.
    ///   - fewestTokens: The fewest tokens that hold something of both texts.
    init(
        _ files: ModelFiles, config: ModelJSON, encoder: BertConfiguration, host: CrossEncoder.Configuration,
        fewestTokens: Int
    ) throws(EmbeddingError) {
        let sentence = try ModelJSON.object(files, "sentence_bert_config.json")
        let tokenizer = try ModelJSON.object(files, "tokenizer_config.json")
        let library = try ModelJSON.object(files, "config_sentence_transformers.json")
        try Self.checkModules(files, sentence, library)
        labels = try Self.labels(config)
        activation = try Self.activation(host, config, library, labelCount: labels.count)
        maximumTokens = try Self.maximumTokens(
            host, sentence, tokenizer, range: (fewestTokens, encoder.positionCount))
        isLowercased = try sentence?.bool("do_lower_case", default: false) ?? false
        usesTypes = tokenizer?["model_input_names"]?.array.map { $0.contains { $0.string == "token_type_ids" } } ?? true
        guard !usesTypes || encoder.typeCount >= 2 else {
            throw EmbeddingError(
                .unsupportedModel,
                "\(config.file): type_vocab_size is \(encoder.typeCount); a cross-encoder has a type for each text of a pair"
            )
        }
    }

    /// The names of the labels, counted as the reference does: by `id2label`, else `num_labels`, else 2.
    private static func labels(_ config: ModelJSON) throws(EmbeddingError) -> [String] {
        var fallback = 2
        if let architectures = config["architectures"] {
            let names = (architectures.array ?? []).compactMap(\.string)
            guard names.contains(where: { $0.hasSuffix("ForSequenceClassification") }) else {
                throw EmbeddingError(
                    .unsupportedModel,
                    "\(config.file): architectures has \(names.isEmpty ? "no name" : names.joined(separator: ", ")), so this is no cross-encoder; BertForSequenceClassification is"
                )
            }
        } else {
            fallback = 1
        }
        let range = 1...1 << 20
        func numbered(_ count: Int) -> [String] { (0..<count).map { "LABEL_\($0)" } }
        guard let names = config["id2label"] else {
            return numbered(try config.integer("num_labels", in: range, default: fallback))
        }
        guard let members = names.members, range.contains(members.count) else {
            throw EmbeddingError(.malformedFile, "\(config.file): id2label must be an object with a member per label")
        }
        var labels = numbered(members.count)
        for member in members {
            guard let number = Int(member.key), labels.indices.contains(number) else {
                throw EmbeddingError(
                    .malformedFile,
                    "\(config.file): id2label has the key \"\(member.key)\"; the keys must be the numbers 0 to \(labels.count - 1)"
                )
            }
            if let name = member.value.string { labels[number] = name }
        }
        return labels
    }

    /// The activation that the host has chosen, or that the model asks for in one of the places where the reference
    /// looks, in its order; where none is asked for, a sigmoid for a single label and none for several.
    private static func activation(
        _ host: CrossEncoder.Configuration, _ config: ModelJSON, _ library: ModelJSON?, labelCount: Int
    ) throws(EmbeddingError) -> CrossEncoder.Activation {
        if let chosen = host.activation { return chosen }
        let nested = config["sentence_transformers"]?["activation_fn"]
        let places = [
            (library?.file, library?["activation_fn"]), (config.file, nested),
            (config.file, nested == nil ? config["sbert_ce_default_activation_function"] : nil),
        ]
        for case (.some(let file), .some(let value)) in places where !value.isNull {
            switch value.string {
            case "torch.nn.modules.linear.Identity", "torch.nn.Identity": return .identity
            case "torch.nn.modules.activation.Sigmoid", "torch.nn.Sigmoid": return .sigmoid
            default:
                throw EmbeddingError(
                    .unsupportedModel,
                    "\(file): the activation \(value.string.map { "\"\($0)\"" } ?? "is no string and") is not supported; torch's Identity and Sigmoid are. The configuration can choose one of them"
                )
            }
        }
        return labelCount == 1 ? .sigmoid : .identity
    }

    private static func maximumTokens(
        _ host: CrossEncoder.Configuration, _ sentence: ModelJSON?, _ tokenizer: ModelJSON?,
        range: (fewest: Int, positions: Int)
    ) throws(EmbeddingError) -> Int {
        if let limit = host.maximumTokens {
            guard limit >= range.fewest, limit <= range.positions else {
                throw EmbeddingError(
                    .invalidArgument,
                    "maximumTokens is \(limit); for pairs the model takes \(range.fewest) to \(range.positions)")
            }
            return limit
        }
        var limit = range.positions
        var source = "max_position_embeddings in config.json"
        if let sentence, sentence["max_seq_length"] != nil {
            limit = min(limit, try sentence.integer("max_seq_length", in: 0...Int.max))
            source = "max_seq_length in \(sentence.file)"
        } else if let tokenizer, let value = tokenizer["model_max_length"]?.double, value < Double(limit) {
            limit = Int(max(0, value))
            source = "model_max_length in \(tokenizer.file)"
        }
        guard limit >= range.fewest else {
            throw EmbeddingError(
                .unsupportedModel, "\(source) is \(limit); a pair needs at least \(range.fewest) tokens")
        }
        return limit
    }

    /// Refuses what would change the result: further modules, another task, a prompt.
    private static func checkModules(
        _ files: ModelFiles, _ sentence: ModelJSON?, _ library: ModelJSON?
    ) throws(EmbeddingError) {
        let file = "modules.json"
        if let data = files[file] {
            guard let modules = try ModelJSON(data, file: file).value.array else {
                throw EmbeddingError(.malformedFile, "\(file) is not a list of modules")
            }
            let kinds = modules.map { $0["type"]?.string?.split(separator: ".").last.map(String.init) ?? "?" }
            guard kinds == ["Transformer"], modules[0]["path"]?.string == "" else {
                throw EmbeddingError(
                    .unsupportedModel,
                    "\(file): the modules \(kinds.joined(separator: ", ")) are not supported; for a cross-encoder a Transformer at the top is"
                )
            }
        }
        if let task = try sentence?.string("transformer_task"), task != "sequence-classification" {
            throw EmbeddingError(
                .unsupportedModel,
                "\(sentence?.file ?? ""): transformer_task \"\(task)\" is not supported; \"sequence-classification\" is"
            )
        }
        if let library, let name = try library.string("default_prompt_name"),
            library["prompts"]?[name]?.string?.isEmpty == false
        {
            throw EmbeddingError(
                .unsupportedModel,
                "\(library.file): the prompt \"\(name)\" is not supported; cross-encoders are run without a prompt")
        }
    }
}
