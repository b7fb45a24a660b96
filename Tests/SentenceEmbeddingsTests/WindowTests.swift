import Foundation
import HelpdeskTesting
import SentenceEmbeddings
import Testing
import WordPiece

/// Texts beyond the limit, window by window.
@Suite struct WindowTests {
    private func model(
        _ name: String = "tiny-mean", _ configuration: SentenceTransformer.Configuration
    ) throws -> SentenceTransformer {
        try SentenceTransformer(files: TestModel.tiny(name), configuration: configuration)
    }

    private static func mean(_ vectors: [[Float]], _ weights: [Float]) -> [Float] {
        let total = weights.reduce(0, +)
        return vectors[0].indices.map { column in
            var sum: Float = 0
            for (vector, weight) in zip(vectors, weights) { sum += weight * vector[column] }
            return sum / total
        }
    }

    private static func normalized(_ vector: [Float]) -> [Float] {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return vector.map { $0 / length }
    }

    @Test func textsWithinTheLimitAreAsBefore() async throws {
        let texts = ["", "help", "how do i reset my password ?", String(repeating: "help ", count: 14)]
        for prompt in ["", "error "] {
            let cut = try model("tiny-mean", .init(queryPrompt: prompt))
            let windowed = try model("tiny-mean", .init(queryPrompt: prompt, longTexts: .windows(overlap: 2)))
            let expected = try await cut.embed(Array(texts.prefix(prompt.isEmpty ? 4 : 3)), as: .query)
            let found = try await windowed.embed(Array(texts.prefix(prompt.isEmpty ? 4 : 3)), as: .query)
            #expect(found == expected)
            #expect(found.windowCounts == expected.map { _ in 1 })
        }
    }

    @Test func aLongTextIsTheMeanOfItsWindows() async throws {
        // 14 tokens of text fit into 16 with the special ones; the next window repeats 4.
        let words = ["help", "refund", "my", "account", "is", "locked", "error", "x", "y", "z"]
        let text = (0..<30).map { words[$0 % 10] }
        for isNormalized in [true, false] {
            let plain = try model("tiny-mean", .init(isNormalized: isNormalized))
            let windowed = try model("tiny-mean", .init(isNormalized: isNormalized, longTexts: .windows(overlap: 4)))
            let parts = [0..<14, 10..<24, 20..<30].map { text[$0].joined(separator: " ") }
            let vectors = try await plain.embed(parts, as: .query)
            #expect(vectors.isTruncated == [false, false, false])
            let result = try await windowed.embed([text.joined(separator: " "), "help"], as: .query)
            #expect(result.windowCounts == [3, 1] && result.isTruncated == [false, false])
            #expect(result.tokenCounts == [16 + 16 + 12, 3])
            var mean = Self.mean(Array(vectors), [14, 14, 10])
            if isNormalized { mean = Self.normalized(mean) }
            #expect(zip(result[0], mean).allSatisfy { abs($0 - $1) < 1e-5 })
            #expect(try await plain.embed(text.joined(separator: " "), as: .query) == vectors[0])
        }
    }

    @Test func wordsAreNotCut() async throws {
        // "password" is two tokens; without overlap every window has six of them in ten places and two words "help".
        let text = Array(repeating: "password", count: 20).joined(separator: " ")
        let windowed = try model("tiny-mean", .init(maximumTokens: 9, longTexts: .windows(overlap: 0)))
        let plain = try model("tiny-mean", .init())
        let result = try await windowed.embed([text], as: .query)
        // Seven places hold three words of two tokens.
        #expect(result.windowCounts == [7])
        #expect(result.tokenCounts == [6 * 8 + 6])
        let part = try await plain.embed(["password password password", "password password"], as: .query)
        let mean = Self.normalized(Self.mean(Array(part), [36, 4]))
        #expect(zip(result[0], mean).allSatisfy { abs($0 - $1) < 1e-5 })
    }

    @Test func aWordLongerThanAWindowIsCut() async throws {
        // x##x##x…: one word of 60 tokens.
        let windowed = try model("tiny-mean", .init(longTexts: .windows(overlap: 3)))
        let result = try await windowed.embed([String(repeating: "x", count: 60)], as: .query)
        // 14, then 11 new ones each.
        #expect(result.windowCounts == [6])
        #expect(result.values.allSatisfy { $0.isFinite })
    }

    @Test func everyWindowHasThePrompt() async throws {
        let text = Array(repeating: "refund", count: 24).joined(separator: " ")
        let windowed = try model("tiny-mean", .init(queryPrompt: "help error ", longTexts: .windows(overlap: 0)))
        let plain = try model("tiny-mean", .init())
        let result = try await windowed.embed([text], as: .query)
        #expect(result.windowCounts == [2] && result.tokenCounts == [32])
        let window = try await plain.embed(
            "help error " + Array(repeating: "refund", count: 12).joined(separator: " "), as: .query)
        #expect(zip(result[0], window).allSatisfy { abs($0 - $1) < 1e-5 })
        // The other role has no prompt and more room.
        #expect(try await windowed.embed([text], as: .passage).tokenCounts == [16 + 12])
    }

    @Test func noWindowIsLongerThanTheLimit() async throws {
        var generator = SentenceEmbeddingsTests.SeededGenerator(9)
        let words = ["password", "x", "xx", "xxxxxxxxxxxxxxxxxxxxxxx", "help", "refunds", "10", "?!", "unknown", "世界"]
        for limit in [5, 8, 16, 24] {
            let windowed = try model("tiny-mean", .init(maximumTokens: limit, longTexts: .windows(overlap: 1)))
            for _ in 0..<50 {
                let text = (0..<Int.random(in: 1...80, using: &generator)).map { _ in
                    words.randomElement(using: &generator) ?? ""
                }
                .joined(separator: " ")
                let result = try await windowed.embed([text], as: .query)
                let tokens = windowed.tokenCount(text, as: .query)
                #expect(result.tokenCounts[0] <= result.windowCounts[0] * limit)
                #expect(result.tokenCounts[0] >= tokens)
                #expect((result.windowCounts[0] > 1) == (tokens > limit))
            }
        }
    }

    @Test func batchesAndIdentitiesStayTrue() async throws {
        let texts = (0..<40).map { String(repeating: "how do i reset \($0) ", count: 1 + $0 % 9) }
        let windowed = try model("tiny-cls-prefix-f16", .init(threadCount: 3, longTexts: .windows(overlap: 2)))
        let batch = try await windowed.embed(texts, as: .passage)
        for (position, text) in texts.enumerated() {
            #expect(try await windowed.embed(text, as: .passage) == batch[position])
        }
        let identities = try [
            SentenceTransformer.LongTexts.truncated, .windows(overlap: 2), .windows(overlap: 3),
        ].map { try model("tiny-mean", .init(longTexts: $0)).identity }
        #expect(Set(identities).count == 3)
    }

    @Test func theConformanceSuitePasses() async throws {
        for longTexts in [SentenceTransformer.LongTexts.truncated, .windows(overlap: 3)] {
            let model = try model("tiny-mean", .init(queryPrompt: "help ", longTexts: longTexts))
            try await EmbeddingModelConformance.check(model)
        }
    }

    @Test func overlapsThatLeaveNoRoomAreRefused() throws {
        let long = String(repeating: "help ", count: 14)
        for configuration: SentenceTransformer.Configuration in [
            .init(longTexts: .windows(overlap: -1)), .init(longTexts: .windows(overlap: 8)),
            .init(longTexts: .windows(overlap: .max)), .init(queryPrompt: long, longTexts: .windows(overlap: 0)),
            .init(maximumTokens: 3, longTexts: .windows(overlap: 1)),
        ] {
            let error = try #require(throws: EmbeddingError.self) { try model("tiny-mean", configuration) }
            #expect(error.code == .invalidArgument && error.message.contains("overlap"), "\(error)")
        }
        #expect(throws: Never.self) { try model("tiny-mean", .init(longTexts: .windows(overlap: 7))) }
        #expect(throws: Never.self) { try model("tiny-mean", .init(maximumTokens: 3, longTexts: .windows(overlap: 0))) }
    }
}
