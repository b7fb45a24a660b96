public import HelpdeskTriage

/// A reason that speaks for a person, with what it rests on.
public struct EscalationFinding: Hashable, Sendable, Codable {
    /// The reason.
    public var reason: EscalationReason
    /// What the policy makes of it.
    public var effect: EscalationEffect
    /// The reason in a sentence, with the numbers that it was judged by.
    public var explanation: String
    /// What it rests on; empty where the explanation says everything.
    public var evidence: [EscalationEvidence]

    /// Creates a finding.
    public init(
        reason: EscalationReason, effect: EscalationEffect, explanation: String, evidence: [EscalationEvidence] = []
    ) {
        self.reason = reason
        self.effect = effect
        self.explanation = explanation
        self.evidence = evidence
    }
}
