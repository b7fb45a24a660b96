import Foundation
import SentenceEmbeddings
import Testing

/// Not a test: prints how fast a static model of the usual size runs on short texts. Off unless asked for.
@Suite(.serialized) struct StaticMeasurement {
    private static var isWanted: Bool {
        ProcessInfo.processInfo.environment["HELPDESK_MEASURE"] != nil && TestModel.isHere
    }

    /// The tokenizer of the real model with a table of random vectors.
    private static func files(_ type: String) throws -> ModelFiles {
        let (rows, columns) = (30522, 256)
        var generator = SeededGenerator(1)
        let bytes: [UInt8]
        if type == "I8" {
            bytes = (0..<rows * columns).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 56) }
        } else {
            let values = (0..<rows * columns).map { _ in Float(Int8(truncatingIfNeeded: generator.next() >> 56)) / 128 }
            bytes = values.withUnsafeBytes { Array($0) }
        }
        return ModelFiles([
            "config.json": Data("{\"normalize\": true}".utf8),
            "tokenizer.json": try #require(TestModel.real()["tokenizer.json"]),
            "model.safetensors": SafetensorsBuilder.data([("embeddings", type, [rows, columns], bytes)]),
        ])
    }

    @Test(.enabled(if: isWanted, "needs HELPDESK_MEASURE and HELPDESK_MODEL_DIR"), arguments: ["F32", "I8"])
    func sentencesPerSecond(_ type: String) async throws {
        let reference = try Reference(TestModel.golden.appending(path: "all-MiniLM-L6-v2.json"))
        // The messages of one to a few sentences, without the odd and the very long ones.
        let messages = reference.texts.filter { $0.utf8.count > 20 && $0.utf8.count < 200 }
        let texts = (0..<100_000).map { messages[$0 % messages.count] }
        let files = try Self.files(type)
        let clock = ContinuousClock()
        for threadCount in [1, 2] {
            let model = try StaticEmbedder(files: files, configuration: .init(threadCount: threadCount))
            var best = Duration.seconds(1000)
            var tokens = 0
            for _ in 0..<5 {
                let start = clock.now
                tokens = try await model.embed(texts, as: .passage).tokenCounts.reduce(0, +)
                best = min(best, clock.now - start)
            }
            var latencies: [Duration] = []
            for _ in 0..<1000 {
                let start = clock.now
                _ = try await model.embed("how do i reset the password of my account?", as: .query)
                latencies.append(clock.now - start)
            }
            latencies.sort()
            let rate = Double(texts.count) / (best / .seconds(1))
            print(
                "\(type), 256 columns, \(threadCount) threads: \(rate.rounded()) sentences/s of "
                    + "\(Double(tokens) / Double(texts.count)) tokens; a query in \(latencies[500])")
        }
    }
}
