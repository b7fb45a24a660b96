/// What an ``InjectionDetector`` makes of a text.
public struct InjectionReport: Hashable, Sendable {
    /// The probability that the text tries to steer the model, from 0 to 1.
    public var probability: Double
    /// Whether the probability reaches the detector's threshold.
    public var isSuspicious: Bool
    /// The places that try to, in the order of the text; at least one where the text is suspicious, else none.
    public var findings: [InjectionFinding]
    /// The text without its invisible characters; otherwise untouched.
    public var neutralizedText: String

    /// Creates a report.
    public init(
        probability: Double, isSuspicious: Bool, findings: [InjectionFinding] = [], neutralizedText: String
    ) {
        self.probability = probability
        self.isSuspicious = isSuspicious
        self.findings = findings
        self.neutralizedText = neutralizedText
    }
}
