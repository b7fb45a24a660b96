import HelpdeskLanguage
import HelpdeskTriage

/// A query and its sources as a language model may see them, and the way back.
struct DisclosedQuery {
    /// The newest message.
    let message: String
    /// The conversation, oldest first.
    let conversation: [ConversationTurn]
    /// The sources, in their order.
    let sources: [LLMSource]
    /// Puts the personal data back.
    let restore: @Sendable (String) -> String
    /// The placeholders of the customer's own data, which no source need know.
    let customerPlaceholders: Set<String>
    /// What has the form of a placeholder in the texts themselves.
    private let literalPlaceholders: Set<String>
    /// The ids of the sources that were changed, with what they were.
    private let ids: [String: String]

    /// - Parameters:
    ///   - query: The customer's words, as they are.
    ///   - sources: The sources with the kind of each.
    init(
        _ query: RedactedQuery, sources list: SourceList, disclosure: PersonalDataDisclosure,
        redactor: PersonalDataRedactor
    ) {
        let original = query.original
        let sources = list.sources
        let kinds = list.hits.map(\.item.kind)
        // All in one go, so that the same value has the same placeholder everywhere.
        var texts: [String] = []
        if !disclosure.contains(.conversation) { texts += original.conversation.map(\.text) + [original.text] }
        let isHidden = kinds.map { kind in
            !disclosure.contains(kind == .resolvedTicket ? .resolvedTickets : .publishedKnowledge)
        }
        // The title of a ticket without a subject is the beginning of its problem, which may end within an address: the
        // problem is redacted whole, and cut then.
        let derived = list.hits.map { hit in
            if case .resolvedTicket(let ticket) = hit.item, ticket.subject.isEmpty { true } else { false }
        }
        for (index, source) in sources.enumerated() where isHidden[index] {
            texts += [source.id, derived[index] ? source.passages.first ?? "" : source.title] + source.passages
        }
        let redacted = redactor.redact(texts)
        var results = redacted[...].map(\.text)[...]
        if disclosure.contains(.conversation) {
            message = original.text
            conversation = original.conversation
            customerPlaceholders = []
        } else {
            let count = original.conversation.count
            conversation = zip(original.conversation, results).map { ConversationTurn($0.speaker, $1) }
            results = results.dropFirst(count)
            message = results.removeFirst()
            customerPlaceholders = Set(redacted[...count].flatMap(\.replacements).map(\.placeholder))
        }
        var ids: [String: String] = [:]
        let taken = Set(sources.map(\.id))
        self.sources = zip(sources, isHidden).enumerated().map { index, pair in
            guard pair.1 else { return pair.0 }
            var source = pair.0
            let id = results.removeFirst()
            // Nobody's address leaves as a part of a name.
            if id != source.id || id.contains("@") {
                var name = "source-\(index + 1)"
                while taken.contains(name) { name += "-" }
                ids[name] = source.id
                source.id = name
            }
            let title = results.removeFirst()
            source.title = derived[index] ? String(title.trimmingPrefix("Problem: ").prefix(80)) : title
            source.passages = source.passages.map { _ in results.removeFirst() }
            // Addresses are for the citations of the host; a model that is to name them finds them in the text.
            source.url = nil
            return source
        }
        self.ids = ids
        literalPlaceholders = ([original.text] + sources.flatMap { [$0.title] + $0.passages }).reduce(into: []) {
            $0.formUnion(PersonalDataRedactor.placeholders(in: $1))
        }
        let all = RedactedText(text: "", replacements: redacted.flatMap(\.replacements))
        restore = { all.restore($0) }
    }

    /// The id that a source of the request has in the knowledge base.
    func originalID(_ id: String) -> String { ids[id] ?? id }

    /// A citation as the host may see it.
    func restored(_ citation: LLMCitation) -> LLMCitation {
        var citation = citation
        citation.sourceID = originalID(citation.sourceID)
        citation.quote = restore(citation.quote)
        return citation
    }

    /// Whether a restored sentence still has a placeholder: one that the model made up, and that nothing stands behind.
    func isUnrestored(_ sentence: String) -> Bool {
        PersonalDataRedactor.placeholders(in: sentence).contains { found in
            // "[EMAIL_7]", not "[Save]".
            guard let bar = found.lastIndex(of: "_"), !literalPlaceholders.contains(found) else { return false }
            let kind = found[..<bar].dropFirst().uppercased()
            let number = found[found.index(after: bar)...].dropLast()
            return !number.isEmpty && number.allSatisfy(\.isNumber)
                && kind.allSatisfy { $0 == "_" || $0.isASCII && $0.isUppercase }
        }
    }

    /// A sentence without the placeholders of the customer's own data.
    func withoutCustomerData(_ sentence: String) -> String {
        customerPlaceholders.reduce(sentence) { text, placeholder in
            text.contains(placeholder) ? text.replacing(placeholder, with: "") : text
        }
    }
}
