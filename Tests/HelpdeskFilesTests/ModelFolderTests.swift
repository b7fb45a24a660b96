import Foundation
import HelpdeskFiles
import SentenceEmbeddings
import Testing

/// The folder of all-MiniLM-L6-v2, where there is one.
let modelFolder = ProcessInfo.processInfo.environment["HELPDESK_MODEL_DIR"].map { URL(filePath: $0) }

/// Folders of models.
@Suite struct ModelFolderTests {
    private func code(_ url: URL) -> FilesError.Code? {
        do { _ = try ModelFiles(folder: url) } catch { return error.code }
        return nil
    }

    @Test func filesThatAreThere() throws {
        let folder = try TemporaryFolder()
        try folder.write("config.json", "{}")
        try folder.write("1_Pooling/config.json", "{\"a\":1}")
        try folder.write("model.safetensors", Data(repeating: 7, count: (1 << 20) + 3))
        try folder.write("README.md", "not part of the model")
        let files = try ModelFiles(folder: folder.url).files
        #expect(Set(files.keys) == ["config.json", "1_Pooling/config.json", "model.safetensors"])
        #expect(files["1_Pooling/config.json"] == Data("{\"a\":1}".utf8))
        #expect(files["model.safetensors"]?.count == (1 << 20) + 3)
        #expect(files["model.safetensors"]?.last == 7)
    }

    @Test func filesOfOtherFormatsAreNoticedAndNotRead() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "config.json",
            """
            {"model_type": "bert", "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1,
            "intermediate_size": 8, "vocab_size": 5, "max_position_embeddings": 8}
            """)
        try folder.write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n")
        try folder.write("pytorch_model.bin", "anything")
        try folder.write("onnx/model.onnx", "anything")
        let files = try ModelFiles(folder: folder.url).files
        #expect(files["pytorch_model.bin"] == Data() && files["onnx/model.onnx"] == Data())
        let error = try #require(throws: EmbeddingError.self) { try SentenceTransformer(folder: folder.url) }
        #expect(error.code == .missingFile && error.message.contains("pytorch_model.bin"), "\(error)")
    }

    @Test func staticModels() async throws {
        let folder = try TemporaryFolder()
        try folder.write("config.json", "{\"normalize\": true, \"max_length\": 512}")
        try folder.write(
            "tokenizer.json",
            """
            {"version": "1.0", "added_tokens": [], "normalizer": {"type": "BertNormalizer", "clean_text": true,
            "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
            "pre_tokenizer": {"type": "BertPreTokenizer"}, "post_processor": null, "decoder": null,
            "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "help": 1, "me": 2}}}
            """)
        // Large enough to be mapped.
        let columns = 1 << 17
        let header =
            "{\"embeddings\":{\"dtype\":\"F32\",\"shape\":[3,\(columns)],\"data_offsets\":[0,\(12 * columns)]}}"
        let padded = header + String(repeating: " ", count: 7 - (header.utf8.count + 7) % 8)
        var data = Data([UInt8(padded.utf8.count), 0, 0, 0, 0, 0, 0, 0]) + Data(padded.utf8)
        let values = [Float](repeating: 9, count: columns) + [Float](repeating: 3, count: columns)
        values.withUnsafeBytes { data.append(contentsOf: $0) }
        [Float](repeating: -1, count: columns).withUnsafeBytes { data.append(contentsOf: $0) }
        try folder.write("model.safetensors", data)
        let model = try await StaticEmbedder.load(from: folder.url, configuration: .init(isNormalized: false))
        let vectors = try await model.embed(["help me", "unknown", "me"], as: .query)
        #expect(
            vectors.values == [Float](repeating: 1, count: columns) + [Float](repeating: 0, count: columns)
                + [Float](repeating: -1, count: columns))
        #expect(try StaticEmbedder(folder: folder.url).identity.model == "static-3x\(columns)")
        #expect(throws: EmbeddingError.self) { _ = try SentenceTransformer(folder: folder.url) }
    }

    @Test func wrongFolders() throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "x")
        #expect(code(folder.url.appending(path: "none")) == .notFound)
        #expect(code(folder.url.appending(path: "file")) == .unsupported)
        #expect(code(URL(string: "https://x.example/model")!) == .unsupported)
        try folder.write("config.json/inner", "x")
        #expect(code(folder.url) == .unsupported)
    }

    @Test func whatIsNoModelIsRefusedByTheModel() async throws {
        let folder = try TemporaryFolder()
        await #expect(throws: EmbeddingError.self) { _ = try await SentenceTransformer.load(from: folder.url) }
        try folder.write("config.json", "{}")
        #expect(throws: EmbeddingError.self) { _ = try SentenceTransformer(folder: folder.url) }
        await #expect(throws: FilesError.self) {
            _ = try await SentenceTransformer.load(from: folder.url.appending(path: "none"))
        }
    }

    @Test(.enabled(if: modelFolder != nil, "HELPDESK_MODEL_DIR is not set"))
    func realModel() async throws {
        let folder = try #require(modelFolder)
        let model = try await SentenceTransformer.load(from: folder)
        let again = try SentenceTransformer(folder: folder)
        #expect(model.identity == again.identity)
        #expect(model.identity.dimensions == 384)
        let vectors = try await model.embed(["How do I reset my password?"], as: .query)
        let others = try await again.embed(["How do I reset my password?"], as: .query)
        #expect(vectors == others)
    }

    @Test(.enabled(if: modelFolder != nil, "HELPDESK_MODEL_DIR is not set"))
    func truncatedModel() async throws {
        let whole = try #require(modelFolder)
        let folder = try TemporaryFolder()
        for name in ModelFiles.names where name != "model.safetensors" {
            guard let data = try? Data(contentsOf: whole.appending(path: name)) else { continue }
            try folder.write(name, data)
        }
        let weights = try Data(contentsOf: whole.appending(path: "model.safetensors"), options: .alwaysMapped)
        for count in [0, 7, 8, 1_000, 2 << 20, weights.count - 1] {
            try folder.write("model.safetensors", weights.prefix(count))
            await #expect(throws: EmbeddingError.self) { _ = try await SentenceTransformer.load(from: folder.url) }
        }
    }

    @Test func cancelledBeforeLoading() async throws {
        let folder = try TemporaryFolder()
        let url = folder.url
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await SentenceTransformer.load(from: url)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
