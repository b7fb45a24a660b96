import Foundation
import Helpdesk
import HelpdeskTesting
import Testing

/// Whose personal data a language model sees.
@Suite struct DisclosureTests {
    private static let secrets = [
        "ada@example.com", "+44 20 7946 0958", "4111 1111 1111 1111", "bob@example.net", "+1 202 555 0143",
        "carol@example.org",
    ]

    private static func knowledge() async throws -> KnowledgeBase {
        let knowledge = try await KnowledgeBase(model: try HashingEmbedder())
        _ = try await knowledge.upsert([
            .faq(
                FAQ(
                    id: "hotline", question: "How do I reach you about an invoice?",
                    answer: "For an invoice, call +1 202 555 0143 on weekdays.")),
            .resolvedTicket(
                ResolvedTicket(
                    id: "carol@example.org-17", subject: "Invoice for bob@example.net",
                    problem: "I am bob@example.net and my invoice is wrong.",
                    resolution: "We sent the right invoice to bob@example.net.")),
        ])
        return knowledge
    }

    private static let query = SupportQuery(
        "How do I reach you about the invoice? Write to ada@example.com or +44 20 7946 0958.",
        customer: CustomerContext(id: "carol@example.org", name: "Ada", email: "ada@example.com"),
        conversation: [
            .customer("My card is 4111 1111 1111 1111, my invoice is wrong."), .agent("Noted: ada@example.com"),
        ])

    /// Everything that would leave the process.
    private static func sent(_ model: FakeLLMClient) -> String { "\(model.requests)" }

    @Test func nothingPersonalLeavesUnlessTheHostSaysSo() async throws {
        let model = FakeLLMClient()
        let agent = try SupportAgent(knowledge: try await Self.knowledge(), languageModel: model)
        _ = try await agent.resolve(Self.query)
        for try await _ in agent.stream(Self.query) {}
        let sent = Self.sent(model)
        #expect(!model.requests.isEmpty)
        for secret in Self.secrets { #expect(!sent.contains(secret), "\(secret)") }
        #expect(sent.contains("[EMAIL_1]") && sent.contains("[PHONE_"))
    }

    @Test func comesBackInAnswerAndCitations() async throws {
        let model = FakeLLMClient { request, _ in
            let source = try #require(request.sources.first { $0.id == "hotline" })
            let passage = try #require(source.passages.first)
            let start = try #require(passage.range(of: "For an invoice"))
            return .response(
                LLMResponse(
                    text: String(passage[start.lowerBound...]),
                    citations: [
                        LLMCitation(sourceID: source.id, passage: 0, quote: String(passage[start.lowerBound...]))
                    ], model: "fake"))
        }
        var configuration = SupportAgent.Configuration()
        configuration.followUps = .rules
        let agent = try SupportAgent(
            knowledge: try await Self.knowledge(), languageModel: model, configuration: configuration)
        let resolution = try await agent.resolve(Self.query)
        #expect(resolution.answer == "For an invoice, call +1 202 555 0143 on weekdays.")
        #expect(resolution.citations.first?.quote == "For an invoice, call +1 202 555 0143 on weekdays.")
        #expect(resolution.citations.first?.itemID == "hotline")
    }

    @Test func sourcesWhosePersonalNamesAreHiddenCanBeCited() async throws {
        let model = FakeLLMClient { request, _ in
            let source = try #require(request.sources.first { $0.id != "hotline" })
            let passage = try #require(source.passages.first)
            return .response(
                LLMResponse(
                    text: "We sent the right invoice to [EMAIL_2].",
                    citations: [LLMCitation(sourceID: source.id, passage: 0, quote: passage)], model: "fake"))
        }
        var configuration = SupportAgent.Configuration()
        configuration.grounding = nil
        let agent = try SupportAgent(
            knowledge: try await Self.knowledge(), languageModel: model, configuration: configuration)
        let resolution = try await agent.resolve(SupportQuery("Was the invoice of ada@example.com wrong too?"))
        #expect(resolution.citations.first?.itemID == "carol@example.org-17")
        #expect(resolution.citations.first?.quote.contains("bob@example.net") == true)
    }

    @Test func placeholdersThatNothingStandsBehindAreNotSent() async throws {
        let model = FakeLLMClient([
            .response(
                LLMResponse(
                    text: "For an invoice, call on weekdays. Or write to [EMAIL_77]. Press [Save].", model: "fake"))
        ])
        var configuration = SupportAgent.Configuration()
        configuration.grounding = nil
        let agent = try SupportAgent(
            knowledge: try await Self.knowledge(), languageModel: model, configuration: configuration)
        let resolution = try await agent.resolve(SupportQuery("How do I reach you about an invoice?"))
        #expect(resolution.answer == "For an invoice, call on weekdays. Press [Save].")
        #expect(resolution.removedSentences == ["Or write to [EMAIL_77]."])
    }

    @Test(arguments: [
        (PersonalDataDisclosure.conversation, ["ada@example.com", "4111 1111 1111 1111"], ["bob@example.net"]),
        (.publishedKnowledge, ["+1 202 555 0143"], ["ada@example.com", "bob@example.net"]),
        (.resolvedTickets, ["bob@example.net"], ["ada@example.com", "+1 202 555 0143"]),
    ])
    func theHostCanDisclose(_ disclosure: PersonalDataDisclosure, _ shown: [String], _ hidden: [String]) async throws {
        let model = FakeLLMClient()
        var configuration = SupportAgent.Configuration()
        configuration.disclosure = disclosure
        let agent = try SupportAgent(
            knowledge: try await Self.knowledge(), languageModel: model, configuration: configuration)
        _ = try await agent.resolve(Self.query)
        let sent = Self.sent(model)
        for text in shown { #expect(sent.contains(text), "\(text)") }
        for text in hidden { #expect(!sent.contains(text), "\(text)") }
    }
}
