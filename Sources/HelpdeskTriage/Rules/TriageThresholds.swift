/// The numbers by which votes become decisions.
///
/// They were set on labelled messages written for the label guide, together with the weights of the built-in rules.
public struct TriageThresholds: Hashable, Sendable, Codable {
    /// The score that ``TicketCategory/general`` begins with: others must get more.
    public var category = 0.35
    /// The score that ``TicketPriority/medium`` begins with: another priority must reach it.
    public var priority = 1.0
    /// The score with which "no hurry" beats everything but facts of the urgent kind.
    public var explicitLow = 3.0
    /// The score an escalation reason needs, or several together.
    public var escalation = 1.0
    /// The score that ``Sentiment/neutral`` begins with: another sentiment must reach it.
    public var sentiment = 0.8
    /// What a reason to escalate that is harm under way (safety, security, outage) adds to urgent.
    public var urgentReason = 0.3
    /// What one that is cause for complaint (law, loss, repeated contact, a disputed sum) adds to high.
    public var highReason = 0.15
    /// How negative a message reads merely because it gives a reason of either kind.
    public var distress = 0.2
    /// The sum, in any major currency, from which `#largesum` holds.
    public var largeSum = 1000.0
    /// What a match counts that stands between quotation marks, for the category. Elsewhere it does not count.
    public var quotedFactor = 0.4
    /// What a match counts in a side remark ("by the way …"), for the category.
    public var remarkFactor = 0.3
    /// What a match counts in a sentence that asks for something, for the category.
    public var requestFactor = 1.0
    /// What the second and later matches of the same rule add, as a share of its weight.
    public var repeatFactor = 0.1

    /// Creates the default thresholds.
    public init() {}

    /// Reads thresholds; one that is missing has its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func read(_ key: CodingKeys, _ value: inout Double) throws {
            value = try container.decodeIfPresent(Double.self, forKey: key) ?? value
        }
        try read(.category, &category)
        try read(.priority, &priority)
        try read(.explicitLow, &explicitLow)
        try read(.escalation, &escalation)
        try read(.sentiment, &sentiment)
        try read(.urgentReason, &urgentReason)
        try read(.highReason, &highReason)
        try read(.distress, &distress)
        try read(.largeSum, &largeSum)
        try read(.quotedFactor, &quotedFactor)
        try read(.remarkFactor, &remarkFactor)
        try read(.requestFactor, &requestFactor)
        try read(.repeatFactor, &repeatFactor)
    }
}
