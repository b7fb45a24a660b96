/// What a host lets an agent do on its own.
///
/// Where no reason speaks for a person (``escalation``), the confidence decides: from ``resolveThreshold`` on the
/// answer is sent, from ``draftThreshold`` on a person looks at it first, below that a person takes over.
public struct ResolutionPolicy: Hashable, Sendable, Codable {
    /// The least confidence with which an answer is sent, from 0 to 1.
    public var resolveThreshold: Double
    /// The least confidence with which an answer is proposed to a person, from 0 to ``resolveThreshold``.
    public var draftThreshold: Double
    /// Which reasons speak for a person, and what they do.
    public var escalation: EscalationPolicy

    /// Creates a policy.
    public init(
        resolveThreshold: Double = 0.7, draftThreshold: Double = 0.2, escalation: EscalationPolicy = EscalationPolicy()
    ) {
        self.resolveThreshold = resolveThreshold
        self.draftThreshold = draftThreshold
        self.escalation = escalation
    }

    /// Reads a policy; what is missing has its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let standard = ResolutionPolicy()
        self.init(
            resolveThreshold: try container.decodeIfPresent(Double.self, forKey: .resolveThreshold)
                ?? standard.resolveThreshold,
            draftThreshold: try container.decodeIfPresent(Double.self, forKey: .draftThreshold)
                ?? standard.draftThreshold,
            escalation: try container.decodeIfPresent(EscalationPolicy.self, forKey: .escalation)
                ?? standard.escalation)
    }

    /// Checks that the policy can be used.
    ///
    /// - Throws: ``HelpdeskError`` with code `invalidConfiguration` and the setting that is wrong.
    public func validate() throws(HelpdeskError) {
        guard (0...1).contains(draftThreshold), (draftThreshold...1).contains(resolveThreshold) else {
            throw HelpdeskError(
                .invalidConfiguration,
                "0 ≤ draftThreshold (\(draftThreshold)) ≤ resolveThreshold (\(resolveThreshold)) ≤ 1 must hold")
        }
        try escalation.validate()
    }

    /// The defaults: one sign of a conversation that goes wrong makes a draft, two escalate.
    public static let balanced = ResolutionPolicy()

    /// For a start, or where a wrong answer is dear: only what is all but certain is sent, and every sign of trouble
    /// brings a person.
    public static let cautious = ResolutionPolicy(
        resolveThreshold: 0.85, draftThreshold: 0.3,
        escalation: EscalationPolicy(
            effects: [
                .negativeTrend: .escalate, .repeatedQuestion: .escalate, .unhelpfulAnswer: .escalate,
                .highValueCustomer: .draft, .urgentPriority: .draft, .suspectedInjection: .escalate,
            ], maximumPreviousContacts: 0))

    /// For a host with few people: what is more likely right than not is sent, and customers may try again once. The
    /// hard reasons bring a person all the same.
    public static let selfService = ResolutionPolicy(
        resolveThreshold: 0.55, draftThreshold: 0.1,
        escalation: EscalationPolicy(
            effects: [
                .negativeTrend: .weight(0.25), .repeatedQuestion: .weight(0.4), .unhelpfulAnswer: .weight(0.4),
                .urgentPriority: .weight(0.25), .highValueCustomer: .raiseThreshold(by: 0.05),
            ], escalationWeight: 0.8, draftWeight: 0.6, maximumPreviousContacts: 2))
}
