import Foundation
import SentenceEmbeddings
import Testing

/// Calls of all sizes at once, on models of one and of many threads. `Scripts/test-threads` runs this with the thread
/// sanitizer.
@Suite(.serialized) struct EncoderConcurrencyTests {
    private static let words = [
        "how", "do", "i", "reset", "my", "password", "account", "locked", "?", "refund", "error", "1", "x",
    ]

    private static let texts: [String] = {
        var generator = SentenceEmbeddingsTests.SeededGenerator(11)
        return (0..<120).map { number in
            (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                words.randomElement(using: &generator) ?? ""
            }
            .joined(separator: " ")
        }
    }()

    /// Many callers, each with batches of another size, some of which give up.
    private func stress(_ model: SentenceTransformer, callers: Int, rounds: Int, _ expected: Embeddings) async throws {
        let sizes = [1, 1, 1, 2, 3, 1, 40, 120]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var generator = SentenceEmbeddingsTests.SeededGenerator(UInt64(caller))
                    for _ in 0..<rounds {
                        let size = sizes[caller % sizes.count]
                        let start = Int.random(in: 0...Self.texts.count - size, using: &generator)
                        let range = start..<start + size
                        let call = Task { try await model.embed(Array(Self.texts[range]), as: .passage) }
                        // Some are cancelled at once, some while they run, most not at all.
                        switch Int.random(in: 0..<10, using: &generator) {
                        case 0: call.cancel()
                        case 1:
                            await Task.yield()
                            call.cancel()
                        default: break
                        }
                        do {
                            let vectors = try await call.value
                            #expect(Array(vectors) == Array(expected[range]))
                        } catch is CancellationError where call.isCancelled {
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test(arguments: [1, 2, 3, 7], EmbeddingPrecision.allCases)
    func callsOfAllSizesGiveTheRightVectors(_ threadCount: Int, _ precision: EmbeddingPrecision) async throws {
        let files = try TestModel.tiny("tiny-mean")
        let single = try SentenceTransformer(
            files: files, configuration: .init(threadCount: 1, precision: precision))
        let expected = try await single.embed(Self.texts, as: .passage)
        let model = try SentenceTransformer(
            files: files, configuration: .init(threadCount: threadCount, precision: precision))
        try await stress(model, callers: 24, rounds: StressTime.isLong ? 60 : 12, expected)
    }

    @Test(.enabled(if: TestModel.isHere, "needs HELPDESK_MODEL_DIR"), arguments: [1, 2, 3, 7])
    func callsOfAllSizesGiveTheRightVectorsOnTheRealModel(_ threadCount: Int) async throws {
        let model = try SentenceTransformer(
            files: TestModel.real(), configuration: .init(threadCount: threadCount))
        let expected = try await model.embed(Self.texts, as: .passage)
        try await stress(model, callers: 8, rounds: StressTime.isLong ? 2 : 5, expected)
    }

    @Test(arguments: [1, 2, 3, 7])
    func pairsAndTextsGiveTheRightResultsSideBySide(_ threadCount: Int) async throws {
        let model = try CrossEncoder(
            files: TestModel.tiny("tiny-cross"), configuration: .init(threadCount: threadCount))
        let pairs = try CrossReference("tiny-cross").pairs
        var expected: [[Float]] = []
        for pair in pairs { expected += try await model.logits(of: [pair]) }
        let logits = expected
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<12 {
                group.addTask {
                    for round in 0..<20 {
                        let start = (caller + round) % pairs.count
                        let count = caller.isMultiple(of: 3) ? pairs.count - start : 1
                        let found = try await model.logits(of: Array(pairs[start..<start + count]))
                        #expect(found == Array(logits[start..<start + count]))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Models that are let go while their last calls run.
    @Test func modelsComeAndGo() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let expected = try await SentenceTransformer(files: files).embed(Self.texts, as: .passage)
        try await withThrowingTaskGroup(of: [Float].self) { group in
            for round in 0..<30 {
                let model = try SentenceTransformer(files: files, configuration: .init(threadCount: 1 + round % 4))
                for _ in 0..<3 {
                    group.addTask { try await model.embed(Self.texts[5], as: .passage) }
                }
            }
            for try await vector in group { #expect(vector == expected[5]) }
        }
    }
}
