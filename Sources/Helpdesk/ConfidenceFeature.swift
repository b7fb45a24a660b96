/// What confidence is judged from, by name.
public enum ConfidenceFeature: String, Hashable, Sendable, Codable, CaseIterable, CodingKey {
    /// See ``ConfidenceFeatures/similarity``.
    case similarity
    /// See ``ConfidenceFeatures/margin``.
    case margin
    /// See ``ConfidenceFeatures/agreement``.
    case agreement
    /// See ``ConfidenceFeatures/coverage``.
    case coverage
    /// See ``ConfidenceFeatures/contrast``.
    case contrast
    /// See ``ConfidenceFeatures/support``.
    case support
    /// See ``ConfidenceFeatures/length``.
    case length
    /// See ``ConfidenceFeatures/faq``.
    case faq
    /// See ``ConfidenceFeatures/resolvedTicket``.
    case resolvedTicket
    /// See ``ConfidenceFeatures/approval``.
    case approval
    /// See ``ConfidenceFeatures/age``.
    case age
    /// See ``ConfidenceFeatures/grounding``.
    case grounding
}
