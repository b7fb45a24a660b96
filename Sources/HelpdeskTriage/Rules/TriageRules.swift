/// The rules of triage: one set for each decision, the word lists they share, and the thresholds.
///
/// ```swift
/// var rules = TriageRules.english
/// try rules.add(TriageRule(name: "loyalty points", vote: .category(loyalty), weight: 3, phrases: ["bonus point"]))
/// rules.remove(named: "billing: trial", from: .category)
/// try rules.setEnabled(false, ruleNamed: "negative: shouting", for: .sentiment)
/// let triager = RuleTriager(rules: rules)
/// ```
///
/// A value of this type is always well formed: every way to change it checks the rule first, so a triager can be made
/// of any value without an error.
public struct TriageRules: Hashable, Sendable {
    /// The rules that vote for a category.
    public private(set) var categoryRules: [TriageRule]
    /// The rules that vote for a priority.
    public private(set) var priorityRules: [TriageRule]
    /// The rules that vote for a sentiment.
    public private(set) var sentimentRules: [TriageRule]
    /// The rules that vote for a reason to escalate.
    public private(set) var escalationRules: [TriageRule]
    /// Phrases by the name with which rules refer to them (`@name`).
    public private(set) var wordLists: [String: [String]]
    /// The numbers by which votes become decisions.
    public private(set) var thresholds: TriageThresholds

    /// No rules: every message is general, medium, neutral, and needs nobody. The word lists hold what the matching
    /// itself goes by, in English: `negation`, `denial`, `turn`, `request` and `remark`.
    public init() {
        self.init(unchecked: [], wordLists: [:])
    }

    /// Creates a set of rules.
    ///
    /// - Parameters:
    ///   - rules: The rules, of any decision.
    ///   - wordLists: Phrases by the name with which the rules refer to them.
    ///   - thresholds: The numbers by which votes become decisions.
    /// - Throws: ``TriageError`` (`invalidRule`) for the first rule, list or threshold that cannot be used.
    public init(
        _ rules: [TriageRule], wordLists: [String: [String]] = [:], thresholds: TriageThresholds = TriageThresholds()
    ) throws(TriageError) {
        self.init()
        for (name, words) in wordLists.sorted(by: { $0.key < $1.key }) { try setWordList(name, to: words) }
        try setThresholds(thresholds)
        for rule in rules { try add(rule) }
    }

    /// For the built-in rules, which a test checks.
    init(unchecked rules: [TriageRule], wordLists: [String: [String]]) {
        categoryRules = rules.filter { $0.vote.decision == .category }
        priorityRules = rules.filter { $0.vote.decision == .priority }
        sentimentRules = rules.filter { $0.vote.decision == .sentiment }
        escalationRules = rules.filter { $0.vote.decision == .escalation }
        self.wordLists = wordLists.merging(English.contextLists) { given, _ in given }
        thresholds = TriageThresholds()
    }

    /// All rules, those of the category first.
    public var all: [TriageRule] { categoryRules + priorityRules + sentimentRules + escalationRules }

    /// The rules of one decision.
    public func rules(for decision: TriageDecision) -> [TriageRule] {
        switch decision {
        case .category: categoryRules
        case .priority: priorityRules
        case .sentiment: sentimentRules
        case .escalation: escalationRules
        }
    }

    /// The rule of that name, if there is one.
    public func rule(named name: String, for decision: TriageDecision) -> TriageRule? {
        rules(for: decision).first { $0.name == name }
    }

    /// Adds a rule to the set of the decision it votes on.
    ///
    /// - Throws: ``TriageError`` (`invalidRule`) if it cannot be used or its name is taken.
    public mutating func add(_ rule: TriageRule) throws(TriageError) {
        try check(rule)
        guard self.rule(named: rule.name, for: rule.vote.decision) == nil else {
            throw TriageError(
                .invalidRule,
                "there is already a \(rule.vote.decision.rawValue) rule named \"\(rule.name)\": replace it, or choose "
                    + "another name")
        }
        update(rule.vote.decision) { $0.append(rule) }
    }

    /// Puts a rule in the place of the one with the same name and decision.
    ///
    /// - Throws: ``TriageError`` (`invalidRule`) if it cannot be used or there is no such rule.
    public mutating func replace(_ rule: TriageRule) throws(TriageError) {
        try check(rule)
        guard let index = rules(for: rule.vote.decision).firstIndex(where: { $0.name == rule.name }) else {
            throw TriageError(
                .invalidRule,
                "there is no \(rule.vote.decision.rawValue) rule named \"\(rule.name)\" to replace: add it")
        }
        update(rule.vote.decision) { $0[index] = rule }
    }

    /// Removes a rule.
    ///
    /// - Returns: The rule that was removed, or `nil` if there was none of that name.
    @discardableResult
    public mutating func remove(named name: String, from decision: TriageDecision) -> TriageRule? {
        guard let index = rules(for: decision).firstIndex(where: { $0.name == name }) else { return nil }
        var removed: TriageRule?
        update(decision) { removed = $0.remove(at: index) }
        return removed
    }

    /// Switches a rule off, or on again. One that is off stays in its set and takes no part.
    ///
    /// - Throws: ``TriageError`` (`invalidRule`) if there is no such rule.
    public mutating func setEnabled(
        _ isEnabled: Bool, ruleNamed name: String, for decision: TriageDecision
    ) throws(TriageError) {
        guard let index = rules(for: decision).firstIndex(where: { $0.name == name }) else {
            throw TriageError(.invalidRule, "there is no \(decision.rawValue) rule named \"\(name)\" to switch")
        }
        update(decision) { $0[index].isEnabled = isEnabled }
    }

    /// Adds or replaces a list of phrases that rules refer to as `@name`.
    ///
    /// - Throws: ``TriageError`` (`invalidRule`) if the list is empty or a phrase cannot be used.
    public mutating func setWordList(_ name: String, to words: [String]) throws(TriageError) {
        guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else {
            throw TriageError(.invalidRule, "the name of the word list \"\(name)\" must be letters only")
        }
        guard !words.isEmpty else { throw TriageError(.invalidRule, "the word list \"\(name)\" is empty") }
        for word in words {
            do throws(TriageError) {
                _ = try PhraseParser(wordLists: [:]).parse(word)
            } catch {
                throw TriageError(.invalidRule, "the word list \"\(name)\": \(error.message)")
            }
        }
        var changed = self
        changed.wordLists[name] = words
        for rule in changed.all { try changed.check(rule) }
        self = changed
    }

    /// Sets the numbers by which votes become decisions.
    ///
    /// - Throws: ``TriageError`` (`invalidRule`) if one of them is negative or not finite.
    public mutating func setThresholds(_ thresholds: TriageThresholds) throws(TriageError) {
        let values = [
            thresholds.category, thresholds.priority, thresholds.explicitLow, thresholds.escalation,
            thresholds.sentiment, thresholds.urgentReason, thresholds.highReason, thresholds.distress,
            thresholds.largeSum,
            thresholds.quotedFactor, thresholds.remarkFactor,
            thresholds.requestFactor, thresholds.repeatFactor,
        ]
        guard values.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
            throw TriageError(.invalidRule, "every threshold must be finite and not negative")
        }
        self.thresholds = thresholds
    }

    private mutating func update(_ decision: TriageDecision, _ change: (inout [TriageRule]) -> Void) {
        switch decision {
        case .category: change(&categoryRules)
        case .priority: change(&priorityRules)
        case .sentiment: change(&sentimentRules)
        case .escalation: change(&escalationRules)
        }
    }

    private func check(_ rule: TriageRule) throws(TriageError) {
        guard !rule.name.allSatisfy(\.isWhitespace) else {
            throw TriageError(.invalidRule, "a rule for \(rule.vote.name) has no name")
        }
        guard !rule.vote.name.allSatisfy(\.isWhitespace) else {
            throw TriageError(.invalidRule, "the rule \"\(rule.name)\" votes for something without a name")
        }
        guard rule.weight.isFinite, rule.weight != 0, abs(rule.weight) <= 100 else {
            throw TriageError(
                .invalidRule, "the rule \"\(rule.name)\" has the weight \(rule.weight): it must be -100 to 100, not 0")
        }
        guard !rule.isCertain || rule.weight > 0 else {
            throw TriageError(
                .invalidRule, "the rule \"\(rule.name)\" is certain and speaks against: its weight must be positive")
        }
        guard !rule.phrases.isEmpty else {
            throw TriageError(.invalidRule, "the rule \"\(rule.name)\" has no phrase: give at least one")
        }
        guard rule.categories.isEmpty || rule.vote.decision != .category else {
            throw TriageError(
                .invalidRule, "the category rule \"\(rule.name)\" is limited to categories, which are not known yet")
        }
        if case .flips(let vote) = rule.negation, vote.decision != rule.vote.decision {
            throw TriageError(
                .invalidRule,
                "the negation of the rule \"\(rule.name)\" must vote on \(rule.vote.decision.rawValue) too")
        }
        let parser = PhraseParser(wordLists: wordLists)
        for phrase in rule.phrases + rule.requires + rule.unless {
            do throws(TriageError) {
                _ = try parser.parse(phrase)
            } catch {
                throw TriageError(.invalidRule, "the rule \"\(rule.name)\": \(error.message)")
            }
        }
    }
}
