/// One event of an event stream.
public struct ServerSentEvent: Hashable, Sendable {
    /// The name of the event's kind; `nil` where the stream gives none, which stands for `message`.
    public var event: String?
    /// What the event says; its lines are joined by line feeds.
    public var data: String
    /// The last id that the stream has given, with this event or an earlier one; `nil` before the first.
    public var id: String?

    /// Creates an event.
    public init(event: String? = nil, data: String, id: String? = nil) {
        self.event = event
        self.data = data
        self.id = id
    }
}
