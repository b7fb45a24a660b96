/// Two sentences on one topic that cannot both hold.
public struct Contradiction: Hashable, Sendable, Codable {
    /// In what they differ.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A number of the same unit or noun: "14 days", "30 days".
        case number
        /// One says that something is so, the other that it is not.
        case negation
        /// A step of instructions: a menu path, a button, the order.
        case step
    }

    /// In what they differ.
    public var kind: Kind
    /// The sentence of the one item.
    public var left: Quotation
    /// The sentence of the other item.
    public var right: Quotation
    /// What differs in the left sentence, such as "14 days".
    public var leftValue: String
    /// What differs in the right sentence, such as "30 days".
    public var rightValue: String
    /// The cosine of the passages that hold them.
    public var similarity: Double
    /// The share of weighted words that the sentences have in common, from 0 to 1.
    public var agreement: Double
    /// The id of the item that was updated later, where both tell when and it was not at the same time.
    public var newerItemID: String?
}
