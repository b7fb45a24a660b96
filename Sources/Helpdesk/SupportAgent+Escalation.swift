import HelpdeskTriage

/// Deciding whether a person takes over, and telling that person what is known.
extension SupportAgent {
    /// The last turns of the conversation, with how the customer's read; the triager judges what the host has not.
    func judged(_ query: SupportQuery) async throws -> [ConversationTurn] {
        var turns = Array(query.conversation.suffix(configuration.conversationTurns))
        guard configuration.policy.escalation.effect(of: .negativeTrend) != .ignore else { return turns }
        for index in turns.indices where turns[index].speaker == .customer && turns[index].sentiment == nil {
            turns[index].sentiment = try await turnTriager.triage(turns[index].text).sentiment
        }
        return turns
    }

    /// What speaks for a person.
    func assessment(
        of query: SupportQuery, turns: [ConversationTurn], triage: Triage, draft: AnswerDraft, confidence: Double,
        injection: SuspectedInjections
    ) -> EscalationAssessment {
        let policy = configuration.policy.escalation
        var trend = ConversationTrend(
            of: query.text, sentiment: triage.sentiment, conversation: turns, thresholds: policy.trend,
            vocabulary: policy.vocabulary)
        trend.repeatedQuestion?.turn? += query.conversation.count - turns.count
        return EscalationAssessment(
            EscalationAssessment.Input(
                message: query.text, customer: query.customer, triage: triage, trend: trend,
                hasAnswer: !draft.text.isEmpty, confidence: confidence, injections: injection.evidence),
            policy: configuration.policy)
    }

    /// What the person who takes over should know.
    func summary(
        of query: SupportQuery, turns: [ConversationTurn], assessment: EscalationAssessment, sources: SourceList,
        draft: AnswerDraft
    ) -> EscalationSummary {
        EscalationSummaryWriter(
            EscalationSummaryWriter.Input(
                query: query, turns: turns, assessment: assessment, sources: sources, draft: draft),
            options: configuration.summary, reader: ConversationReader(configuration.policy.escalation.vocabulary),
            redactor: redactor
        ).summary()
    }

    /// Where a message goes, where there is a routing policy and a time.
    func routing(of query: SupportQuery, triage: Triage, findings: [EscalationFinding]) throws -> RoutingResult? {
        guard let policy = configuration.routing, let time = query.time else { return nil }
        return try policy.routing(
            for: triage, reasons: findings.map(\.reason), customer: query.customer, at: time)
    }
}
