public import HelpdeskTriage

/// A step of a streamed resolution.
public enum ResolutionEvent: Sendable {
    /// What the message is about; the first event.
    case triage(Triage)
    /// What the search found.
    case sources([SourceReference])
    /// The next characters of the answer. What a source does not support is never streamed.
    case text(String)
    /// A source that the answer rests on; after the text, once it is known what of the text stands.
    case citation(Citation)
    /// The last event: everything together. Its answer is the sum of the texts.
    case finished(Resolution)
}
