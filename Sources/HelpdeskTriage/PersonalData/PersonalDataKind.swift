/// A kind of personal data. More kinds may be added; hosts may name their own.
public struct PersonalDataKind: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name, in snake case.
    public var rawValue: String
    /// Creates a kind of the host's own.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The name.
    public var description: String { rawValue }

    /// An e-mail address, also one written to hide from machines ("ann [at] example [dot] com").
    public static let email = PersonalDataKind(rawValue: "email")
    /// A telephone or fax number with its extension.
    public static let phone = PersonalDataKind(rawValue: "phone")
}
