/// How well a decision was learned, on tickets that were left out.
public struct DecisionReport: Hashable, Sendable, Codable {
    /// How many tickets it was learned from.
    public var examples: Int
    /// The share of tickets that are judged right by a fit without them.
    public var accuracy: Double
    /// For escalation, the harmonic mean of precision and recall; `nil` for the others.
    public var f1: Double?

    /// Creates a report.
    public init(examples: Int, accuracy: Double, f1: Double? = nil) {
        self.examples = examples
        self.accuracy = accuracy
        self.f1 = f1
    }
}
