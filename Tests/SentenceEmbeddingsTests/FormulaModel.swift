import Foundation
import HelpdeskJSON
import SentenceEmbeddings
import Testing

/// An encoder whose weights are computed, as in `Scripts/golden/embeddings_family.py`, which has the formula.
struct FormulaModel {
    let name: String
    let reference: Reference
    private let json: JSONValue

    static func all() throws -> [FormulaModel] {
        let json = try JSONValue(utf8: [UInt8](Data(contentsOf: TestModel.golden.appending(path: "family.json"))))
        return try (json["models"]?.array ?? []).map { json in
            FormulaModel(name: try #require(json["name"]?.string), reference: try Reference(json), json: json)
        }
    }

    /// The files of a folder with the model in it.
    func files() throws -> ModelFiles {
        let hidden = try #require(json["hidden_size"]?.integer)
        let normalized = json["normalized"]?.bool == true
        let pooling = try #require(json["pooling_mode"]?.string)
        let modules = ["Transformer", "Pooling"] + (normalized ? ["Normalize"] : [])
        let entries = modules.enumerated().map { position, kind in
            "{\"path\": \"\(["", "1_Pooling", "2_Normalize"][position])\", \"type\": \"sentence_transformers.models.\(kind)\"}"
        }
        let vocabulary = try TestModel.tiny("tiny-mean")["vocab.txt"]
        return ModelFiles([
            "config.json": Data(try config().utf8),
            "modules.json": Data("[\(entries.joined(separator: ", "))]".utf8),
            "1_Pooling/config.json": Data(
                "{\"embedding_dimension\": \(hidden), \"pooling_mode\": \"\(pooling)\"}".utf8),
            "sentence_bert_config.json": Data("{\"max_seq_length\": 16}".utf8),
            "vocab.txt": try #require(vocabulary),
            "model.safetensors": try weights(),
        ])
    }

    private func config() throws -> String {
        let sizes = try ["hidden_size", "num_attention_heads", "intermediate_size", "num_hidden_layers"].map {
            "\"\($0)\": \(try #require(json[$0]?.integer))"
        }
        let activation = try #require(json["hidden_act"]?.string)
        return """
            {"model_type": "bert", "hidden_act": "\(activation)", "vocab_size": 44, "max_position_embeddings": 24,
            "type_vocab_size": 2, "layer_norm_eps": 1e-12, \(sizes.joined(separator: ", "))}
            """
    }

    private func weights() throws -> Data {
        let hidden = try #require(json["hidden_size"]?.integer)
        let intermediate = try #require(json["intermediate_size"]?.integer)
        let layers = try #require(json["num_hidden_layers"]?.integer)
        var shapes: [(String, [Int])] = [
            ("embeddings.word_embeddings.weight", [44, hidden]),
            ("embeddings.position_embeddings.weight", [24, hidden]),
            ("embeddings.token_type_embeddings.weight", [2, hidden]), ("embeddings.LayerNorm.weight", [hidden]),
            ("embeddings.LayerNorm.bias", [hidden]),
        ]
        for layer in 0..<layers {
            let linear: [(String, Int, Int)] = [
                ("attention.self.query", hidden, hidden), ("attention.self.key", hidden, hidden),
                ("attention.self.value", hidden, hidden), ("attention.output.dense", hidden, hidden),
                ("intermediate.dense", intermediate, hidden), ("output.dense", hidden, intermediate),
            ]
            for (name, outputs, inputs) in linear {
                shapes.append(("encoder.layer.\(layer).\(name).weight", [outputs, inputs]))
                shapes.append(("encoder.layer.\(layer).\(name).bias", [outputs]))
            }
            for name in ["attention.output.LayerNorm", "output.LayerNorm"] {
                shapes.append(("encoder.layer.\(layer).\(name).weight", [hidden]))
                shapes.append(("encoder.layer.\(layer).\(name).bias", [hidden]))
            }
        }
        let prefix = try #require(json["prefix"]?.string)
        let type = try #require(json["dtype"]?.string)
        return SafetensorsBuilder.data(
            shapes.map { (prefix + $0, type, $1, Self.bytes($0, $1, type)) })
    }

    private static func bytes(_ name: String, _ shape: [Int], _ type: String) -> [UInt8] {
        var generator = SeededGenerator(
            name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
        let count = shape.reduce(1, *)
        let isNormScale = name.hasSuffix("LayerNorm.weight")
        let columns = Double(shape.last ?? 1)
        var scale = Float(exp2(-log2(columns.squareRoot()).rounded(.up))) / 128
        if shape.count == 1 { scale = 1 / 1024 } else if name.contains("embeddings.") { scale = 1 / 128 }
        func next() -> Float {
            let k = Float(Int(generator.next() >> 56) - 128)
            return isNormScale ? (128 + (k / 4).rounded(.down)) / 128 : k * scale
        }
        let size = type == "F32" ? 4 : 2
        return [UInt8](unsafeUninitializedCapacity: count * size) { buffer, initialized in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            for element in 0..<count {
                switch type {
                case "F16":
                    raw.storeBytes(
                        of: Float16(next()).bitPattern.littleEndian, toByteOffset: 2 * element, as: UInt16.self)
                case "BF16":
                    let upper = UInt16(next().bitPattern >> 16)
                    raw.storeBytes(of: upper.littleEndian, toByteOffset: 2 * element, as: UInt16.self)
                default:
                    raw.storeBytes(of: next().bitPattern.littleEndian, toByteOffset: 4 * element, as: UInt32.self)
                }
            }
            initialized = count * size
        }
    }
}
