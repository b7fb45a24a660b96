import HTTPTypes
import HelpdeskHTTP
import HelpdeskJSON
import HelpdeskLanguage

/// Turns what the Messages API answers, whole or in events, into text, citations, usage and stop.
///
/// A pure state machine. Blocks other than text, and kinds of events and deltas that it does not know, are skipped.
struct ClaudeAnswer {
    private let sources: [ClaudeRequest.Cited]
    private var length = 0
    private var usage = LLMUsage()
    private var reason = LLMStopReason.unknown
    /// The text blocks that are open: where they begin in the answer, and what they cite.
    private var open: [Int: (start: Int, citations: [JSONValue])] = [:]

    init(_ sources: [ClaudeRequest.Cited]) { self.sources = sources }

    // MARK: Whole

    /// Reads a whole answer.
    mutating func read(message: JSONValue, model: String) throws -> LLMResponse {
        guard let content = message["content"]?.array else {
            throw JSONExchange.MalformedJSON("the answer has no list \"content\"")
        }
        var response = LLMResponse(text: "", model: message["model"]?.string ?? model)
        for (index, block) in content.enumerated() {
            try begin(index, block)
            if block["type"]?.string == "text" {
                response.text += try text(block["text"], "content[\(index)].text")
            }
            response.citations += end(index)
        }
        read(usage: message["usage"])
        read(reason: message["stop_reason"])
        response.usage = usage
        response.stopReason = reason
        return response
    }

    // MARK: Events

    /// Reads an event of a stream.
    ///
    /// - Parameter position: Which event of the stream it is, for errors.
    mutating func read(_ event: ServerSentEvent, _ position: Int, _ head: HTTPResponse) throws -> [LLMEvent] {
        if event.event == "ping" || event.data.isEmpty { return [] }
        let what = "event \(position) of the stream"
        let json = try JSONExchange.parse(Array(event.data.utf8), what: what)
        switch json["type"]?.string ?? event.event {
        case "message_start":
            read(usage: json["message"]?["usage"])
            return [.usage(usage)]
        case "content_block_start":
            let index = try index(json, what)
            let block = json["content_block"] ?? .null
            try begin(index, block)
            guard open[index] != nil, let start = block["text"] else { return [] }
            return try pieces(start, "\(what): content_block.text")
        case "content_block_delta":
            let index = try index(json, what)
            let delta = json["delta"] ?? .null
            switch delta["type"]?.string {
            case "text_delta":
                // Some gateways leave the beginnings of blocks out.
                if open[index] == nil { open[index] = (length, []) }
                return try pieces(delta["text"], "\(what): delta.text")
            case "citations_delta":
                if let citation = delta["citation"] { open[index]?.citations.append(citation) }
                return []
            default: return []
            }
        case "content_block_stop": return end(try index(json, what)).map { .citation($0) }
        case "message_delta":
            read(usage: json["usage"])
            read(reason: json["delta"]?["stop_reason"])
            return []
        case "message_stop":
            return open.keys.sorted().flatMap { end($0) }.map { .citation($0) } + [.usage(usage), .stop(reason)]
        case "error": throw ProviderError(json: json, head: head)
        default: return []
        }
    }

    // MARK: Parts

    private func index(_ json: JSONValue, _ what: String) throws -> Int {
        guard let index = json["index"]?.integer else {
            throw JSONExchange.MalformedJSON("\(what) has no whole number \"index\"")
        }
        return index
    }

    private mutating func begin(_ index: Int, _ block: JSONValue) throws {
        guard block["type"]?.string == "text" else { return }
        open[index] = (length, block["citations"]?.array ?? [])
    }

    private mutating func text(_ value: JSONValue?, _ what: String) throws -> String {
        guard let text = value?.string else { throw JSONExchange.MalformedJSON("\(what) is no text") }
        length += text.utf8.count
        return text
    }

    private mutating func pieces(_ value: JSONValue?, _ what: String) throws -> [LLMEvent] {
        let text = try text(value, what)
        return text.isEmpty ? [] : [.text(text)]
    }

    private mutating func end(_ index: Int) -> [LLMCitation] {
        guard let block = open.removeValue(forKey: index) else { return [] }
        let range = block.start < length ? block.start..<length : nil
        return block.citations.flatMap { ClaudeCitation.citations($0, sources, range) }
    }

    private mutating func read(usage value: JSONValue?) {
        // Counts are totals; an event that leaves one out does not change it.
        func set(_ count: inout Int, _ name: String) {
            if let number = value?[name]?.integer, number >= 0 { count = number }
        }
        set(&usage.inputTokens, "input_tokens")
        set(&usage.outputTokens, "output_tokens")
        set(&usage.cacheReadTokens, "cache_read_input_tokens")
        set(&usage.cacheWriteTokens, "cache_creation_input_tokens")
    }

    private mutating func read(reason value: JSONValue?) {
        guard let name = value?.string else { return }
        reason =
            switch name {
            case "end_turn", "stop_sequence": .complete
            case "max_tokens", "model_context_window_exceeded": .length
            case "pause_turn": .paused
            default: LLMStopReason(rawValue: name)
            }
    }
}
