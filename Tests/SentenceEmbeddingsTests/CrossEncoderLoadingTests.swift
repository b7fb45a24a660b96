import CHelpdeskKernels
import Foundation
import SentenceEmbeddings
import Testing

/// What a cross-encoder's files may and may not be.
@Suite struct CrossEncoderLoadingTests {
    private func error(
        _ files: ModelFiles, _ configuration: CrossEncoder.Configuration = .init(threadCount: 1)
    ) throws -> EmbeddingError {
        try #require(throws: EmbeddingError.self) {
            _ = try CrossEncoder(files: files, configuration: configuration)
        }
    }

    @Test func missingFilesAreNamed() throws {
        let files = try TestModel.tiny("tiny-cross-identity-f16")
        for name in ["config.json", "model.safetensors", "vocab.txt"] {
            let error = try error(files.with(name, nil))
            #expect(error.code == .missingFile && error.message.contains(name), "\(error)")
        }
        #expect(throws: Never.self) { try CrossEncoder(files: files.with("tokenizer_config.json", nil)) }
        #expect(try CrossEncoder(files: files.with("tokenizer_config.json", nil)).maximumTokens == 32)
    }

    @Test(arguments: TestModel.tinyNames)
    func sentenceEncodersAreRefused(_ name: String) throws {
        let files = try TestModel.tiny(name)
        // Neither the architecture nor the modules tell of a classifier, nor do the weights have one.
        let modules = try error(files)
        #expect(modules.code == .unsupportedModel && modules.message.contains("modules.json"), "\(modules)")
        let weights = try error(files.with("modules.json", nil))
        #expect(weights.code == .mismatchedTensor && weights.message.contains("classifier.weight"), "\(weights)")
        let named = try error(
            files.with("modules.json", nil).replacing(
                "\"model_type\"", with: "\"architectures\": [\"BertModel\"], \"model_type\"", in: "config.json"))
        #expect(named.code == .unsupportedModel && named.message.contains("BertModel"), "\(named)")
    }

    @Test(arguments: [
        ("pooler.dense.weight", "pooler.dense.weighs"), ("pooler.dense.bias", "pooler.dense.bios"),
        ("\"classifier.weight", "\"classifier.weighs"), ("\"classifier.bias", "\"classifier.bios"),
    ])
    func missingTensorsAreNamed(_ name: String, _ other: String) throws {
        let files = try TestModel.tiny("tiny-cross")
        let weights = try #require(files["model.safetensors"])
        let start = try #require(weights.firstRange(of: Data(name.utf8)))
        var renamed = weights
        renamed.replaceSubrange(start, with: Data(other.utf8))
        let error = try error(files.with("model.safetensors", renamed))
        let tensor = name.filter { $0 != "\"" }
        #expect(error.code == .mismatchedTensor && error.message.contains(tensor), "\(error)")
        #expect(error.message.contains("model.safetensors") && error.message.contains("of shape ["), "\(error)")
    }

    @Test func labelsThatDoNotFitTheWeightsAreRefused() throws {
        let files = try TestModel.tiny("tiny-cross")
        let two = try error(
            files.replacing("\"0\": \"LABEL_0\"", with: "\"0\": \"no\", \"1\": \"yes\"", in: "config.json"))
        #expect(two.code == .mismatchedTensor && two.message.contains("[2, 32]"), "\(two)")
        #expect(two.message.contains("classifier.weight") && two.message.contains("[1, 32]"), "\(two)")
        for (id, code) in [
            ("\"1\": \"a\"", EmbeddingError.Code.malformedFile), ("\"x\": \"a\"", .malformedFile),
            ("\"-1\": \"a\"", .malformedFile),
        ] {
            let error = try error(files.replacing("\"0\": \"LABEL_0\"", with: id, in: "config.json"))
            #expect(error.code == code && error.message.contains("id2label"), "\(error)")
        }
        let none = try error(files.replacing("\"0\": \"LABEL_0\"", with: "", in: "config.json"))
        #expect(none.code == .malformedFile && none.message.contains("id2label"))
        // Without names there are two labels, unless their number is given.
        let unnamed = try files.replacing("\"id2label\"", with: "\"other\"", in: "config.json")
        #expect(try error(unnamed).message.contains("[2, 32]"))
        let numbered = try unnamed.replacing("\"other\"", with: "\"num_labels\": 1, \"other\"", in: "config.json")
        #expect(try CrossEncoder(files: numbered).labels == ["LABEL_0"])
        for number in ["0", "-1", "1.5", "\"1\"", "99999999999"] {
            let error = try error(
                unnamed.replacing("\"other\"", with: "\"num_labels\": \(number), \"other\"", in: "config.json"))
            #expect(error.code == .malformedFile && error.message.contains("num_labels"), "\(error)")
        }
    }

    @Test func activationsAreReadWhereTheReferenceReadsThem() throws {
        let today = try TestModel.tiny("tiny-cross")
        let library = "config_sentence_transformers.json"
        let sigmoid = "torch.nn.modules.activation.Sigmoid"
        let identity = "torch.nn.modules.linear.Identity"
        #expect(try CrossEncoder(files: today).activation == .sigmoid)
        #expect(
            try CrossEncoder(files: today.replacing(sigmoid, with: identity, in: library)).activation == .identity)
        #expect(try CrossEncoder(files: today.with(library, nil)).activation == .sigmoid)
        func config(_ text: String) throws -> ModelFiles {
            try today.with(library, nil).replacing("\"model_type\"", with: "\(text), \"model_type\"", in: "config.json")
        }
        let nested = try config("\"sentence_transformers\": {\"activation_fn\": \"\(identity)\"}")
        #expect(try CrossEncoder(files: nested).activation == .identity)
        let older = try config("\"sbert_ce_default_activation_function\": \"\(identity)\"")
        #expect(try CrossEncoder(files: older).activation == .identity)
        let both = try config(
            "\"sentence_transformers\": {\"activation_fn\": \"\(sigmoid)\"}, \"sbert_ce_default_activation_function\": \"\(identity)\""
        )
        #expect(try CrossEncoder(files: both).activation == .sigmoid)
        let null = try config("\"sbert_ce_default_activation_function\": null")
        #expect(try CrossEncoder(files: null).activation == .sigmoid)
        for other in ["\"torch.nn.modules.activation.Tanh\"", "\"mine.Sigmoid\"", "7"] {
            let files = try config("\"sbert_ce_default_activation_function\": \(other)")
            let error = try error(files)
            #expect(error.code == .unsupportedModel && error.message.contains("activation"), "\(error)")
            #expect(try CrossEncoder(files: files, configuration: .init(activation: .identity)).activation == .identity)
        }
    }

    @Test(arguments: [
        ("config.json", "\"BertForSequenceClassification\"", "\"BertForMaskedLM\"", "BertForMaskedLM"),
        ("config.json", "\"type_vocab_size\": 2", "\"type_vocab_size\": 1", "type_vocab_size"),
        ("config.json", "\"model_type\": \"bert\"", "\"model_type\": \"xlm-roberta\"", "xlm-roberta"),
        ("modules.json", "transformer.Transformer", "models.Dense", "Dense"),
        ("modules.json", "\"path\": \"\"", "\"path\": \"0_Transformer\"", "modules.json"),
        ("sentence_bert_config.json", "sequence-classification", "text-generation", "text-generation"),
        (
            "config_sentence_transformers.json",
            "\"default_prompt_name\": null,\n  \"model_type\": \"CrossEncoder\",\n  \"prompts\": {}",
            "\"default_prompt_name\": \"q\", \"prompts\": {\"q\": \"Is it so? \"}", "prompt"
        ),
        ("tokenizer_config.json", "\"model_max_length\": 20", "\"model_max_length\": 4", "model_max_length"),
    ])
    func whatIsNotRunIsRefused(_ file: String, _ old: String, _ new: String, _ mention: String) throws {
        let error = try error(TestModel.tiny("tiny-cross").replacing(old, with: new, in: file))
        #expect(error.code == .unsupportedModel && error.message.contains(mention), "\(error)")
    }

    @Test func filesThatAreNotJSONAreRefused() throws {
        let files = try TestModel.tiny("tiny-cross")
        for name in ["config.json", "modules.json", "sentence_bert_config.json", "config_sentence_transformers.json"] {
            for text in ["", "{", "[", "null", "\u{FEFF}{}", "7"] {
                let error = try error(files.with(name, Data(text.utf8)))
                #expect(
                    [.malformedFile, .unsupportedModel].contains(error.code) && error.message.contains(name),
                    "\(text) \(error)")
            }
        }
    }

    @Test func limitsComeFromTheHostOrTheFiles() throws {
        let files = try TestModel.tiny("tiny-cross")
        for limit in [5, 20, 32] {
            #expect(try CrossEncoder(files: files, configuration: .init(maximumTokens: limit)).maximumTokens == limit)
        }
        for limit in [-1, 0, 3, 4, 33, Int.max] {
            #expect(try error(files, .init(maximumTokens: limit)).code == .invalidArgument)
        }
        for threads in [-1, 0, 100_000] {
            #expect(try error(files, .init(threadCount: threads)).code == .invalidArgument)
        }
        let shorter = try files.replacing("{", with: "{\"max_seq_length\": 9,", in: "sentence_bert_config.json")
        #expect(try CrossEncoder(files: shorter).maximumTokens == 9)
        let open = try files.replacing(
            "\"model_max_length\": 20", with: "\"model_max_length\": 1e30", in: "tokenizer_config.json")
        #expect(try CrossEncoder(files: open).maximumTokens == 32)
        #expect(throws: EmbeddingError.self) {
            try CrossEncoder(files: files, instructionSet: helpdesk_isa(rawValue: 99))
        }
    }

    @Test func typesAndLowerCaseAsTheFilesSay() async throws {
        let files = try TestModel.tiny("tiny-cross")
        let untyped = try CrossEncoder(
            files: files.replacing(
                "{", with: "{\"model_input_names\": [\"input_ids\", \"attention_mask\"],", in: "tokenizer_config.json"))
        #expect(untyped.tokens(TextPair("help", "me")).types == nil)
        let cased = try files.replacing("\"lowercase\": true", with: "\"lowercase\": false", in: "tokenizer.json")
        let lowered = try cased.replacing("{", with: "{\"do_lower_case\": true,", in: "sentence_bert_config.json")
        let pair = TextPair("HELP", "My Password")
        #expect(try CrossEncoder(files: cased).tokens(pair) != CrossEncoder(files: files).tokens(pair))
        #expect(try CrossEncoder(files: lowered).tokens(pair) == CrossEncoder(files: files).tokens(pair))
    }

    @Test func weightsThatOverflowGiveAnErrorInsteadOfAScore() async throws {
        let files = try TestModel.tiny("tiny-cross")
        var weights = try #require(files["model.safetensors"])
        let file = try SafetensorsFile(weights)
        let tensor = try #require(file.tensor(named: "classifier.weight"))
        let start = weights.count - (file.tensors.last?.offsets.upperBound ?? 0) + tensor.offsets.lowerBound
        for byte in 0..<4 * tensor.count { weights[start + byte] = [0xFF, 0xFF, 0x7F, 0x7F][byte % 4] }
        let model = try CrossEncoder(files: files.with("model.safetensors", weights))
        // The pooled row is 32 numbers between -1 and 1: their sum times the greatest float is mostly out of range.
        let pairs = try CrossReference("tiny-cross").pairs
        let error = await #expect(throws: EmbeddingError.self) { try await model.logits(of: pairs) }
        #expect(error?.code == .invalidResult)
    }

    @Test func truncatedWeightsAreRefused() throws {
        let files = try TestModel.tiny("tiny-cross-identity-f16")
        let weights = try #require(files["model.safetensors"])
        for count in stride(from: 0, to: weights.count, by: 997) {
            let error = try error(files.with("model.safetensors", weights.prefix(count)))
            #expect(error.code == .malformedFile && error.message.contains("model.safetensors"))
        }
    }

    @Test func theIdentityFollowsTheScores() throws {
        let files = try TestModel.tiny("tiny-cross")
        let identity = try CrossEncoder(files: files).identity
        #expect(identity.hasPrefix("bert-cross-2x32@") && identity.hasSuffix("/int16/1"))
        #expect(try CrossEncoder(files: files, configuration: .init(threadCount: 3)).identity == identity)
        var changed = try #require(files["model.safetensors"])
        changed[changed.count - 4] ^= 1
        let others = try [
            CrossEncoder(files: files.with("model.safetensors", changed)),
            CrossEncoder(files: files, configuration: .init(maximumTokens: 8)),
            CrossEncoder(files: files, configuration: .init(activation: .identity)),
            CrossEncoder(files: files.replacing("\"gelu\"", with: "\"relu\"", in: "config.json")),
            CrossEncoder(files: TestModel.tiny("tiny-cross-identity-f16")),
        ]
        #expect(Set(others.map(\.identity) + [identity]).count == others.count + 1)
        let named = try CrossEncoder(files: files, configuration: .init(name: "mine", revision: "7"))
        #expect(named.identity == "mine@7/int16/1")
    }
}
