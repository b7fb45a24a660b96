import HelpdeskLanguage

/// What a language model is asked for a query.
enum AnswerRequest {
    static func make(
        _ query: RedactedQuery, sources: [LLMSource], configuration: SupportAgent.Configuration
    ) -> LLMRequest {
        var messages = query.conversation.map { turn in
            LLMMessage(role: turn.speaker == .customer ? .user : .assistant, content: [.text(turn.text)])
        }
        messages.append(LLMMessage(role: .user, content: sources.map(LLMContent.source) + [.text(query.text)]))
        return LLMRequest(
            instructions: configuration.instructions, messages: messages,
            maximumOutputTokens: configuration.maximumAnswerTokens)
    }
}
