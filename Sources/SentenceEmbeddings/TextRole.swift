/// What a text is for. Some models put a different prompt before queries than before passages.
public enum TextRole: String, Hashable, Sendable, Codable {
    /// A question that is searched for.
    case query
    /// A piece of knowledge that is searched in.
    case passage
}
