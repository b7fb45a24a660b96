import HelpdeskLanguage
import HelpdeskTriage

/// A query whose personal data has been replaced by placeholders, and the way back.
struct RedactedQuery {
    /// The newest message.
    let text: String
    /// The last turns of the conversation, oldest first.
    let conversation: [ConversationTurn]
    /// Puts the personal data back.
    let restore: (String) -> String

    /// The fewest content words with which a message is searched for on its own.
    private static let completeQuestion = 4
    /// The longest text that is searched for, in characters: the embedding reads no more than the beginning anyway.
    private static let maximumSearchLength = 4_000

    init(_ query: SupportQuery, turns: Int, redactor: PersonalDataRedactor) {
        let turns = Array(query.conversation.suffix(turns))
        // Redacted together, so that the same value has the same placeholder everywhere.
        let redacted = redactor.redact(turns.map(\.text) + [query.text])
        conversation = zip(turns, redacted).map { ConversationTurn($0.speaker, $1.text) }
        text = redacted.last?.text ?? ""
        let all = RedactedText(text: "", replacements: redacted.flatMap(\.replacements))
        restore = { all.restore($0) }
    }

    /// What to search for: the message, completed from the conversation where it is too short to stand alone
    /// ("and for the annual plan?").
    var searchText: String {
        let message = MessageText(text).newest.trimmed
        let own = String((message.isEmpty ? text : message).prefix(Self.maximumSearchLength))
        guard ContentWords([own]).stems.count < Self.completeQuestion,
            let previous = conversation.last(where: { $0.speaker == .customer })
        else { return own }
        return previous.text.prefix(Self.maximumSearchLength) + "\n" + own
    }
}
