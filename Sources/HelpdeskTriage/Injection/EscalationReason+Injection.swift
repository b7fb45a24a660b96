extension EscalationReason {
    /// The message tries to steer the model that answers it.
    public static let suspectedInjection = EscalationReason(rawValue: "suspected_injection")
}
