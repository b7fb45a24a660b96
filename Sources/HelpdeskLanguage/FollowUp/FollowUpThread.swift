/// What a conversation has come to: the last question, complete, and what the agent said to it.
struct FollowUpThread {
    /// The customer's last question or problem, complete.
    var question: [FollowUpToken] = []
    var frame = QuestionFrame([])
    /// The position of the turn it was asked in.
    var questionTurn = 0
    /// The agent's last message, and its turn.
    var agent: [FollowUpToken] = []
    var agentTurn: Int?

    var isEmpty: Bool { question.isEmpty }

    /// The most tokens of a question that are kept.
    private static let longestQuestion = 48

    /// Sets the question from a message that is complete: all of it where it is short, else the sentence that asks.
    mutating func ask(_ message: [FollowUpToken], turn: Int) {
        let sentences = FollowUpOpening.withoutCourtesies(message).sentences.filter { !FollowUpOpening.isCourtesy($0) }
        guard let core = Self.core(of: sentences) else { return }
        frame = QuestionFrame(core)
        let all = Array(sentences.joined())
        question = all.count <= Self.longestQuestion ? all : Array(core.prefix(Self.longestQuestion))
        if sentences.count > 1, all.count <= Self.longestQuestion, core.strongStems.count > 1 { question = core }
        questionTurn = turn
    }

    /// The sentence to go on from: the last that asks and says enough, else the one that says most.
    private static func core(of sentences: [[FollowUpToken]]) -> [FollowUpToken]? {
        let asking = sentences.last { $0.last?.text == "?" && $0.strongStems.count > 0 && !leans($0) }
        if let asking { return asking }
        return sentences.max { $0.strongStems.count < $1.strongStems.count }
    }

    private static func leans(_ sentence: [FollowUpToken]) -> Bool {
        sentence.strongStems.count < 2
            && sentence.contains { FollowUpWords.pronouns.contains($0.lower) && $0.lower != "there" }
    }

    /// The question without its closing mark.
    var openQuestion: [FollowUpToken] { question.trimmed }

    /// Whether the agent asked something last.
    var isAgentAsking: Bool {
        agent.last { $0.text != "\n" }?.text == "?"
            && agentQuestion.map { !FollowUpOpening.isCourtesy($0) && !isEmptyOffer($0) } ?? false
    }

    /// What the agent asked last.
    var agentQuestion: [FollowUpToken]? { agent.sentences.last }

    /// "How can I help?", "Anything else?"
    private func isEmptyOffer(_ sentence: [FollowUpToken]) -> Bool {
        sentence.strongStems.isEmpty && sentence.count < 9 && !sentence.contains { $0.lower == "it" }
    }

    /// What the agent stated last, without courtesies and questions.
    var agentStatement: [FollowUpToken]? {
        agent.sentences.last { $0.last?.text != "?" && !FollowUpOpening.isCourtesy($0) && !$0.strongStems.isEmpty }
    }

    // MARK: Things of the agent's answer

    /// The phrase of the agent's answer, or else of the question, that ends with a word.
    func phrase(headed stem: UInt64) -> (words: [FollowUpToken], isAgents: Bool)? {
        for (tokens, isAgents) in [(Array(agent.prefix(200)), true), (question, false)] {
            let frame = QuestionFrame(tokens)
            if let phrase = frame.phrases.last(where: { frame.tokens[$0.head].stem == stem }) {
                return (frame.text(phrase.nounRange), isAgents)
            }
        }
        return nil
    }

    /// The object of a verb in the agent's answer: "the filter" of "Clean the filter".
    func agentObject(of verb: UInt64) -> [FollowUpToken]? {
        let frame = QuestionFrame(Array(agent.prefix(200)))
        for index in frame.tokens.indices where frame.tokens[index].stem == verb {
            if let phrase = frame.phrases.first(where: { $0.preposition == nil && $0.nounRange.lowerBound == index + 1 }
            ) {
                return frame.text(phrase.nounRange)
            }
        }
        return nil
    }

    /// What a short answer says is needed: "the PUK".
    var agentNeed: [FollowUpToken]? {
        guard agent.count <= 30 else { return nil }
        let stems = FollowUpWords.stems("need require use get")
        return stems.lazy.compactMap { agentObject(of: $0) }.first { phrase in
            phrase.contains { $0.isContent } && Set(phrase.map(\.stem)).isDisjoint(with: question.strongStems)
        }
    }

    /// The thing that a short answer brings up: "the Booking add-on", "your recovery codes".
    var agentThing: [FollowUpToken]? {
        guard agent.count <= 40 else { return nil }
        let frame = QuestionFrame(agent)
        let known = question.strongStems
        let phrase = frame.phrases.last {
            $0.determiner != nil && FollowUpWords.introduced.contains(frame.tokens[$0.head].lower)
                && !known.contains(frame.tokens[$0.head].stem)
        }
        let bare = frame.phrases.last {
            $0.words.count > 1 && FollowUpWords.introduced.contains(frame.tokens[$0.head].lower)
                && !known.contains(frame.tokens[$0.head].stem)
        }
        return (phrase ?? bare).map { frame.text($0.nounRange) }
    }

    // MARK: Choices

    /// What the agent, or else the question, offers to choose from.
    var options: [[FollowUpToken]] {
        let listed = Self.listed(in: agent)
        if listed.count > 1 { return listed }
        for sentence in agent.sentences + [question] {
            let options = Self.coordinated(in: sentence)
            if options.count > 1 { return options }
        }
        return []
    }

    /// The items of a list, a line each.
    private static func listed(in tokens: [FollowUpToken]) -> [[FollowUpToken]] {
        var items: [[FollowUpToken]] = []
        for line in tokens.split(whereSeparator: { $0.text == "\n" }) {
            guard let first = line.first else { continue }
            let isNumber =
                first.lower.count <= 2 && first.lower.allSatisfy(\.isNumber)
                && line.dropFirst().first.map { [".", ")", ":"].contains($0.text) } ?? false
            let isBullet = ["-", "–", "•", "*"].contains(first.text)
            guard isNumber || isBullet else { continue }
            items.append(Array(Array(line.dropFirst(isNumber ? 2 : 1)).trimmed.prefix(14)))
        }
        return items
    }

    /// "A, B or C".
    private static func coordinated(in sentence: [FollowUpToken]) -> [[FollowUpToken]] {
        guard sentence.count <= 60,
            let join = sentence.indices.last(where: { sentence[$0].lower == "or" })
                ?? sentence.indices.last(where: { sentence[$0].lower == "and" }), join > 0
        else { return [] }
        var parts = sentence[..<join].split { $0.text == "," || $0.text == ":" || $0.text == ";" }.map(Array.init)
        guard let first = parts.last else { return [] }
        // Of the first part only the end belongs to the choice.
        func tail(_ part: [FollowUpToken]) -> [FollowUpToken] {
            let frame = QuestionFrame(part)
            return frame.phrases.last.map { Array(part[$0.range.lowerBound...]) } ?? part
        }
        if parts.count == 1 {
            parts = [tail(first)]
        } else {
            parts[0] = tail(parts[0])
            parts = parts.filter { $0.count <= 8 }
        }
        let rest = QuestionFrame(Array(sentence[(join + 1)...]))
        guard let last = rest.phrases.first, last.range.lowerBound <= 2 else { return [] }
        return parts + [rest.text(last.range)]
    }
}
