import HelpdeskTriage

/// Puts a summary together from what is known about a query. Linear in the texts.
struct EscalationSummaryWriter {
    /// What a summary is made of.
    struct Input {
        var query: SupportQuery
        /// The last turns of the conversation, those that the agent reads.
        var turns: [ConversationTurn]
        var assessment: EscalationAssessment
        var sources: SourceList
        var draft: AnswerDraft
    }

    static let maximumAttempts = 6
    static let maximumFacts = 24
    static let maximumAnswer = 240
    static let maximumEvidence = 200
    static let maximumSteps = 3

    let input: Input
    let options: EscalationSummary.Options
    let reader: ConversationReader
    /// The turns, the newest message, and the proposed answer.
    let texts: [EscalationText]
    /// The place of the first turn in the query's conversation.
    let firstTurn: Int

    init(
        _ input: Input, options: EscalationSummary.Options, reader: ConversationReader, redactor: PersonalDataRedactor
    ) {
        self.input = input
        self.options = options
        self.reader = reader
        firstTurn = input.query.conversation.count - input.turns.count
        let all = input.turns.map(\.text) + [input.query.text, input.draft.text]
        switch options.personalData {
        case .restored: texts = all.map { EscalationText($0) }
        case .placeholders:
            texts = zip(all, redactor.redact(all)).map { EscalationText($0, replacements: $1.replacements) }
        }
    }

    func summary() -> EscalationSummary {
        let messages = customerMessages()
        let customer = shownCustomer
        return EscalationSummary(
            problem: problem(messages), attempts: attempts(messages), answers: answers, facts: facts,
            triage: shownTriage, findings: input.assessment.findings.map(shown),
            sources: input.sources.hits.prefix(options.maximumSources).map(SourceReference.init),
            proposedAnswer: texts[texts.count - 1].line(), nextSteps: nextSteps, customer: customer,
            language: customer?.language, trend: shownTrend, earlierMessages: input.query.conversation.count)
    }

    // MARK: The customer's words

    /// A message of the customer, the newest last.
    struct Message {
        /// The place of its text; the turn of the query's conversation where it is one.
        var text: EscalationText
        var turn: Int?
        var sentences: [ConversationSentence]
    }

    private func customerMessages() -> [Message] {
        let turns = input.turns.indices.filter { input.turns[$0].speaker == .customer }.map { index in
            Message(
                text: texts[index], turn: firstTurn + index,
                sentences: ConversationSentence.sentences(of: input.turns[index].text))
        }
        return turns + [
            Message(
                text: texts[input.turns.count], turn: nil,
                sentences: ConversationSentence.sentences(of: input.query.text))
        ]
    }

    private func attempts(_ messages: [Message]) -> [EscalationEvidence] {
        let attempts = messages.flatMap { message in
            message.sentences.filter(reader.isAttempt).map { sentence in
                EscalationEvidence(
                    text: message.text.line(sentence.range, limit: Self.maximumEvidence), turn: message.turn,
                    range: sentence.range)
            }
        }
        return Array(attempts.suffix(Self.maximumAttempts))
    }

    // MARK: What was answered, and what was named

    private var answers: [EscalationSummary.GivenAnswer] {
        input.turns.indices.filter { input.turns[$0].speaker == .agent }.map { index in
            EscalationSummary.GivenAnswer(
                text: texts[index].line(limit: Self.maximumAnswer), turn: firstTurn + index,
                citations: input.turns[index].citations)
        }
    }

    private var facts: [EscalationSummary.Fact] {
        var facts: [EscalationSummary.Fact] = []
        var seen = Set<String>()
        let newest = input.turns.count
        // The newest message first: what it names matters most.
        for index in [newest] + input.turns.indices.reversed() where index == newest || isCustomer(index) {
            let text = index == newest ? input.query.text : input.turns[index].text
            for var fact in Self.facts(of: text, turn: index == newest ? nil : firstTurn + index) {
                guard facts.count < Self.maximumFacts, seen.insert("\(fact.kind) \(fact.text)").inserted else {
                    continue
                }
                if texts[index].isPersonal(fact.range) { fact.text = texts[index].line(fact.range) }
                facts.append(fact)
            }
        }
        return facts
    }

    private func isCustomer(_ index: Int) -> Bool { input.turns[index].speaker == .customer }

    /// What a message names, quoted history left out.
    static func facts(of message: String, turn: Int?) -> [EscalationSummary.Fact] {
        let ranges = MessageText(message).parts.filter { $0.kind == .newest || $0.kind == .stackTrace }.map(\.range)
        return EscalationFactScanner.facts(Array(message.unicodeScalars), in: ranges, maximumCount: maximumFacts)
            .map { fact in
                var fact = fact
                fact.turn = turn
                return fact
            }
    }

    // MARK: Personal data

    private var shownCustomer: CustomerContext? {
        guard options.personalData == .placeholders, let customer = input.query.customer else {
            return input.query.customer
        }
        return CustomerContext(
            id: customer.id, plan: customer.plan, previousContacts: customer.previousContacts,
            lifetimeValue: customer.lifetimeValue, language: customer.language)
    }

    private var shownTriage: Triage {
        guard options.personalData == .placeholders else { return input.assessment.input.triage }
        var triage = input.assessment.input.triage
        for index in triage.evidence.indices {
            triage.evidence[index].text = texts[input.turns.count].line(triage.evidence[index].range)
        }
        return triage
    }

    private var shownTrend: ConversationTrend {
        var trend = input.assessment.input.trend
        trend.repeatedQuestion = trend.repeatedQuestion.map(shown)
        trend.unhelpfulAnswer = trend.unhelpfulAnswer.map(shown)
        return trend
    }

    private func shown(_ finding: EscalationFinding) -> EscalationFinding {
        var finding = finding
        finding.evidence = finding.evidence.map(shown)
        return finding
    }

    private func shown(_ evidence: EscalationEvidence) -> EscalationEvidence {
        var evidence = evidence
        let index = evidence.turn.map { $0 - firstTurn } ?? input.turns.count
        if let range = evidence.range, texts.indices.contains(index) {
            evidence.text = texts[index].line(range, limit: Self.maximumEvidence)
        } else if evidence.turn != nil, texts.indices.contains(index) {
            evidence.text = texts[index].line(limit: Self.maximumEvidence)
        }
        return evidence
    }
}
