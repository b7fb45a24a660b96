public import HelpdeskTriage

/// When a person takes over, or at least looks at an answer before it is sent.
///
/// Every reason has an effect. Those of triage that cannot wait (``EscalationPolicy/hardReasons``) escalate unless the
/// host says otherwise; the others are weighed. Each that applies is reported as an ``EscalationFinding``, with its
/// evidence, whatever its effect, unless that is ``EscalationEffect/ignore``.
///
/// ```swift
/// var policy = ResolutionPolicy.balanced
/// policy.escalation.effects[.highValueCustomer] = .draft
/// policy.escalation.highValue.plans = ["Enterprise"]
/// policy.escalation.effects[.urgentPriority] = .ignore
/// ```
public struct EscalationPolicy: Hashable, Sendable, Codable {
    /// What reasons do, where it differs from ``standardEffects``.
    public var effects: [EscalationReason: EscalationEffect]
    /// The sum of weights from which on a person takes over; above 0.
    public var escalationWeight: Double
    /// The sum of weights from which on a person looks at the answer; above 0, at most ``escalationWeight``.
    public var draftWeight: Double
    /// How many earlier contacts about the same matter are not yet repeated contact.
    public var maximumPreviousContacts: Int
    /// The least sum that counts as a large one in dispute, whatever the currency; `nil` leaves it to triage. A dispute
    /// in which no sum can be read counts.
    public var minimumDisputedSum: Double?
    /// From which priority on a message counts as urgent.
    public var minimumUrgentPriority: TicketPriority
    /// Who counts as a high-value customer.
    public var highValue: EscalationCustomerCriteria
    /// The languages that are answered, as BCP 47 tags (`de` takes `de-AT`); `nil` for all.
    public var supportedLanguages: Set<String>?
    /// When the mood of a conversation counts as getting worse.
    public var trend: ConversationTrend.Thresholds
    /// The phrases by which conversations are read.
    public var vocabulary: ConversationVocabulary

    /// Creates a policy.
    public init(
        effects: [EscalationReason: EscalationEffect] = [:], escalationWeight: Double = 1, draftWeight: Double = 0.5,
        maximumPreviousContacts: Int = 1, minimumDisputedSum: Double? = nil,
        minimumUrgentPriority: TicketPriority = .urgent,
        highValue: EscalationCustomerCriteria = EscalationCustomerCriteria(), supportedLanguages: Set<String>? = nil,
        trend: ConversationTrend.Thresholds = ConversationTrend.Thresholds(),
        vocabulary: ConversationVocabulary = .english
    ) {
        self.effects = effects
        self.escalationWeight = escalationWeight
        self.draftWeight = draftWeight
        self.maximumPreviousContacts = maximumPreviousContacts
        self.minimumDisputedSum = minimumDisputedSum
        self.minimumUrgentPriority = minimumUrgentPriority
        self.highValue = highValue
        self.supportedLanguages = supportedLanguages
        self.trend = trend
        self.vocabulary = vocabulary
    }

    /// What a reason does: what the host says, else what is standard, else (a reason of the host's own) `.escalate`.
    public func effect(of reason: EscalationReason) -> EscalationEffect {
        effects[reason] ?? Self.standardEffects[reason] ?? .escalate
    }

    /// The reasons that escalate by themselves unless the host says otherwise, most weighty first.
    public static let hardReasons: [EscalationReason] = [
        .safety, .securityIncident, .outage, .dataLoss, .legalThreat, .disputedLargeSum, .repeatedContact,
        .accountAction, .humanRequested,
    ]

    /// What each reason does where the host says nothing.
    ///
    /// One sign of a conversation that goes wrong makes a draft, two escalate.
    public static let standardEffects: [EscalationReason: EscalationEffect] = {
        var effects: [EscalationReason: EscalationEffect] = [
            .noAnswer: .escalate, .lowConfidence: .escalate, .unsupportedLanguage: .escalate,
            .negativeTrend: .weight(0.5), .repeatedQuestion: .weight(0.5), .unhelpfulAnswer: .weight(0.5),
            .highValueCustomer: .raiseThreshold(by: 0.1), .urgentPriority: .raiseThreshold(by: 0.1),
            .suspectedInjection: .draft,
        ]
        for reason in hardReasons { effects[reason] = .escalate }
        return effects
    }()
}
