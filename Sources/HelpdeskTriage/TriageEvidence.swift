/// The words a decision went by.
public struct TriageEvidence: Hashable, Sendable, Codable {
    /// The name of the rule that matched.
    public var rule: String
    /// What it voted for: a category, priority, sentiment or escalation reason.
    public var vote: String
    /// How strongly.
    public var weight: Double
    /// Whether the rule is certain (``TriageRule/isCertain``) and decided, so that no learned model may overrule it.
    public var isCertain: Bool
    /// The words that matched, as they stand in the message.
    public var text: String
    /// Where they stand in the message, in offsets of Unicode scalars.
    public var range: Range<Int>

    /// Whether it is a word that spoke for what a model learned, not a rule's.
    public var isLearned: Bool { rule == TriageModel.evidenceName }

    /// Creates a piece of evidence.
    public init(
        rule: String, vote: String, weight: Double, isCertain: Bool = false, text: String, range: Range<Int>
    ) {
        self.rule = rule
        self.vote = vote
        self.weight = weight
        self.isCertain = isCertain
        self.text = text
        self.range = range
    }

    /// Reads a piece of evidence; `isCertain` may be missing and is `false` then.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        rule = try container.decode(String.self, forKey: .rule)
        vote = try container.decode(String.self, forKey: .vote)
        weight = try container.decode(Double.self, forKey: .weight)
        isCertain = try container.decodeIfPresent(Bool.self, forKey: .isCertain) ?? false
        text = try container.decode(String.self, forKey: .text)
        range = try container.decode(Range<Int>.self, forKey: .range)
    }
}
