import Foundation
import HelpdeskTriage
import Testing

/// Rules are data that can lie in a JSON file.
@Suite struct TriageRulesCodableTests {
    private func decode(_ json: String) throws -> TriageRules {
        try JSONDecoder().decode(TriageRules.self, from: Data(json.utf8))
    }

    @Test("the built-in rules survive the way through JSON")
    func builtIn() throws {
        let data = try JSONEncoder().encode(TriageRules.english)
        #expect(try JSONDecoder().decode(TriageRules.self, from: data) == .english)
    }

    @Test("what has a default may be missing")
    func defaults() throws {
        let rules = try decode(
            #"{"rules": [{"name": "points", "vote": {"category": "loyalty"}, "phrases": ["bonus point"]}]}"#)
        let expected = TriageRule(
            name: "points", vote: .category(TicketCategory(rawValue: "loyalty")), phrases: ["bonus point"])
        #expect(rules.all == [expected])
        #expect(rules.thresholds == TriageThresholds())
        #expect(!rules.all[0].isCertain && !rules.all[0].addsUp && rules.all[0].isEnabled)
    }

    @Test("everything that can be said of a rule")
    func everything() throws {
        let rules = try decode(
            """
            {"rules": [{"name": "happy", "vote": {"sentiment": "positive"}, "weight": 2, "isCertain": true, "addsUp": true,
            "phrases": ["happy"], "requires": ["@thing"], "unless": ["birthday"], "categories": ["general"],
            "negation": {"flipsTo": {"sentiment": "negative"}}, "isEnabled": false}],
            "wordLists": {"thing": ["shop"]}, "thresholds": {"largeSum": 50}}
            """)
        let rule = try #require(rules.rule(named: "happy", for: .sentiment))
        #expect(rule.negation == .flips(to: .sentiment(.negative)))
        #expect(rule.isCertain && rule.addsUp && !rule.isEnabled)
        #expect(rules.thresholds.largeSum == 50)
        #expect(rules.thresholds.priority == TriageThresholds().priority)
        #expect(try JSONDecoder().decode(TriageRules.self, from: JSONEncoder().encode(rules)) == rules)
    }

    @Test(
        "a broken rule is named",
        arguments: [
            #"{"rules": [{"name": "odd one", "vote": {"category": "a"}, "phrases": ["(lost"]}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"category": "a"}, "phrases": []}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"category": "a"}}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"colour": "a"}, "phrases": ["a"]}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"priority": "soon"}, "phrases": ["a"]}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"category": "a"}, "phrases": ["a"], "weight": "x"}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"category": "a"}, "phrases": ["a"], "negation": "x"}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"category": "a"}, "phrases": ["a"], "weight": -1, "isCertain": true}]}"#,
            #"{"rules": [{"name": "odd one", "vote": {"category": "a", "priority": "low"}, "phrases": ["a"]}]}"#,
        ])
    func broken(json: String) {
        do {
            _ = try decode(json)
            Issue.record("accepted \(json)")
        } catch let error as TriageError {
            #expect(error.code == .invalidRule)
            #expect(error.description.contains("odd one"))
        } catch {
            Issue.record("another error: \(error)")
        }
    }

    @Test("evidence without isCertain can be read")
    func evidence() throws {
        let evidence = TriageEvidence(rule: "a", vote: "b", weight: 1, isCertain: true, text: "c", range: 0..<1)
        let data = try JSONEncoder().encode(evidence)
        #expect(try JSONDecoder().decode(TriageEvidence.self, from: data) == evidence)
        let old = #"{"rule": "a", "vote": "b", "weight": 1, "text": "c", "range": [0, 1]}"#
        #expect(try !JSONDecoder().decode(TriageEvidence.self, from: Data(old.utf8)).isCertain)
    }
}
