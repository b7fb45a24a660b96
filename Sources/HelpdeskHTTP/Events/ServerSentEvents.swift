/// The events of a body, as they come.
///
/// Ends with the body; an event that the body cuts off is not given.
public struct ServerSentEvents: AsyncSequence, Sendable {
    let body: HTTPBody
    let maximumEventBytes: Int

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pieces: body.makeAsyncIterator(), decoder: .init(maximumEventBytes: maximumEventBytes))
    }

    /// Reads the events.
    public struct Iterator: AsyncIteratorProtocol {
        var pieces: HTTPBody.Iterator
        var decoder: ServerSentEventDecoder

        /// The next event, or `nil` after the last.
        ///
        /// - Throws: ``HTTPTransportError``: `bodyTooLarge` for an event that is too large, and what reading throws.
        public mutating func next() async throws -> ServerSentEvent? {
            while true {
                if let event = try decoder.next() { return event }
                guard let piece = try await pieces.next() else { return nil }
                decoder.append(piece)
            }
        }
    }
}

extension HTTPBody {
    /// The body as events.
    ///
    /// - Parameter maximumEventBytes: The most bytes that an event may have.
    public func serverSentEvents(
        maximumEventBytes: Int = ServerSentEventDecoder.standardMaximumEventBytes
    ) -> ServerSentEvents {
        ServerSentEvents(body: self, maximumEventBytes: maximumEventBytes)
    }
}
