public import HelpdeskTriage

/// What a host lets an agent do on its own.
///
/// Reasons from triage always escalate. Otherwise the confidence decides: from ``resolveThreshold`` on the answer is
/// sent, from ``draftThreshold`` on a person looks at it first, below that a person takes over.
public struct ResolutionPolicy: Hashable, Sendable, Codable {
    /// The least confidence with which an answer is sent, from 0 to 1.
    public var resolveThreshold: Double
    /// The least confidence with which an answer is proposed to a person, from 0 to ``resolveThreshold``.
    public var draftThreshold: Double
    /// How many earlier contacts about the same matter make a person take over.
    public var maximumPreviousContacts: Int
    /// Reasons of triage that do not escalate by themselves.
    public var ignoredReasons: Set<EscalationReason>
    /// What happens to the answer to a message that tries to steer the model.
    public var injectionAction = InjectionAction.draft

    /// Creates a policy.
    public init(
        resolveThreshold: Double = 0.7, draftThreshold: Double = 0.2, maximumPreviousContacts: Int = 1,
        ignoredReasons: Set<EscalationReason> = []
    ) {
        self.resolveThreshold = resolveThreshold
        self.draftThreshold = draftThreshold
        self.maximumPreviousContacts = maximumPreviousContacts
        self.ignoredReasons = ignoredReasons
    }

    func validate() throws {
        guard (0...1).contains(draftThreshold), (draftThreshold...1).contains(resolveThreshold) else {
            throw HelpdeskError(
                .invalidConfiguration,
                "0 ≤ draftThreshold (\(draftThreshold)) ≤ resolveThreshold (\(resolveThreshold)) ≤ 1 must hold")
        }
    }

    /// Decides about an answer.
    func decide(
        triage: Triage, customer: CustomerContext?, hasAnswer: Bool, confidence: Double, draftReason: DraftReason?,
        summary: ([EscalationReason]) -> String
    ) -> Decision {
        var reasons = triage.escalationReasons
        if let customer, customer.previousContacts > maximumPreviousContacts, !reasons.contains(.repeatedContact) {
            reasons.append(.repeatedContact)
        }
        reasons.removeAll(where: ignoredReasons.contains)
        if reasons.isEmpty {
            if !hasAnswer {
                reasons = [.noAnswer]
            } else if confidence < draftThreshold {
                reasons = [.lowConfidence]
            }
        }
        if !reasons.isEmpty { return .escalate(reasons, summary: summary(reasons)) }
        if let draftReason { return .draft(draftReason) }
        return confidence >= resolveThreshold ? .resolve : .draft(.moderateConfidence)
    }
}
