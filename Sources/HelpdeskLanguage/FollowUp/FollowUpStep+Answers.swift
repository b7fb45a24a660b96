/// Answers to what the agent asked, choices, and corrections.
extension FollowUpStep {
    /// "Yes please", "the latter", "iOS": an answer to the agent's question, put to the customer's.
    func answer(_ tokens: [FollowUpToken]) -> Result? {
        guard let asked = thread.agentQuestion else { return nil }
        let sentences = tokens.sentences
        guard let opening = sentences.first?.first(where: { !$0.isMark })?.lower else { return nil }
        if FollowUpWords.affirmations.contains(opening) {
            let rest = tokens.drop {
                $0.isMark || FollowUpWords.affirmations.contains($0.lower)
                    || ["it", "is", "do", "thanks", "go", "ahead", "that's", "that", "would", "be", "great", "i", "am"]
                        .contains($0.lower)
            }
            if Self.strength(Array(rest)) == 0 { return confirmation(of: asked) }
            let own = Array(rest)
            guard Self.strength(own) <= 4, own.last?.text != "?" else { return nil }
            return Result(tokens: joined(thread.openQuestion, own), reason: .answer, turns: turns())
        }
        if FollowUpWords.denials.contains(opening) {
            let rest = Array(tokens.drop { $0.isMark || FollowUpWords.denials.contains($0.lower) }).trimmed
            guard Self.strength(rest) <= 4, tokens.last?.text != "?" else { return nil }
            guard let phrase = FollowUpOpening.after(FollowUpWords.corrections, in: rest) ?? (rest.isEmpty ? nil : rest)
            else { return Result(tokens: thread.openQuestion, reason: .answer, turns: turns()) }
            var result = substitution(phrase, isObject: true) ?? appended(phrase)
            result.reason = .correction
            return result
        }
        if let index = choiceIndex(in: tokens), Self.strength(tokens) <= 2 {
            let options = thread.options
            if let position = index.position(options.count) {
                return Result(
                    tokens: joined(thread.openQuestion, options[position]), reason: .choice,
                    turns: turns(agent: true),
                    replacements: [.init(removed: tokens.rendered, inserted: options[position].rendered)])
            }
        }
        let isQuestion =
            tokens.last?.text == "?" || FollowUpWords.questionWords.contains(opening)
            || FollowUpWords.auxiliaries.contains(opening)
        guard !isQuestion, !FollowUpOpening.isCourtesy(tokens), Self.strength(tokens) <= 4, tokens.count <= 14,
            FollowUpOpening.after(FollowUpWords.additions.filter { $0.count > 1 }, in: tokens) == nil
        else { return nil }
        if let phrase = afterCorrection(tokens), let result = substitution(phrase, isObject: true) { return result }
        return Result(tokens: joined(thread.openQuestion, tokens), reason: .answer, turns: turns())
    }

    /// What a "yes" is to: what the agent offers, or the question with what the agent supposes.
    private func confirmation(of asked: [FollowUpToken]) -> Result {
        let thing = thread.frame.thingWords
        if let offered = FollowUpOpening.after(FollowUpWords.offers, in: asked) {
            var tokens: [FollowUpToken] = []
            var replacements: [CompletedQuestion.Replacement] = []
            for token in offered.trimmed {
                if ["it", "them", "this", "that", "these", "those"].contains(token.lower) {
                    tokens += thing
                    replacements.append(.init(removed: token.text, inserted: thing.rendered))
                } else {
                    tokens.append(token)
                }
            }
            if Set(tokens.map(\.stem)).isDisjoint(with: thread.question.strongStems) {
                tokens = joined(tokens, thread.frame.actionWords)
            }
            return Result(tokens: tokens, reason: .answer, turns: turns(agent: true), replacements: replacements)
        }
        return Result(
            tokens: joined(thread.openQuestion, QuestionFrame(asked).actionWords), reason: .answer,
            turns: turns(agent: true))
    }

    // MARK: Choices

    /// Which of several things is meant, from the front or from the back.
    struct ChoiceIndex {
        var range: Range<Int>
        var number: Int?
        var isFromEnd = false

        /// The position among `count` things.
        func position(_ count: Int) -> Int? {
            guard let number else { return nil }
            let position = isFromEnd ? count - number : number - 1
            return (0..<count).contains(position) ? position : nil
        }
    }

    private static let ordinals = [
        "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
    ]
    private static let choiceNouns = FollowUpWords.words(
        "one option way method choice possibility point step link item variant alternative")

    /// Words that choose: "the second one", "option 2", "the latter".
    func choiceIndex(in tokens: [FollowUpToken]) -> ChoiceIndex? {
        for (index, token) in tokens.enumerated() {
            let start = index > 0 && tokens[index - 1].lower == "the" ? index - 1 : index
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            let hasNoun = next.map { Self.choiceNouns.contains($0.lower) } ?? false
            let isLast = next.map { $0.isMark || !$0.isContent } ?? true
            if token.lower == "latter" || token.lower == "former" {
                return ChoiceIndex(
                    range: start..<index + (hasNoun ? 2 : 1), number: token.lower == "latter" ? 1 : 1,
                    isFromEnd: token.lower == "latter")
            }
            if let number = Self.ordinals[token.lower], hasNoun || (start < index && isLast) {
                return ChoiceIndex(range: start..<index + (hasNoun ? 2 : 1), number: number)
            }
            if token.lower == "last", start < index, hasNoun || isLast {
                return ChoiceIndex(range: start..<index + (hasNoun ? 2 : 1), number: 1, isFromEnd: true)
            }
            if ["option", "number", "way", "method"].contains(token.lower), let next, let number = Int(next.lower),
                number < 10
            {
                return ChoiceIndex(range: start..<index + 2, number: number)
            }
        }
        return nil
    }

    /// A message that speaks of one of several things said before.
    func choice(_ rest: [FollowUpToken]) -> Result? {
        guard rest.count <= 24, let index = choiceIndex(in: rest) else { return nil }
        let options = thread.options
        guard let position = index.position(options.count) else { return nil }
        var tokens = rest
        tokens.replaceSubrange(index.range, with: options[position])
        let thing = thread.frame.thingWords.filter { token in !tokens.contains { $0.stem == token.stem } }
        return Result(
            tokens: thing.contains(where: \.isStrong) ? joined(tokens, thread.frame.thingWords) : tokens,
            reason: .choice, turns: turns(agent: true),
            replacements: [
                .init(removed: rest[index.range].rendered, inserted: options[position].rendered)
            ])
    }

    // MARK: Corrections

    /// What follows "no, I mean", or stands before "I mean".
    func afterCorrection(_ tokens: [FollowUpToken]) -> [FollowUpToken]? {
        if let rest = FollowUpOpening.after(FollowUpWords.corrections, in: tokens), !rest.isEmpty {
            // "Oops, mac I mean".
            return beforeCorrectionEnd(rest) ?? rest
        }
        return beforeCorrectionEnd(tokens)
    }

    private func beforeCorrectionEnd(_ tokens: [FollowUpToken]) -> [FollowUpToken]? {
        let words = tokens.trimmed
        for phrase in FollowUpWords.correctionEnds
        where phrase.count > 1 && words.count > phrase.count && words.has(phrase, at: words.count - phrase.count) {
            return Array(words.dropLast(phrase.count)).trimmed
        }
        return nil
    }

    /// "No, I mean the business account", "not Pro, Business".
    func correction() -> Result? {
        var phrase = afterCorrection(message)
        var removed: [FollowUpToken] = []
        if phrase == nil, let first = message.first?.lower, first == "not" || first == "no",
            let comma = message.firstIndex(where: { [",", ";", "-", "–"].contains($0.text) || $0.lower == "but" }),
            comma > 0, comma <= 6
        {
            removed = Array(message[1..<comma]).trimmed
            phrase = Array(message[(comma + 1)...])
        }
        guard var phrase, !phrase.isEmpty else { return nil }
        // What is meant stands in its last clause: "I wasn't asking about memberships, I want to cancel a class".
        if let comma = phrase.lastIndex(where: { $0.text == "," }),
            phrase[..<comma].contains(where: { FollowUpWords.negatives.contains($0.lower) })
        {
            phrase = Array(phrase[(comma + 1)...])
        }
        if !removed.isEmpty, let start = thread.question.position(of: removed.map(\.lower)) {
            var tokens = thread.question
            tokens.replaceSubrange(start..<start + removed.count, with: FollowUpOpening.withoutTrailers(phrase))
            return Result(
                tokens: tokens, reason: .correction, turns: turns(),
                replacements: [.init(removed: removed.rendered, inserted: phrase.trimmed.rendered)])
        }
        if FollowUpOpening.isClause(phrase), Self.strength(phrase) >= 2 {
            return Result(tokens: phrase, reason: .correction, turns: turns())
        }
        let core = FollowUpOpening.isClause(phrase) ? QuestionFrame(phrase).actionWords : phrase
        var result = substitution(core, isObject: true) ?? appended(core)
        result.reason = .correction
        return result
    }
}
