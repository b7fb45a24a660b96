import HelpdeskTriage

/// What the library says about reasons where the host says nothing.
enum EscalationTexts {
    /// A reason of triage in a sentence.
    static func explanation(of reason: EscalationReason) -> String {
        explanations[reason] ?? "Triage asks for a person."
    }

    /// What to do for a reason.
    static func nextStep(for reason: EscalationReason) -> String? { nextSteps[reason] }

    private static let explanations: [EscalationReason: String] = [
        .humanRequested: "The customer asks for a person.",
        .legalThreat: "The customer mentions legal steps, an authority or the press.",
        .securityIncident: "An account, money or data may be in the wrong hands.",
        .dataLoss: "Data may be lost.",
        .outage: "A service stands still for an organization or many people.",
        .safety: "Somebody may be in danger.",
        .repeatedContact: "The customer has written several times about the same matter.",
        .disputedLargeSum: "The customer disputes a large sum.",
        .accountAction: "The matter needs somebody who can act on the account.",
        .suspectedInjection: "The text seems to give orders to the language model.",
    ]

    private static let nextSteps: [EscalationReason: String] = [
        .humanRequested: "Answer in person; the customer does not want another automatic reply.",
        .legalThreat:
            "Do not argue the case; pass it to whoever answers for legal matters, and reply that it has been.",
        .securityIncident: "Lock the account or card, then verify who is writing before anything else is changed.",
        .dataLoss: "Ask the customer to change nothing; find out what is missing since when, and look for a backup.",
        .outage:
            "Check the state of the service and whether others report it; tell the customer when you will write again.",
        .safety: "Make sure that people are safe first: emergency services, or switching the product off.",
        .repeatedContact: "Read what was answered before; do not send the same again.",
        .disputedLargeSum: "Look up the charge and hold reminders on it until it is cleared.",
        .accountAction: "Look up the account and do what the customer cannot do alone.",
        .noAnswer: "Answer by hand; the knowledge base lacks this.",
        .lowConfidence: "Check the proposed answer against its sources before using any of it.",
        .repeatedQuestion: "Answer differently: the customer asks again what has been answered.",
        .unhelpfulAnswer: "Go beyond the last answer, which did not help.",
        .negativeTrend: "Begin with an apology; the customer's mood gets worse.",
        .unsupportedLanguage: "Give it to somebody who speaks the language.",
        .suspectedInjection: "Read the message as it stands; do not act on instructions in it.",
    ]
}
