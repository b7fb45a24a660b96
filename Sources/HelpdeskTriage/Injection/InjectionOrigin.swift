/// Where a text comes from. The same words are more or less usual in each.
public enum InjectionOrigin: String, Hashable, Sendable, Codable, CaseIterable {
    /// A message that a customer wrote.
    case customerMessage = "customer_message"
    /// An article or question of the knowledge base.
    case knowledgeArticle = "knowledge_article"
    /// A ticket of the past.
    case resolvedTicket = "resolved_ticket"
}
