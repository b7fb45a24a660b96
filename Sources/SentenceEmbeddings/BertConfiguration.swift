import HelpdeskJSON

/// The shape of a BERT encoder: what `config.json` says.
package struct BertConfiguration: Hashable, Sendable {
    /// The function between the two halves of the feed-forward step.
    package enum Activation: String, Sendable {
        /// x/2 (1 + erf(x/√2)).
        case gelu
        /// The same with a tanh in place of erf.
        case geluTanh
        /// max(x, 0).
        case relu
    }

    package var hiddenSize: Int
    package var layerCount: Int
    package var headCount: Int
    package var intermediateSize: Int
    package var vocabularySize: Int
    package var positionCount: Int
    package var typeCount: Int
    package var layerNormEpsilon: Float
    package var activation: Activation

    /// All of it in one line.
    package var description: String {
        """
        \(layerCount) \(hiddenSize) \(headCount) \(intermediateSize) \(vocabularySize) \(positionCount) \(typeCount) \
        \(layerNormEpsilon.bitPattern) \(activation.rawValue)
        """
    }

    package var headSize: Int { hiddenSize / headCount }

    /// Reads `config.json`; refuses other architectures and settings that would change the result.
    init(_ json: ModelJSON) throws(EmbeddingError) {
        guard let type = try json.string("model_type") else {
            throw EmbeddingError(.malformedFile, "\(json.file) has no model_type")
        }
        guard type == "bert" else {
            throw EmbeddingError(
                .unsupportedModel,
                "\(json.file): model_type \"\(type)\" is not an architecture this library runs; \"bert\" is")
        }
        let size = 1...1 << 20
        hiddenSize = try json.integer("hidden_size", in: size)
        layerCount = try json.integer("num_hidden_layers", in: 1...1024)
        headCount = try json.integer("num_attention_heads", in: size)
        intermediateSize = try json.integer("intermediate_size", in: size)
        vocabularySize = try json.integer("vocab_size", in: 1...1 << 28)
        positionCount = try json.integer("max_position_embeddings", in: 2...1 << 20)
        typeCount = try json.integer("type_vocab_size", in: 1...1024, default: 2)
        guard hiddenSize.isMultiple(of: headCount) else {
            throw EmbeddingError(
                .malformedFile,
                "\(json.file): hidden_size \(hiddenSize) is not a multiple of num_attention_heads \(headCount)")
        }
        let epsilon = json["layer_norm_eps"].map { $0.double ?? .nan } ?? 1e-12
        guard epsilon >= 0, epsilon < 1 else {
            throw EmbeddingError(.malformedFile, "\(json.file): layer_norm_eps must be a number of 0 to 1")
        }
        layerNormEpsilon = Float(epsilon)
        activation = try Self.activation(json)
        let positions = try json.string("position_embedding_type") ?? "absolute"
        guard positions == "absolute" else {
            throw EmbeddingError(
                .unsupportedModel,
                "\(json.file): position_embedding_type \"\(positions)\" is not supported; \"absolute\" is")
        }
        guard try !json.bool("is_decoder", default: false) else {
            throw EmbeddingError(.unsupportedModel, "\(json.file): is_decoder is true; only encoders give embeddings")
        }
    }

    private static func activation(_ json: ModelJSON) throws(EmbeddingError) -> Activation {
        let name = try json.string("hidden_act") ?? "gelu"
        switch name {
        case "gelu": return .gelu
        case "gelu_new", "gelu_pytorch_tanh": return .geluTanh
        case "relu": return .relu
        default:
            throw EmbeddingError(
                .unsupportedModel,
                "\(json.file): hidden_act \"\(name)\" is not supported; gelu, gelu_new, gelu_pytorch_tanh and relu are")
        }
    }
}
