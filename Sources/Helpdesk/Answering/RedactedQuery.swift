import HelpdeskLanguage
import HelpdeskTriage

/// A query whose personal data has been replaced by placeholders.
struct RedactedQuery {
    /// The query as it came, without invisible characters and with the turns that are used.
    let original: SupportQuery
    /// The newest message.
    let text: String
    /// The last turns of the conversation, oldest first.
    let conversation: [ConversationTurn]
    /// Whether the message or the conversation has personal data.
    let isPersonal: Bool

    /// The longest text that is searched for, in characters: the embedding reads no more than the beginning anyway.
    static let maximumSearchLength = 4_000

    init(_ query: SupportQuery, turns: Int, redactor: PersonalDataRedactor) {
        var query = query
        query.conversation = Array(query.conversation.suffix(turns))
        original = query
        // Redacted together, so that the same value has the same placeholder everywhere.
        let redacted = redactor.redact(query.conversation.map(\.text) + [query.text])
        conversation = zip(query.conversation, redacted).map { ConversationTurn($0.speaker, $1.text) }
        text = redacted.last?.text ?? ""
        isPersonal = redacted.contains { !$0.replacements.isEmpty }
    }

    /// The newest message without quoted history and signature, not longer than is searched for.
    var newest: String {
        let message = MessageText(text).newest.trimmed
        return String((message.isEmpty ? text : message).prefix(Self.maximumSearchLength))
    }
}
