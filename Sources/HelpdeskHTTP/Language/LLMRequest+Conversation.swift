package import HelpdeskLanguage

extension LLMRequest {
    /// A message as services take it: no text of white space alone, sources only in messages of the user.
    package struct Turn: Sendable {
        package var role: LLMMessage.Role
        package var content: [LLMContent]
    }

    /// The messages as services take them, the last one of the user.
    ///
    /// Sources of system content come first; sources in messages of the model go to the next message of the user; texts
    /// and sources that hold nothing but white space are left out, and so are messages that are empty without them.
    ///
    /// - Throws: ``LanguageError`` with code `invalidRequest` where the last message holds nothing, and what
    ///   ``LLMRequest/validate()`` throws.
    package func conversation() throws(LanguageError) -> [Turn] {
        try validate()
        var turns: [Turn] = []
        var waiting = systemSources
        for message in messages {
            let content = message.content.filter(\.isUseful)
            if message.role == .user {
                let all = waiting + content
                waiting = []
                if !all.isEmpty { turns.append(Turn(role: .user, content: all)) }
            } else {
                waiting += content.filter(\.isSource)
                let texts = content.filter { !$0.isSource }
                if !texts.isEmpty { turns.append(Turn(role: .assistant, content: texts)) }
            }
        }
        guard let last = messages.last, last.content.contains(where: \.isUseful) else {
            throw LanguageError(.invalidRequest, "the last message holds no text and no source")
        }
        return turns
    }

    /// The texts of system content that hold more than white space.
    package var systemTexts: [String] {
        system.compactMap { if case .text(let text) = $0, !text.isBlank { text } else { nil } }
    }

    /// The sources of system content that hold more than white space.
    package var systemSources: [LLMContent] { system.filter { $0.isSource && $0.isUseful } }

    /// All texts of the request, which errors must not repeat.
    package var allTexts: [String] {
        (system + messages.flatMap(\.content)).flatMap { content -> [String] in
            switch content {
            case .text(let text): [text]
            case .source(let source): [source.title] + source.passages
            }
        }
    }
}

extension LLMContent {
    fileprivate var isSource: Bool { if case .source = self { true } else { false } }

    /// Whether there is more than white space.
    fileprivate var isUseful: Bool {
        switch self {
        case .text(let text): !text.isBlank
        case .source(let source): source.passages.contains { !$0.isBlank }
        }
    }
}

extension String {
    /// Whether there is nothing but white space.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// The text without the white space around it.
    package var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    }
}

extension JSONField {
    /// A schema in JSON, its properties in the order in which they were given.
    package init(_ schema: JSONSchema, allowsNull: Bool = false) {
        func type(_ name: String) -> JSONField { allowsNull ? .array([.string(name), "null"]) : .string(name) }
        var field: JSONField = [:]
        var note: String?
        switch schema {
        case .string(let description, let values):
            field["type"] = type("string")
            if let values { field["enum"] = .array(values.map { .string($0) } + (allowsNull ? [.null] : [])) }
            note = description
        case .integer(let description):
            field["type"] = type("integer")
            note = description
        case .number(let description):
            field["type"] = type("number")
            note = description
        case .boolean(let description):
            field["type"] = type("boolean")
            note = description
        case .array(let element, let description):
            field["type"] = type("array")
            field["items"] = JSONField(element)
            note = description
        case .object(let properties, let description):
            field["type"] = type("object")
            field["properties"] = .object(
                properties.map { Member($0.name, JSONField($0.schema, allowsNull: $0.isOptional)) })
            field["required"] = .array(properties.map { .string($0.name) })
            field["additionalProperties"] = false
            note = description
        }
        if let note { field["description"] = .string(note) }
        self = field
    }
}
