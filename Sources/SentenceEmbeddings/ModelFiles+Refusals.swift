import HelpdeskJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ModelFiles {
    /// The relative paths of files of other formats. They are never read; where one of them is there and the file that
    /// is needed is not, the error says how to make the one from the other. Their contents may be empty.
    public static let otherFormatNames = [
        "pytorch_model.bin", "model.safetensors.index.json", "pytorch_model.bin.index.json", "onnx/model.onnx",
        "model.onnx", "openvino/openvino_model.xml", "tf_model.h5", "flax_model.msgpack",
        "0_StaticEmbedding/model.safetensors", "sentencepiece.bpe.model", "spiece.model", "merges.txt",
    ]

    /// The bytes of the weights.
    func requireWeights() throws(EmbeddingError) -> Data {
        let file = "model.safetensors"
        guard files[file] == nil else { return try require(file) }
        let save = "in Python, SentenceTransformer(folder).save_pretrained(other_folder) writes"
        let advice: [(name: String, text: String)] = [
            ("model.safetensors.index.json", "the weights are split into several files; \(save) a small model as one"),
            ("pytorch_model.bin", "a file of PyTorch can run code when it is read, so it is not; \(save) \(file)"),
            (
                "pytorch_model.bin.index.json",
                "a file of PyTorch can run code when it is read, so it is not; \(save) \(file)"
            ),
            ("tf_model.h5", "\(save) \(file)"), ("flax_model.msgpack", "\(save) \(file)"),
            ("onnx/model.onnx", "ONNX is not read; take \(file) from the model's original folder"),
            ("model.onnx", "ONNX is not read; take \(file) from the model's original folder"),
            ("openvino/openvino_model.xml", "OpenVINO is not read; take \(file) from the model's original folder"),
        ]
        guard let found = advice.first(where: { files[$0.name] != nil }) else { return try require(file) }
        throw EmbeddingError(.missingFile, "the model has no \(file) but \(found.name): \(found.text)")
    }

    /// What to add to an error about a missing tokenizer.
    var hintAtTokenizer: String {
        for name in ["sentencepiece.bpe.model", "spiece.model", "merges.txt"] where files[name] != nil {
            return " but \(name): its tokenizer is not WordPiece, which is the only one this library runs"
        }
        return ""
    }

    /// Refuses the folder of a model that ``StaticEmbedder`` runs, where a ``SentenceTransformer`` is loaded.
    func refuseStaticModel() throws(EmbeddingError) {
        guard let file = staticModelFile else { return }
        throw EmbeddingError(
            .unsupportedModel, "\(file) says that this is a static model (Model2Vec); load it with StaticEmbedder")
    }

    /// The file that says that a model is a table of static vectors.
    private var staticModelFile: String? {
        func json(_ name: String) -> ModelJSON? { files[name].flatMap { try? ModelJSON($0, file: name) } }
        if json("config.json")?["model_type"]?.string == "model2vec" { return "config.json" }
        let modules = json("modules.json")?.value.array ?? []
        let isStatic = modules.contains { $0["type"]?.string?.hasSuffix("StaticEmbedding") == true }
        return isStatic ? "modules.json" : nil
    }

    /// Refuses the folder of an encoder, where a ``StaticEmbedder`` is loaded.
    func refuseEncoder(_ config: ModelJSON) throws(EmbeddingError) {
        guard let type = try config.string("model_type"), type != "model2vec" else { return }
        let advice = type == "bert" ? "an encoder; load it with SentenceTransformer" : "not a static model (Model2Vec)"
        throw EmbeddingError(.unsupportedModel, "\(config.file): model_type \"\(type)\" is \(advice)")
    }
}
