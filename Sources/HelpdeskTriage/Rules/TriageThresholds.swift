/// The numbers by which votes become decisions.
///
/// They were set on the development messages of the label guide, together with the weights of the built-in rules.
public struct TriageThresholds: Hashable, Sendable, Codable {
    /// A category with a lower score than this loses to ``TicketCategory/general``.
    public var category = 1.0
    /// The score a priority needs. Low needs ``explicitLow`` to stand against a higher one.
    public var priority = 1.0
    /// The score with which "no hurry" beats everything but facts of the urgent kind.
    public var explicitLow = 3.0
    /// The score an escalation reason needs.
    public var escalation = 1.0
    /// The score by which a sentiment must lead.
    public var sentiment = 1.0
    /// How negative a message reads merely because it reports something urgent: harm under way.
    public var urgentDistress = 2.0
    /// And because it is of high priority: a deadline, a blocked customer.
    public var highDistress = 0.5
    /// And because it gives a reason to escalate that is one for complaint: law, loss, repeated contact, a disputed sum.
    public var grievance = 1.0
    /// The sum, in any major currency, from which `#largesum` holds.
    public var largeSum = 1000.0
    /// What a match counts that stands between quotation marks, for the category. Elsewhere it does not count.
    public var quotedFactor = 0.4
    /// What a match counts in a side remark ("by the way …"), for the category.
    public var remarkFactor = 0.3
    /// What a match counts in a sentence that asks for something, for the category.
    public var requestFactor = 1.3
    /// What the second and later matches of the same rule add, as a share of its weight.
    public var repeatFactor = 0.25

    /// Creates the default thresholds.
    public init() {}
}
