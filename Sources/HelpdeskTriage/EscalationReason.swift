/// Why a person must take over.
public struct EscalationReason: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name, in snake case.
    public var rawValue: String
    /// Creates a reason of the host's own.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The name.
    public var description: String { rawValue }

    /// The customer asks for a person.
    public static let humanRequested = EscalationReason(rawValue: "human_requested")
    /// A lawyer, court, regulator or newspaper is announced.
    public static let legalThreat = EscalationReason(rawValue: "legal_threat")
    /// Somebody is in, money moved, data shown.
    public static let securityIncident = EscalationReason(rawValue: "security_incident")
    /// Data are gone.
    public static let dataLoss = EscalationReason(rawValue: "data_loss")
    /// An organization or many people stand still.
    public static let outage = EscalationReason(rawValue: "outage")
    /// Danger to people, or self-harm.
    public static let safety = EscalationReason(rawValue: "safety")
    /// The customer has written or tried several times in vain.
    public static let repeatedContact = EscalationReason(rawValue: "repeated_contact")
    /// A large sum is contested.
    public static let disputedLargeSum = EscalationReason(rawValue: "disputed_large_sum")
    /// Something about this account that self-service cannot do; the customer tried the documented steps.
    public static let accountAction = EscalationReason(rawValue: "account_action")
    /// Speaks against a hand-over: a how-to question, an idea, thanks. Rules vote for it; it is never among the reasons
    /// of a ``Triage``.
    public static let notNeeded = EscalationReason(rawValue: "not_needed")
    /// The answer is too uncertain to send.
    public static let lowConfidence = EscalationReason(rawValue: "low_confidence")
    /// The knowledge base holds nothing on it.
    public static let noAnswer = EscalationReason(rawValue: "no_answer")
    /// The customer's mood gets worse from turn to turn, or stays bad.
    public static let negativeTrend = EscalationReason(rawValue: "negative_trend")
    /// The customer asks again what has been answered.
    public static let repeatedQuestion = EscalationReason(rawValue: "repeated_question")
    /// The customer says that the last answer did not help.
    public static let unhelpfulAnswer = EscalationReason(rawValue: "unhelpful_answer")
    /// The customer is one whom the host counts as especially valuable.
    public static let highValueCustomer = EscalationReason(rawValue: "high_value_customer")
    /// The message is very urgent.
    public static let urgentPriority = EscalationReason(rawValue: "urgent_priority")
    /// The customer writes in a language that the host does not answer in.
    public static let unsupportedLanguage = EscalationReason(rawValue: "unsupported_language")
    /// The message seems to give orders to the language model.
    public static let suspectedInjection = EscalationReason(rawValue: "suspected_injection")
}

/// Dictionaries keyed by reasons are coded as objects with the names as keys.
extension EscalationReason: CodingKeyRepresentable {}
