import HelpdeskTriage
import Testing

/// A negation has a scope, and what it does is up to the rule.
@Suite struct NegationTests {
    private let triager = RuleTriager()

    @Test(
        "not urgent is not urgent",
        arguments: [
            "It's not urgent, but the export has two empty columns.", "No rush: could you send the invoice again?",
            "This isn’t urgent at all. Which ports do you use?", "No hurry, but how do I change my username?",
            "Nothing pressing: the logo on the invoice is blurred.", "Whenever you have time: how do I rename a board?",
        ])
    func lowPriority(message: String) {
        #expect(triager.triage(message).priority == .low)
    }

    @Test("no hurry does not override facts of the urgent kind")
    func facts() {
        #expect(triager.triage("No rush, but there is smoke coming out of the charger.").priority == .urgent)
        #expect(triager.triage("Not urgent, but somebody hacked our admin account.").priority == .urgent)
    }

    @Test("no hurry beats a disputed sum, which is escalated all the same")
    func disputed() {
        let triage = triager.triage("No rush, but the invoice for €2,450 is wrong, we never ordered that.")
        #expect(triage.priority == .low)
        #expect(triage.escalationReasons == [.disputedLargeSum])
    }

    @Test(
        "nobody is asked for",
        arguments: [
            "I don't need a manager, I just want to know your opening hours.",
            "No need to call me back, an e-mail will do. How do I set up IMAP?",
            "I do not want to speak to an agent. How do I add a user?",
        ])
    func nobody(message: String) {
        #expect(!triager.triage(message).needsHuman)
    }

    @Test("what is not broken any more is no bug")
    func fixed() {
        #expect(triager.triage("It isn't broken any more, thank you so much!").category != .bugReport)
        #expect(triager.triage("The app has not crashed since, thanks a lot!").category != .bugReport)
    }

    @Test("a denied subject is not the subject")
    func denied() {
        #expect(triager.triage("This isn't about billing. The app crashes when I rotate it.").category == .bugReport)
        #expect(
            triager.triage("I'm not asking for a refund, I want to know how to install the plugin.").category
                == .technical)
        #expect(triager.triage("I can't get a refund.").category == .billing)
    }

    private func priority(_ message: String, _ negation: TriageRule.Negation) throws -> TicketPriority {
        let rule = TriageRule(
            name: "only", vote: .priority(.urgent), weight: 3, phrases: ["urgent"], negation: negation)
        return RuleTriager(rules: try TriageRules([rule])).triage(message).priority
    }

    @Test("the three effects")
    func effects() throws {
        #expect(try priority("It is not urgent", .cancels) == .medium)
        #expect(try priority("It is not urgent", .ignored) == .urgent)
        #expect(try priority("It is not urgent", .cancelsIfDenied) == .urgent)
        #expect(try priority("It is not about anything urgent", .cancelsIfDenied) == .medium)
        #expect(try priority("It is urgent", .flips(to: .priority(.low))) == .urgent)
    }

    @Test("a flipped vote counts for the other side")
    func flipped() throws {
        let rule = TriageRule(
            name: "only", vote: .sentiment(.positive), weight: 3, phrases: ["happy"],
            negation: .flips(to: .sentiment(.negative)))
        let triager = RuleTriager(rules: try TriageRules([rule]))
        #expect(triager.triage("I am happy").sentiment == .positive)
        #expect(triager.triage("I am not happy").sentiment == .negative)
        #expect(triager.triage("I am not angry, but happy").sentiment == .positive)
    }

    @Test(
        "the scope ends at a comma, a turn and a sentence",
        arguments: ["No, it is urgent", "It did not help. Urgent", "I would not ask but it is urgent", "No – urgent"])
    func scope(message: String) throws {
        #expect(try priority(message, .cancels) == .urgent)
    }
}
