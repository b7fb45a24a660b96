import Foundation
import HTTPTypes
import HelpdeskJSON
import HelpdeskOpenAI
import HelpdeskTesting
import Testing

enum Golden {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Golden")
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func json(_ name: String) throws -> JSONValue { try JSONValue(utf8: try bytes(name)) }

    static func request(_ name: String) throws -> JSONValue {
        try #require(json("requests.json").array?.first { $0["name"]?.string == name })
    }
}

let password = LLMSource(
    id: "password", title: "Reset your password",
    passages: [
        "To reset your password, open Settings.\nChoose Security.", " ", "Passwords have at least 12 characters.",
    ])
let shipping = LLMSource(id: "ret:1", title: "", passages: ["Die Rücksendung kostet 4,90 €. 😀", ""])
let sourcesQuestion = LLMRequest(messages: [
    LLMMessage(role: .user, content: [.source(password), .source(shipping), .text("How?")])
])

func client(
    _ transport: FakeHTTPTransport, clock: any Clock<Duration> = ManualClock(),
    _ change: (inout OpenAIClient.Configuration) -> Void = { _ in }
) throws -> OpenAIClient {
    var configuration = OpenAIClient.Configuration(apiKey: "sk-test-secret", model: "gpt-test")
    change(&configuration)
    return try OpenAIClient(
        configuration, transport: transport, clock: clock, now: { Date(timeIntervalSince1970: 0) }, random: { 0 })
}

let eventStream: HTTPFields = [.contentType: "text/event-stream"]

func events(_ items: String...) -> String { items.map { "data: \($0)\n\n" }.joined() }

func delta(_ text: String) -> String {
    #"{"choices":[{"index":0,"delta":{"content":"\#(text)"},"finish_reason":null}]}"#
}
func finish(_ reason: String) -> String { #"{"choices":[{"index":0,"delta":{},"finish_reason":"\#(reason)"}]}"# }

func completion(_ text: String, _ reason: String = "stop") -> String {
    #"{"choices":[{"index":0,"message":{"role":"assistant","content":\#(text)},"finish_reason":"\#(reason)"}]}"#
}

/// All events of a stream, and what it threw.
func read(_ stream: LLMStream) async -> (events: [LLMEvent], error: (any Error)?) {
    var events: [LLMEvent] = []
    do {
        for try await event in stream { events.append(event) }
        return (events, nil)
    } catch {
        return (events, error)
    }
}

/// Whether all bodies of a transport are closed, soon.
func isClosed(_ transport: FakeHTTPTransport) async -> Bool {
    for _ in 0..<2000 where transport.openBodyCount > 0 { try? await Task.sleep(for: .milliseconds(5)) }
    return transport.openBodyCount == 0
}

/// Reads a stream in a task that tells when the first text has come.
func reading(_ stream: LLMStream) -> (task: Task<Void, any Error>, firstText: AsyncStream<Void>) {
    let (firstText, continuation) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
        defer { continuation.finish() }
        for try await event in stream { if case .text = event { continuation.yield() } }
    }
    return (task, firstText)
}
