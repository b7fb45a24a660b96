import HelpdeskHTTP
import HelpdeskLanguage

/// What is sent to the Messages API for a request.
struct ClaudeRequest: Sendable {
    /// A source as it was sent, for the citations that come back.
    struct Cited: Sendable {
        var source: LLMSource
        /// The positions of the passages that were sent.
        var passages: [Int]
    }

    /// What may be counted; the service refuses other fields there.
    private static let countable: Set<String> = [
        "cache_control", "messages", "model", "output_config", "system", "thinking", "tool_choice", "tools",
    ]
    /// What stands before a message of the model where it is the first, which the service refuses.
    private static let opening = "(The conversation begins with a message of the assistant.)"

    /// The sources in the order in which they were sent; none where nothing can be cited.
    private(set) var cited: [Cited] = []
    private var fields: JSONField

    init(_ request: LLMRequest, _ configuration: ClaudeClient.Configuration) throws(LanguageError) {
        let turns = try request.conversation()
        let mark = Self.mark(configuration.caching)
        let citesSources = request.outputSchema == nil
        // They are the beginning of the first message of the user.
        var stableSources = request.systemSources.count
        var sources: [Cited] = []
        var messages: [JSONField] = []
        for (position, turn) in turns.enumerated() {
            if position == 0, turn.role == .assistant {
                messages.append(Self.message("user", [Self.text(Self.opening)]))
            }
            var blocks: [JSONField] = []
            for content in turn.content {
                switch content {
                case .text(let text): blocks.append(Self.text(text))
                case .source(let source):
                    let passages = source.passages.indices.filter { !source.passages[$0].isBlank }
                    sources.append(Cited(source: source, passages: passages))
                    blocks.append(Self.searchResult(source, passages, citesSources))
                }
            }
            // What is the same in the next request: sources of system content, and the messages before the last.
            if let mark, turn.role == .user, stableSources > 0 { blocks[stableSources - 1]["cache_control"] = mark }
            if let mark, position == turns.count - 2 { blocks[blocks.count - 1]["cache_control"] = mark }
            if turn.role == .user { stableSources = 0 }
            messages.append(Self.message(turn.role.rawValue, blocks))
        }
        var fields: JSONField = [
            "max_tokens": .integer(request.maximumOutputTokens ?? configuration.maximumOutputTokens),
            "messages": .array(messages), "model": .string(configuration.model),
        ]
        if let schema = request.outputSchema {
            fields["output_config"] = ["format": ["type": "json_schema", "schema": JSONField(schema.root)]]
        }
        var system = request.systemTexts.map(Self.text)
        if !system.isEmpty {
            if let mark { system[system.count - 1]["cache_control"] = mark }
            fields["system"] = .array(system)
        }
        fields.merge(configuration.extraFields)
        self.fields = fields
        cited = citesSources ? sources : []
    }

    /// The body of a request for an answer.
    func body(streams: Bool) -> [UInt8] {
        guard streams, case .object(var members) = fields else { return fields.utf8 }
        let place = members.firstIndex { $0.name == "system" } ?? members.count
        members.insert(.init("stream", true), at: place)
        return JSONField.object(members).utf8
    }

    /// The body of a request for a count.
    var countingBody: [UInt8] {
        guard case .object(let members) = fields else { return fields.utf8 }
        return JSONField.object(members.filter { Self.countable.contains($0.name) }).utf8
    }

    // MARK: Blocks

    private static func mark(_ caching: ClaudeClient.Caching) -> JSONField? {
        switch caching {
        case .none: nil
        case .fiveMinutes: ["type": "ephemeral"]
        case .oneHour: ["type": "ephemeral", "ttl": "1h"]
        }
    }

    private static func message(_ role: String, _ blocks: [JSONField]) -> JSONField {
        ["role": .string(role), "content": .array(blocks)]
    }

    private static func text(_ text: String) -> JSONField { ["type": "text", "text": .string(text)] }

    private static func searchResult(_ source: LLMSource, _ passages: [Int], _ isCited: Bool) -> JSONField {
        var block: JSONField = [
            "type": "search_result", "source": .string(source.id),
            "title": .string(source.title.isBlank ? source.id : source.title),
            "content": .array(passages.map { text(source.passages[$0]) }),
        ]
        if isCited { block["citations"] = ["enabled": true] }
        return block
    }
}
