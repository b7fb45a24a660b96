/// Decides whether two sentences on one topic contradict each other.
///
/// The rules look for few sure cases. What keeps two sentences from being compared at all, the guards:
/// - they name different plans, regions, platforms, roles, means or cycles of payment, versions, years or models, or only
///   one of them names one;
/// - each names something with a capital letter that the other does not;
/// - one has a word and the other its opposite ("before", "after");
/// - the verbs after "can", "must" or "to" differ;
/// - their conditions differ, or only one has an "if", "when" or "unless";
/// - one is an example.
struct ContradictionRules {
    /// A sentence with what stands above it.
    struct Side {
        var statement: Statement
        var facts: StatementFacts
        /// The scopes that title and headings name.
        var scopes: [ScopeTerms.Kind: Set<String>]
        /// The stems of the content words of title and headings.
        var context: Set<String>
    }

    /// What was found.
    struct Finding {
        var kind: Contradiction.Kind
        var left: String
        var right: String
    }

    /// The least share of weighted words in common for numbers and denials.
    let minimumAgreement: Double

    /// - Parameter agreement: The share of weighted words that both have in common.
    func finding(_ left: Side, _ right: Side, agreement: Double) -> Finding? {
        let a = left.facts
        let b = right.facts
        guard !a.isExample, !b.isExample, haveSameScope(left, right), !areOpposed(a, b), haveSameVerbs(a, b) else {
            return nil
        }
        if let step = step(a, b, agreement) { return isDueToTopic(step, left, right) ? nil : step }
        guard agreement >= minimumAgreement, haveSameNames(a, b), haveSameConditions(a, b) else { return nil }
        return number(a, b) ?? negation(a, b, agreement)
    }

    // MARK: - Guards

    private func haveSameScope(_ left: Side, _ right: Side) -> Bool {
        for kind in ScopeTerms.Kind.allCases {
            let ownLeft = left.facts.scopes[kind] ?? []
            let ownRight = right.facts.scopes[kind] ?? []
            let allLeft = ownLeft.union(left.scopes[kind] ?? [])
            let allRight = ownRight.union(right.scopes[kind] ?? [])
            if allLeft.isEmpty, allRight.isEmpty { continue }
            if !allLeft.isEmpty, !allRight.isEmpty {
                // What the sentences name themselves counts most: an article of one platform may speak of another.
                let (one, other) =
                    ownLeft.isEmpty || ownRight.isEmpty ? (allLeft, allRight) : (ownLeft, ownRight)
                if !one.isSubset(of: other), !other.isSubset(of: one) { return false }
                if kind == .date || kind == .version || kind == .model, !ownLeft.isEmpty || !ownRight.isEmpty,
                    ownLeft != ownRight
                {
                    return false
                }
            } else if !ownLeft.isEmpty || !ownRight.isEmpty {
                return false
            }
        }
        return true
    }

    private func haveSameNames(_ a: StatementFacts, _ b: StatementFacts) -> Bool {
        let mentionedByA = Set(a.words.map(\.text))
        let mentionedByB = Set(b.words.map(\.text))
        return a.names.isSubset(of: mentionedByB) || b.names.isSubset(of: mentionedByA)
    }

    private func areOpposed(_ a: StatementFacts, _ b: StatementFacts) -> Bool {
        let left = Set(a.words.map(\.text))
        let right = Set(b.words.map(\.text))
        return ScopeTerms.antonyms.contains { one, other in
            func isOpposed(_ x: Set<String>, _ y: Set<String>) -> Bool {
                x.contains(one) && !y.contains(one) && y.contains(other) && !x.contains(other)
            }
            return isOpposed(left, right) || isOpposed(right, left)
        }
    }

    private func haveSameVerbs(_ a: StatementFacts, _ b: StatementFacts) -> Bool {
        guard !a.verbs.isEmpty, !b.verbs.isEmpty else { return true }
        return !a.verbs.isDisjoint(with: b.tokens) || !b.verbs.isDisjoint(with: a.tokens)
    }

    private func haveSameConditions(_ a: StatementFacts, _ b: StatementFacts) -> Bool {
        if a.has(StatementFacts.openers) != b.has(StatementFacts.openers) { return false }
        if a.states != b.states { return false }
        guard !a.conditions.isEmpty, !b.conditions.isEmpty else { return true }
        let shared = a.conditions.intersection(b.conditions).count
        return shared * 2 >= max(a.conditions.count, b.conditions.count)
    }

    /// Whether steps differ because the articles are about different things: a button or menu that only its own title or
    /// headings name, or titles that share too little.
    private func isDueToTopic(_ step: Finding, _ left: Side, _ right: Side) -> Bool {
        if Self.dice(left.context, right.context) < 0.5 { return true }
        func stems(_ value: String) -> Set<String> {
            Set(StatementWord.words(of: value).compactMap(ContentWords.stem))
        }
        let one = stems(step.left)
        let other = stems(step.right)
        return !one.subtracting(other).isDisjoint(with: left.context.subtracting(right.context))
            || !other.subtracting(one).isDisjoint(with: right.context.subtracting(left.context))
    }

    // MARK: - Numbers

    private func number(_ a: StatementFacts, _ b: StatementFacts) -> Finding? {
        var found: Finding?
        for left in a.quantities {
            let comparable = b.quantities.filter { left.isComparable(to: $0) }
            guard !comparable.isEmpty else { continue }
            if comparable.contains(where: { left.agrees(with: $0) }) { continue }
            // Two numbers that differ are a row of a table of prices, or several on one side are its rows.
            guard found == nil, comparable.count == 1,
                a.quantities.count(where: { $0.isComparable(to: comparable[0]) }) == 1
            else { return nil }
            found = Finding(kind: .number, left: left.words, right: comparable[0].words)
        }
        return found
    }

    // MARK: - Denials

    private func negation(_ a: StatementFacts, _ b: StatementFacts, _ agreement: Double) -> Finding? {
        guard a.denials + b.denials == 1 else { return nil }
        let (denying, stating) = a.denials == 1 ? (a, b) : (b, a)
        guard denying.deniesPlainly, let denied = denying.denied, stating.tokens.contains(denied),
            !a.has(StatementFacts.exceptions), !b.has(StatementFacts.exceptions)
        else { return nil }
        if denying.deniesNeed, stating.has(["can", "may", "might", "could", "should"]) { return nil }
        let onlyA = a.tokens.subtracting(b.tokens).count
        let onlyB = b.tokens.subtracting(a.tokens).count
        guard agreement >= 0.75 || onlyA == 0 || onlyB == 0, min(onlyA, onlyB) <= 1, max(onlyA, onlyB) <= 2 else {
            return nil
        }
        let words = (denies: "not \(denied)", states: denied)
        return a.denials == 1
            ? Finding(kind: .negation, left: words.denies, right: words.states)
            : Finding(kind: .negation, left: words.states, right: words.denies)
    }

    // MARK: - Steps

    private func step(_ a: StatementFacts, _ b: StatementFacts, _ agreement: Double) -> Finding? {
        guard haveSameConditions(a, b), a.denials == b.denials else { return nil }
        let rest = Self.dice(a.steps.rest, b.steps.rest)
        if a.steps.paths.count == 1, b.steps.paths.count == 1 {
            let left = a.steps.paths[0]
            let right = b.steps.paths[0]
            guard left.count == right.count else { return nil }
            let differing = zip(left, right).count { $0 != $1 }
            guard differing == 1 else { return nil }
            let sharesPurpose = rest >= 0.6 && a.steps.rest.intersection(b.steps.rest).count >= 2
            let sharesGoal =
                left.last == right.last && (a.steps.rest.isEmpty || b.steps.rest.isEmpty || rest >= 0.5)
            guard sharesPurpose || sharesGoal else { return nil }
            return Finding(
                kind: .step, left: left.joined(separator: " > "), right: right.joined(separator: " > "))
        }
        guard a.steps.paths.isEmpty, b.steps.paths.isEmpty else { return nil }
        let left = a.steps.targets.filter { !b.steps.targets.contains($0) }
        let right = b.steps.targets.filter { !a.steps.targets.contains($0) }
        guard left.count == 1, right.count == 1, a.steps.targets.count == b.steps.targets.count, rest >= 0.75,
            a.steps.rest.intersection(b.steps.rest).count >= 2, !a.verbs.isEmpty || !b.verbs.isEmpty
        else { return order(a, b) }
        // "Delete" and "Delete account" are one button.
        guard !left[0].contains(right[0]), !right[0].contains(left[0]) else { return nil }
        return Finding(kind: .step, left: left[0], right: right[0])
    }

    /// "First A, then B" against "First B, then A".
    private func order(_ a: StatementFacts, _ b: StatementFacts) -> Finding? {
        guard let left = Self.halves(a.words), let right = Self.halves(b.words) else { return nil }
        let crossed = min(Self.dice(left.0, right.1), Self.dice(left.1, right.0))
        let straight = max(Self.dice(left.0, right.0), Self.dice(left.1, right.1))
        guard crossed >= 0.6, straight < 0.5, left.0.count >= 2, left.1.count >= 2 else { return nil }
        return Finding(
            kind: .step, left: a.words.map(\.written).joined(separator: " "),
            right: b.words.map(\.written).joined(separator: " "))
    }

    private static func halves(_ words: [StatementWord]) -> (Set<String>, Set<String>)? {
        guard let middle = words.firstIndex(where: { $0.text == "then" || $0.text == "afterwards" }), middle > 1,
            words[middle...].dropFirst().allSatisfy({ $0.text != "then" })
        else { return nil }
        return (
            Set(words[..<middle].compactMap(ContentWords.stem)), Set(words[middle...].compactMap(ContentWords.stem))
        )
    }

    /// Twice what two sets share, over their sizes.
    static func dice(_ a: Set<String>, _ b: Set<String>) -> Double {
        a.isEmpty && b.isEmpty ? 0 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
    }
}
