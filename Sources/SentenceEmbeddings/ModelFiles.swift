#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The files of a model's folder, as bytes.
///
/// The names are those of a folder that the Python library sentence-transformers or model2vec saves. Only the weights need
/// to be large, and they may be a memory map: see `HelpdeskFiles`.
public struct ModelFiles: Sendable {
    /// The files by their path relative to the folder, with `/` between folder and file.
    public let files: [String: Data]

    /// Wraps the files of a folder.
    ///
    /// - Parameter files: The contents by relative path; see ``names``. Files that are not needed are ignored.
    public init(_ files: [String: Data]) {
        self.files = files
    }

    /// The relative paths that a ``SentenceTransformer``, a ``CrossEncoder`` or a ``StaticEmbedder`` looks for. Those of
    /// ``requiredNames`` must be there, and one of `tokenizer.json` and `vocab.txt`; the others have defaults. See <doc:BringingAnotherModel>.
    public static let names = [
        "config.json", "modules.json", "1_Pooling/config.json", "sentence_bert_config.json",
        "config_sentence_transformers.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt",
        "model.safetensors", ModelCalibration.fileName,
    ]

    /// The relative paths without which there is no model.
    public static let requiredNames = ["config.json", "model.safetensors"]

    /// The bytes of a file, or `nil`.
    public subscript(name: String) -> Data? { files[name] }

    /// The same without a file.
    func without(_ name: String) -> ModelFiles {
        var files = files
        files[name] = nil
        return ModelFiles(files)
    }

    /// The bytes of a file that must be there.
    func require(_ name: String) throws(EmbeddingError) -> Data {
        guard let data = files[name] else {
            throw EmbeddingError(
                .missingFile,
                "the model has no \(name); it has \(files.isEmpty ? "no files" : files.keys.sorted().joined(separator: ", "))"
            )
        }
        return data
    }
}
