import HelpdeskTriage
import Testing

/// A certain rule decides by itself, and says so in its evidence.
@Suite struct CertainRuleTests {
    private func rule(
        _ name: String, _ vote: TriageVote, _ weight: Double, _ phrases: [String], isCertain: Bool = false,
        addsUp: Bool = false
    ) -> TriageRule {
        TriageRule(name: name, vote: vote, weight: weight, isCertain: isCertain, addsUp: addsUp, phrases: phrases)
    }

    @Test("it wins over heavier rules that are not certain; the weightiest certain rule wins")
    func wins() throws {
        var rules = try TriageRules([
            rule("heavy", .category(.billing), 50, ["gold"]),
            rule("sure", .category(.technical), 1, ["silver"], isCertain: true),
        ])
        let triage = RuleTriager(rules: rules).triage("gold and silver")
        #expect(triage.category == .technical)
        #expect(triage.evidence.filter(\.isCertain).map(\.rule) == ["sure"])
        try rules.add(rule("surer", .category(.bugReport), 2, ["gold"], isCertain: true))
        let other = RuleTriager(rules: rules).triage("gold and silver")
        #expect(other.category == .bugReport)
        #expect(other.evidence.filter(\.isCertain).map(\.rule) == ["surer"])
    }

    @Test("a reason needs no score, and nothing speaks against it")
    func reason() throws {
        let rules = try TriageRules([
            rule("calm", .escalation(.notNeeded), 50, ["thanks"]),
            rule("sure", .escalation(.safety), 0.1, ["fire"], isCertain: true),
        ])
        #expect(RuleTriager(rules: rules).triage("fire, thanks").escalationReasons == [.safety])
        #expect(RuleTriager(rules: rules).triage("no fire, thanks").escalationReasons == [])
    }

    @Test("between quotation marks nothing is certain")
    func quoted() throws {
        let rules = try TriageRules([rule("sure", .category(.technical), 1, ["silver"], isCertain: true)])
        let triage = RuleTriager(rules: rules).triage("what does the word \"silver\" on the label mean")
        #expect(triage.evidence.allSatisfy { !$0.isCertain })
    }

    @Test("no hurry said outright is certain, unless there is harm under way")
    func noHurry() {
        let calm = RuleTriager().triage("No rush, but how do I change my username?")
        #expect(calm.priority == .low)
        #expect(calm.evidence.contains { $0.isCertain && $0.vote == "low" })
        let harm = RuleTriager().triage("No rush, but there is smoke coming out of the charger.")
        #expect(harm.priority == .urgent)
        #expect(!harm.evidence.contains { $0.isCertain && $0.vote == "low" })
    }

    @Test("signs add up, and one said twice counts little more than once")
    func addsUp() throws {
        let signs = ["red", "green", "blue"]
        var rules = try TriageRules([rule("colours", .priority(.urgent), 0.4, signs, addsUp: true)])
        #expect(RuleTriager(rules: rules).triage("red green blue").priority == .urgent)
        #expect(RuleTriager(rules: rules).triage("red red red").priority == .medium)
        try rules.replace(rule("colours", .priority(.urgent), 0.4, signs))
        #expect(RuleTriager(rules: rules).triage("red green blue").priority == .medium)
    }

    @Test("a rule is switched off and on")
    func switching() throws {
        var rules = try TriageRules([rule("sure", .category(.technical), 1, ["silver"])])
        try rules.setEnabled(false, ruleNamed: "sure", for: .category)
        #expect(RuleTriager(rules: rules).triage("silver").evidence.isEmpty)
        try rules.setEnabled(true, ruleNamed: "sure", for: .category)
        #expect(RuleTriager(rules: rules).triage("silver").category == .technical)
        #expect(throws: TriageError.self) { try rules.setEnabled(true, ruleNamed: "none", for: .category) }
    }

    @Test("several reasons together call somebody where none does alone")
    func together() throws {
        let rules = try TriageRules([
            rule("a", .escalation(.safety), 0.9, ["fire"]), rule("b", .escalation(.outage), 0.9, ["down"]),
        ])
        #expect(RuleTriager(rules: rules).triage("fire").escalationReasons == [])
        #expect(RuleTriager(rules: rules).triage("fire, and all is down").escalationReasons.count == 1)
    }

    @Test("what self-service cannot do")
    func accountAction() {
        let triage = RuleTriager().triage(
            "I followed all the steps in the article twice. It says only support can merge the two accounts from your side."
        )
        #expect(triage.escalationReasons.contains(.accountAction))
    }
}
