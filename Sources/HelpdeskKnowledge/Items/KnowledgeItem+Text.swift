extension KnowledgeItem {
    /// The text that passages are cut from and their ranges refer to: an article's body; a question, a blank line and its
    /// answer; a ticket's problem (its subject where there is no problem), a blank line and its resolution.
    public var text: String {
        switch self {
        case .article(let article): article.body
        case .faq(let faq): faq.question + "\n\n" + faq.answer
        case .resolvedTicket(let ticket):
            ticket.resolution.isBlank ? ticket.statement : ticket.statement + "\n\n" + ticket.resolution
        }
    }

    /// Checks that the item can be stored.
    ///
    /// - Parameter maximumSize: The greatest number of bytes of all its texts, its id and its metadata.
    /// - Throws: ``KnowledgeError`` with `invalidItem`.
    func validate(maximumSize: Int) throws {
        guard !id.isBlank else {
            throw KnowledgeError(.invalidItem, "an item of kind \(kind.rawValue) has an empty id; every item needs one")
        }
        func refuse(_ what: String) -> KnowledgeError {
            KnowledgeError(.invalidItem, "\(kind.rawValue) \"\(id.prefix(200))\" has \(what)")
        }
        let texts: Int
        switch self {
        case .article(let article):
            texts = article.title.utf8.count + article.body.utf8.count
            if article.body.isBlank { throw refuse("an empty body") }
        case .faq(let faq):
            texts = faq.question.utf8.count + faq.answer.utf8.count
            if faq.question.isBlank { throw refuse("an empty question") }
            if faq.answer.isBlank { throw refuse("an empty answer") }
        case .resolvedTicket(let ticket):
            texts = ticket.subject.utf8.count + ticket.problem.utf8.count + ticket.resolution.utf8.count
            if ticket.statement.isBlank { throw refuse("neither a subject nor a problem") }
        }
        let size = metadata.reduce(id.utf8.count + texts) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        guard size <= maximumSize else {
            throw refuse(
                "\(size) bytes of text and metadata; at most \(maximumSize) are stored (Configuration.maximumItemSize)")
        }
    }
}

extension ResolvedTicket {
    /// The problem, or the subject where there is none.
    var statement: String { problem.isBlank ? subject : problem }
}
