import HTTPTypes
import HelpdeskHTTP
import HelpdeskJSON
import HelpdeskLanguage

/// Turns what the chat completions interface answers, whole or in chunks, into text, citations, usage and stop.
///
/// A pure state machine. Only the first choice counts; fields that it does not know are skipped.
struct ChatAnswer {
    private var parser: CitationMarkerParser
    private var usage = LLMUsage()
    private var reason: LLMStopReason?
    private var hasRefused = false

    init(_ sources: [LLMSource]) { parser = CitationMarkerParser(sources: sources) }

    // MARK: Whole

    /// Reads a whole answer.
    mutating func read(completion json: JSONValue, model: String) throws -> LLMResponse {
        guard let choice = json["choices"]?.array?.first else {
            throw JSONExchange.MalformedJSON("the answer has no choice in choices")
        }
        guard let message = choice["message"], message.members != nil else {
            throw JSONExchange.MalformedJSON("choices[0] of the answer has no message")
        }
        var response = LLMResponse(text: "", model: json["model"]?.string ?? model)
        var events = parser.append(try text(of: message, "choices[0].message"))
        events += parser.finish()
        for event in events {
            switch event {
            case .text(let text): response.text += text
            case .citation(let citation): response.citations.append(citation)
            case .usage, .stop: break
            }
        }
        read(usage: json["usage"])
        read(reason: choice["finish_reason"])
        response.usage = usage
        response.stopReason = stopReason
        return response
    }

    // MARK: Events

    /// Reads an event of a stream.
    ///
    /// - Parameter position: Which event of the stream it is, for errors.
    mutating func read(_ event: ServerSentEvent, _ position: Int, _ head: HTTPResponse) throws -> [LLMEvent] {
        if event.data.hasPrefix("[DONE]") { return end() }
        let what = "event \(position) of the stream"
        let json = try JSONExchange.parse(Array(event.data.utf8), what: what)
        if let error = json["error"], !error.isNull { throw ProviderError(json: json, head: head) }
        if event.event == "error" { throw ProviderError(json: json, head: head) }
        read(usage: json["usage"])
        guard let choice = json["choices"]?.array?.first(where: { ($0["index"]?.integer ?? 0) == 0 }) else { return [] }
        read(reason: choice["finish_reason"])
        guard let delta = choice["delta"], delta.members != nil else { return [] }
        return parser.append(try text(of: delta, "\(what): choices[0].delta"))
    }

    /// What is left where a stream has ended without `[DONE]`: nothing where the answer is not whole.
    var endOfStream: [LLMEvent] {
        mutating get { reason == nil ? [] : end() }
    }

    private mutating func end() -> [LLMEvent] { parser.finish() + [.usage(usage), .stop(stopReason)] }

    // MARK: Parts

    private var stopReason: LLMStopReason { hasRefused ? .refusal : reason ?? .unknown }

    /// The text of a message or delta: a string, parts of type text, nothing, or a refusal.
    private mutating func text(of message: JSONValue, _ what: String) throws -> String {
        var text = ""
        switch message["content"] {
        case nil, .null?: break
        case .string(let content)?: text = content
        case .array(let parts)?:
            for part in parts where part["type"]?.string == "text" { text += part["text"]?.string ?? "" }
        default: throw JSONExchange.MalformedJSON("\(what).content is no text")
        }
        if let refusal = message["refusal"]?.string, !refusal.isEmpty {
            hasRefused = true
            text += refusal
        }
        return text
    }

    private mutating func read(usage value: JSONValue?) {
        guard let value, value.members != nil else { return }
        func count(_ value: JSONValue?) -> Int { max(0, value?.integer ?? 0) }
        let details = value["prompt_tokens_details"]
        let read = count(details?["cached_tokens"])
        let written = count(details?["cache_write_tokens"])
        usage = LLMUsage(
            inputTokens: max(0, count(value["prompt_tokens"]) - read - written),
            outputTokens: count(value["completion_tokens"]), cacheReadTokens: read, cacheWriteTokens: written)
    }

    private mutating func read(reason value: JSONValue?) {
        guard let name = value?.string else { return }
        reason =
            switch name {
            case "stop", "eos", "eos_token", "stop_sequence": .complete
            case "length", "max_tokens": .length
            case "content_filter": .refusal
            case "tool_calls", "function_call": .toolUse
            default: LLMStopReason(rawValue: name)
            }
    }
}
