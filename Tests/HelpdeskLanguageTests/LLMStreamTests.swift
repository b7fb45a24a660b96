import HelpdeskLanguage
import Synchronization
import Testing

@Suite("Streams and requests")
struct LLMStreamTests {
    struct Failure: Error {}

    @Test func eventsAddUp() async throws {
        let citation = LLMCitation(sourceID: "a", passage: 0, quote: "x", answerRange: 0..<5)
        let stream = LLMStream([
            .text("Hel"), .text(""), .text("lo"), .citation(citation), .usage(LLMUsage(outputTokens: 1)),
            .usage(LLMUsage(outputTokens: 2)), .stop(.length), .text("late"),
        ])
        let response = try await LLMResponse(collecting: stream, model: "m")
        let expected = LLMResponse(
            text: "Hello", citations: [citation], stopReason: .length, usage: LLMUsage(outputTokens: 2), model: "m")
        #expect(response == expected)
        #expect(try await LLMResponse(collecting: LLMStream(expected.events), model: "m") == expected)
    }

    @Test func eventsKeepTheOrderOfCitations() async throws {
        let text = "One two 😀 three\nfour"
        let response = LLMResponse(
            text: text,
            citations: [
                LLMCitation(sourceID: "a", passage: 0, quote: "q", answerRange: 0..<12),
                LLMCitation(sourceID: "b", passage: 0, quote: "q", answerRange: 0..<3),
                LLMCitation(sourceID: "c", passage: 0, quote: "q"),
                LLMCitation(sourceID: "d", passage: 0, quote: "q", answerRange: 13..<900),
            ], model: "m")
        #expect(try await LLMResponse(collecting: LLMStream(response.events), model: "m") == response)
        let pieces = response.events.compactMap { if case .text(let text) = $0 { text } else { nil } }
        #expect(pieces.count >= 4)
        #expect(pieces.joined() == text)
    }

    @Test func streamWithoutStopIsInterrupted() async throws {
        await #expect {
            try await LLMResponse(collecting: LLMStream([.text("Half")]), model: "m")
        } throws: { error in
            (error as? LanguageError)?.code == .interrupted
        }
        await #expect(throws: Failure.self) {
            try await LLMResponse(collecting: LLMStream(failing: Failure()), model: "m")
        }
    }

    @Test func writerStopsWhenNobodyReads() async throws {
        let ended = AsyncStream.makeStream(of: Bool.self)
        let stream = LLMStream { writer in
            do {
                while true {
                    try writer.write(.text("more "))
                    try await Task.sleep(for: .milliseconds(1))
                }
            } catch {
                ended.continuation.yield(error is CancellationError)
                throw error
            }
        }
        let task = Task { try await LLMResponse(collecting: stream, model: "m") }
        try await Task.sleep(for: .milliseconds(5))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        for await isCancelled in ended.stream {
            #expect(isCancelled)
            break
        }
    }

    @Test func invalidRequestsAreRefused() {
        let source = LLMSource(id: "a", title: "", passages: [])
        let requests = [
            LLMRequest(messages: []), LLMRequest(messages: [.assistant("x")]),
            LLMRequest(messages: [.user("x"), .assistant("y")]),
            LLMRequest(messages: [LLMMessage(role: .user, content: [.source(source), .source(source)])]),
            LLMRequest(messages: [
                LLMMessage(role: .user, content: [.source(LLMSource(id: "", title: "", passages: []))])
            ]),
            LLMRequest(messages: [.user("x")], maximumOutputTokens: 0),
        ]
        for request in requests {
            #expect { try request.validate() } throws: { ($0 as? LanguageError)?.code == .invalidRequest }
        }
        #expect(throws: Never.self) { try LLMRequest(messages: [.user("")]).validate() }
    }
}
