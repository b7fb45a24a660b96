import CHelpdeskKernels
import Foundation
import HelpdeskFiles
import HelpdeskTesting
import SentenceEmbeddings
import Testing

/// The scores of pairs: those of the reference library, and the same in every batch.
@Suite struct CrossEncoderTests {
    private static func greatestDifference(_ a: [[Float]], _ b: [[Float]]) -> Float {
        zip(a.joined(), b.joined()).map { abs($0 - $1) }.max() ?? .infinity
    }

    @Test(arguments: CrossReference.names)
    func agreesWithSentenceTransformers(_ name: String) async throws {
        let reference = try CrossReference(name)
        for instructionSet in TestModel.instructionSets {
            let model = try CrossEncoder(
                files: TestModel.tiny(name), configuration: .init(threadCount: 2, precision: .float32),
                instructionSet: instructionSet)
            #expect(model.activation.rawValue == reference.activation.lowercased())
            #expect(model.labelCount == reference.logits[0].count && model.maximumTokens == 20)
            let logits = try await model.logits(of: reference.pairs)
            let scores = try await model.scores(of: reference.pairs)
            #expect(logits.map(\.count) == reference.logits.map(\.count))
            #expect(Self.greatestDifference(logits, reference.logits) < 2e-5, "\(name), \(instructionSet)")
            #expect(Self.greatestDifference(scores, reference.scores) < 2e-5, "\(name), \(instructionSet)")
        }
    }

    /// Truncation, empty texts and literal special tokens, as the reference's tokenizer treats them.
    @Test(arguments: CrossReference.names)
    func tokensAndTypesAgreeWithTheReference(_ name: String) async throws {
        let reference = try CrossReference(name)
        let model = try CrossEncoder(files: TestModel.tiny(name), configuration: .init(threadCount: 1))
        for (pair, tokens) in zip(reference.pairs, reference.tokens) {
            #expect(model.tokens(pair) == tokens, "\(pair)")
            #expect(model.tokenCount(pair) >= tokens.count)
        }
        #expect(reference.tokens.contains { $0.count == 20 })
        let logits = try await model.logits(tokens: reference.tokens)
        #expect(try await model.logits(of: reference.pairs).flatMap(\.self) == logits)
    }

    @Test func typesCount() async throws {
        let model = try CrossEncoder(files: TestModel.tiny("tiny-cross"), configuration: .init(threadCount: 1))
        let typed = try #require(CrossReference("tiny-cross").tokens.first)
        let untyped = TokenSequence(ids: typed.ids)
        let zeros = TokenSequence(ids: typed.ids, types: typed.ids.map { _ in 0 })
        let logits = try await model.logits(tokens: [typed, untyped, zeros])
        #expect(abs(logits[0] - logits[1]) > 0.01)
        #expect(logits[1] == logits[2])
    }

    @Test func tokensAndTypesOutOfRangeAreRefused() async throws {
        let model = try CrossEncoder(files: TestModel.tiny("tiny-cross"), configuration: .init(threadCount: 1))
        let wrong: [(TokenSequence, EmbeddingError.Code, String)] = [
            (TokenSequence(ids: []), .invalidArgument, "0 tokens"),
            (TokenSequence(ids: Array(repeating: 1, count: 33)), .invalidArgument, "33 tokens"),
            (TokenSequence(ids: [-1]), .mismatchedVocabulary, "token -1"),
            (TokenSequence(ids: [44]), .mismatchedVocabulary, "token 44"),
            (TokenSequence(ids: [1, 2], types: [0]), .invalidArgument, "1 types for 2 tokens"),
            (TokenSequence(ids: [1], types: []), .invalidArgument, "0 types"),
            (TokenSequence(ids: [1, 2], types: [0, 2]), .mismatchedVocabulary, "type 2"),
            (TokenSequence(ids: [1, 2], types: [0, -1]), .mismatchedVocabulary, "type -1"),
            (TokenSequence(ids: [1, 2], types: [.max, 0]), .mismatchedVocabulary, "0..<2"),
        ]
        for (tokens, code, mention) in wrong {
            let error = await #expect(throws: EmbeddingError.self) {
                try await model.logits(tokens: [TokenSequence(ids: [1]), tokens])
            }
            #expect(error?.code == code && error?.message.contains(mention) == true, "\(String(describing: error))")
        }
    }

    @Test(arguments: CrossReference.names, TestModel.kernels)
    func batchedEqualsSingle(_ name: String, _ kernels: TestModel.Kernels) async throws {
        let (instructionSet, precision) = (kernels.instructionSet, kernels.precision)
        let pairs = try CrossReference(name).pairs
        let many = (0..<5).flatMap { _ in pairs }
        let single = try CrossEncoder(
            files: TestModel.tiny(name), configuration: .init(threadCount: 1, precision: precision),
            instructionSet: instructionSet)
        var expected: [[Float]] = []
        for pair in pairs { expected += try await single.logits(of: [pair]) }
        for threadCount in [1, 2, 3, 7] {
            let model = try CrossEncoder(
                files: TestModel.tiny(name), configuration: .init(threadCount: threadCount, precision: precision),
                instructionSet: instructionSet)
            #expect(try await model.logits(of: pairs) == expected, "\(threadCount) threads")
            let repeated = try await model.logits(of: many)
            #expect(repeated == (0..<5).flatMap { _ in expected }, "\(threadCount) threads")
            #expect(try await model.logits(of: pairs.reversed()).reversed() == expected)
        }
    }

    @Test(arguments: CrossReference.rerankers)
    func scoresAreThoseOfThePairs(_ name: String) async throws {
        let model = try CrossEncoder(files: TestModel.tiny(name))
        let passages = try CrossReference(name).pairs.map(\.second)
        let scores = try await model.scores(query: "reset my password ?", passages: passages)
        let rows = try await model.scores(of: passages.map { TextPair("reset my password ?", $0) })
        #expect(scores == rows.map { $0[0] })
        #expect(try await model.scores(query: "help", passages: []).isEmpty)
        #expect(try await model.logits(of: []).isEmpty)
        #expect(try await model.scores(of: []).isEmpty)
    }

    @Test func theHostMayChooseTheActivation() async throws {
        for name in CrossReference.names {
            let reference = try CrossReference(name)
            let plain = try CrossEncoder(
                files: TestModel.tiny(name), configuration: .init(activation: .identity, precision: .float32))
            #expect(try await plain.scores(of: reference.pairs) == plain.logits(of: reference.pairs))
            let squashed = try CrossEncoder(
                files: TestModel.tiny(name), configuration: .init(activation: .sigmoid, precision: .float32))
            let scores = try await squashed.scores(of: reference.pairs)
            for (score, logit) in zip(scores.joined(), reference.logits.joined()) {
                #expect(abs(Double(score) - 1 / (1 + exp(-Double(logit)))) < 2e-5)
            }
            #expect(plain.identity != squashed.identity)
        }
        #expect(CrossEncoder.Activation.sigmoid(-1000) == 0 && CrossEncoder.Activation.sigmoid(1000) == 1)
    }

    @Test(arguments: CrossReference.rerankers)
    func keepsThePromisesOfARerankerFor(_ name: String) async throws {
        try await PassageRerankerConformance.check(CrossEncoder(files: TestModel.tiny(name)))
    }

    @Test func strangeTextsGiveFiniteLogits() async throws {
        let broken = String(decoding: [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x41] as [UInt8], as: UTF8.self)
        let texts = [
            "", " ", "\0", broken, "\u{FFFF}", "\u{10FFFF}", String(repeating: "x", count: 1 << 20),
            String(repeating: "\u{301}", count: 100_000), String(repeating: "世", count: 50_000),
            String(repeating: "[SEP]", count: 10_000), String(repeating: "help ", count: 100_000),
        ]
        for name in CrossReference.names {
            let model = try CrossEncoder(files: TestModel.tiny(name))
            let logits = try await model.logits(of: texts.flatMap { a in texts.map { TextPair(a, $0) } })
            #expect(logits.count == texts.count * texts.count)
            #expect(logits.joined().allSatisfy { $0.isFinite })
            // Texts without a token of their own are all the same.
            #expect(logits[0] == logits[1] && logits[0] == logits[2 * texts.count + 1])
        }
    }

    @Test func scoresOfAModelWithSeveralLabelsAreRefused() async throws {
        let model = try CrossEncoder(files: TestModel.tiny("tiny-cross-relu-labels"))
        #expect(model.labels == ["contradiction", "entailment", "neutral"])
        for passages in [["x"], []] {
            let error = await #expect(throws: EmbeddingError.self) {
                try await model.scores(query: "help", passages: passages)
            }
            #expect(error?.code == .unsupportedModel && error?.message.contains("entailment") == true)
        }
    }

    @Test func cancellationStopsABatch() async throws {
        let model = try CrossEncoder(files: TestModel.tiny("tiny-cross"), configuration: .init(threadCount: 1))
        let passages = [String](repeating: "how do i reset my password ? help help", count: 200_000)
        let task = Task { try await model.scores(query: "help", passages: passages) }
        try await Task.sleep(for: .milliseconds(5))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await model.scores(query: "help", passages: ["help"]).count == 1)
        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await model.logits(of: [TextPair("help", "me")])
        }
        await #expect(throws: CancellationError.self) { try await cancelled.value }
    }

    @Test func loadsFromAFolder() async throws {
        let folder = try TestModel.golden.appending(path: "tiny-cross")
        let model = try await CrossEncoder.load(from: folder)
        #expect(try CrossEncoder(folder: folder).identity == model.identity)
        #expect(try await model.scores(query: "help", passages: ["help"]).count == 1)
        await #expect(throws: FilesError.self) {
            _ = try await CrossEncoder.load(from: folder.appending(path: "none"))
        }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await CrossEncoder.load(from: folder)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
