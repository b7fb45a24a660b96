import HelpdeskLanguage
import Synchronization

/// A language model that says what a test wants.
struct ScriptedModel: LLMClient {
    let model = "scripted"
    var chunk = 1_000
    var failure: (any Error)?
    let answer: @Sendable (LLMRequest) async throws -> LLMResponse

    init(_ answer: @escaping @Sendable (LLMRequest) async throws -> LLMResponse) { self.answer = answer }

    static func saying(_ text: String, chunk: Int = 1_000, failure: (any Error)? = nil) -> ScriptedModel {
        var model = ScriptedModel { _ in LLMResponse(text: text, model: "scripted") }
        model.chunk = chunk
        model.failure = failure
        return model
    }

    func respond(to request: LLMRequest) async throws -> LLMResponse {
        if let failure { throw failure }
        return try await answer(request)
    }

    func stream(_ request: LLMRequest) -> LLMStream {
        let (stream, continuation) = AsyncThrowingStream<LLMEvent, any Error>.makeStream()
        let task = Task {
            do {
                let response = try await answer(request)
                var rest = response.text[...]
                while !rest.isEmpty {
                    continuation.yield(.text(String(rest.prefix(chunk))))
                    rest = rest.dropFirst(chunk)
                }
                if let failure { throw failure }
                for citation in response.citations { continuation.yield(.citation(citation)) }
                continuation.yield(.stop(response.stopReason))
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return LLMStream(stream)
    }
}

/// A value that a concurrent closure can leave behind.
final class Box<Value: Sendable>: Sendable {
    private let storage: Mutex<Value>
    init(_ value: Value) { storage = Mutex(value) }
    var value: Value {
        get { storage.withLock { $0 } }
        set { storage.withLock { $0 = newValue } }
    }
}
