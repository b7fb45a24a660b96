import HelpdeskKnowledge

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The fields of one JSON object or CSV row on their way to an item.
struct FolderRow {
    typealias Field = FolderSource.Field

    /// The greatest size of the metadata of one row, in bytes of its keys and values.
    private static let maximumMetadataSize = 1_000_000

    private struct Value {
        var name: String
        var text: String
        var isFirst: Bool
    }

    private var values: [Field: Value] = [:]
    private var metadata: [String: String] = [:]
    /// The bytes of the keys and values that were made while flattening.
    private var metadataSize = 0
    /// The file and line, for messages.
    private let place: String
    private let names: FieldNames

    init(place: String, names: FieldNames) {
        self.place = place
        self.names = names
    }

    /// Adds a field. Empty text counts as absent.
    mutating func add(_ name: String, _ text: String) {
        guard !text.isBlank else { return }
        let (field, isFirst) = names.meaning(of: name)
        guard field != .metadata else {
            metadata[name] = text
            return
        }
        // `type` is often something else than our kind: then it is left alone.
        if field == .kind, !isFirst, Self.kind(named: text) == nil {
            metadata[name] = text
            return
        }
        // Of two names for the same thing the first-choice name counts; the other is kept as it is.
        if let other = values[field], other.isFirst || !isFirst {
            metadata[name] = text
        } else {
            if let other = values[field] { metadata[other.name] = other.text }
            values[field] = Value(name: name, text: text, isFirst: isFirst)
        }
    }

    /// Adds a field that is metadata whatever its name.
    ///
    /// - Throws: ``FilesError`` `malformed` where the row has too much metadata.
    mutating func addMetadata(_ name: String, _ text: String) throws(FilesError) {
        try countMetadata(name.utf8.count + text.utf8.count)
        if !text.isBlank { metadata[name] = text }
    }

    /// Counts bytes of metadata before they are kept: names of nested members grow with each level.
    ///
    /// - Throws: ``FilesError`` `malformed` where the row has too much metadata.
    mutating func countMetadata(_ bytes: Int) throws(FilesError) {
        metadataSize += bytes
        try checkMetadata(metadataSize)
    }

    private func checkMetadata(_ size: Int) throws(FilesError) {
        guard size <= Self.maximumMetadataSize else {
            throw malformed(
                "the names and values of its metadata have more than \(Self.maximumMetadataSize) bytes")
        }
    }

    /// The item, and whether it brought its own id.
    ///
    /// - Parameters:
    ///   - defaultID: The id where the row has none.
    ///   - kind: What it is where the row does not say so; `nil` to tell from the fields.
    func item(defaultID: String, kind: KnowledgeKind?) throws(FilesError) -> (item: KnowledgeItem, hasOwnID: Bool) {
        var row = self
        let kind = try row.takeKind() ?? kind ?? row.inferredKind()
        let own = row.take(.id)?.trimmed
        let id = own ?? defaultID
        switch kind {
        case .article: return (.article(try row.article(id)), own != nil)
        case .faq: return (.faq(try row.faq(id)), own != nil)
        case .resolvedTicket: return (.resolvedTicket(try row.ticket(id)), own != nil)
        case nil:
            throw malformed(
                "it is no article (title and body), FAQ (question and answer) or resolved ticket (a problem with "
                    + "a resolution or a category); it has \(row.describedFields)")
        }
    }

    private var describedFields: String {
        let names = (values.values.map(\.name) + metadata.keys).sorted()
        return names.isEmpty ? "no fields" : names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
    }

    private func malformed(_ message: String) -> FilesError { FilesError(.malformed, "\(place): \(message)") }

    // MARK: Kinds

    private static func kind(named text: String) -> KnowledgeKind? {
        switch text.trimmed.lowercased() {
        case "article", "doc", "document": .article
        case "faq": .faq
        case "ticket", "resolved_ticket", "resolvedticket", "resolved ticket", "resolved-ticket": .resolvedTicket
        default: nil
        }
    }

    private mutating func takeKind() throws(FilesError) -> KnowledgeKind? {
        guard let value = values.removeValue(forKey: .kind) else { return nil }
        guard let kind = Self.kind(named: value.text) else {
            throw malformed(
                "\"\(value.name)\" is \"\(value.text.prefix(40))\"; it must be article, faq or resolved_ticket")
        }
        return kind
    }

    private func inferredKind() -> KnowledgeKind? {
        func has(_ fields: Field...) -> Bool { fields.contains { values[$0] != nil } }
        if has(.question), has(.answer), !has(.resolution, .problem) { return .faq }
        if has(.problem, .question, .text, .subject), has(.resolution) { return .resolvedTicket }
        if has(.title), has(.body, .text), !has(.problem) { return .article }
        if has(.problem, .text), has(.category) { return .resolvedTicket }
        if has(.body), !has(.problem, .question, .text) { return .article }
        return nil
    }

    // MARK: Items

    private mutating func article(_ id: String) throws(FilesError) -> Article {
        let body = try required([.body, .text], "an article's text", "body")
        let format = try takeFormat()
        var title = take(.title)?.trimmed
        if title == nil, format == .markdown { title = DocumentTitle.markdown(Array(body.utf8)) }
        guard let title else { throw malformed("\"title\" is missing or empty; an article needs one") }
        let updatedAt = try takeDate(.updatedAt)
        return try Article(
            id: id, title: title, body: body, format: format, url: take(.url)?.trimmed,
            version: take(.version)?.trimmed, updatedAt: updatedAt, metadata: rest())
    }

    private mutating func faq(_ id: String) throws(FilesError) -> FAQ {
        let question = try required([.question, .title], "an FAQ's question", "question")
        let answer = try required([.answer, .body, .text], "an FAQ's answer", "answer")
        let updatedAt = try takeDate(.updatedAt)
        return try FAQ(
            id: id, question: question, answer: answer, url: take(.url)?.trimmed, version: take(.version)?.trimmed,
            updatedAt: updatedAt, metadata: rest())
    }

    private mutating func ticket(_ id: String) throws(FilesError) -> ResolvedTicket {
        let subject = take(.subject) ?? take(.title) ?? ""
        let problem: String
        if let text = take(.problem) ?? take(.question) ?? take(.text) ?? take(.body) {
            problem = text
        } else if !subject.isEmpty {
            problem = subject
        } else {
            throw malformed("\"problem\" is missing or empty; a ticket needs what the customer wrote")
        }
        let resolution = take(.resolution) ?? take(.answer) ?? ""
        let satisfaction = try takeSatisfaction()
        let resolvedAt = try takeDate(.resolvedAt)
        return try ResolvedTicket(
            id: id, subject: subject, problem: problem, resolution: resolution, category: take(.category)?.trimmed,
            satisfaction: satisfaction, resolvedAt: resolvedAt, metadata: rest())
    }

    // MARK: Fields

    private mutating func take(_ field: Field) -> String? { values.removeValue(forKey: field)?.text }

    private mutating func required(_ fields: [Field], _ what: String, _ name: String) throws(FilesError) -> String {
        for field in fields {
            if let text = take(field) { return text }
        }
        throw malformed("\"\(name)\" is missing or empty; it must be \(what)")
    }

    private mutating func takeFormat() throws(FilesError) -> Article.Format {
        guard let value = values.removeValue(forKey: .format) else { return .markdown }
        switch value.text.trimmed.lowercased() {
        case "markdown", "md": return .markdown
        case "rst", "restructuredtext": return .restructuredText
        case "plain", "text", "txt": return .plain
        default:
            throw malformed("\"\(value.name)\" is \"\(value.text.prefix(40))\"; it must be markdown, rst or plain")
        }
    }

    private mutating func takeDate(_ field: Field) throws(FilesError) -> Date? {
        guard let value = values.removeValue(forKey: field) else { return nil }
        guard let date = Timestamp.date(value.text.trimmed) else {
            // A column called `date` may hold anything; one called `updatedAt` may not.
            if !value.isFirst {
                metadata[value.name] = value.text
                return nil
            }
            throw malformed(
                "\"\(value.name)\" is \"\(value.text.prefix(40))\"; it must be a date such as 2026-01-31 or "
                    + "2026-01-31T09:30:00Z")
        }
        return date
    }

    private mutating func takeSatisfaction() throws(FilesError) -> Double? {
        guard let value = values.removeValue(forKey: .satisfaction) else { return nil }
        guard let number = Double(value.text.trimmed), (0...1).contains(number) else {
            throw malformed(
                "\"\(value.name)\" is \"\(value.text.prefix(40))\"; it must be a number from 0 to 1")
        }
        return number
    }

    /// The metadata, with the fields that this kind of item has no place for.
    private mutating func rest() throws(FilesError) -> [String: String] {
        for value in values.values { metadata[value.name] = value.text }
        values = [:]
        try checkMetadata(metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count })
        return metadata
    }
}
