/// One message read against the thread before it.
struct FollowUpStep {
    /// What became of the message.
    struct Result {
        var tokens: [FollowUpToken]
        var reason: CompletedQuestion.Reason
        var turns: Set<Int> = []
        var replacements: [CompletedQuestion.Replacement] = []
    }

    let thread: FollowUpThread
    let message: [FollowUpToken]
    /// What the message became.
    private(set) var result: Result

    /// Reads a message; `nil` where nothing was said before.
    init?(_ tokens: [FollowUpToken], thread: FollowUpThread) {
        self.thread = thread
        message = FollowUpOpening.withoutCourtesies(tokens)
        result = Result(tokens: tokens, reason: .standalone)
        if let rest = FollowUpOpening.newTopic(in: tokens) {
            result = Result(tokens: rest, reason: .newTopic)
            return
        }
        guard !thread.isEmpty else { return nil }
        if thread.isAgentAsking, let answer = answer(tokens) {
            result = answer
            return
        }
        guard !FollowUpOpening.isCourtesy(tokens), message.contains(where: { !$0.isMark }) else {
            result.reason = .courtesy
            return
        }
        let (rest, hasAddition) = FollowUpOpening.withoutAdditions(message)
        result =
            correction() ?? choice(rest) ?? ellipsis(rest, hasAddition: hasAddition) ?? bareQuestion(rest)
            ?? complaint(message) ?? reference(rest) ?? incomplete(rest, hasAddition: hasAddition)
            ?? Result(tokens: tokens, reason: .standalone)
    }

    /// The turns that the question and, where it is used, the agent's answer stand in.
    func turns(agent: Bool = false) -> Set<Int> {
        Set([thread.questionTurn] + (agent ? thread.agentTurn.map { [$0] } ?? [] : []))
    }

    /// Some words and, after them, others that belong to them.
    func joined(_ parts: [FollowUpToken]...) -> [FollowUpToken] {
        var tokens: [FollowUpToken] = []
        for part in parts.map(\.trimmed) where !part.isEmpty {
            if !tokens.isEmpty { tokens.append(FollowUpToken(mark: ",")) }
            tokens += part
        }
        return tokens
    }

    /// How many words of a message say what it is about.
    static func strength(_ tokens: [FollowUpToken]) -> Int { tokens.strongStems.count }

    // MARK: Bare questions and complaints

    /// "Why?", "how much is that?": put to what the agent stated, and to the question.
    func bareQuestion(_ rest: [FollowUpToken]) -> Result? {
        let words = rest.filter { !$0.isMark }
        guard let first = words.first(where: { !FollowUpWords.prepositions.contains($0.lower) }),
            FollowUpWords.questionWords.contains(first.lower), words.count <= 5,
            words.allSatisfy({ !$0.isStrong || $0 == first }),
            words.contains(where: { FollowUpWords.pronouns.contains($0.lower) }) == false || words.count <= 3
        else { return nil }
        let statement = thread.agentStatement.flatMap { $0.count <= 18 ? $0 : nil } ?? []
        return Result(
            tokens: joined(rest, statement, thread.frame.actionWords), reason: .bareQuestion,
            turns: turns(agent: !statement.isEmpty))
    }

    /// "It still doesn't work": the problem, and what is new of it.
    func complaint(_ rest: [FollowUpToken]) -> Result? {
        let isComplaint = FollowUpWords.complaints.contains { rest.position(of: $0) != nil }
        let isAsking = rest.last?.text == "?"
        guard isComplaint, Self.strength(rest) < 3, !isAsking else { return nil }
        let own = rest.filter { !FollowUpWords.pronouns.contains($0.lower) }
        return Result(
            tokens: joined(thread.openQuestion, own), reason: .complaint, turns: turns())
    }

    // MARK: Incomplete questions

    /// "What's the price?", "How do I cancel?": the thing or the action is added.
    func incomplete(_ rest: [FollowUpToken], hasAddition: Bool) -> Result? {
        let frame = QuestionFrame(rest)
        let strength = Self.strength(rest)
        let words = rest.filter { !$0.isMark }
        guard let last = words.last, words.count <= 16, words.contains(where: { $0.stem != 0 }) else { return nil }
        let isAsking =
            rest.last?.text == "?" || words.first.map { FollowUpWords.questionWords.contains($0.lower) } ?? false
        let thing = thread.frame.thingWords
        let isRequest =
            [
                ["i'd", "like"], ["i", "want"], ["i", "need"], ["it", "would"], ["could", "you"], ["can", "you"],
                ["i", "would", "like"], ["we", "need"], ["we", "want"],
                ["please"],
            ]
            .contains { rest.has($0, at: 0) }
            || (words.count > 2 && words.first.map { $0.isVerb && $0.isContent } ?? false)
        // A verb without an object.
        if FollowUpWords.transitive.contains(last.stem), strength <= 1, frame.phrases.isEmpty, isAsking || hasAddition {
            return Result(
                tokens: Array(rest.trimmed + thing), reason: .incomplete, turns: turns(),
                replacements: [.init(removed: "", inserted: thing.rendered)])
        }
        if FollowUpWords.needsObject.contains(last.stem), strength <= 2, frame.phrases.count <= 1, isAsking {
            return Result(
                tokens: Array(rest.trimmed + thing), reason: .incomplete, turns: turns(),
                replacements: [.init(removed: "", inserted: thing.rendered)])
        }
        let action = thread.frame.actionWords
        let added = Result(
            tokens: joined(rest, action), reason: .incomplete, turns: turns(),
            replacements: [.init(removed: "", inserted: action.rendered)])
        // "The price" of what?
        let isRelational = frame.phrases.contains { phrase in
            // "The number for urgent cases" says of what.
            let next = phrase.words.upperBound
            let isQualified =
                next < rest.count && ["of", "for"].contains(rest[next].lower)
                && frame.phrases.contains {
                    $0.preposition == next && rest[$0.head].isStrong
                        && !FollowUpWords.timeNouns.contains(rest[$0.head].lower)
                }
            guard let determiner = phrase.determiner, !isQualified
            else { return false }
            return ["the", "any", "a", "an"].contains(frame.tokens[determiner].lower)
                && FollowUpWords.relational.contains(frame.tokens[phrase.head].lower)
        }
        let names = frame.phrases.filter { frame.text($0.words).contains(where: \.isStrong) }
        if isRelational, !isRequest, names.count <= 2, strength <= 3, !rest.contains(where: { $0.lower == "my" }) {
            return added
        }
        if let first = words.first?.lower, ["any", "other", "more", "else", "which"].contains(first), strength <= 2,
            !FollowUpOpening.isClause(Array(rest.dropFirst()))
        {
            return added
        }
        if rest.contains(where: { $0.lower == "else" }), strength <= 1 { return added }
        if isAsking, last.lower == "then", strength <= 2 { return added }
        if isAsking, strength <= 1, message.first?.lower == "but" { return added }
        if strength == 0 { return added }
        if words.first?.lower == "which", words.dropFirst().first?.lower == "one", strength <= 1 {
            return Result(tokens: joined(rest, thread.openQuestion), reason: .incomplete, turns: turns())
        }
        // A remark of few words about what the agent said.
        if !isAsking, !isRequest, strength <= 2, thread.agentTurn.map({ $0 > thread.questionTurn }) ?? false {
            return Result(tokens: joined(thread.openQuestion, rest), reason: .incomplete, turns: turns())
        }
        return nil
    }
}
