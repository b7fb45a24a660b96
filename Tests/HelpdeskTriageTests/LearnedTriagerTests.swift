import Foundation
import HelpdeskTriage
import Testing

/// The model that ships with the library.
@Suite struct LearnedTriagerTests {
    @Test func theShippedModelIsThere() {
        let model = TriageModel.standard
        #expect(Set(model.decisions) == Set(TriageDecision.allCases))
        #expect(Set(model.categories) == Set(TicketCategory.builtIn))
        #expect(model.identity == nil)
        #expect(model.reports[.category]?.examples ?? 0 > 5_000)
        #expect(LearnedTriager().usesEmbeddings == false)
    }

    @Test(
        "judges plain messages",
        arguments: [
            ("Where can I download the invoice for last month?", TicketCategory.billing, TicketPriority.medium, false),
            ("The app crashes every time I open the camera since the update.", .bugReport, .medium, false),
            ("It would be nice to have a dark theme some day, no hurry.", .featureRequest, .low, false),
            ("How do I connect the webhook to my CRM?", .technical, .medium, false),
            ("What are your opening hours on Sunday?", .general, .medium, false),
            (
                "Nobody in our 3 shops can take payments, all tills are down and customers are leaving.", .bugReport,
                .urgent, true
            ),
            ("Please let me talk to a human being.", .general, .medium, true),
        ])
    func plain(message: String, category: TicketCategory, priority: TicketPriority, needsHuman: Bool) async throws {
        let triage = try await LearnedTriager().triage(message)
        #expect(triage.category == category)
        #expect(triage.priority == priority)
        #expect(triage.needsHuman == needsHuman)
        #expect((0...1).contains(triage.categoryConfidence))
    }

    @Test("every text gets an answer", arguments: HostileMessageTests.messages.map(\.0))
    func hostile(name: String) async throws {
        let message = try #require(HostileMessageTests.messages.first { $0.0 == name }?.1)
        let triage = try await LearnedTriager().triage(message)
        let count = message.unicodeScalars.count
        #expect(triage.evidence.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
    }

    @Test func quotedHistoryDoesNotJudge() async throws {
        let quoted = "What are your opening hours?\n\n> I will sue you! My card was stolen and all my data is gone!!!"
        let triage = try await LearnedTriager().triage(quoted)
        #expect(triage.category == .general)
        #expect(!triage.needsHuman)
    }

    private static let dataFolder = ProcessInfo.processInfo.environment["HELPDESK_DATA"]

    private struct Message: Decodable {
        var text: String
        var category: String
        var priority: String
        var escalate: Bool
        var sentiment: String
    }

    /// Messages that neither the model nor anybody who wrote its training messages learned from. The floors lie under
    /// what was measured (82, 88, 86 % and an F1 of 0.92), by about the sampling error of 140 messages.
    @Test(.enabled(if: dataFolder != nil, "needs HELPDESK_DATA"))
    func developmentMessages() async throws {
        let folder = try #require(Self.dataFolder)
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/eval/triage-dev.jsonl"))
        let messages = try data.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Message.self, from: Data($0))
        }
        let triager = LearnedTriager()
        var right = (category: 0, priority: 0, sentiment: 0)
        var (both, either) = (0, 0)
        for message in messages {
            let triage = try await triager.triage(message.text)
            if triage.category.rawValue == message.category { right.category += 1 }
            if triage.priority.rawValue == message.priority { right.priority += 1 }
            if triage.sentiment.rawValue == message.sentiment { right.sentiment += 1 }
            if triage.needsHuman && message.escalate { both += 1 }
            either += (triage.needsHuman ? 1 : 0) + (message.escalate ? 1 : 0)
        }
        let count = Double(messages.count)
        #expect(Double(right.category) / count >= 0.77)
        #expect(Double(right.priority) / count >= 0.82)
        #expect(Double(right.sentiment) / count >= 0.80)
        #expect(2 * Double(both) / Double(either) >= 0.85)
    }
}
