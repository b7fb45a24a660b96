/// Phrases that take the place of others in the last question.
extension FollowUpStep {
    /// "And for the annual plan?", "what about Android?"
    func ellipsis(_ rest: [FollowUpToken], hasAddition: Bool) -> Result? {
        let named =
            FollowUpOpening.after(FollowUpWords.ellipses, in: message)
            ?? FollowUpOpening.after(FollowUpWords.ellipses, in: rest)
        let phrase = FollowUpOpening.withoutTrailers(named ?? rest)
        guard let first = phrase.first, phrase.count <= 14 else { return nil }
        if let other = FollowUpOpening.after(FollowUpWords.cases, in: rest), Self.strength(other) <= 4,
            let result = substitution(FollowUpOpening.withoutTrailers(other), isObject: false)
        {
            return result
        }
        let isQuestion =
            first.lower == "when"
            && phrase.dropFirst().first.map { FollowUpWords.auxiliaries.contains($0.lower) } ?? true
        if !isQuestion,
            ["if", "when", "while", "unless", "because"].contains(first.lower)
                || rest.has(["what", "if"], at: 0)
        {
            return conditional(rest)
        }
        if named == nil {
            guard !FollowUpOpening.isClause(phrase), phrase.contains(where: { $0.isContent || $0.lower == "us" }) else {
                return nil
            }
            let isPreposition = FollowUpWords.prepositions.contains(first.lower)
            let isAsking = message.last?.text == "?"
            guard hasAddition || isPreposition || (isAsking && phrase.count <= 6) else { return nil }
            if ["any", "other", "more"].contains(first.lower) { return nil }
        } else if FollowUpOpening.isClause(phrase) {
            return nil
        }
        if phrase.count <= 2, phrase.allSatisfy({ FollowUpWords.pronouns.contains($0.lower) }) { return nil }
        return verbSubstitution(phrase) ?? substitution(phrase, isObject: true) ?? appended(phrase)
    }

    /// "What if I'm abroad?": the question, under a condition.
    private func conditional(_ rest: [FollowUpToken]) -> Result? {
        guard rest.count <= 20, Self.strength(rest) <= 3 else { return nil }
        let words = rest.has(["what"], at: 0) ? Array(rest.dropFirst()) : rest
        return Result(
            tokens: thread.openQuestion + words, reason: .ellipsis, turns: turns(),
            replacements: [.init(removed: "", inserted: words.trimmed.rendered)])
    }

    /// "And unblock?", "how about removing one?": another verb for the same object.
    private func verbSubstitution(_ phrase: [FollowUpToken]) -> Result? {
        guard let first = phrase.first, first.isVerb, !first.isCapitalized || phrase.count == 1,
            !FollowUpWords.introduced.contains(first.lower),
            let verb = thread.frame.verbs.first ?? thread.frame.action.first,
            PhraseKind.of(first).isEmpty
        else { return nil }
        let rest = Array(phrase.dropFirst())
        let isOpen = rest.allSatisfy { FollowUpWords.pronouns.contains($0.lower) || $0.isMark }
        let tokens = thread.frame.tokens
        if !isOpen {
            // It has an object of its own.
            guard first.lower.hasSuffix("ing") else { return nil }
            return Result(
                tokens: Array(tokens[..<thread.frame.action.lowerBound] + phrase), reason: .ellipsis, turns: turns(),
                replacements: [.init(removed: thread.frame.actionWords.rendered, inserted: phrase.rendered)])
        }
        guard thread.frame.verbs.contains(verb) else { return nil }
        var completed = tokens
        completed[verb] = first
        return Result(
            tokens: completed, reason: .ellipsis, turns: turns(),
            replacements: [.init(removed: tokens[verb].text, inserted: first.text)])
    }

    // MARK: Slots

    /// Puts the phrases of some words into the question where others of the same sort stand; `nil` where none does.
    func substitution(_ words: [FollowUpToken], isObject: Bool) -> Result? {
        let new = QuestionFrame(words)
        guard !new.phrases.isEmpty else { return nil }
        let old = QuestionFrame(thread.frame.tokens)
        var used: Set<Int> = []
        var edits: [(range: Range<Int>, words: [FollowUpToken])] = []
        var ends: [Int] = []
        for (position, phrase) in new.phrases.enumerated() {
            guard
                let slot = slot(
                    for: phrase, new, old, used,
                    isObject: isObject && new.phrases.count == 1 || isObject && position == 0)
            else {
                guard position > 0 || new.phrases.count > 1 else { return nil }
                continue
            }
            used.insert(slot.phrase)
            edits.append((slot.range, slot.words))
            ends.append(phrase.words.upperBound)
        }
        // What follows goes with it.
        if let end = ends.last, edits.count == 1 || end == new.phrases.last?.words.upperBound {
            edits[edits.count - 1].words += new.text(end..<words.count)
        }
        guard !edits.isEmpty else { return nil }
        var tokens = old.tokens
        var replacements: [CompletedQuestion.Replacement] = []
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            replacements.insert(
                .init(removed: old.tokens[edit.range].rendered, inserted: edit.words.rendered), at: 0)
            tokens.replaceSubrange(edit.range, with: edit.words)
        }
        // Phrases that found no place follow.
        let covered = Set(edits.flatMap(\.words).map(\.stem))
        let left = words.filter { $0.isContent && !covered.contains($0.stem) }
        if !left.isEmpty { tokens = joined(tokens, left) }
        return Result(tokens: tokens, reason: .ellipsis, turns: turns(), replacements: replacements)
    }

    /// Where a phrase goes: the range of the question it takes, and the words.
    private func slot(
        for phrase: QuestionFrame.Phrase, _ new: QuestionFrame, _ old: QuestionFrame, _ used: Set<Int>, isObject: Bool
    ) -> (phrase: Int, range: Range<Int>, words: [FollowUpToken])? {
        let words = new.text(phrase.words)
        guard let head = words.last else { return nil }
        let free = old.phrases.indices.filter { !used.contains($0) }
        let nouns = new.text(phrase.nounRange)
        // "The annual one".
        if head.lower == "one" || head.lower == "ones" {
            let qualified =
                free.last { old.phrases[$0].words.count > 1 && old.phrases[$0].determiner != nil }
                ?? free.last { old.phrases[$0].words.count > 1 }
            guard let slot = qualified ?? free.last(where: { old.phrases[$0].preposition == nil }) ?? free.last else {
                return nil
            }
            let target = old.phrases[slot]
            return (slot, target.words, words.dropLast() + [old.tokens[target.head]])
        }
        // The same head: "the annual plan" for "my monthly plan".
        if let slot = free.last(where: { old.tokens[old.phrases[$0].head].stem == head.stem && words.count > 1 }) {
            return (slot, old.phrases[slot].words, words)
        }
        // The same kind.
        for slot in free.reversed() {
            let target = old.phrases[slot]
            for word in words {
                let kinds = PhraseKind.of(word)
                guard !kinds.isEmpty,
                    let place = target.words.first(where: { isOther(old.tokens[$0], kinds, than: word) })
                else { continue }
                let isWhole = place == target.head || head != word
                if isWhole {
                    // "On mobile" for "on the desktop app".
                    let range = place == target.head ? target.nounRange : target.words
                    return (slot, range, place == target.head ? nouns : words)
                }
                if words.count == 1, kinds.contains(.platform), target.preposition != nil {
                    return (slot, target.nounRange, nouns)
                }
                // The word alone: "Pro" for "Basic" in "the Basic plan".
                var start = place
                while start > target.words.lowerBound, !PhraseKind.of(old.tokens[start - 1]).isDisjoint(with: kinds) {
                    start -= 1
                }
                return (slot, start..<place + 1, words)
            }
        }
        if let slot = verbSlot(words, old) { return slot }
        // The same preposition.
        if let preposition = phrase.preposition.map({ new.tokens[$0].lower }) {
            if let slot = free.last(where: { old.phrases[$0].preposition.map { old.tokens[$0].lower } == preposition })
            {
                return (slot, old.phrases[slot].nounRange, nouns)
            }
            return nil
        }
        // The object, or what is spoken of.
        guard isObject, PhraseKind.of(head).isDisjoint(with: [.platform, .place, .day]),
            !FollowUpWords.relational.contains(head.lower)
        else { return nil }
        let things = free.filter { old.phrases[$0].preposition == nil && !isCounted($0, old) }
        let hasArticle = phrase.determiner != nil
        guard
            let slot = things.last(where: { (old.phrases[$0].determiner != nil) == hasArticle }) ?? things.last
                ?? (things.isEmpty ? free.last : nil)
        else { return nil }
        return (slot, old.phrases[slot].nounRange, nouns)
    }

    /// The word of the same kind outside the phrases, such as a verb: "export" for "import".
    private func verbSlot(
        _ words: [FollowUpToken], _ old: QuestionFrame
    ) -> (phrase: Int, range: Range<Int>, words: [FollowUpToken])? {
        guard words.count == 1,
            let place = old.tokens.indices.first(where: {
                isOther(old.tokens[$0], PhraseKind.of(words[0]), than: words[0])
            })
        else { return nil }
        return (-1, place..<place + 1, words)
    }

    /// Whether a word is another one of some kinds.
    private func isOther(_ word: FollowUpToken, _ kinds: Set<PhraseKind>, than other: FollowUpToken) -> Bool {
        word.stem != other.stem && !PhraseKind.of(word).isDisjoint(with: kinds)
    }

    /// "How many users", "which sizes": what is asked for, not what is spoken of.
    private func isCounted(_ phrase: Int, _ frame: QuestionFrame) -> Bool {
        let first = frame.phrases[phrase].nounRange.lowerBound
        guard first > 0 else { return false }
        return ["many", "much", "which", "what"].contains(frame.tokens[first - 1].lower)
    }

    /// The preposition that goes with a phrase that has none.
    private static func preposition(for words: [FollowUpToken]) -> String {
        for word in words {
            let kinds = PhraseKind.of(word)
            for kind in PhraseKind.allCases where kinds.contains(kind) { return kind.preposition }
        }
        return "for"
    }

    /// The question with a phrase at its end.
    func appended(_ words: [FollowUpToken]) -> Result {
        var words = words.trimmed
        let hasPreposition = words.first.map { FollowUpWords.prepositions.contains($0.lower) } ?? true
        if !hasPreposition {
            words.insert(FollowUpToken(word: Self.preposition(for: words)), at: 0)
        }
        return Result(
            tokens: thread.openQuestion + words + [FollowUpToken(mark: "?")], reason: .ellipsis, turns: turns(),
            replacements: [.init(removed: "", inserted: words.rendered)])
    }
}
