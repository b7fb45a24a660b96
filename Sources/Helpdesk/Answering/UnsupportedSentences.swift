/// What becomes of an answer from which sentences were taken out because no source supports them.
public enum UnsupportedSentences: String, Hashable, Sendable, Codable {
    /// A person looks at the rest before it is sent.
    case drafted
    /// The rest may be sent, if its confidence is high enough.
    case removed
}
