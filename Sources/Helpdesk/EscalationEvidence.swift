/// Words of a customer, or a fact about one, that a reason rests on.
public struct EscalationEvidence: Hashable, Sendable, Codable {
    /// The words as they stand in the message, or the fact: `plan: Enterprise`.
    public var text: String
    /// The turn of ``SupportQuery/conversation`` they stand in; `nil` for the newest message, and for facts.
    public var turn: Int?
    /// Where they stand in that text, in offsets of Unicode scalars; `nil` for facts and whole turns.
    public var range: Range<Int>?

    /// Creates a piece of evidence.
    public init(text: String, turn: Int? = nil, range: Range<Int>? = nil) {
        self.text = text
        self.turn = turn
        self.range = range
    }
}
