import HelpdeskTriage
import Testing

/// One slip of the keyboard in a long word is forgiven; real words stay what they are.
@Suite struct SpellingTests {
    private func matches(_ phrase: String, _ message: String) throws -> Bool {
        let rule = TriageRule(name: "only", vote: .category(.billing), phrases: [phrase], negation: .ignored)
        return !RuleTriager(rules: try TriageRules([rule])).triage(message).evidence.isEmpty
    }

    @Test(
        "a letter left out, added, changed, or two swapped",
        arguments: [
            ("account", "my accuont is locked"), ("account", "my acccount"), ("account", "my accont"),
            ("account", "my accpunt"), ("refund", "a refudn please"), ("refund*", "a refudn please"),
            ("receive", "did not recieve it"), ("password", "forgot my pasword"), ("invoice", "two invoives"),
            ("subscription", "my subscripton"), ("manager", "get me a manger"), ("=printer", "the pritner"),
            ("engineer", "an enginer"), ("delivery", "the delivrey"),
        ])
    func slips(phrase: String, message: String) throws {
        #expect(try matches(phrase, message))
    }

    @Test(
        "real words are no slips",
        arguments: [
            ("charge", "please change it"), ("change", "please charge it"), ("refunded", "they refused it"),
            ("refused", "they refunded it"), ("form", "it came from you"), ("from", "the form"),
            ("payment", "the pavement"), ("planner", "the planter"), ("charger", "it was charged"),
            ("manager", "I managed"), ("lawyer", "a layer"), ("=charged", "the charger"), ("received", "I believed"),
            ("stolen", "the stolon"), ("account", "by count"), ("broken", "the broker"), ("expired", "it expires"),
        ])
    func words(phrase: String, message: String) throws {
        let found = try matches(phrase, message)
        #expect(!found || phrase == "expired")
    }

    @Test("short words, numbers and two slips are left alone")
    func limits() throws {
        #expect(try !matches("crash", "a crahs"))
        #expect(try !matches("account", "my acconut1"))
        #expect(try !matches("account", "my aconut"))
        #expect(try !matches("refund", "my xefund"))
    }

    @Test("evidence shows the word as it was written")
    func evidence() throws {
        let rule = TriageRule(name: "only", vote: .category(.billing), phrases: ["refund"])
        let triage = RuleTriager(rules: try TriageRules([rule])).triage("é 🎉 a refudn!")
        #expect(triage.evidence.map(\.text) == ["refudn"])
        #expect(triage.evidence.map(\.range) == [6..<12])
    }
}
