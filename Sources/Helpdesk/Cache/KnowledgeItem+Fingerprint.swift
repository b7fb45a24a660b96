import HelpdeskKnowledge

extension KnowledgeItem {
    /// A number made of everything that an answer could say of the item; changes with it.
    var fingerprint: UInt64 {
        var hash = StableHash()
        hash.add(id)
        hash.add(version)
        hash.add(url)
        switch self {
        case .article(let article):
            hash.add(article.title)
            hash.add(article.body)
        case .faq(let faq):
            hash.add(faq.question)
            hash.add(faq.answer)
        case .resolvedTicket(let ticket):
            hash.add(ticket.subject)
            hash.add(ticket.problem)
            hash.add(ticket.resolution)
        }
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            hash.add(key)
            hash.add(value)
        }
        return hash.value
    }
}
