import HelpdeskTriage
import Testing

/// Rules are data that a host changes.
@Suite struct TriageRulesTests {
    private static let loyalty = TicketCategory(rawValue: "loyalty")

    private static let points = TriageRule(
        name: "loyalty points", vote: .category(loyalty), weight: 6, phrases: ["(loyalty|bonus) point", "miles"])

    @Test("the built-in rules are well formed")
    func builtIn() throws {
        _ = try TriageRules(TriageRules.english.all, wordLists: TriageRules.english.wordLists)
        for decision in TriageDecision.allCases { #expect(!TriageRules.english.rules(for: decision).isEmpty) }
    }

    @Test("a host adds a category of its own")
    func add() throws {
        var rules = TriageRules.english
        try rules.add(Self.points)
        let triage = RuleTriager(rules: rules).triage("Why were my bonus points not credited?")
        #expect(triage.category == Self.loyalty)
        #expect(triage.evidence.contains { $0.rule == "loyalty points" && $0.text == "bonus points" })
        #expect(RuleTriager().triage("Why were my bonus points not credited?").category != Self.loyalty)
    }

    @Test("a rule is replaced by name")
    func replace() throws {
        var rules = TriageRules.english
        try rules.add(Self.points)
        var changed = Self.points
        changed.phrases = ["stars"]
        try rules.replace(changed)
        let triager = RuleTriager(rules: rules)
        #expect(triager.triage("How many stars have I collected?").category == Self.loyalty)
        #expect(triager.triage("How many miles have I collected?").category != Self.loyalty)
        #expect(rules.categoryRules.count == TriageRules.english.categoryRules.count + 1)
    }

    @Test("a rule is removed")
    func remove() {
        var rules = TriageRules.english
        for rule in rules.escalationRules where rule.vote == .escalation(.humanRequested) {
            #expect(rules.remove(named: rule.name, from: .escalation) == rule)
        }
        #expect(rules.remove(named: "no such rule", from: .escalation) == nil)
        #expect(RuleTriager(rules: rules).triage("I want to speak to a human.").escalationReasons == [])
    }

    @Test("the same name may stand in the sets of two decisions")
    func names() throws {
        var rules = TriageRules()
        try rules.add(TriageRule(name: "a", vote: .sentiment(.positive), phrases: ["yes"]))
        try rules.add(TriageRule(name: "a", vote: .priority(.low), phrases: ["yes"]))
        #expect(throws: TriageError.self) {
            try rules.add(TriageRule(name: "a", vote: .priority(.high), phrases: ["no"]))
        }
        #expect(rules.all.count == 2)
    }

    @Test("a reason, requirement, exception and limit of the host's own")
    func conditions() throws {
        let reason = EscalationReason(rawValue: "vip")
        let rules = try TriageRules([
            Self.points,
            TriageRule(
                name: "vip", vote: .escalation(reason), phrases: ["gold"], requires: ["member"], unless: ["former"],
                categories: [Self.loyalty]),
        ])
        let triager = RuleTriager(rules: rules)
        #expect(triager.triage("I am a gold member, where are my miles?").escalationReasons == [reason])
        #expect(triager.triage("I have gold, where are my miles?").escalationReasons == [])
        #expect(triager.triage("I am a former gold member, where are my miles?").escalationReasons == [])
        #expect(triager.triage("I am a gold member").escalationReasons == [])
    }

    @Test("word lists are shared, and checked")
    func wordLists() throws {
        var rules = TriageRules()
        try rules.setWordList("tier", to: ["gold", "very platinum"])
        try rules.add(TriageRule(name: "tier", vote: .category(Self.loyalty), phrases: ["@tier member"]))
        #expect(RuleTriager(rules: rules).triage("I am a very platinum member").category == Self.loyalty)
        try rules.setWordList("tier", to: ["silver"])
        #expect(RuleTriager(rules: rules).triage("I am a silver member").category == Self.loyalty)
        #expect(RuleTriager(rules: rules).triage("I am a gold member").category == .general)
        #expect(throws: TriageError.self) { try rules.setWordList("tier", to: []) }
        #expect(throws: TriageError.self) { try rules.setWordList("tier", to: ["(a"]) }
        #expect(throws: TriageError.self) { try rules.setWordList("", to: ["a"]) }
        #expect(rules.wordLists["tier"] == ["silver"])
    }

    @Test("thresholds are values of the host")
    func thresholds() throws {
        var rules = TriageRules.english
        var thresholds = rules.thresholds
        thresholds.largeSum = 20
        try rules.setThresholds(thresholds)
        let message = "You charged me $49.00 for something I never ordered."
        #expect(RuleTriager(rules: rules).triage(message).escalationReasons.contains(.disputedLargeSum))
        #expect(!RuleTriager().triage(message).escalationReasons.contains(.disputedLargeSum))
        thresholds.category = .nan
        #expect(throws: TriageError.self) { try rules.setThresholds(thresholds) }
    }

    @Test(
        "malformed phrases are refused",
        arguments: [
            "", "   ", "(lost", "lost)", "(lost|)", "()", "a|b", "…", "… lost", "lost …", "lost …99 card",
            "lost …x card",
            "@nothing", "#nothing", "very?", "(a b)c", "=", "*", "ab*", "!!!", "caf€", "#shout now", "=can't",
            "a b c d e f g h i j k l m n o p q r", "(((((a)))))",
            "(a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c) (a|b c)",
        ])
    func malformed(phrase: String) {
        let rule = TriageRule(name: "bad", vote: .category(.billing), phrases: [phrase])
        var rules = TriageRules()
        do {
            try rules.add(rule)
            Issue.record("\(phrase) was accepted")
        } catch {
            #expect(error.code == .invalidRule)
            #expect(error.message.contains("bad"))
        }
        #expect(rules.all.isEmpty)
    }

    @Test("malformed rules are refused, and nothing changes")
    func malformedRules() {
        let good = TriageRule(name: "good", vote: .category(.billing), phrases: ["a"])
        var bad = [good, good, good, good, good, good, good, good, good]
        bad[0].name = " "
        bad[1].phrases = []
        bad[2].weight = 0
        bad[3].weight = .nan
        bad[4].weight = .infinity
        bad[5].weight = 101
        bad[6].categories = [.billing]
        bad[7].negation = .flips(to: .priority(.low))
        bad[8].vote = .category(TicketCategory(rawValue: ""))
        for rule in bad {
            #expect(throws: TriageError.self) { _ = try TriageRules([rule]) }
        }
        var rules = TriageRules()
        #expect(throws: TriageError.self) { try rules.replace(good) }
        #expect(rules.all.isEmpty)
    }

    @Test("without rules everything is general, medium and neutral")
    func empty() {
        #expect(RuleTriager(rules: TriageRules()).triage("I was charged twice!").evidence.isEmpty)
        #expect(RuleTriager(rules: TriageRules()).triage("I was charged twice!").category == .general)
    }
}
