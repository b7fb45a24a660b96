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
            guard id.rawValue >= 1, id.rawValue <= ledger.lastID else {
                throw HelpdeskError(.unknownResolution, "no resolution \(id); the last one is \(ledger.lastID)")
            }
            ledger.satisfactionSum += score
            ledger.satisfactionCount += 1
        }
    }

    /// What the agent has done since it was created.
    public var statistics: AgentStatistics {
        var statistics = ledger.withLock { $0.statistics }
        statistics.indexedByKind = knowledge.statistics.itemsByKind
        return statistics
    }
}
