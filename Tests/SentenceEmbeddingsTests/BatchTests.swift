import CHelpdeskKernels
import Foundation
import SentenceEmbeddings
import Testing

/// A vector does not depend on what else is computed, bit for bit.
@Suite struct BatchTests {
    private static let words = [
        "how", "do", "i", "reset", "my", "password", "account", "locked", "?", "refund", "error", "1", "x",
    ]

    private static func texts(_ count: Int, longest: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...longest, using: &generator)).map { _ in words.randomElement(using: &generator) ?? ""
            }
            .joined(separator: " ")
        }
    }

    @Test(arguments: TestModel.tinyNames, TestModel.kernels)
    func batchedEqualsSingle(_ name: String, _ kernels: TestModel.Kernels) async throws {
        let texts = Self.texts(150, longest: 20, seed: 1)
        let single = try SentenceTransformer(
            files: TestModel.tiny(name), configuration: .init(threadCount: 1, precision: kernels.precision),
            instructionSet: kernels.instructionSet)
        var expected: [Float] = []
        for text in texts { expected += try await single.embed(text, as: .passage) }
        for threadCount in [1, 2, 3, 7] {
            let model = try SentenceTransformer(
                files: TestModel.tiny(name),
                configuration: .init(threadCount: threadCount, precision: kernels.precision),
                instructionSet: kernels.instructionSet)
            // The threads do the steps of small batches together, and share out the sentences of large ones.
            for size in [1, 2, 3, 64, 150] {
                var values: [Float] = []
                for start in stride(from: 0, to: texts.count, by: size) {
                    values += try await model.embed(Array(texts[start..<min(start + size, texts.count)]), as: .passage)
                        .values
                }
                #expect(values == expected, "batches of \(size) on \(threadCount) threads")
            }
        }
    }

    @Test(.enabled(if: TestModel.isHere, "needs HELPDESK_MODEL_DIR"), arguments: TestModel.kernels)
    func batchedEqualsSingleOnTheRealModel(_ kernels: TestModel.Kernels) async throws {
        // Without vectors the model is slow: fewer texts do.
        let isSlow = kernels.instructionSet == HELPDESK_SCALAR
        let texts =
            Self.texts(isSlow ? 6 : 30, longest: 60, seed: 2) + Self.texts(isSlow ? 1 : 3, longest: 400, seed: 3)
            + [""]
        var expected: Embeddings?
        for threadCount in [1, 2, 3, 7] {
            let model = try SentenceTransformer(
                files: TestModel.real(), configuration: .init(threadCount: threadCount, precision: kernels.precision),
                instructionSet: kernels.instructionSet)
            let batch = try await model.embed(texts, as: .passage)
            #expect(batch == expected ?? batch)
            expected = batch
            for size in 1...3 {
                for start in stride(from: 0, to: texts.count, by: isSlow ? 4 * size : size) {
                    let few = Array(texts[start..<min(start + size, texts.count)])
                    let vectors = try await model.embed(few, as: .passage)
                    #expect(Array(vectors) == Array(batch[start..<start + few.count]), "\(few.count) from \(start)")
                }
            }
            #expect(try await model.embed(Array(texts.reversed()), as: .passage).reversed() == Array(batch))
        }
    }

    @Test func concurrentCallsDoNotDisturbEachOther() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"), configuration: .init(threadCount: 3))
        let texts = Self.texts(60, longest: 20, seed: 4)
        let expected = try await model.embed(texts, as: .passage)
        try await withThrowingTaskGroup(of: Embeddings.self) { group in
            for _ in 0..<16 { group.addTask { try await model.embed(texts, as: .passage) } }
            for try await result in group { #expect(result == expected) }
        }
    }

    @Test func anEmptyBatchIsEmpty() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"))
        let embeddings = try await model.embed([], as: .query)
        #expect(embeddings.isEmpty && embeddings.dimensions == 32)
    }

    @Test func longTextsAreCutAndSayso() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"))
        let embeddings = try await model.embed(["help", String(repeating: "help ", count: 200_000)], as: .query)
        #expect(embeddings.tokenCounts == [3, 16])
        #expect(embeddings.isTruncated == [false, true])
        #expect(model.tokenCount("help help", as: .query) == 4)
        let limited = try SentenceTransformer(
            files: TestModel.tiny("tiny-mean"), configuration: .init(maximumTokens: 24))
        #expect(try await limited.embed([String(repeating: "x y ", count: 50)], as: .query).tokenCounts == [24])
    }

    @Test func strangeTextsGiveFiniteVectors() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"))
        let broken = String(decoding: [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x41] as [UInt8], as: UTF8.self)
        let texts = [
            "", " ", "\0", broken, "\u{FFFF}", "\u{10FFFF}", String(repeating: "x", count: 1 << 20),
            String(repeating: "\u{301}", count: 100_000), String(repeating: "世", count: 50_000),
        ]
        let embeddings = try await model.embed(texts, as: .query)
        #expect(embeddings.count == texts.count)
        #expect(embeddings.values.allSatisfy { $0.isFinite })
        // Without a token of its own a text still has the vector of [CLS] [SEP].
        #expect(embeddings[0] == embeddings[1] && embeddings[0] == embeddings[2])
        #expect(embeddings.tokenCounts[0] == 2)
    }

    @Test func cancellationStopsABatch() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"), configuration: .init(threadCount: 1))
        let texts = [String](repeating: "how do i reset my password ? help help", count: 200_000)
        let task = Task { try await model.embed(texts, as: .passage) }
        try await Task.sleep(for: .milliseconds(5))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await model.embed("help", as: .query).count == 32)
    }

    @Test func aCancelledTaskDoesNoWork() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await model.embed(["help"], as: .query)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
