import CHelpdeskKernels
import Foundation
import SentenceEmbeddings
import Testing

/// The shapes, poolings and ways of writing of the BERT family, against sentence-transformers.
@Suite(.serialized) struct FamilyTests {
    /// Made by `Scripts/golden/embeddings_family.py`.
    @Test(arguments: try FormulaModel.all().map(\.name))
    func everyShapeAgreesWithSentenceTransformers(_ name: String) async throws {
        let golden = try #require(try FormulaModel.all().first { $0.name == name })
        let files = try golden.files()
        for instructionSet in TestModel.instructionSets {
            let model = try SentenceTransformer(
                files: files, configuration: .init(threadCount: 2, precision: .float32),
                instructionSet: instructionSet)
            let embeddings = try await model.embed(golden.reference.texts, as: .passage)
            #expect(embeddings.tokenCounts == golden.reference.ids.map(\.count))
            for (position, expected) in golden.reference.vectors.enumerated() {
                let length = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
                let distance = zip(embeddings[position], expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                    .squareRoot()
                #expect(distance < 2e-5 * length, "\(name), \(instructionSet): off by \(distance / length)")
            }
        }
    }

    /// What sentence-transformers 6.2.0 writes, with `embedding_dimension` and `pooling_mode`.
    @Test func filesOfNewerVersionsAreRead() async throws {
        let old = try TestModel.tiny("tiny-mean")
        let modules = """
            [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.base.modules.transformer.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling",
            "type": "sentence_transformers.sentence_transformer.modules.pooling.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize",
            "type": "sentence_transformers.base.modules.normalize.Normalize"}]
            """
        let sentence = """
            {"transformer_task": "feature-extraction", "module_output_name": "token_embeddings", "modality_config":
            {"text": {"method": "forward", "method_output_name": "last_hidden_state"}}}
            """
        let library = """
            {"__version__": {"sentence_transformers": "6.2.0"}, "default_prompt_name": null,
            "model_type": "SentenceTransformer", "prompts": {"document": "", "query": "help "},
            "similarity_fn_name": "cosine"}
            """
        let new =
            old.with("modules.json", Data(modules.utf8)).with("sentence_bert_config.json", Data(sentence.utf8))
            .with("config_sentence_transformers.json", Data(library.utf8))
            .with("tokenizer_config.json", Data("{\"do_lower_case\": true, \"model_max_length\": 16}".utf8))
        let plain = try SentenceTransformer(files: old)
        let expected = try await plain.embed("help me", as: .passage)
        for pooling in ["\"mean\"", "[\"mean\"]", "\"mean\", \"pooling_mode_max_tokens\": true"] {
            let config = "{\"embedding_dimension\": 32, \"pooling_mode\": \(pooling), \"include_prompt\": true}"
            let model = try SentenceTransformer(files: new.with("1_Pooling/config.json", Data(config.utf8)))
            #expect(model.maximumTokens == 16)
            #expect(try await model.embed("me", as: .query) == expected)
            #expect(try await model.embed("help me", as: .passage) == expected)
        }
        // A file without a pooling: the mean.
        let silent = try SentenceTransformer(files: new.with("1_Pooling/config.json", Data("{}".utf8)))
        #expect(try await silent.embed("help me", as: .passage) == expected)
    }

    @Test(arguments: [
        ("pooling_mode_max_tokens", SentenceTransformer.Pooling.max), ("pooling_mode_cls_token", .cls),
        ("pooling_mode_mean_sqrt_len_tokens", .meanSquareRootLength), ("pooling_mode_mean_tokens", .mean),
    ])
    func olderNamesOfPoolingsAreRead(_ key: String, _ pooling: SentenceTransformer.Pooling) async throws {
        let files = try TestModel.tiny("tiny-mean")
        let named = try SentenceTransformer(files: files.with("1_Pooling/config.json", Data("{\"\(key)\": true}".utf8)))
        let chosen = try SentenceTransformer(files: files, configuration: .init(pooling: pooling))
        #expect(named.identity == chosen.identity)
        #expect(try await named.embed("help me", as: .query) == chosen.embed("help me", as: .query))
    }

    @Test func joinedPoolingsAreRefused() throws {
        let files = try TestModel.tiny("tiny-mean")
        for config in [
            "{\"pooling_mode\": [\"mean\", \"max\"]}", "{\"pooling_mode\": \"lasttoken\"}",
            "{\"pooling_mode_mean_tokens\": true, \"pooling_mode_max_tokens\": true}",
            "{\"pooling_mode_weightedmean_tokens\": true}", "{\"pooling_mode\": []}",
        ] {
            let error = try #require(throws: EmbeddingError.self) {
                try SentenceTransformer(files: files.with("1_Pooling/config.json", Data(config.utf8)))
            }
            #expect(error.code == .unsupportedModel && error.message.contains("1_Pooling/config.json"), "\(error)")
        }
        let error = try #require(throws: EmbeddingError.self) {
            try SentenceTransformer(files: files.with("1_Pooling/config.json", Data("{\"pooling_mode\": 7}".utf8)))
        }
        #expect(error.code == .malformedFile && error.message.contains("pooling_mode"), "\(error)")
    }

    @Test func poolingsAreWhatTheirNamesSay() async throws {
        let files = try TestModel.tiny("tiny-mean")
        func vector(_ pooling: SentenceTransformer.Pooling, _ isNormalized: Bool) async throws -> [Float] {
            let model = try SentenceTransformer(
                files: files, configuration: .init(pooling: pooling, isNormalized: isNormalized))
            return try await model.embed("how do i reset my password ?", as: .query)
        }
        let mean = try await vector(.mean, false)
        let root = try await vector(.meanSquareRootLength, false)
        let length = Float(10).squareRoot()
        #expect(zip(mean, root).allSatisfy { abs($0 * length - $1) < 1e-5 })
        #expect(try await zip(mean, vector(.max, false)).allSatisfy { $0 <= $1 })
        for pooling in [SentenceTransformer.Pooling.mean, .cls, .max, .meanSquareRootLength] {
            let squares = try await vector(pooling, true).reduce(0) { $0 + $1 * $1 }
            #expect(abs(squares - 1) < 1e-5)
        }
    }
}
