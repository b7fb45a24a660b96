public import Helpdesk
import HelpdeskLanguage

/// Checks that a conformer of ``AnswerCache`` keeps the protocol's promises.
public enum AnswerCacheConformance {
    /// Checks all promises.
    ///
    /// - Parameter make: Makes an empty cache for three answers at least; where it is limited to a number, to exactly that
    ///   one.
    /// - Throws: ``ConformanceFailure`` for the first promise that is broken, and what the cache throws where it mustn't.
    public static func check(_ make: (_ capacity: Int?) async throws -> any AnswerCache) async throws {
        try await checkFinding(try await make(nil))
        try await checkReplacing(try await make(nil))
        try await checkForgetting(try await make(nil))
        try await checkCapacity(try await make(3))
        try await checkConcurrency(try await make(nil))
    }

    private static func answer(_ id: UInt64, _ text: String = "an answer: ä, 😀\n") -> CachedAnswer {
        CachedAnswer(
            id: id, question: "question \(id)", answer: text,
            citations: [Citation(itemID: "a", kind: .article, title: "A", quote: "q", answerRange: 0..<2)],
            sources: [CachedAnswer.Source(itemID: "a", version: "1", fingerprint: .max)], model: "m",
            usage: LLMUsage(inputTokens: 1, outputTokens: 2, cacheReadTokens: 3, cacheWriteTokens: 4),
            duration: .milliseconds(1_500))
    }

    private static func key(_ scope: String, _ x: Float, _ y: Float) -> AnswerCacheKey {
        let length = (x * x + y * y).squareRoot()
        return AnswerCacheKey(scope: scope, vector: [x / length, y / length, 0, 0])
    }

    private static func ids(
        _ cache: any AnswerCache, _ key: AnswerCacheKey, within distance: Float = 2, count: Int = 10
    ) async throws -> [UInt64] {
        try await cache.answers(to: key, within: distance, count: count).map(\.answer.id)
    }

    private static func checkFinding(_ cache: any AnswerCache) async throws {
        let promise = Promise("answers(to:within:count:) returns answers of the scope, the nearest first")
        let strange = "filter=equals(a,\"b\");*?[]{}|language=de"
        try promise.require(try await ids(cache, key("a", 1, 0)).isEmpty, "an empty cache has answers")
        try await cache.store(answer(1), for: key("a", 1, 0))
        try await cache.store(answer(2), for: key("a", 1, 1))
        try await cache.store(answer(3), for: key("b", 1, 0))
        try await cache.store(answer(4), for: key(strange, 1, 0))
        try promise.require(try await ids(cache, key("a", 1, 0)) == [1, 2], "not [1, 2]")
        try promise.require(try await ids(cache, key("a", 0, 1)) == [2, 1], "not [2, 1]")
        try promise.require(try await ids(cache, key("a", 1, 0), count: 1) == [1], "more than were asked for")
        try promise.require(try await ids(cache, key("a", 1, 0), within: 0.1) == [1], "one is too far away")
        try promise.require(try await ids(cache, key("b", 1, 0)) == [3], "scopes are mixed")
        try promise.require(try await ids(cache, key(strange, 1, 0)) == [4], "the scope \"\(strange)\" is not found")
        try promise.require(try await ids(cache, key("c", 1, 0)).isEmpty, "an unknown scope has answers")
        let match = try await cache.answers(to: key("a", 1, 1), within: 2, count: 1).first
        try promise.require(match?.answer == answer(2), "the answer came back changed")
        try promise.require(abs(match?.distance ?? 1) < 1e-3, "the distance to itself is \(match?.distance ?? .nan)")
        try promise.require((match?.age ?? .seconds(-1)) >= .zero, "the age is negative")
    }

    private static func checkReplacing(_ cache: any AnswerCache) async throws {
        let promise = Promise("an answer of the same id replaces the earlier one")
        try await cache.store(answer(1), for: key("a", 1, 0))
        try await cache.store(answer(1, "another"), for: key("a", 1, 0))
        let found = try await cache.answers(to: key("a", 1, 0), within: 2, count: 10)
        try promise.require(found.map(\.answer.answer) == ["another"], "there are \(found.count)")
    }

    private static func checkForgetting(_ cache: any AnswerCache) async throws {
        let promise = Promise("what was removed is not found")
        for id in 1...3 { try await cache.store(answer(UInt64(id)), for: key("a", Float(id), 1)) }
        try await cache.remove(2)
        try await cache.remove(99)
        try promise.require(try await Set(ids(cache, key("a", 1, 0))) == [1, 3], "remove(_:)")
        try await cache.removeAll()
        try promise.require(try await ids(cache, key("a", 1, 0)).isEmpty, "removeAll()")
    }

    private static func checkCapacity(_ cache: any AnswerCache) async throws {
        let promise = Promise("what was not used for longest goes first")
        for id in 1...3 { try await cache.store(answer(UInt64(id)), for: key("a", Float(id), 1)) }
        try await cache.touch(1)
        try await cache.touch(99)
        try await cache.store(answer(4), for: key("a", 4, 1))
        try promise.require(try await Set(ids(cache, key("a", 1, 0))) == [1, 3, 4], "not 1, 3 and 4 are left")
    }

    private static func checkConcurrency(_ cache: any AnswerCache) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in 0..<16 {
                group.addTask {
                    try await cache.store(answer(UInt64(id)), for: key("a", Float(id + 1), 1))
                    _ = try await cache.answers(to: key("a", 1, 0), within: 2, count: 3)
                    try await cache.touch(UInt64(id))
                }
            }
            try await group.waitForAll()
        }
        try Promise("any number of calls at once").require(
            try await Set(ids(cache, key("a", 1, 0), count: 16)) == Set(0..<16), "some answers were lost")
    }
}
