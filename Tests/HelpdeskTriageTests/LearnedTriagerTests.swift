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
            ("Could you put me through to your supervisor?", .general, .medium, true),
        ])
    func plain(message: String, category: TicketCategory, priority: TicketPriority, needsHuman: Bool) async throws {
        let triage = try await LearnedTriager().triage(message)
        #expect(triage.category == category)
        #expect(triage.priority == priority)
        #expect(triage.needsHuman == needsHuman)
        #expect((0...1).contains(triage.categoryConfidence))
    }

    @Test("certain rules stand above what was learned")
    func certainRules() async throws {
        let triager = LearnedTriager()
        let danger = try await triager.triage("I want to kill myself")
        #expect(danger.escalationReasons.contains(.safety))
        #expect(danger.priority == .urgent)
        let human = try await triager.triage("Please let me talk to a human being.")
        #expect(human.escalationReasons.contains(.humanRequested))
        let unhurried = try await triager.triage("not urgent, but is there a dark mode?")
        #expect(unhurried.priority == .low)
        #expect(unhurried.evidence.contains { $0.isCertain })
    }

    @Test("a host's own rules count, though the model does not know what they vote for")
    func ownRules() async throws {
        let loyalty = TicketCategory(rawValue: "loyalty")
        var rules = TriageRules.english
        try rules.add(
            TriageRule(name: "points", vote: .category(loyalty), weight: 20, phrases: ["bonus point", "miles"]))
        let vip = EscalationReason(rawValue: "vip")
        try rules.add(TriageRule(name: "vip", vote: .escalation(vip), weight: 5, phrases: ["platinum member"]))
        let triager = LearnedTriager(rules: RuleTriager(rules: rules))
        let triage = try await triager.triage("As a platinum member I miss 300 bonus points on my account.")
        #expect(triage.category == loyalty)
        #expect(triage.escalationReasons.contains(vip))
    }

    @Test("other languages are escalated, not judged by English rules")
    func languages() async throws {
        let german = "Guten Tag, seit gestern kann ich mich nicht mehr in mein Konto einloggen, bitte helfen Sie mir."
        for triage in [try await LearnedTriager().triage(german), RuleTriager().triage(german)] {
            #expect(triage.language == .german)
            #expect(triage.escalationReasons == [.unsupportedLanguage])
            #expect(triage.category == .general && triage.categoryConfidence == 0)
        }
        #expect(RuleTriager(languages: nil).triage(german).escalationReasons != [.unsupportedLanguage])
        #expect(try await LearnedTriager().triage("Where is my invoice for the month of May?").language == .english)
        // A model learns the languages of its tickets.
        let tickets = (0..<30).flatMap { index in
            [
                LabelledTicket(
                    text: "Wo finde ich bitte die Rechnung Nummer \(index) für den letzten Monat?", category: .billing),
                LabelledTicket(
                    text: "Seit dem Update \(index) stürzt die App beim Öffnen immer wieder ab.", category: .bugReport),
            ]
        }
        let model = try await TriageModel.train(tickets)
        #expect(model.languages == [.german])
        let triager = try LearnedTriager(model: TriageModel(bytes: model.bytes))
        #expect(
            try await triager.triage("Ich brauche noch die Rechnung für den letzten Monat, bitte.").category == .billing
        )
        #expect(
            try await triager.triage("Please send me the invoice for the last month.").escalationReasons
                == [.unsupportedLanguage])
    }

    @Test("words that spoke for a decision are evidence, at their place in the message")
    func evidence() async throws {
        let message = "> Old: my password\n\nPlease refund the invoice 😀 that was charged twice."
        let triage = try await LearnedTriager().triage(message)
        let learned = triage.evidence.filter { $0.isLearned }
        #expect(!learned.isEmpty)
        let scalars = Array(message.unicodeScalars)
        for evidence in triage.evidence {
            #expect(String(String.UnicodeScalarView(scalars[evidence.range])) == evidence.text)
        }
        #expect(learned.allSatisfy { $0.range.lowerBound > 18 })
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
