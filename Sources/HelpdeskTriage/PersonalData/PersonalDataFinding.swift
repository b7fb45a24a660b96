/// A piece of personal data in a text.
public struct PersonalDataFinding: Hashable, Sendable, Codable {
    /// What it is.
    public var kind: PersonalDataKind
    /// How it is written.
    public var value: String
    /// Where it stands, in offsets of Unicode scalars.
    public var range: Range<Int>

    /// Creates a finding.
    public init(kind: PersonalDataKind, value: String, range: Range<Int>) {
        self.kind = kind
        self.value = value
        self.range = range
    }
}
