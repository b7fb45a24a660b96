import HelpdeskHTTP
import HelpdeskLanguage

/// What is sent to the chat completions interface for a request.
struct ChatRequest: Sendable {
    /// The sources in the order of their numbers; none where nothing can be cited.
    private(set) var cited: [LLMSource] = []
    private let configuration: OpenAIClient.Configuration
    private let messages: JSONField
    private let limit: Int
    private let responseFormat: JSONField?

    init(_ request: LLMRequest, _ configuration: OpenAIClient.Configuration) throws(LanguageError) {
        var turns: [(role: String, texts: [String])] = []
        var sources: [LLMSource] = []
        for turn in try request.conversation() {
            let texts = turn.content.map { content in
                switch content {
                case .text(let text): return text
                case .source(let source):
                    sources.append(source)
                    return Self.text(of: source, number: sources.count)
                }
            }
            if turns.last?.role == turn.role.rawValue {
                turns[turns.count - 1].texts += texts
            } else {
                turns.append((turn.role.rawValue, texts))
            }
        }
        var system = request.systemTexts
        if let schema = request.outputSchema {
            let json = JSONField(schema.root)
            switch configuration.structuredOutput {
            case .jsonSchema:
                responseFormat = [
                    "type": "json_schema",
                    "json_schema": ["name": .string(schema.name), "strict": true, "schema": json],
                ]
            case .jsonObject, .none:
                responseFormat = configuration.structuredOutput == .none ? nil : ["type": "json_object"]
                let text = String(decoding: json.utf8, as: UTF8.self)
                system.append("Answer with nothing but JSON that this JSON Schema allows: \(text)")
            }
        } else {
            responseFormat = nil
            if !sources.isEmpty, !configuration.citationInstruction.isEmpty {
                system.append(configuration.citationInstruction)
            }
            cited = sources
        }
        if !system.isEmpty { turns.insert((configuration.systemRole, system), at: 0) }
        messages = .array(
            turns.map { ["role": .string($0.role), "content": .string($0.texts.joined(separator: "\n\n"))] })
        limit = request.maximumOutputTokens ?? configuration.maximumOutputTokens
        self.configuration = configuration
    }

    /// The body of a request.
    func body(streams: Bool) -> [UInt8] {
        var fields: JSONField = ["model": .string(configuration.model)]
        if streams { fields["stream"] = true }
        fields["messages"] = messages
        fields[configuration.tokenLimit.rawValue] = .integer(limit)
        fields["response_format"] = responseFormat
        if streams, configuration.streamsUsage { fields["stream_options"] = ["include_usage": true] }
        fields.merge(configuration.extraFields)
        return fields.utf8
    }

    /// A source as delimited data; its text cannot end the tag.
    private static func text(of source: LLMSource, number: Int) -> String {
        var attributes = [("number", "\(number)")]
        if !source.title.isBlank { attributes.append(("title", source.title)) }
        let text = source.passages.filter { !$0.isBlank }.joined(separator: "\n\n")
        return DelimitedText.wrap(text, in: "source", attributes: attributes)
    }
}
