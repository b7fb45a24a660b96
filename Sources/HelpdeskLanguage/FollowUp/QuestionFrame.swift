/// What a question is about: its noun phrases, its action, and the thing that is acted on.
struct QuestionFrame {
    /// A noun phrase of the question, as positions of tokens.
    struct Phrase {
        /// The preposition before it.
        var preposition: Int?
        /// The article or possessive.
        var determiner: Int?
        /// The words; the last is the head.
        var words: Range<Int>

        /// The phrase with its article.
        var nounRange: Range<Int> { (determiner ?? words.lowerBound)..<words.upperBound }
        /// The phrase with its preposition.
        var range: Range<Int> { (preposition ?? nounRange.lowerBound)..<words.upperBound }
        var head: Int { words.upperBound - 1 }
    }

    let tokens: [FollowUpToken]
    private(set) var phrases: [Phrase] = []
    /// The verbs.
    private(set) var verbs: [Int] = []
    /// What follows the question words: "cancel my plan" of "How do I cancel my plan?"
    private(set) var action: Range<Int>
    /// The thing acted on or spoken of, as a position in `phrases`.
    private(set) var thing: Int?

    init(_ tokens: [FollowUpToken]) {
        self.tokens = tokens
        action = 0..<0
        findPhrases()
        findAction()
    }

    func text(_ range: Range<Int>) -> [FollowUpToken] { Array(tokens[range]) }

    /// The words of the thing, with its article; those of the whole action where there is none, and where the thing is
    /// asked for: "which formats can I upload?"
    var thingWords: [FollowUpToken] {
        guard let thing, !isAskedFor(thing) || verbs.isEmpty else { return actionWords }
        return text(phrases[thing].nounRange)
    }
    /// The words of the action, without a verb that says nothing.
    var actionWords: [FollowUpToken] {
        var words = text(action)
        while words.count > 1, let first = words.first, FollowUpWords.lightVerbs.contains(first.stem) || first.isMark {
            words.removeFirst()
        }
        return words
    }

    /// Whether a word is a verb at its place.
    private func isVerb(_ index: Int, inPhrase words: Int, hasDeterminer: Bool, isInverted: Bool) -> Bool {
        let token = tokens[index]
        if words == 0, hasDeterminer { return false }
        if words == 0 {
            guard let last = index > 0 ? tokens[index - 1] : nil, !last.isMark else {
                return token.isVerb && index + 1 < tokens.count
            }
            if FollowUpWords.subjects.contains(last.lower) { return true }
            if verbs.last == index - 1 { return false }
            if last.lower == "to" { return token.isVerb && !token.isCapitalized }
            if FollowUpWords.negatives.contains(last.lower), last.lower != "no" { return true }
            if FollowUpWords.prepositions.contains(last.lower) {
                return token.isVerb && token.lower.hasSuffix("ing")
            }
            return token.isVerb && !token.isCapitalized
        }
        guard token.isVerb, !token.isCapitalized else { return false }
        let isThirdPerson = token.lower.hasSuffix("s") && !tokens[index - 1].lower.hasSuffix("s") && hasDeterminer
        return isThirdPerson || (isInverted && verbs.isEmpty && index + 1 < tokens.count)
    }

    private mutating func findPhrases() {
        let isInverted =
            tokens.first { !$0.isMark && !FollowUpWords.questionWords.contains($0.lower) }
            .map { FollowUpWords.auxiliaries.contains($0.lower) } ?? false
        var preposition: Int?
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.isMark {
                preposition = nil
                index += 1
                continue
            }
            if FollowUpWords.prepositions.contains(token.lower) {
                preposition = index
                index += 1
                continue
            }
            var determiner: Int?
            var start = index
            if FollowUpWords.determiners.contains(token.lower) {
                determiner = index
                start += 1
            }
            var end = start
            while end < tokens.count, !tokens[end].isMark, isNoun(end) {
                if isVerb(end, inPhrase: end - start, hasDeterminer: determiner != nil, isInverted: isInverted) {
                    break
                }
                end += 1
            }
            if end > start {
                phrases.append(Phrase(preposition: preposition, determiner: determiner, words: start..<end))
                preposition = nil
                index = end
                continue
            }
            if determiner == nil, isNoun(index) { verbs.append(index) }
            preposition = nil
            index = max(index + 1, start)
        }
    }

    private func isNoun(_ index: Int) -> Bool {
        !FollowUpWords.function.contains(tokens[index].lower)
            || tokens[index].lower == "one"
                && index > 0 && !FollowUpWords.function.contains(tokens[index - 1].lower)
    }

    private mutating func findAction() {
        var start = 0
        var end = tokens.count
        while end > start, tokens[end - 1].isMark { end -= 1 }
        while start < end {
            let token = tokens[start]
            let isDegree =
                FollowUpWords.degrees.contains(token.lower) && start > 0 && tokens[start - 1].lower == "how"
            let isWish =
                ["want", "need", "like", "trying", "try", "possible", "able", "way", "wondering", "going"].contains(
                    token.lower)
                && start + 1 < end && ["to", "if"].contains(tokens[start + 1].lower)
            let isSkipped =
                token.isMark || FollowUpWords.questionWords.contains(token.lower)
                || FollowUpWords.auxiliaries.contains(token.lower) || FollowUpWords.subjects.contains(token.lower)
                || FollowUpWords.conjunctions.contains(token.lower) || FollowUpWords.adverbs.contains(token.lower)
                || isDegree || isWish || (token.lower == "to" && start > 0)
                || ["please", "there", "hi", "hello", "help", "me", "tell"].contains(token.lower)
            guard isSkipped else { break }
            start += 1
        }
        if start == end { start = 0 }
        action = start..<end
        let inside = phrases.indices.filter { phrases[$0].words.lowerBound >= start }
        let plain = inside.filter { phrases[$0].preposition == nil && !isBareQuestionNoun($0) }
        thing = plain.first ?? inside.first { phrases[$0].preposition.map { tokens[$0].lower != "to" } ?? true }
        // "ship to Germany" is about shipping.
        if plain.isEmpty, verbs.contains(start) { thing = nil }
    }

    private func isAskedFor(_ phrase: Int) -> Bool {
        let first = phrases[phrase].nounRange.lowerBound
        return first > 0 && ["which", "what", "many"].contains(tokens[first - 1].lower)
    }

    /// "sizes" of "which sizes do the jackets come in".
    private func isBareQuestionNoun(_ phrase: Int) -> Bool {
        isAskedFor(phrase)
            && phrases.contains { $0.preposition == nil && $0.words.lowerBound > phrases[phrase].words.lowerBound }
    }
}
