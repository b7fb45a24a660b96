import Helpdesk
import Testing

@Suite struct SupportAgentTests {
    @Test func answersFromTheRightSourceAndCitesIt() async throws {
        let agent = try await HelpCentre.agent()
        let resolution = try await agent.resolve(SupportQuery("How do I reset my password?"))
        #expect(resolution.answer.contains("Forgot password"))
        #expect(resolution.citations.first?.itemID == "faq-password")
        #expect(resolution.citations.allSatisfy { !$0.quote.isEmpty })
        #expect(resolution.triage.category == .technical)
        #expect((0...1).contains(resolution.confidence))
        #expect(resolution.timings.total > .zero)
        #expect(
            resolution.timings.entries.map(\.stage) == [.redaction, .triage, .search, .answer, .grounding, .decision])
    }

    @Test func everyCitationIsLiteralAndUsed() async throws {
        let agent = try await HelpCentre.agent()
        for question in ["How do I export my recordings?", "What does the Team plan cost?", "My line is dead"] {
            let resolution = try await agent.resolve(SupportQuery(question))
            for citation in resolution.citations {
                let item = try #require(agent.knowledge.item(id: citation.itemID))
                #expect(HelpCentre.text(of: item).contains(citation.quote), "\(question): \(citation.quote)")
            }
        }
    }

    @Test func escalatesForReasonsOfTriageWithASummary() async throws {
        let agent = try await HelpCentre.agent()
        let customer = CustomerContext(id: "c-1", name: "Ada", plan: "Team", previousContacts: 1)
        let resolution = try await agent.resolve(
            SupportQuery("I want to speak to a manager about my invoice, now.", customer: customer))
        guard case .escalate(let reasons, let summary) = resolution.decision else {
            Issue.record("\(resolution.decision)")
            return
        }
        #expect(reasons.contains(.humanRequested))
        #expect(summary.description.contains("Ada"))
        #expect(summary.description.contains("plan Team"))
        #expect(summary.description.contains("invoice"))
    }

    @Test func repeatedContactEscalates() async throws {
        let agent = try await HelpCentre.agent()
        let customer = CustomerContext(id: "c-1", previousContacts: 3)
        let resolution = try await agent.resolve(SupportQuery("How do I reset my password?", customer: customer))
        guard case .escalate(let reasons, _) = resolution.decision else {
            Issue.record("\(resolution.decision)")
            return
        }
        #expect(reasons == [.repeatedContact])
    }

    @Test func nothingFoundIsEscalatedNotGuessed() async throws {
        let agent = try await HelpCentre.agent()
        let resolution = try await agent.resolve(SupportQuery("zzyzx quux frobnicate"))
        #expect(resolution.decision.name == "escalate")
        #expect(resolution.confidence < 0.35)
    }

    @Test func hintsWinOverTriage() async throws {
        let agent = try await HelpCentre.agent()
        let hints = QueryHints(category: TicketCategory(rawValue: "shipping"), priority: .high, kinds: [.article])
        let resolution = try await agent.resolve(SupportQuery("How do I reset my password?", hints: hints))
        #expect(resolution.triage.category.rawValue == "shipping")
        #expect(resolution.triage.priority == .high)
        #expect(resolution.sources.allSatisfy { $0.kind == .article })
    }

    @Test func metadataFiltersNarrowTheSources() async throws {
        let agent = try await HelpCentre.agent()
        let hints = QueryHints(filter: .equals("audience", "admin"))
        let resolution = try await agent.resolve(SupportQuery("How do I export my recordings?", hints: hints))
        #expect(resolution.sources.map(\.itemID) == ["article-export"])
    }

    @Test func aFollowUpIsCompletedFromTheConversation() async throws {
        let agent = try await HelpCentre.agent()
        let resolution = try await agent.resolve(
            SupportQuery(
                "And how long?",
                conversation: [
                    .customer("How do I export my recordings?"), .agent("Open Recordings and choose Export."),
                ]))
        #expect(resolution.sources.first?.itemID == "article-export")
    }

    @Test func pastTicketsWithoutResolutionAreNotQuoted() async throws {
        let knowledge = try await KnowledgeBase(model: try HashingEmbedder())
        _ = try await knowledge.upsert([
            .resolvedTicket(
                ResolvedTicket(id: "t", problem: "my card was charged twice", resolution: "", category: "x"))
        ])
        let resolution = try await SupportAgent(knowledge: knowledge).resolve(SupportQuery("my card was charged twice"))
        #expect(resolution.answer.isEmpty)
        #expect(resolution.sources.count == 1)
        guard case .escalate(let reasons, _) = resolution.decision else {
            Issue.record("\(resolution.decision)")
            return
        }
        #expect(reasons == [.noAnswer])
    }
}
