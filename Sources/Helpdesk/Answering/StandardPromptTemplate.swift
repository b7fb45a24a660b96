public import HelpdeskLanguage
import HelpdeskTriage

/// The prompt that agents use where the host has no other.
///
/// The system content is the instructions alone, the same for every query, so that providers can keep it in their cache.
/// The conversation follows as messages. The last message has the sources and, between tags, what triage found and the
/// customer's words. Tags in texts of others are made harmless.
public struct StandardPromptTemplate: AnswerPromptTemplate {
    /// What is said after the customer's message.
    public var task: String

    /// Creates a template.
    public init(task: String = "Answer the customer's message from the sources above.") { self.task = task }

    /// The names of the tags, and those that clients put around sources.
    static let tags = ["customer_message", "triage", "source", "sources", "search_result", "document"]

    /// The request for a prompt.
    public func request(for prompt: AnswerPrompt) -> LLMRequest {
        var messages = prompt.conversation.map { turn in
            switch turn.speaker {
            case .customer: LLMMessage.user(Self.wrap(turn.text, in: "customer_message"))
            case .agent: LLMMessage.assistant(DelimitedText.escape(turn.text, names: Self.tags))
            }
        }
        let text = """
            \(Self.wrap(Self.describe(prompt.triage), in: "triage"))
            \(Self.wrap(prompt.message, in: "customer_message"))
            \(task)
            """
        messages.append(
            LLMMessage(role: .user, content: prompt.sources.map { .source(Self.escaped($0)) } + [.text(text)]))
        return LLMRequest(
            instructions: prompt.instructions, messages: messages, maximumOutputTokens: prompt.maximumAnswerTokens)
    }

    private static func wrap(_ text: String, in tag: String) -> String {
        DelimitedText.wrap(text, in: tag, others: tags)
    }

    private static func escaped(_ source: LLMSource) -> LLMSource {
        var source = source
        source.title = DelimitedText.escape(source.title, names: tags)
        source.passages = source.passages.map { DelimitedText.escape($0, names: tags) }
        return source
    }

    private static func describe(_ triage: Triage) -> String {
        var parts = [
            "category: \(triage.category)", "priority: \(triage.priority.rawValue)",
            "sentiment: \(triage.sentiment.rawValue)",
        ]
        if let language = triage.language { parts.append("language: \(language)") }
        return parts.joined(separator: "; ")
    }
}
