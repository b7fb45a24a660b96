/// How a message reads.
public enum Sentiment: String, Hashable, Sendable, Codable, CaseIterable {
    /// Frustration, anger, worry, harm under way.
    case negative
    /// Neither.
    case neutral
    /// Praise or thanks.
    case positive
}
