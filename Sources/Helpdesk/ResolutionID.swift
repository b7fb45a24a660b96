/// The name of a resolution, unique within one agent.
public struct ResolutionID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The position of the resolution in the agent's life, from 1.
    public var rawValue: UInt64
    /// Creates a name.
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    /// The number.
    public var description: String { String(rawValue) }
}
