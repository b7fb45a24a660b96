/// An article, a question with its answer, or a past ticket.
public enum KnowledgeItem: Hashable, Sendable, Codable {
    /// A help-centre or documentation article.
    case article(Article)
    /// A question with its answer.
    case faq(FAQ)
    /// A past ticket with its resolution.
    case resolvedTicket(ResolvedTicket)

    /// The host's name for the item; unique among all items of a knowledge base, whatever their kind.
    public var id: String {
        switch self {
        case .article(let article): article.id
        case .faq(let faq): faq.id
        case .resolvedTicket(let ticket): ticket.id
        }
    }

    /// The kind of the item.
    public var kind: KnowledgeKind {
        switch self {
        case .article: .article
        case .faq: .faq
        case .resolvedTicket: .resolvedTicket
        }
    }

    /// A title for people: the article's title, the question, or the ticket's subject or first words.
    public var title: String {
        switch self {
        case .article(let article): article.title
        case .faq(let faq): faq.question
        case .resolvedTicket(let ticket): ticket.subject.isEmpty ? String(ticket.problem.prefix(80)) : ticket.subject
        }
    }

    /// Free fields that searches can filter on.
    public var metadata: [String: String] {
        switch self {
        case .article(let article): article.metadata
        case .faq(let faq): faq.metadata
        case .resolvedTicket(let ticket): ticket.metadata
        }
    }

    /// Where the item can be read.
    public var url: String? {
        switch self {
        case .article(let article): article.url
        case .faq(let faq): faq.url
        case .resolvedTicket: nil
        }
    }

    /// The version of the item, where it has one.
    public var version: String? {
        switch self {
        case .article(let article): article.version
        case .faq(let faq): faq.version
        case .resolvedTicket: nil
        }
    }
}
