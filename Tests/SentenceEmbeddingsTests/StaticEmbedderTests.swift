import Foundation
import HelpdeskTesting
import SentenceEmbeddings
import Testing

/// Static models, against model2vec.
@Suite struct StaticEmbedderTests {
    private static let names = ["f32", "f16", "i8", "f64-short", "mapped", "mapped-i8"].map { "static-\($0)" }

    private func error(_ files: ModelFiles, _ configuration: StaticEmbedder.Configuration = .init()) throws
        -> EmbeddingError
    {
        try #require(throws: EmbeddingError.self) { try StaticEmbedder(files: files, configuration: configuration) }
    }

    /// Made by `Scripts/golden/static_reference.py`.
    @Test(arguments: names)
    func vectorsAgreeWithModel2Vec(_ name: String) async throws {
        let reference = try Reference(TestModel.golden.appending(path: "\(name)/reference.json"))
        for threadCount in [1, 3] {
            let model = try StaticEmbedder(files: TestModel.tiny(name), configuration: .init(threadCount: threadCount))
            #expect(model.dimensions == reference.dimensions)
            let embeddings = try await model.embed(reference.texts, as: .passage)
            #expect(embeddings.tokenCounts == reference.tokenCounts)
            // model2vec rounds its results to float16 where the table is.
            let tolerance: Float = name == "static-f16" ? 5e-4 : 1e-6
            for (position, expected) in reference.vectors.enumerated() {
                let scale = max(1, expected.map(abs).max() ?? 0)
                let greatest = zip(embeddings[position], expected).map { abs($0 - $1) }.max() ?? 0
                #expect(greatest <= tolerance * scale, "\(name), \(reference.texts[position].prefix(40)): \(greatest)")
            }
        }
    }

    private static let distilled = ProcessInfo.processInfo.environment["HELPDESK_STATIC_DIR"].map { URL(filePath: $0) }

    /// Made by `Scripts/golden/static_distilled.py`.
    @Test(.enabled(if: distilled != nil, "needs HELPDESK_STATIC_DIR"), arguments: ["plain", "quantized"])
    func modelsOfFullSizeAgreeWithModel2Vec(_ name: String) async throws {
        let folder = try #require(Self.distilled).appending(path: name)
        let reference = try Reference(folder.appending(path: "reference.json"))
        let model = try StaticEmbedder(files: TestModel.files(in: folder))
        let embeddings = try await model.embed(reference.texts, as: .passage)
        for (position, expected) in reference.vectors.enumerated() {
            let greatest = zip(embeddings[position], expected).map { abs($0 - $1) }.max() ?? 0
            // model2vec rounds its results to float16, where the table is.
            #expect(greatest < 1e-3, "\(reference.texts[position].prefix(40)): \(greatest)")
        }
    }

    @Test(arguments: names)
    func theConformanceSuitePasses(_ name: String) async throws {
        try await EmbeddingModelConformance.check(StaticEmbedder(files: TestModel.tiny(name)))
    }

    @Test func settingsAreReadAndMayBeOverridden() async throws {
        let files = try TestModel.tiny("static-f32")
        let model = try StaticEmbedder(files: files)
        #expect(model.maximumTokens == 512 && model.isNormalized)
        #expect(model.identity.model == "static-46x24" && model.identity.precision == "static-float32")
        #expect(try StaticEmbedder(files: TestModel.tiny("static-mapped")).maximumTokens == nil)
        #expect(try StaticEmbedder(files: TestModel.tiny("static-i8")).identity.precision == "static-int8")
        let long = String(repeating: "help ", count: 2000)
        #expect(try await model.embed([long, "help"], as: .query).isTruncated == [true, false])
        let others = try [
            StaticEmbedder(files: files, configuration: .init(maximumTokens: 7)),
            StaticEmbedder(files: files, configuration: .init(isNormalized: false)),
            StaticEmbedder(files: TestModel.tiny("static-f16")),
        ]
        #expect(Set(others.map(\.identity.revision) + [model.identity.revision]).count == 4)
        #expect(try await others[0].embed([long], as: .query).tokenCounts == [4])
        #expect(try StaticEmbedder(files: files, configuration: .init(threadCount: 3)).identity == model.identity)
        let named = try StaticEmbedder(files: files, configuration: .init(name: "mine", revision: "1"))
        #expect(named.identity.description == "mine@1/static-float32/24")
        #expect(try error(files, .init(maximumTokens: 0)).code == .invalidArgument)
        #expect(try error(files, .init(threadCount: 0)).code == .invalidArgument)
    }

    @Test func theOtherKindOfModelIsRefused() throws {
        let encoder = try TestModel.tiny("tiny-mean")
        let mistaken = try error(encoder)
        #expect(mistaken.code == .unsupportedModel && mistaken.message.contains("SentenceTransformer"), "\(mistaken)")
        for name in Self.names {
            let files = try TestModel.tiny(name)
            let error = try #require(throws: EmbeddingError.self) { try SentenceTransformer(files: files) }
            #expect(error.code == .unsupportedModel && error.message.contains("StaticEmbedder"), "\(error)")
        }
        let typed = try TestModel.tiny("static-f32").with("modules.json", nil).with(
            "config.json", Data("{\"model_type\": \"model2vec\", \"architectures\": [\"StaticModel\"]}".utf8))
        let error = try #require(throws: EmbeddingError.self) { try SentenceTransformer(files: typed) }
        #expect(error.code == .unsupportedModel && error.message.contains("config.json"), "\(error)")
        #expect(throws: Never.self) { try StaticEmbedder(files: typed) }
        let other = typed.with("config.json", Data("{\"model_type\": \"roberta\"}".utf8))
        #expect(try self.error(other).code == .unsupportedModel)
    }

    @Test func filesThatDoNotFitAreRefused() throws {
        let files = try TestModel.tiny("static-f32")
        for name in ["config.json", "tokenizer.json", "model.safetensors"] {
            let missing = try error(files.with(name, nil))
            #expect(missing.code == .missingFile && missing.message.contains(name), "\(missing)")
            let malformed = try error(files.with(name, Data("[]".utf8)))
            #expect(malformed.code == .malformedFile && malformed.message.contains(name), "\(malformed)")
        }
        for (config, field) in [
            ("{\"normalize\": 1}", "normalize"), ("{\"max_length\": 0}", "max_length"),
            ("{\"max_length\": \"x\"}", "max_length"),
        ] {
            let error = try error(files.with("config.json", Data(config.utf8)))
            #expect(error.code == .malformedFile && error.message.contains(field), "\(error)")
        }
        let bpe = try error(files.replacing("\"type\":\"WordPiece\"", with: "\"type\":\"BPE\"", in: "tokenizer.json"))
        #expect(bpe.code == .unsupportedModel && bpe.description.contains("BPE"), "\(bpe)")
    }

    private func files(
        _ shape: [Int], _ values: [Float], _ more: [(name: String, type: String, shape: [Int], bytes: [UInt8])] = []
    ) throws -> ModelFiles {
        let table = (name: "embeddings", type: "F32", shape: shape, bytes: SafetensorsBuilder.bytes(values))
        return try TestModel.tiny("static-f32").with("model.safetensors", SafetensorsBuilder.data([table] + more))
    }

    @Test func tensorsThatDoNotFitAreRefused() throws {
        func numbers(_ count: Int) -> [Float] { (0..<count).map { Float($0 % 7) - 3 } }
        let rows = 46
        let good = try files([rows, 4], numbers(rows * 4))
        #expect(throws: Never.self) { try StaticEmbedder(files: good) }
        for shape in [[rows * 4], [rows, 2, 2], [0, 4], [rows, 0]] {
            let error = try error(files(shape, numbers(shape.reduce(1, *))))
            #expect(error.code == .mismatchedTensor && error.message.contains("embeddings"), "\(error)")
        }
        for count in [rows - 1, rows + 1] {
            let error = try error(files([count, 4], numbers(count * 4)))
            #expect(error.code == .mismatchedVocabulary && error.message.contains("\(count) rows"), "\(error)")
        }
        let longs: (Int, Int) -> [UInt8] = { count, value in
            (0..<count).flatMap { _ in withUnsafeBytes(of: Int64(value).littleEndian, Array.init) }
        }
        let sent = try error(files([3, 4], numbers(12), [("mapping", "I64", [rows], longs(rows, 3))]))
        #expect(sent.code == .mismatchedTensor && sent.message.contains("row 3"), "\(sent)")
        #expect(
            try error(files([3, 4], numbers(12), [("mapping", "I64", [rows], longs(rows, -1))])).code
                == .mismatchedTensor)
        for (name, type) in [("mapping", "I64"), ("weights", "F32"), ("mapping", "F32"), ("weights", "I64")] {
            for count in [5, rows] {
                if (name == "mapping") == (type == "I64"), count == rows { continue }
                let bytes = [UInt8](repeating: 0, count: count * (type == "I64" ? 8 : 4))
                let error = try error(files([rows, 4], numbers(rows * 4), [(name, type, [count], bytes)]))
                #expect(error.code == .mismatchedTensor && error.message.contains(name), "\(error)")
            }
        }
        let other = SafetensorsBuilder.data([("embedding.weight", "F32", [1], SafetensorsBuilder.bytes([1]))])
        let foreign = try error(good.with("model.safetensors", other))
        #expect(foreign.code == .mismatchedTensor && foreign.message.contains("model2vec"), "\(foreign)")
    }

    @Test func numbersThatAreNotFiniteAreRefused() async throws {
        let rows = 46
        for value in [Float.nan, .infinity, -.infinity] {
            for position in [0, 1023, 1024, rows * 40 - 1] {
                var numbers = [Float](repeating: 1, count: rows * 40)
                numbers[position] = value
                let error = try error(files([rows, 40], numbers))
                #expect(error.code == .mismatchedTensor && error.message.contains("element \(position) "), "\(error)")
            }
        }
        let large = try files([rows, 4], Array(repeating: .greatestFiniteMagnitude, count: rows * 4))
        // The sum of two is too large, and the length of one.
        for (isNormalized, text) in [(false, "help help"), (true, "help help"), (true, "help")] {
            let model = try StaticEmbedder(files: large, configuration: .init(isNormalized: isNormalized))
            let error = await #expect(throws: EmbeddingError.self) { try await model.embed(["", text], as: .query) }
            #expect(error?.code == .invalidResult && error?.message.contains("vector 1") == true)
        }
    }

    @Test func batchedEqualsSingle() async throws {
        let texts = (0..<500).map { "how do i reset \($0) password \(String(repeating: "x", count: $0 % 30))" }
        for name in Self.names {
            let single = try StaticEmbedder(files: TestModel.tiny(name), configuration: .init(threadCount: 1))
            let many = try StaticEmbedder(files: TestModel.tiny(name), configuration: .init(threadCount: 4))
            let batch = try await many.embed(texts, as: .passage)
            for position in stride(from: 0, to: 500, by: 7) {
                #expect(try await single.embed(texts[position], as: .query) == batch[position])
            }
        }
    }
}
