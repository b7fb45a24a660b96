/// What a customer asks, with what is known about it.
public struct SupportQuery: Sendable {
    /// The customer's newest message.
    public var text: String
    /// Who asks.
    public var customer: CustomerContext?
    /// What the host already knows about the message; wins over triage.
    public var hints: QueryHints
    /// The conversation so far, oldest first, without the newest message.
    public var conversation: [ConversationTurn]
    /// When the message came: for routing, and to tell how old a source is. The agent reads no clock of the day.
    public var time: RoutingTime?

    /// Creates a query.
    public init(
        _ text: String, customer: CustomerContext? = nil, hints: QueryHints = QueryHints(),
        conversation: [ConversationTurn] = [], time: RoutingTime? = nil
    ) {
        self.text = text
        self.customer = customer
        self.hints = hints
        self.conversation = conversation
        self.time = time
    }

    /// Creates a query from bytes that may not be valid text.
    ///
    /// - Throws: ``HelpdeskError`` with code `invalidText` and the offset of the first byte that is not UTF-8.
    public init(
        utf8: some Collection<UInt8>, customer: CustomerContext? = nil, hints: QueryHints = QueryHints(),
        conversation: [ConversationTurn] = [], time: RoutingTime? = nil
    ) throws {
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw HelpdeskError(
                .invalidText, "the query is not UTF-8 from byte \(Self.firstInvalidOffset(in: utf8)) on")
        }
        self.init(text, customer: customer, hints: hints, conversation: conversation, time: time)
    }

    /// The number of bytes before the first ill-formed sequence.
    private static func firstInvalidOffset(in bytes: some Collection<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var valid = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid += UTF8.width(scalar) }
        return valid
    }
}
