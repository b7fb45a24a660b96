import HelpdeskTesting
import SentenceEmbeddings

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model of the shape of all-MiniLM-L6-v2 with random weights: it takes the same work and knows nothing.
enum SyntheticModel {
    private static let layers = 6
    private static let hidden = 384
    private static let intermediate = 1536
    private static let positions = 512

    /// Loads the model on one thread.
    static func load(_ precision: EmbeddingPrecision) throws -> SentenceTransformer {
        try SentenceTransformer(
            files: files,
            configuration: .init(revision: "synthetic", maximumTokens: 256, threadCount: 1, precision: precision))
    }

    private static var files: ModelFiles {
        ModelFiles([
            "config.json": Data(
                """
                {"model_type": "bert", "hidden_act": "gelu", "hidden_size": \(hidden), "num_hidden_layers": \(layers),
                 "num_attention_heads": 12, "intermediate_size": \(intermediate), "type_vocab_size": 2,
                 "vocab_size": \(SyntheticVocabulary.count), "max_position_embeddings": \(positions)}
                """.utf8),
            "modules.json": Data(
                """
                [{"type": "sentence_transformers.models.Transformer", "path": ""},
                 {"type": "sentence_transformers.models.Pooling", "path": "1_Pooling"},
                 {"type": "sentence_transformers.models.Normalize", "path": "2_Normalize"}]
                """.utf8),
            "1_Pooling/config.json": Data(#"{"pooling_mode_mean_tokens": true}"#.utf8),
            "vocab.txt": Data(SyntheticVocabulary.lines),
            "model.safetensors": weights,
        ])
    }

    /// The names and shapes of all tensors.
    private static var tensors: [(name: String, shape: [Int])] {
        func linear(_ name: String, _ outputs: Int, _ inputs: Int) -> [(String, [Int])] {
            [(name + ".weight", [outputs, inputs]), (name + ".bias", [outputs])]
        }
        func norm(_ name: String) -> [(String, [Int])] {
            [(name + ".LayerNorm.weight", [hidden]), (name + ".LayerNorm.bias", [hidden])]
        }
        let embeddings: [(String, [Int])] = [
            ("embeddings.word_embeddings.weight", [SyntheticVocabulary.count, hidden]),
            ("embeddings.position_embeddings.weight", [positions, hidden]),
            ("embeddings.token_type_embeddings.weight", [2, hidden]),
        ]
        return (0..<layers).reduce(into: embeddings + norm("embeddings")) { tensors, layer in
            let name = "encoder.layer.\(layer)."
            tensors += ["query", "key", "value"].flatMap { linear(name + "attention.self." + $0, hidden, hidden) }
            tensors += linear(name + "attention.output.dense", hidden, hidden) + norm(name + "attention.output")
            tensors += linear(name + "intermediate.dense", intermediate, hidden)
            tensors += linear(name + "output.dense", hidden, intermediate) + norm(name + "output")
        }
    }

    /// A safetensors file. The weights are one block of random numbers over and over, because drawing millions of them
    /// would take longer than what is measured.
    private static var weights: Data {
        let blockCount = 1 << 16
        var generator = SeededGenerator(seed: 9)
        let block = generator.vector(dimensions: blockCount).map { $0 / 16 }
        let ones = [Float](repeating: 1, count: hidden)

        var header: [String] = []
        var data = Data()
        for (name, shape) in tensors {
            let count = shape.reduce(1, *)
            let begin = data.count
            let source = name.hasSuffix("LayerNorm.weight") ? ones : block
            var rest = count
            while rest > 0 {
                let part = min(rest, source.count)
                source.withUnsafeBytes { data.append(contentsOf: $0.prefix(part * MemoryLayout<Float>.stride)) }
                rest -= part
            }
            header.append(#""\#(name)":{"dtype":"F32","shape":\#(shape),"data_offsets":[\#(begin),\#(data.count)]}"#)
        }
        let json = Array("{\(header.joined(separator: ","))}".utf8)
        let length = (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) }
        return Data(length) + Data(json) + data
    }
}
