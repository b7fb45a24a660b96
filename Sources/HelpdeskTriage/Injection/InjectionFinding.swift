/// A place of a text that tries to steer the model.
public struct InjectionFinding: Hashable, Sendable {
    /// What it tries.
    public var kind: InjectionKind
    /// Where it stands, in Unicode scalars of the text that was examined.
    public var range: Range<Int>
    /// What it says; decoded, where it was hidden or encoded.
    public var text: String
    /// The name of the rule that found it; `model` where the words as a whole did.
    public var rule: String

    /// Creates a finding.
    public init(kind: InjectionKind, range: Range<Int>, text: String, rule: String) {
        self.kind = kind
        self.range = range
        self.text = text
        self.rule = rule
    }
}
