/// The kinds of knowledge.
public enum KnowledgeKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A help-centre or documentation article.
    case article
    /// A question with its answer.
    case faq
    /// A past ticket with its resolution.
    case resolvedTicket = "resolved_ticket"
}
