import CHelpdeskKernels
import Foundation
import HelpdeskJSON
import SentenceEmbeddings
import Testing

/// Not a test: prints how fast the real model runs on 1,500 short texts. Off unless asked for.
@Suite(.serialized) struct ThroughputMeasurement {
    private static let environment = ProcessInfo.processInfo.environment
    private static var isWanted: Bool {
        environment["HELPDESK_MEASURE"] != nil && environment["HELPDESK_DATA"] != nil && TestModel.isHere
    }

    @Test(
        .enabled(if: isWanted, "needs HELPDESK_MEASURE, HELPDESK_DATA and HELPDESK_MODEL_DIR"),
        arguments: TestModel.instructionSets.filter { $0 != HELPDESK_SCALAR }, EmbeddingPrecision.allCases)
    func sentencesPerSecond(_ instructionSet: helpdesk_isa, _ precision: EmbeddingPrecision) async throws {
        let folder = URL(filePath: try #require(Self.environment["HELPDESK_DATA"]))
        let lines = try String(contentsOf: folder.appending(path: "texts/support.jsonl"), encoding: .utf8).split(
            separator: "\n")
        let texts = try lines.prefix(1500).map { try #require(JSONValue(utf8: Array($0.utf8))["text"]?.string) }
        let clock = ContinuousClock()
        for threadCount in [1, 2] {
            var loaded: SentenceTransformer?
            let loading = try clock.measure {
                loaded = try SentenceTransformer(
                    files: TestModel.real(), configuration: .init(threadCount: threadCount, precision: precision),
                    instructionSet: instructionSet)
            }
            let model = try #require(loaded)
            _ = try await model.embed(Array(texts.prefix(100)), as: .passage)
            var best = Duration.seconds(1000)
            var tokens = 0
            for _ in 0..<5 {
                let start = clock.now
                tokens = try await model.embed(texts, as: .passage).tokenCounts.reduce(0, +)
                best = min(best, clock.now - start)
            }
            var latencies: [Duration] = []
            for _ in 0..<200 {
                let start = clock.now
                _ = try await model.embed("how do i reset the password of my account?", as: .query)
                latencies.append(clock.now - start)
            }
            latencies.sort()
            let seconds = best / .seconds(1)
            print(
                "instruction set \(instructionSet.rawValue), \(precision), \(threadCount) threads: "
                    + "\((1500 / seconds).rounded()) sentences/s, \((Double(tokens) / seconds).rounded()) tokens/s; "
                    + "12-token query \(latencies[100]) median, \(latencies[0]) best; loaded in \(loading)")
        }
    }
}
