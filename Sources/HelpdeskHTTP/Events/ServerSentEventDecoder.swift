/// Turns the bytes of an event stream into events.
///
/// ```swift
/// var decoder = ServerSentEventDecoder()
/// for try await piece in body {
///     decoder.append(piece)
///     while let event = try decoder.next() { handle(event) }
/// }
/// ```
///
/// Follows the
/// [HTML standard](https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation): lines end
/// with LF, CR or CRLF; the stream may be cut anywhere; bytes that are no UTF-8 become U+FFFD; an event without data,
/// or without the empty line after it, is none. Time is linear in the bytes; what is kept is the last piece and one
/// event.
public struct ServerSentEventDecoder: Sendable {
    /// The most bytes that an event may have, unless the caller says otherwise: 1 MiB. Events of language models have
    /// some hundred bytes, and tens of thousands where they cite whole articles.
    public static let standardMaximumEventBytes = 1 << 20

    /// The most bytes of an event, its names and line ends included.
    public let maximumEventBytes: Int
    /// How long the stream asks to wait before connecting again; `nil` where it has not asked.
    public private(set) var reconnectionTime: Duration?

    private var piece: [UInt8] = []
    private var position = 0
    private var line: [UInt8] = []
    private var skipsLineFeed = false
    private var isFirstLine = true
    private var eventBytes = 0
    private var event: String?
    private var data: [UInt8] = []
    private var hasData = false
    private var lastID: String?

    /// Creates a decoder at the beginning of a stream.
    ///
    /// - Parameter maximumEventBytes: The most bytes that an event may have.
    public init(maximumEventBytes: Int = standardMaximumEventBytes) { self.maximumEventBytes = maximumEventBytes }

    /// Takes the next bytes of the stream.
    public mutating func append(_ bytes: [UInt8]) {
        if position == piece.count {
            piece = bytes
        } else {
            piece.removeFirst(position)
            piece += bytes
        }
        position = 0
    }

    /// The next event of the bytes so far, or `nil` where none is complete.
    ///
    /// - Throws: ``HTTPTransportError`` with code `bodyTooLarge` where an event has more than ``maximumEventBytes``.
    public mutating func next() throws(HTTPTransportError) -> ServerSentEvent? {
        while position < piece.count {
            if skipsLineFeed {
                skipsLineFeed = false
                if piece[position] == 0x0A {
                    position += 1
                    continue
                }
            }
            let (end, isComplete) = lineEnd()
            try count(end - position + (isComplete ? 1 : 0))
            line += piece[position..<end]
            position = end
            guard isComplete else { return nil }
            skipsLineFeed = piece[end] == 0x0D
            position += 1
            defer { line.removeAll(keepingCapacity: true) }
            if isFirstLine {
                isFirstLine = false
                if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            }
            if line.isEmpty {
                if let event = finishedEvent() { return event }
            } else {
                readField()
            }
        }
        return nil
    }

    /// Where the line ends that begins at ``position``, and whether its end is there.
    private func lineEnd() -> (Int, Bool) {
        piece.withUnsafeBufferPointer { bytes in
            var index = position
            while index < bytes.count {
                if bytes[index] == 0x0A || bytes[index] == 0x0D { return (index, true) }
                index += 1
            }
            return (index, false)
        }
    }

    private mutating func count(_ bytes: Int) throws(HTTPTransportError) {
        eventBytes += bytes
        guard eventBytes <= maximumEventBytes else {
            throw HTTPTransportError(.bodyTooLarge, "an event of the stream has more than \(maximumEventBytes) bytes")
        }
    }

    private mutating func finishedEvent() -> ServerSentEvent? {
        defer {
            event = nil
            data.removeAll(keepingCapacity: true)
            hasData = false
            eventBytes = 0
        }
        guard hasData else { return nil }
        return ServerSentEvent(event: event, data: String(decoding: data, as: UTF8.self), id: lastID)
    }

    private mutating func readField() {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
        var start = min(colon + 1, line.count)
        if start < line.count, line[start] == 0x20 { start += 1 }
        let value = line[start...]
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data":
            if hasData { data.append(0x0A) }
            hasData = true
            data += value
        case "event": event = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        case "id":
            if !value.contains(0) { lastID = String(decoding: value, as: UTF8.self) }
        case "retry":
            if !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }),
                let milliseconds = Int64(String(decoding: value, as: UTF8.self))
            {
                reconnectionTime = .milliseconds(milliseconds)
            }
        case "":  // A comment, which keeps a connection open; it is no part of the event.
            eventBytes -= min(eventBytes, line.count + 1)
        default: break
        }
    }
}
