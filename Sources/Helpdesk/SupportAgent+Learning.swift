public import HelpdeskKnowledge
import HelpdeskTriage
import Synchronization

extension SupportAgent {
    /// Adds a resolved ticket to the knowledge base, so that the next customer with the same problem is answered
    /// from it.
    ///
    /// - Parameter ticket: The ticket. Personal data in it is masked for good first (`[email]`, `[phone]`), unless
    ///   the configuration says otherwise.
    public func learn(from ticket: ResolvedTicket) async throws {
        var ticket = ticket
        if configuration.redactsLearnedTickets {
            ticket.subject = redactor.mask(ticket.subject)
            ticket.problem = redactor.mask(ticket.problem)
            ticket.resolution = redactor.mask(ticket.resolution)
        }
        _ = try await knowledge.upsert([.resolvedTicket(ticket)])
        ledger.withLock { $0.learned += 1 }
    }

    /// Records how satisfied a customer was with a resolution.
    ///
    /// - Parameters:
    ///   - score: From 0 (not at all) to 1 (wholly).
    ///   - id: The resolution. A later score for the same resolution counts as another one.
    /// - Throws: ``HelpdeskError`` with code `unknownResolution`, or `invalidArgument` for a score out of range.
    public func recordSatisfaction(_ score: Double, for id: ResolutionID) throws {
        guard (0...1).contains(score) else {
            throw HelpdeskError(.invalidArgument, "the satisfaction is \(score); it must be from 0 to 1")
        }
        try ledger.withLock { ledger in
            try Self.check(id, ledger)
            ledger.satisfactionSum += score
            ledger.satisfactionCount += 1
            ledger.answers.rate(id, satisfaction: score)
        }
    }

    /// Records whether an answer was right, as a person or the further course of the conversation tells.
    ///
    /// - Parameters:
    ///   - isRight: Whether it answered the question. A later judgement of the same answer replaces this one.
    ///   - id: The resolution; among the last 10,000. For an older one, or after a restart, make a ``JudgedAnswer`` of
    ///     its ``Resolution/confidenceFeatures``.
    /// - Throws: ``HelpdeskError`` with code `unknownResolution` where there was none, it is no longer known, or it has no
    ///   answer.
    public func recordJudgement(isRight: Bool, for id: ResolutionID) throws {
        try ledger.withLock { ledger in
            try Self.check(id, ledger)
            switch ledger.answers.place(of: id) {
            case .answer: ledger.answers.judge(id, isRight: isRight)
            case .noAnswer:
                throw HelpdeskError(.unknownResolution, "resolution \(id) has no answer that could be judged")
            case .forgotten:
                throw HelpdeskError(
                    .unknownResolution, "resolution \(id) is not among the last \(AnswerLog.capacity)")
            }
        }
    }

    /// The answers of which it is known whether they were right, oldest first. They are kept in memory only.
    ///
    /// - Parameter least: The satisfaction from which on an answer counts as right where nobody judged it (see
    ///   ``recordJudgement(isRight:for:)``); `nil` to leave satisfaction out. A customer may be satisfied with a wrong
    ///   answer and dissatisfied with a right one: judgements say more.
    public func judgedAnswers(satisfiedFrom least: Double? = nil) -> [JudgedAnswer] {
        ledger.withLock { $0.answers.judged(satisfiedFrom: least) }
    }

    /// The calibration that the recorded judgements give, to be saved and set in the configuration of the next agent.
    ///
    /// - Parameters:
    ///   - earlier: Judged answers of earlier agents with the same knowledge.
    ///   - least: See ``judgedAnswers(satisfiedFrom:)``.
    /// - Throws: ``HelpdeskError`` with code `tooFewOutcomes` for fewer than 20.
    public func calibration(
        with earlier: [JudgedAnswer] = [], satisfiedFrom least: Double? = nil
    ) throws -> ConfidenceCalibration {
        try ConfidenceCalibration(
            outcomes: configuration.confidence.outcomes(of: earlier + judgedAnswers(satisfiedFrom: least)))
    }

    private static func check(_ id: ResolutionID, _ ledger: Ledger) throws {
        guard id.rawValue >= 1, id.rawValue <= ledger.lastID else {
            throw HelpdeskError(.unknownResolution, "no resolution \(id); the last one is \(ledger.lastID)")
        }
    }

    /// What the agent has done since it was created.
    public var statistics: AgentStatistics {
        var statistics = ledger.withLock { $0.statistics }
        statistics.indexedByKind = knowledge.statistics.itemsByKind
        let now = now
        statistics.circuit = breaker.withLock { $0.state(at: now) }
        return statistics
    }
}
