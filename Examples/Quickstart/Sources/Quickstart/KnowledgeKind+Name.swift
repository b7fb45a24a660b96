import Helpdesk

extension KnowledgeKind {
    /// The kind for people.
    var name: String {
        switch self {
        case .article: "article"
        case .faq: "FAQ"
        case .resolvedTicket: "past ticket"
        }
    }
}
