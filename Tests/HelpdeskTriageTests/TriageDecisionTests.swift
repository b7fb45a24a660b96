import HelpdeskTriage
import Testing

/// What the built-in rules decide, by the label guide.
@Suite struct TriageDecisionTests {
    private let triager = RuleTriager()

    @Test(
        "category",
        arguments: [
            ("I was charged twice for the same order, please refund one.", TicketCategory.billing),
            ("Where can I download last month's invoice?", .billing),
            ("I'd like to downgrade to the basic plan.", .billing),
            ("Please cancel my subscription.", .billing),
            ("My credit card was stolen.", .billing),
            ("The app crashes every time I open the calendar.", .bugReport),
            ("Since the last update the export is empty.", .bugReport),
            ("We get error 500 on every page.", .bugReport),
            ("Would be great if you could add a dark mode.", .featureRequest),
            ("Feature request: keyboard shortcuts, please.", .featureRequest),
            ("Are there any plans to support Linux?", .featureRequest),
            ("How do I set up two-factor authentication?", .technical),
            ("I forgot my password and the reset link never comes.", .technical),
            ("Which webhook events does the API send?", .technical),
            ("What are your opening hours on Sunday?", .general),
            ("Where is my parcel? The tracking says in transit.", .general),
            ("Please delete my account and all my data.", .general),
            ("Thank you so much, everything is solved!", .general),
            ("", .general), ("ok", .general),
        ])
    func category(message: String, category: TicketCategory) {
        #expect(triager.triage(message).category == category)
    }

    @Test(
        "priority",
        arguments: [
            ("All our tills are down and customers are queuing in the street.", TicketPriority.urgent),
            ("Somebody hacked our admin account.", .urgent),
            ("Gate closes in ten minutes and I can't find my boarding pass.", .urgent),
            ("I have a drawing due tomorrow and cannot use the program at all.", .high),
            ("This is the fourth time I write about the missing part.", .high),
            ("My lawyer will be in touch.", .high),
            ("You have charged me $1,499.00, that is wrong, I never ordered this.", .high),
            ("How do I change the language?", .medium),
            ("ASAP!!! HOW DO I CHANGE THE LANGUAGE!!!", .medium),
            ("Would be nice to have a dark mode one day.", .low),
            ("Just curious: why is the logo a bird?", .low),
            ("There is a typo on the settings page, no need to reply.", .low),
            ("Thank you, everything works now!", .low),
        ])
    func priority(message: String, priority: TicketPriority) {
        #expect(triager.triage(message).priority == priority)
    }

    @Test(
        "escalation",
        arguments: [
            ("I want to speak to a human.", EscalationReason.humanRequested),
            ("Please have somebody call me back.", .humanRequested),
            ("I will take this to the ombudsman.", .legalThreat),
            ("I can see other customers' invoices.", .securityIncident),
            ("All my photos are gone since the sync.", .dataLoss),
            ("Production is down, none of our customers can log in.", .outage),
            ("There is smoke coming out of the charger.", .safety),
            ("I don't want to live any more.", .safety),
            ("I have emailed you five times and nobody answers.", .repeatedContact),
            ("The invoice of €2,450 is wrong, we never ordered that.", .disputedLargeSum),
        ])
    func escalation(message: String, reason: EscalationReason) {
        let triage = triager.triage(message)
        #expect(triage.escalationReasons.contains(reason))
        #expect(triage.needsHuman)
    }

    @Test(
        "no escalation",
        arguments: [
            "What is your phone number?", "How do I share a folder with my manager?", "Do you ship to Malta?",
            "Under article 15 GDPR I ask for a copy of my data.", "How do I turn on two-factor authentication?",
            "Is the tennis court open on Sunday?", "Gate closes in ten minutes, where is my boarding pass?",
        ])
    func noEscalation(message: String) {
        #expect(triager.triage(message).escalationReasons == [])
    }

    @Test(
        "sentiment",
        arguments: [
            ("This is ridiculous, I am furious!", Sentiment.negative), ("Great job, it crashed again.", .negative),
            ("Thanks for nothing.", .negative), ("Someone is emptying my account.", .negative),
            ("I love your product, great work!", .positive), ("Thank you so much for your help 🎉", .positive),
            ("Please send me the invoice, thanks.", .neutral), ("Which ports do you use?", .neutral),
            ("I am not happy with this.", .negative),
        ])
    func sentiment(message: String, sentiment: Sentiment) {
        #expect(triager.triage(message).sentiment == sentiment)
    }

    @Test("the most weighty reason comes first")
    func order() {
        let triage = triager.triage("Call me back, the charger is on fire!")
        #expect(triage.escalationReasons == [.safety, .humanRequested])
    }

    @Test("decisions have evidence that stands where it says")
    func evidence() {
        let message =
            "😡 Café! I can’t log in, you’ve charged me £1,200 twice\n> old urgent text\nand I want to speak to a manager now 🎉"
        let scalars = Array(message.unicodeScalars)
        let triage = triager.triage(message)
        #expect(!triage.evidence.isEmpty)
        for evidence in triage.evidence {
            #expect(evidence.range.lowerBound >= 0 && evidence.range.upperBound <= scalars.count)
            #expect(evidence.text.unicodeScalars.elementsEqual(scalars[evidence.range]))
            #expect(!evidence.text.contains("old urgent"))
            #expect(evidence.weight != 0 && !evidence.rule.isEmpty)
        }
        #expect(triage.evidence.map(\.range.lowerBound) == triage.evidence.map(\.range.lowerBound).sorted())
        let votes = Set(triage.evidence.map(\.vote))
        #expect(votes.contains(triage.category.rawValue))
        #expect(votes.contains(triage.priority.rawValue))
        #expect(votes.contains(triage.sentiment.rawValue))
        for reason in triage.escalationReasons { #expect(votes.contains(reason.rawValue)) }
    }

    @Test("the same message gets the same answer, and the protocol gives it too")
    func deterministic() async throws {
        let message = "Our shop is down, customers are waiting, call me."
        let first = triager.triage(message)
        let other: any TicketTriager = RuleTriager()
        #expect(try await other.triage(message) == first)
        #expect(first.categoryConfidence > 0 && first.categoryConfidence <= 1)
    }
}
