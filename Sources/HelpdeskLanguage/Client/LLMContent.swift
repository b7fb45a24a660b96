/// A block of a message.
public enum LLMContent: Hashable, Sendable {
    /// Plain text.
    case text(String)
    /// A source that the answer can quote and cite.
    case source(LLMSource)
}
