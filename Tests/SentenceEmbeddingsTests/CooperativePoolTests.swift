import Foundation
import SentenceEmbeddings
import Testing

/// Swift's cooperative threads stay free while a model works.
@Suite(.serialized) struct CooperativePoolTests {
    /// How often a task that sleeps for a moment gets its turn while calls of `embed` run, more of them than there are
    /// cooperative threads.
    private func turns(during texts: [String], of model: some EmbeddingModel) async throws -> Int {
        try await withThrowingTaskGroup(of: Int?.self) { group in
            group.addTask {
                var turns = 0
                while !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(1))
                    await Task.yield()
                    turns += 1
                }
                return turns
            }
            let calls = 2 * ProcessInfo.processInfo.activeProcessorCount
            for _ in 0..<calls {
                group.addTask {
                    _ = try await model.embed(texts, as: .passage)
                    return nil
                }
            }
            for _ in 0..<calls { _ = try await group.next() }
            group.cancelAll()
            return try await group.next().flatMap { $0 } ?? 0
        }
    }

    /// Doubles the work until it takes long enough to tell, so that the test depends on no machine's speed, and tries
    /// again where other tests have blocked the pool: a model that blocks it gives a turn or two every time, however long
    /// the work takes.
    private func expectTurns(of model: some EmbeddingModel, textCount: Int) async throws {
        let clock = ContinuousClock()
        var count = textCount
        var seen: [Int] = []
        while seen.count < 50 {
            let texts = [String](repeating: "how do i reset my password ? the account is locked", count: count)
            let start = clock.now
            let turns = try await turns(during: texts, of: model)
            if turns >= 20 { return }
            if clock.now - start > .milliseconds(500) { seen.append(turns) } else { count *= 2 }
        }
        Issue.record("never 20 turns of a task in half a second of work: \(seen)")
    }

    @Test func aSmallModelBlocksNoTask() async throws {
        let files = try TestModel.tiny("tiny-cls-prefix-f16")
        try await expectTurns(of: SentenceTransformer(files: files), textCount: 2000)
        try await expectTurns(
            of: SentenceTransformer(files: files, configuration: .init(longTexts: .windows(overlap: 2))),
            textCount: 2000)
    }

    @Test func aStaticModelBlocksNoTask() async throws {
        try await expectTurns(of: StaticEmbedder(files: TestModel.tiny("static-f32")), textCount: 20_000)
    }

    @Test(.enabled(if: TestModel.isHere, "needs HELPDESK_MODEL_DIR"))
    func theRealModelBlocksNoTask() async throws {
        try await expectTurns(of: SentenceTransformer(files: TestModel.real()), textCount: 40)
    }
}
