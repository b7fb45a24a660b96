/// What happens to the answer to a message that tries to steer the model.
public enum InjectionAction: String, Hashable, Sendable, Codable, CaseIterable {
    /// A person looks at the answer before it is sent.
    case draft
    /// A person takes over.
    case escalate
    /// Nothing but the report: the message is answered, and flagged sources are used, as if nothing had been found.
    case ignore
}
