/// Pronouns and demonstratives.
extension FollowUpStep {
    /// Puts in what pronouns stand for: "how long does that take?", "where do I find this field?"
    func reference(_ rest: [FollowUpToken]) -> Result? {
        guard rest.count <= 30, Self.strength(rest) <= 5 else { return nil }
        var tokens: [FollowUpToken] = []
        var replacements: [CompletedQuestion.Replacement] = []
        var usesAgent = false
        var isUnresolved = false
        var index = 0
        while index < rest.count {
            let reference = self.reference(in: rest, at: index)
            switch reference {
            case .none:
                tokens.append(rest[index])
                index += 1
                continue
            case .some(.unresolved(let count)):
                isUnresolved = true
                tokens += rest[index..<index + count]
                index += count
            case .some(.words(let words, let count, let isAgents)):
                // The same words twice say nothing more.
                let isRepeated = replacements.contains { $0.inserted == words.rendered }
                if !isRepeated {
                    // "Do that": the action is a verb itself.
                    if tokens.last?.lower == "do", words == thread.frame.actionWords { tokens.removeLast() }
                    tokens += words
                }
                replacements.append(.init(removed: rest[index..<index + count].rendered, inserted: words.rendered))
                usesAgent = usesAgent || isAgents
                index += count
            }
        }
        guard isUnresolved || !replacements.isEmpty else { return nil }
        // A message that says enough itself isn't changed for a pronoun whose thing isn't known.
        if replacements.isEmpty, Self.strength(rest) > 2 { return nil }
        let said = Set(tokens.map(\.stem))
        let needsTopic = isUnresolved || usesAgent
        let missing = thread.frame.actionWords.contains { $0.isStrong && !said.contains($0.stem) }
        if needsTopic, missing { tokens = joined(tokens, thread.frame.actionWords) }
        return Result(
            tokens: tokens, reason: .reference, turns: turns(agent: usesAgent), replacements: replacements)
    }

    /// What a pronoun stands for.
    private enum Reference {
        /// These words, in the place of so many; whether they are the agent's.
        case words([FollowUpToken], count: Int, isAgents: Bool)
        /// Something said before, it isn't known what.
        case unresolved(count: Int)
    }

    private func reference(in rest: [FollowUpToken], at index: Int) -> Reference? {
        let token = rest[index]
        let last = index > 0 ? rest[index - 1] : nil
        let next = index + 1 < rest.count ? rest[index + 1] : nil
        switch token.lower {
        case "it", "it's", "its":
            guard !isExpletive(rest, index), !hasOwnAntecedent(rest, before: index) else { return nil }
        case "they", "them", "they're":
            guard !hasOwnAntecedent(rest, before: index) else { return nil }
            if token.lower != "them", !isPlural(thread.frame.thingWords), agentPlural == nil {
                return .unresolved(count: 1)
            }
        case "this", "that", "these", "those":
            if let next, next.isContent, !next.isVerb || FollowUpWords.introduced.contains(next.lower) {
                return demonstrative(rest, index)
            }
            // "says that you …", "the kettle that leaks".
            if let next, FollowUpWords.subjects.contains(next.lower) || FollowUpWords.determiners.contains(next.lower) {
                return nil
            }
            if token.lower == "that", let last, last.isContent, !last.isVerb { return nil }
            guard !hasOwnAntecedent(rest, before: index) else { return nil }
        case "that's": break
        case "one", "ones":
            if let last, last.isContent, !last.isVerb, last.lower != "many" {
                return headOfThings.map { .words([$0], count: 1, isAgents: false) }
            }
            guard
                next.map({
                    $0.isMark || FollowUpWords.prepositions.contains($0.lower)
                        || FollowUpWords.adverbs.contains($0.lower)
                }) ?? true, last?.lower != "which",
                last?.lower != "no", !(last?.isContent ?? false)
            else { return nil }
            return .words(
                thread.frame.thingWords.filter { !FollowUpWords.determiners.contains($0.lower) }, count: 1,
                isAgents: false)
        case "there":
            if let next, ["is", "are", "was", "were", "any", "a"].contains(next.lower) { return nil }
            if let last, ["is", "are", "was", "were"].contains(last.lower) { return nil }
            return .unresolved(count: 1)
        case "there's": return nil
        case "so" where last.map { ["do", "doing", "did"].contains($0.lower) } ?? false:
            return .words(thread.frame.actionWords, count: 1, isAgents: false)
        case "the":
            return definite(rest, index)
        default: return nil
        }
        return .words(antecedent(of: rest, at: index), count: 1, isAgents: isAgents(rest, index))
    }

    /// "Plan", for "the annual one".
    private var headOfThings: FollowUpToken? {
        let frame = thread.frame
        return (frame.phrases.last { $0.words.count > 1 } ?? frame.phrases.last).map { frame.tokens[$0.head] }
    }

    /// The thing or the action that a pronoun stands for.
    private func antecedent(of rest: [FollowUpToken], at index: Int) -> [FollowUpToken] {
        let pronoun = rest[index].lower
        if let object = agentObject(rest, index) { return object }
        if isAgents(rest, index), let thing = agentPlural(for: pronoun) ?? thread.agentThing ?? thread.agentNeed {
            return thing
        }
        let isPredicate = pronoun == "it" && rest.contains { FollowUpWords.actionPredicates.contains($0.lower) }
        if isPredicate, thread.frame.verbs.contains(thread.frame.action.lowerBound) { return thread.frame.actionWords }
        let isEvent = rest.contains { FollowUpWords.eventVerbs.contains($0.stem) || $0.lower == "much" }
        let isObject = index > 0 && rest[index - 1].isContent
        let isSubjectThat = ["this", "that", "that's"].contains(pronoun) && !isObject
        if isSubjectThat || (isEvent && !["they", "them", "these", "those"].contains(pronoun)) {
            return thread.frame.actionWords
        }
        let isAction = ["do", "did", "doing", "done", "try", "tried", "explain"].contains(
            index > 0 ? rest[index - 1].lower : "")
        if isAction { return thread.frame.actionWords }
        return thread.frame.thingWords
    }

    /// Whether a pronoun stands for a thing that the agent brought up: one looks for it, sends it, pays for it.
    private func isAgents(_ rest: [FollowUpToken], _ index: Int) -> Bool {
        if agentObject(rest, index) != nil { return true }
        let isSought = rest.contains {
            [
                "find", "send", "get", "fill", "enter", "cost", "costs", "much", "buy", "order", "where", "activate",
                "set", "add", "install", "enable",
            ].contains($0.lower)
        }
        guard isSought else { return false }
        return agentPlural(for: rest[index].lower) != nil
            || ((thread.agentThing ?? thread.agentNeed) != nil && !["they", "them"].contains(rest[index].lower))
    }

    /// The object that the verb before the pronoun has in the agent's answer.
    private func agentObject(_ rest: [FollowUpToken], _ index: Int) -> [FollowUpToken]? {
        guard index > 0, rest[index - 1].isStrong, !FollowUpWords.lightVerbs.contains(rest[index - 1].stem),
            let object = thread.agentObject(of: rest[index - 1].stem)
        else { return nil }
        return object
    }

    private func agentPlural(for pronoun: String) -> [FollowUpToken]? {
        ["they", "them", "those", "these"].contains(pronoun) && !isPlural(thread.frame.thingWords) ? agentPlural : nil
    }

    /// The last things in the plural that a short answer names.
    private var agentPlural: [FollowUpToken]? {
        guard thread.agent.count <= 40 else { return nil }
        let frame = QuestionFrame(thread.agent)
        return frame.phrases.last {
            isPlural(frame.text($0.words)) && $0.words.count + ($0.determiner == nil ? 0 : 1) > 1
        }
        .map { frame.text($0.nounRange) }
    }

    private func isPlural(_ words: [FollowUpToken]) -> Bool {
        guard let head = words.last?.lower else { return false }
        return (head.hasSuffix("s") && !head.hasSuffix("ss") && !head.hasSuffix("us"))
            || ["people", "children"].contains(head)
    }

    /// "This field", "that link": the phrase it was called before, or something unknown.
    private func demonstrative(_ rest: [FollowUpToken], _ index: Int) -> Reference? {
        let frame = QuestionFrame(rest)
        guard let phrase = frame.phrases.first(where: { $0.determiner == index }) else { return nil }
        let head = rest[phrase.head]
        guard !FollowUpWords.timeNouns.contains(head.lower) else { return nil }
        let count = phrase.words.upperBound - index
        guard phrase.words.count <= 2 else { return nil }
        if let found = thread.phrase(headed: head.stem) {
            return .words(found.words, count: count, isAgents: found.isAgents)
        }
        return .unresolved(count: count)
    }

    /// "The link" that the agent spoke of.
    private func definite(_ rest: [FollowUpToken], _ index: Int) -> Reference? {
        let frame = QuestionFrame(rest)
        guard let phrase = frame.phrases.first(where: { $0.determiner == index }), phrase.words.count == 1,
            Self.strength(rest) <= 3
        else { return nil }
        let head = rest[phrase.head]
        let isKnown = FollowUpWords.introduced.contains(head.lower) || FollowUpWords.relational.contains(head.lower)
        guard head.isContent, isKnown || Self.strength(rest) <= 1,
            phrase.words.upperBound >= rest.count || rest[phrase.words.upperBound].lower != "of",
            let found = thread.phrase(headed: head.stem)
        else { return nil }
        return .words(found.words, count: phrase.words.upperBound - index, isAgents: found.isAgents)
    }

    /// "Is it possible to", "it would be great if".
    private func isExpletive(_ rest: [FollowUpToken], _ index: Int) -> Bool {
        let after = rest[(index + 1)...].prefix(5).map(\.lower)
        let before = index > 0 ? rest[index - 1].lower : ""
        let isBeing =
            ["is", "was", "would", "will"].contains(before)
            || ["is", "was", "would", "will"].contains(after.first ?? "") || rest[index].lower == "it's"
        guard isBeing || rest[index].lower == "it" && after.first == "has" else { return false }
        // "It's been a week".
        if after.first == "been" || after.starts(with: ["has", "been"]) { return true }
        let words = after.drop { ["is", "was", "be", "would", "will", "also", "not", "still"].contains($0) }
        guard let second = words.dropFirst().first else { return ["raining", "late"].contains(words.first ?? "") }
        return ["to", "if", "that", "for"].contains(second) && !FollowUpWords.determiners.contains(words.first ?? "")
            && !["available", "valid", "good", "compatible", "free", "suitable", "safe"].contains(words.first ?? "")
            || (second == "to" || second == "if")
    }

    /// Whether the message names a thing before the pronoun, which it may stand for.
    private func hasOwnAntecedent(_ rest: [FollowUpToken], before index: Int) -> Bool {
        let frame = QuestionFrame(Array(rest[..<index]))
        return frame.phrases.contains { phrase in
            let head = frame.tokens[phrase.head]
            return head.isStrong
                && phrase.determiner.map { ["my", "a", "an", "our", "the"].contains(frame.tokens[$0].lower) } ?? false
                && !FollowUpWords.relational.contains(head.lower) && !FollowUpWords.timeNouns.contains(head.lower)
        }
    }
}
