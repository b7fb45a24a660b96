import CHelpdeskKernels
import Foundation
import SentenceEmbeddings
import Testing

/// What a model's files may and may not be.
@Suite struct LoadingTests {
    private func error(
        _ files: ModelFiles, _ configuration: SentenceTransformer.Configuration = .init(threadCount: 1)
    ) throws -> EmbeddingError {
        try #require(throws: EmbeddingError.self) {
            _ = try SentenceTransformer(files: files, configuration: configuration)
        }
    }

    @Test func missingFilesAreNamed() throws {
        let files = try TestModel.tiny("tiny-mean")
        for name in ["config.json", "model.safetensors", "1_Pooling/config.json"] {
            let error = try error(files.with(name, nil))
            #expect(error.code == .missingFile && error.message.contains(name), "\(error)")
        }
        let error = try error(files.with("vocab.txt", nil))
        #expect(error.code == .missingFile && error.message.contains("vocab.txt"))
        #expect(try self.error(ModelFiles([:])).code == .missingFile)
    }

    @Test func optionalFilesHaveDefaults() throws {
        let files = try TestModel.tiny("tiny-mean")
        for name in ["modules.json", "sentence_bert_config.json", "tokenizer_config.json"] {
            #expect(throws: Never.self) { try SentenceTransformer(files: files.with(name, nil)) }
        }
        #expect(try SentenceTransformer(files: files.with("sentence_bert_config.json", nil)).maximumTokens == 24)
    }

    @Test(arguments: [
        (
            "\"model_type\": \"bert\"", "\"model_type\": \"xlm-roberta\"", EmbeddingError.Code.unsupportedModel,
            "xlm-roberta"
        ),
        ("\"model_type\": \"bert\"", "\"model_type\": 7", .malformedFile, "model_type"),
        ("\"model_type\": \"bert\",", "", .malformedFile, "model_type"),
        ("\"gelu\"", "\"swish\"", .unsupportedModel, "swish"),
        (
            "\"hidden_act\"", "\"position_embedding_type\": \"relative_key\", \"hidden_act\"", .unsupportedModel,
            "relative_key"
        ),
        ("\"hidden_act\"", "\"is_decoder\": true, \"hidden_act\"", .unsupportedModel, "is_decoder"),
        ("\"hidden_size\": 32", "\"hidden_size\": 64", .malformedFile, "hidden_size 64"),
        ("\"vocab_size\": 44", "\"vocab_size\": 50", .mismatchedTensor, "[44, 32]"),
        ("\"hidden_size\": 32", "\"hidden_size\": 0", .malformedFile, "hidden_size"),
        ("\"hidden_size\": 32", "\"hidden_size\": 32.5", .malformedFile, "hidden_size"),
        ("\"hidden_size\": 32", "\"hidden_size\": 99999999999999999999", .malformedFile, "hidden_size"),
        ("\"num_attention_heads\": 2", "\"num_attention_heads\": 3", .malformedFile, "num_attention_heads"),
        ("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3", .mismatchedTensor, "encoder.layer.2"),
        ("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1", .mismatchedTensor, "encoder.layer.1."),
        ("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 100000000", .malformedFile, "num_hidden_layers"),
        ("\"intermediate_size\": 64", "\"intermediate_size\": 65", .mismatchedTensor, "intermediate"),
        (
            "\"max_position_embeddings\": 24", "\"max_position_embeddings\": 512", .mismatchedTensor,
            "position_embeddings"
        ),
        ("\"type_vocab_size\": 2", "\"type_vocab_size\": 1", .mismatchedTensor, "token_type"),
        ("\"layer_norm_eps\": 1e-12", "\"layer_norm_eps\": -1", .malformedFile, "layer_norm_eps"),
        ("\"layer_norm_eps\": 1e-12", "\"layer_norm_eps\": \"x\"", .malformedFile, "layer_norm_eps"),
        ("\"vocab_size\": 44", "\"vocab_size\": 43", .mismatchedVocabulary, "43"),
        ("\"vocab_size\": 44", "\"vocab_size\": 45", .mismatchedTensor, "word_embeddings"),
        ("\"vocab_size\": 44", "\"vocab_size\": 30522", .mismatchedVocabulary, "30522"),
    ])
    func configurationsThatDoNotFitAreRefused(
        _ old: String, _ new: String, _ code: EmbeddingError.Code, _ mention: String
    ) throws {
        let files = try TestModel.tiny("tiny-mean")
        let error = try error(files.replacing(old, with: new, in: "config.json"))
        #expect(error.code == code && error.message.contains(mention), "\(error)")
    }

    @Test func modulesThatAreNotRunAreRefused() throws {
        let files = try TestModel.tiny("tiny-mean")
        for (old, new) in [
            ("Normalize", "Dense"), ("models.Pooling", "models.WordEmbeddings"),
            ("models.Transformer", "models.CLIPModel"),
        ] {
            let error = try error(files.replacing(old, with: new, in: "modules.json"))
            #expect(error.code == .unsupportedModel && error.message.contains("modules.json"), "\(error)")
        }
        let none = try error(
            files.replacing(
                "\"pooling_mode_mean_tokens\": true", with: "\"pooling_mode_mean_tokens\": false",
                in: "1_Pooling/config.json"))
        #expect(none.code == .unsupportedModel)
        #expect(try error(files.replacing(": 32", with: ": 31", in: "1_Pooling/config.json")).code == .malformedFile)
        for name in ["config.json", "modules.json", "1_Pooling/config.json", "sentence_bert_config.json"] {
            for text in ["", "{", "[]", "null", "\u{FEFF}{}", "{\"a\":\"\\ud800\"}"] {
                let error = try error(files.with(name, Data(text.utf8)))
                #expect(
                    [.malformedFile, .unsupportedModel].contains(error.code) && error.message.contains(name),
                    "\(text) \(error)")
            }
        }
    }

    @Test func aVocabularyOfAnotherModelIsRefused() throws {
        let files = try TestModel.tiny("tiny-mean")
        let vocabulary = String(decoding: try #require(files["vocab.txt"]), as: UTF8.self)
        let longer = try error(files.with("vocab.txt", Data((vocabulary + "more\n").utf8)))
        #expect(longer.code == .mismatchedVocabulary)
        let json = """
            {"model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,
            "vocab":{"[UNK]":0,"[CLS]":1,"[SEP]":2,"a":4000000}},"normalizer":null,"pre_tokenizer":null}
            """
        let sparse = try error(files.with("tokenizer.json", Data(json.utf8)))
        #expect([.mismatchedVocabulary, .unsupportedModel].contains(sparse.code), "\(sparse)")
        for text in ["", "hello", "{}", "\u{0}"] {
            #expect(try error(files.with("tokenizer.json", Data(text.utf8))).code == .malformedFile)
        }
        #expect(try error(files.with("vocab.txt", Data("a\nb\n".utf8))).code == .malformedFile)
        #expect(try error(files.with("vocab.txt", Data([0xFF, 0xFE]))).code == .malformedFile)
    }

    @Test func weightsThatAreNotFiniteAreRefused() throws {
        let files = try TestModel.tiny("tiny-mean")
        let weights = try #require(files["model.safetensors"])
        for bits in [Float.nan, .infinity, -.infinity].map(\.bitPattern) {
            var damaged = weights
            for byte in 0..<4 { damaged[weights.count - 4 + byte] = UInt8(truncatingIfNeeded: bits >> (8 * byte)) }
            let last = try #require(SafetensorsFile(weights).tensors.last)
            let error = #expect(throws: EmbeddingError.self) {
                try SafetensorsFile(damaged).floats(named: last.name, shape: last.shape)
            }
            #expect(error?.code == .mismatchedTensor && error?.message.contains(last.name) == true)
        }
    }

    @Test func weightsThatOverflowGiveAnErrorInsteadOfAVector() async throws {
        let files = try TestModel.tiny("tiny-mean")
        var weights = [UInt8](try #require(files["model.safetensors"]))
        let file = try SafetensorsFile(Data(weights))
        let tensor = try #require(file.tensor(named: "encoder.layer.1.output.LayerNorm.weight"))
        let start = weights.count - (file.tensors.last?.offsets.upperBound ?? 0)
        for index in 0..<tensor.count {
            let bits = Float.greatestFiniteMagnitude.bitPattern
            for byte in 0..<4 {
                weights[start + tensor.offsets.lowerBound + 4 * index + byte] = UInt8(
                    truncatingIfNeeded: bits >> (8 * byte))
            }
        }
        let model = try SentenceTransformer(files: files.with("model.safetensors", Data(weights)))
        let error = await #expect(throws: EmbeddingError.self) { try await model.embed(["help me"], as: .query) }
        #expect(error?.code == .invalidResult)
    }

    @Test func truncatedWeightsAreRefused() throws {
        let files = try TestModel.tiny("tiny-cls-prefix-f16")
        let weights = try #require(files["model.safetensors"])
        for count in stride(from: 0, to: weights.count, by: 211) {
            let error = try error(files.with("model.safetensors", weights.prefix(count)))
            #expect(error.code == .malformedFile && error.message.contains("model.safetensors"))
        }
    }

    @Test func argumentsOutOfRangeAreRefused() throws {
        let files = try TestModel.tiny("tiny-mean")
        for limit in [-1, 0, 2, 25, Int.max] {
            #expect(try error(files, .init(maximumTokens: limit)).code == .invalidArgument)
        }
        for threads in [-1, 0, 100_000] {
            #expect(try error(files, .init(threadCount: threads)).code == .invalidArgument)
        }
        #expect(throws: EmbeddingError.self) {
            try SentenceTransformer(files: files, instructionSet: helpdesk_isa(rawValue: 99))
        }
    }

    @Test func tokensOutsideTheVocabularyAreRefused() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"))
        for tokens: [Int32] in [[-1], [.max], [1, 2, 4000], [], Array(repeating: 1, count: 25)] {
            await #expect(throws: EmbeddingError.self) { try await model.embed(tokens: [tokens]) }
        }
    }

    @Test func theIdentityFollowsTheVectors() throws {
        let files = try TestModel.tiny("tiny-mean")
        let identity = try SentenceTransformer(files: files).identity
        #expect(identity.model == "bert-2x32" && identity.precision == "int16" && identity.dimensions == 32)
        #expect(identity.revision.count == 16)
        #expect(try SentenceTransformer(files: files, configuration: .init(threadCount: 3)).identity == identity)
        var changed = try #require(files["model.safetensors"])
        changed[changed.count - 4] ^= 1
        let others = try [
            SentenceTransformer(files: files.with("model.safetensors", changed)),
            SentenceTransformer(files: files, configuration: .init(maximumTokens: 8)),
            SentenceTransformer(files: files, configuration: .init(queryPrompt: "query: ")),
            SentenceTransformer(files: files, configuration: .init(passagePrompt: "query: ")),
            SentenceTransformer(files: files.replacing("\"gelu\"", with: "\"relu\"", in: "config.json")),
            SentenceTransformer(files: files.with("modules.json", nil)),
            SentenceTransformer(files: TestModel.tiny("tiny-relu-bf16")),
        ]
        #expect(Set(others.map(\.identity.revision) + [identity.revision]).count == others.count + 1)
        let named = try SentenceTransformer(files: files, configuration: .init(name: "mine", revision: "7"))
        #expect(named.identity.description == "mine@7/int16/32")
    }

    @Test func promptsGoBeforeTheTexts() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let plain = try SentenceTransformer(files: files)
        let configured = try SentenceTransformer(
            files: files.with(
                "config_sentence_transformers.json",
                Data("{\"prompts\":{\"query\":\"help \",\"document\":\"error \"}}".utf8)))
        #expect(try await configured.embed("x", as: .query) == plain.embed("help x", as: .query))
        #expect(try await configured.embed("x", as: .passage) == plain.embed("error x", as: .query))
        let overridden = try SentenceTransformer(files: files, configuration: .init(queryPrompt: "invoice "))
        #expect(try await overridden.embed("x", as: .query) == plain.embed("invoice x", as: .query))
        #expect(try await overridden.embed("x", as: .passage) == plain.embed("x", as: .query))
    }

    @Test(arguments: [
        "roberta", "xlm-roberta", "distilbert", "mpnet", "nomic_bert", "modernbert", "electra", "new", "t5", "clip",
    ])
    func otherArchitecturesAreRefused(_ type: String) throws {
        let files = try TestModel.tiny("tiny-mean")
        let error = try error(
            files.replacing("\"model_type\": \"bert\"", with: "\"model_type\": \"\(type)\"", in: "config.json"))
        #expect(error.code == .unsupportedModel, "\(error)")
        #expect(error.message.contains("config.json") && error.message.contains("\"\(type)\""), "\(error)")
    }

    @Test(arguments: [
        ("model.safetensors.index.json", "several files"), ("pytorch_model.bin", "save_pretrained"),
        ("pytorch_model.bin.index.json", "save_pretrained"), ("tf_model.h5", "save_pretrained"),
        ("flax_model.msgpack", "save_pretrained"), ("onnx/model.onnx", "ONNX"), ("model.onnx", "ONNX"),
        ("openvino/openvino_model.xml", "OpenVINO"),
    ])
    func weightsOfAnotherFormatSayWhatToDo(_ name: String, _ advice: String) throws {
        #expect(ModelFiles.otherFormatNames.contains(name))
        let files = try TestModel.tiny("tiny-mean").with("model.safetensors", nil).with(name, Data())
        let error = try error(files)
        #expect(error.code == .missingFile && error.message.contains("no model.safetensors"), "\(error)")
        #expect(error.message.contains(name) && error.message.contains(advice), "\(error)")
        // Beside the weights it does not matter.
        #expect(throws: Never.self) { try SentenceTransformer(files: TestModel.tiny("tiny-mean").with(name, Data())) }
    }

    @Test(arguments: ["sentencepiece.bpe.model", "spiece.model", "merges.txt"])
    func tokenizersOfAnotherFormatAreNamed(_ name: String) throws {
        let files = try TestModel.tiny("tiny-mean").with("vocab.txt", nil).with(name, Data())
        let error = try error(files)
        #expect(error.code == .missingFile && error.message.contains(name), "\(error)")
        #expect(error.message.contains("WordPiece"), "\(error)")
    }

    @Test(arguments: ["BPE", "Unigram", "WordLevel"])
    func tokenizersOfAnotherTypeAreRefused(_ type: String) throws {
        let json = """
            {"version": "1.0", "added_tokens": [], "normalizer": {"type": "NFC"},
            "pre_tokenizer": {"type": "ByteLevel"}, "model": {"type": "\(type)", "vocab": {}, "merges": []}}
            """
        let error = try error(TestModel.tiny("tiny-mean").with("tokenizer.json", Data(json.utf8)))
        #expect(error.code == .unsupportedModel && error.message.contains("tokenizer.json"), "\(error)")
        #expect(error.description.contains("\"\(type)\"") && error.description.contains("WordPiece"), "\(error)")
    }

    /// Every tensor that the encoder needs, taken out or given another shape in turn.
    @Test func everyTensorIsCheckedByNameAndShape() throws {
        let files = try TestModel.tiny("tiny-mean")
        let weights = try #require(files["model.safetensors"])
        let file = try SafetensorsFile(weights)
        let needed = file.tensors.filter { $0.name.hasPrefix("embeddings.") || $0.name.hasPrefix("encoder.") }
        #expect(needed.count == 5 + 2 * 16)
        for tensor in needed {
            func rebuilt(_ change: (SafetensorsFile.Tensor) -> [Int]?) -> ModelFiles {
                files.with(
                    "model.safetensors",
                    SafetensorsBuilder.data(
                        needed.compactMap { other in
                            guard let shape = other == tensor ? change(other) : other.shape else { return nil }
                            let bytes = [UInt8](repeating: 0, count: 4 * shape.reduce(1, *))
                            return (other.name, "F32", shape, bytes)
                        }))
            }
            let missing = try error(rebuilt { _ in nil })
            #expect(missing.code == .mismatchedTensor && missing.message.contains(tensor.name), "\(missing)")
            #expect(missing.message.contains("model.safetensors"), "\(missing)")
            for shape in [
                tensor.shape + [1], tensor.shape.dropLast() + [(tensor.shape.last ?? 0) + 1], tensor.shape.dropLast(),
            ]
            where shape != tensor.shape {
                let wrong = try error(rebuilt { _ in Array(shape) })
                #expect(wrong.code == .mismatchedTensor && wrong.message.contains(tensor.name), "\(wrong)")
                #expect(
                    wrong.message.contains("\(tensor.shape)") && wrong.message.contains("\(Array(shape))"), "\(wrong)")
            }
        }
        let integers = needed.map { ($0.name, "I32", $0.shape, [UInt8](repeating: 0, count: 4 * $0.count)) }
        let type = try error(files.with("model.safetensors", SafetensorsBuilder.data(integers)))
        #expect(
            type.code == .mismatchedTensor && type.message.contains("I32") && type.message.contains("F32"), "\(type)")
    }
}
