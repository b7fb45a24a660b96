extension EscalationSummary {
    /// Something exact that the customer has named.
    public struct Fact: Hashable, Sendable, Codable {
        /// What a fact is.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// The number of an order, invoice, ticket, contract or the like.
            case reference
            /// A sum of money.
            case amount
            /// A day.
            case date
            /// The code of an error.
            case errorCode = "error_code"
            /// The version of a product or system.
            case version
        }

        /// What it is.
        public var kind: Kind
        /// The words as they stand in the message.
        public var text: String
        /// What a reference is the number of: `order`; `nil` where the message does not say.
        public var label: String?
        /// The sum, for amounts, in whatever currency; `nil` for other facts.
        public var value: Double?
        /// The turn of ``SupportQuery/conversation`` it stands in; `nil` for the newest message.
        public var turn: Int?
        /// Where it stands there, in offsets of Unicode scalars.
        public var range: Range<Int>

        /// Creates a fact.
        public init(
            kind: Kind, text: String, label: String? = nil, value: Double? = nil, turn: Int? = nil, range: Range<Int>
        ) {
            self.kind = kind
            self.text = text
            self.label = label
            self.value = value
            self.turn = turn
            self.range = range
        }
    }
}
