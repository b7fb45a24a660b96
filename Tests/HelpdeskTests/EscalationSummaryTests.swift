import Foundation
import Helpdesk
import HelpdeskTesting
import Testing

@Suite struct EscalationSummaryTests {
    private func summary(
        _ text: String, customer: CustomerContext? = nil, conversation: [ConversationTurn] = [],
        options: EscalationSummary.Options = EscalationSummary.Options(), triager: any TicketTriager = RuleTriager()
    ) async throws -> EscalationSummary {
        var configuration = SupportAgent.Configuration()
        configuration.summary = options
        configuration.policy = ResolutionPolicy(resolveThreshold: 1, draftThreshold: 1)
        let agent = try SupportAgent(
            knowledge: try await HelpCentre.knowledge(), triager: triager, configuration: configuration)
        let resolution = try await agent.resolve(
            SupportQuery(text, customer: customer, conversation: conversation))
        return try #require(resolution.decision.summary)
    }

    @Test func theProblemIsWhatTheCustomerWants() async throws {
        let text = """
            Hi there,

            hope you are well. I am writing from our new office. Since Monday our fax does not send any more.
            Can you please tell me how to fix it?
            I have already restarted the adapter twice.

            Best regards
            Ann Example

            On Tue, 3 Mar 2026 at 10:12, Support <help@example.com> wrote:
            > Please read our guide about lawyers.
            """
        let summary = try await summary(text)
        #expect(
            summary.problem
                == "Since Monday our fax does not send any more. Can you please tell me how to fix it?")
        #expect(summary.attempts.map(\.text) == ["I have already restarted the adapter twice."])
    }

    @Test(arguments: [
        ("Hello Ann, my invoice 4711-B is wrong!", "my invoice 4711-B is wrong!"), ("?", "?"),
        ("help", "help"), ("Hi!\nThanks!", "Hi! Thanks!"),
        (
            "The blue one came. I had picked the green one. What now?",
            "I had picked the green one. What now?"
        ),
        ("Long story. If you do not pay I call my lawyer. It rained. Bye.", "If you do not pay I call my lawyer."),
    ])
    func shortMessagesStandAsTheyAre(_ text: String, _ problem: String) async throws {
        let found = try await summary(text).problem
        #expect(found == problem)
    }

    @Test func aFollowUpBeginsWithWhatItContinues() async throws {
        let summary = try await summary(
            "Still the same. I tried that.",
            conversation: [
                .customer("Hello! How do I export the recordings of last week?"),
                .agent(
                    "Open Recordings and choose Export.",
                    citations: [
                        Citation(
                            itemID: "article-export", kind: .article, title: "Export call recordings", quote: "Open")
                    ]),
            ])
        #expect(summary.problem == "How do I export the recordings of last week? Still the same.")
        #expect(summary.attempts.map(\.text) == ["I tried that."])
        #expect(summary.answers.map(\.text) == ["Open Recordings and choose Export."])
        #expect(summary.answers.first?.citations.first?.itemID == "article-export")
        #expect(summary.earlierMessages == 2)
        #expect(summary.description.contains("(from “Export call recordings”)"))
    }

    @Test(arguments: [
        "I've tried everything in the guide.", "We reinstalled the app, no change.", "Restarted it twice already.",
        "My colleague has also reset the router.", "I have just now cleared the cache.",
    ])
    func attemptsAreFound(_ text: String) async throws {
        #expect(try await summary("The app is broken. " + text).attempts.count == 1)
    }

    @Test(arguments: [
        "Reset my password please.", "I have not tried that.", "Can I say I tried it?", "They replaced my phone.",
        "I did not order this.", "I have already got the form open.",
    ])
    func whatIsNoAttemptIsNot(_ text: String) async throws {
        #expect(try await summary("The app is broken. " + text).attempts.isEmpty)
    }

    @Test(arguments: [
        ("Where is my order 48213-77?", "reference:48213-77"), ("order number: #48213 please", "reference:#48213"),
        ("See INV-2026-0012.", "reference:INV-2026-0012"), ("I paid €2,450.50 for it", "amount:€2,450.50"),
        ("You took 1.499,00 EUR", "amount:1.499,00 EUR"), ("about 30 dollars", "amount:30 dollars"),
        ("on 14 March 2026 it broke", "date:14 March 2026"), ("since March 3rd", "date:March 3rd"),
        ("on 2026-03-14.", "date:2026-03-14"), ("(14.03.2026)", "date:14.03.2026"),
        ("it says error code: E42!", "error_code:E42"),
        ("ERR_CONNECTION_RESET again", "error_code:ERR_CONNECTION_RESET"),
        ("code 0x80070005", "error_code:0x80070005"), ("HTTP 503 since noon", "error_code:503"),
        ("I use iOS 17.1 here", "version:iOS 17.1"), ("app v2.3.1 crashes", "version:app v2.3.1"),
        ("on Windows 11 it fails", "version:Windows 11"), ("firmware version 4.2", "version:firmware version 4.2"),
        ("my order of 200 units", ""), ("error in line", ""), ("at 10.0.0.1", ""), ("I may come", ""),
        ("in case of", ""),
        ("1/2 of them", ""), ("update 3 lines", ""), ("A-B test", ""),
    ])
    func factsAreFound(_ text: String, _ fact: String) async throws {
        let facts = try await summary(text).facts
        #expect(facts.map { "\($0.kind.rawValue):\($0.text)" }.joined(separator: "; ") == fact)
        for fact in facts {
            let scalars = Array(text.unicodeScalars)[fact.range]
            #expect(String(String.UnicodeScalarView(scalars)) == fact.text)
        }
    }

    @Test func amountsHaveValues() async throws {
        let facts = try await summary("€2,450.50 and 1.499,00 EUR and $3k and 1,000 euros").facts
        #expect(facts.compactMap(\.value) == [2_450.5, 1_499, 3_000, 1_000])
    }

    @Test func theHostsPlaybookGoesFirst() async throws {
        let text = "Somebody has hacked my account! How do I export my recordings?"
        let standard = try await summary(text)
        #expect(standard.nextSteps.first?.origin == .standard(.securityIncident))
        var options = EscalationSummary.Options()
        options.playbook[.securityIncident] = "Run play 7."
        let own = try await summary(text, options: options)
        #expect(
            own.nextSteps.first == EscalationSummary.NextStep(text: "Run play 7.", origin: .playbook(.securityIncident))
        )
        #expect(own.description.contains("Run play 7."))
    }

    @Test func theStepsOfTheBestSourceAreSuggested() async throws {
        var configuration = SupportAgent.Configuration()
        configuration.policy = ResolutionPolicy(resolveThreshold: 0, draftThreshold: 0)
        let agent = try await HelpCentre.agent(configuration: configuration)
        let resolution = try await agent.resolve(
            SupportQuery("How do I export my call recordings? I want to talk to a person."))
        let summary = try #require(resolution.decision.summary)
        let step = try #require(summary.nextSteps.last)
        #expect(step.origin == .source(itemID: "article-export"))
        #expect(step.text.contains("1. Open Recordings and choose Export. 2. Pick a range of days."))
        #expect(
            summary.proposedAnswer == resolution.answer.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    @Test func personalDataStandAsTheHostWants() async throws {
        let text = "My invoice is wrong. Please write to ada@example.com about order 48213."
        let customer = CustomerContext(id: "c-1", name: "Ada", email: "ada@example.com", plan: "Team")
        let turns: [ConversationTurn] = [
            .customer("I am ada@example.com, help me please"), .agent("Hello ada@example.com"),
        ]
        let open = try await summary(text, customer: customer, conversation: turns)
        #expect(open.problem.contains("ada@example.com"))
        #expect(open.customer?.name == "Ada")
        let hidden = try await summary(
            text, customer: customer, conversation: turns,
            options: EscalationSummary.Options(personalData: .placeholders))
        #expect(hidden.problem == "My invoice is wrong. Please write to [EMAIL_1] about order 48213.")
        #expect(hidden.answers.map(\.text) == ["Hello [EMAIL_1]"])
        #expect(hidden.customer?.plan == "Team")
        #expect(!hidden.description.contains("Ada"))
        let json = String(decoding: try JSONEncoder().encode(hidden), as: UTF8.self)
        #expect(!json.contains("ada@example.com"))
    }

    @Test func theTextHasAllParts() async throws {
        let customer = CustomerContext(
            id: "c-1", name: "Ada", plan: "Team", previousContacts: 1, lifetimeValue: 1_200, language: "en")
        let summary = try await summary(
            "That did not help! I restarted it. My invoice INV-2026-0012 over €2,450 is wrong, I want a manager.",
            customer: customer, conversation: [.customer("Hello", sentiment: .neutral), .agent("Restart it.")])
        let text = summary.description
        for part in [
            "Problem: My invoice", "human requested: The customer asks for a person.", "Triage: billing",
            "Customer: Ada (c-1), plan Team", "language en",
            "Tried by the customer: “I restarted it.”", "Already answered: “Restart it.”", "Facts: ",
            "sum €2,450", "Conversation: 2 earlier messages; mood", "Next:",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        let again = try JSONDecoder().decode(EscalationSummary.self, from: JSONEncoder().encode(summary))
        #expect(again == summary)
    }

    /// Each comes to a summary of bounded size; time is linear.
    @Test(arguments: [
        "a ", "I tried. ", "\n", "order 1234 ", "€1 ", "hi, ", "(((", "did not ", "x@y.de ", "a\u{301}", "?", "ab",
        "> quoted\n", "1. ", "ERR_", "'s", "\u{2028}", "Hi!\n",
    ])
    func hostileTextsComeToASummary(_ piece: String) async throws {
        var configuration = SupportAgent.Configuration()
        configuration.maximumQueryBytes = 4_000_000
        configuration.policy = ResolutionPolicy(resolveThreshold: 1, draftThreshold: 1)
        configuration.summary.personalData = .placeholders
        let text = "x" + String(repeating: piece, count: 100_000 / piece.utf8.count)
        let agent = try SupportAgent(
            knowledge: try await HelpCentre.knowledge(), triager: FakeTriager(deciding: { _ in Triage() }),
            configuration: configuration)
        let resolution = try await agent.resolve(
            SupportQuery(text, conversation: [.customer(text), .agent("x")]))
        let summary = try #require(resolution.decision.summary)
        #expect(summary.description.count < 20_000)
        #expect(summary.problem.count <= 400)
    }
}
