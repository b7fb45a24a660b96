import Helpdesk

/// A small help centre for the tests.
enum HelpCentre {
    static let items: [KnowledgeItem] = [
        .faq(
            FAQ(
                id: "faq-password", question: "How do I reset my password?",
                answer: "Choose Forgot password on the sign-in page. We send a link that is valid for 30 minutes.")),
        .faq(
            FAQ(
                id: "faq-price", question: "What does the Team plan cost?",
                answer: "The Team plan costs 24 euros a month.")),
        .article(
            Article(
                id: "article-export", title: "Export call recordings",
                body: """
                    # Export call recordings

                    1. Open Recordings and choose Export.
                    2. Pick a range of days.
                    3. Wait for the e-mail with the link. An export takes up to ten minutes.
                    """,
                metadata: ["audience": "admin"])),
        .article(
            Article(
                id: "article-lines", title: "When a line is dead",
                body: "When a line is dead, restart the base station. If the lamp stays red, the line is disconnected.")
        ),
        .resolvedTicket(
            ResolvedTicket(
                id: "ticket-fax", subject: "Fax does not send", problem: "Our fax machine does not send any more.",
                resolution: "Turn off T.38 under Lines and Fax, then restart the adapter.", category: "technical")),
    ]

    static func knowledge() async throws -> KnowledgeBase {
        let knowledge = try await KnowledgeBase(model: try HashingEmbedder())
        _ = try await knowledge.upsert(items)
        return knowledge
    }

    static func agent(
        _ languageModel: any LLMClient = ExtractiveResponder(),
        configuration: SupportAgent.Configuration = SupportAgent.Configuration()
    ) async throws -> SupportAgent {
        try SupportAgent(knowledge: try await knowledge(), languageModel: languageModel, configuration: configuration)
    }

    /// Everything that may be quoted of an item.
    static func text(of item: KnowledgeItem) -> String {
        switch item {
        case .article(let article): article.title + "\n" + article.body
        case .faq(let faq): faq.question + "\n" + faq.answer
        case .resolvedTicket(let ticket): ticket.subject + "\n" + ticket.problem + "\n" + ticket.resolution
        }
    }
}
