import Helpdesk
import HelpdeskTesting
import Testing

@Suite struct StatisticsTests {
    @Test func countsWhatHappened() async throws {
        let agent = try await HelpCentre.agent()
        #expect(agent.statistics.meanConfidence == nil)
        #expect(agent.statistics.latency50 == nil)
        var confidences: [Double] = []
        for text in ["How do I reset my password?", "What does the Team plan cost?", "I want a manager"] {
            confidences.append(try await agent.resolve(SupportQuery(text)).confidence)
        }
        let statistics = agent.statistics
        #expect(statistics.processed == 3)
        #expect(statistics.resolved + statistics.drafted + statistics.escalated == 3)
        #expect(statistics.escalated >= 1)
        #expect(statistics.indexedByKind == [.faq: 2, .article: 2, .resolvedTicket: 1])
        let mean = try #require(statistics.meanConfidence)
        #expect(abs(mean - confidences.reduce(0, +) / 3) < 1e-12)
        let (low, high) = (try #require(statistics.latency50), try #require(statistics.latency99))
        #expect(low <= high)
    }

    @Test func learnsAResolvedTicketAndAnswersFromIt() async throws {
        let agent = try await HelpCentre.agent()
        let question = SupportQuery("The doorbell camera shows a green picture")
        #expect(try await agent.resolve(question).citations.isEmpty)
        try await agent.learn(
            from: ResolvedTicket(
                id: "t-9", problem: "The doorbell camera shows only a green picture. Call me: 020 7946 0958",
                resolution: "Update the doorbell camera to firmware 4.2, then restart it. Ask ada@example.com."))
        let resolution = try await agent.resolve(question)
        #expect(resolution.citations.map(\.itemID) == ["t-9"])
        #expect(resolution.answer.contains("firmware 4.2"))
        #expect(!resolution.answer.contains("ada@example.com"))
        #expect(agent.statistics.learned == 1)
        #expect(agent.statistics.indexedByKind[.resolvedTicket] == 2)
    }

    /// A placeholder in a learned ticket must not turn into the next customer's data.
    @Test func whatWasMaskedInATicketStaysMasked() async throws {
        let agent = try await HelpCentre.agent()
        try await agent.learn(
            from: ResolvedTicket(
                id: "t-9", problem: "The doorbell camera shows only a green picture.",
                resolution: "We sent the doorbell camera firmware to bob@example.com by e-mail."))
        let resolution = try await agent.resolve(
            SupportQuery("My doorbell camera shows a green picture, write to eve@example.com"))
        #expect(resolution.answer.contains("firmware to [email] by e-mail"))
        #expect(!resolution.answer.contains("eve@example.com"))
        #expect(!resolution.answer.contains("bob@example.com"))
    }

    @Test func manyCallersAtOnceAreAllCounted() async throws {
        let agent = try await HelpCentre.agent()
        let ids = try await withThrowingTaskGroup(of: ResolutionID.self) { group in
            for _ in 0..<64 {
                group.addTask { try await agent.resolve(SupportQuery("How do I reset my password?")).id }
            }
            return try await group.reduce(into: Set<ResolutionID>()) { $0.insert($1) }
        }
        #expect(ids.count == 64)
        #expect(agent.statistics.processed == 64)
    }

    @Test func timesAreReadFromTheClockThatWasGiven() async throws {
        let agent = try SupportAgent(knowledge: try await HelpCentre.knowledge(), clock: ManualClock())
        let resolution = try await agent.resolve(SupportQuery("How do I reset my password?"))
        #expect(resolution.timings.total == .zero)
    }
}
