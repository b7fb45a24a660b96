/// The words a decision went by.
public struct TriageEvidence: Hashable, Sendable, Codable {
    /// The name of the rule that matched.
    public var rule: String
    /// What it voted for: a category, priority, sentiment or escalation reason.
    public var vote: String
    /// How strongly.
    public var weight: Double
    /// The words that matched, as they stand in the message.
    public var text: String
    /// Where they stand in the message, in offsets of Unicode scalars.
    public var range: Range<Int>

    /// Creates a piece of evidence.
    public init(rule: String, vote: String, weight: Double, text: String, range: Range<Int>) {
        self.rule = rule
        self.vote = vote
        self.weight = weight
        self.text = text
        self.range = range
    }
}
