/// A place in a source's history, opaque to everyone but the source.
public struct SyncCursor: RawRepresentable, Hashable, Sendable, Codable {
    /// The source's own text for the place.
    public var rawValue: String
    /// Creates a cursor from a source's own text.
    public init(rawValue: String) { self.rawValue = rawValue }
}
