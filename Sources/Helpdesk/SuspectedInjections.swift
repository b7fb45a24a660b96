public import HelpdeskTriage

/// What of a query and its sources tries to steer the model.
public struct SuspectedInjections: Hashable, Sendable {
    /// The places of the customer's newest message, in Unicode scalars of the message as it came in.
    public var query: [InjectionFinding]
    /// The places of the customer's earlier messages, by their index in ``SupportQuery/conversation``.
    public var conversation: [Int: [InjectionFinding]]
    /// The places of sources by the id of the item, in Unicode scalars of what the search found of it: the passages, in
    /// order, a blank line between two; of a past ticket its problem and resolution. A source that surely tries to
    /// steer is not given to the language model and not quoted; one that may stands behind the others.
    public var sources: [String: [InjectionFinding]]

    /// Creates a result; by default nothing was found.
    public init(
        query: [InjectionFinding] = [], conversation: [Int: [InjectionFinding]] = [:],
        sources: [String: [InjectionFinding]] = [:]
    ) {
        self.query = query
        self.conversation = conversation
        self.sources = sources
    }

    /// Whether nothing was found.
    public var isEmpty: Bool { query.isEmpty && conversation.isEmpty && sources.isEmpty }

    /// Whether the customer's own words try to steer.
    public var isFromCustomer: Bool { !query.isEmpty || !conversation.isEmpty }
}
