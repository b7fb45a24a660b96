#if AsyncHTTPClient
    import HTTPTypes

    /// Reads the requests of one connection from its bytes. Linear in their number, however they are cut up.
    struct LoopbackRequestParser {
        struct Malformed: Error {
            var reason: String
        }

        enum Event: Equatable {
            /// The client waits for a word before it sends the body.
            case continueWanted
            case request(RecordedRequest)
        }

        /// The longest head of a request, and the longest line of a chunk.
        static let maximumHead = 1 << 20

        private enum State {
            case head
            case body(remaining: Int)
            case chunkSize
            case chunk(remaining: Int)
            case chunkEnd
            case trailers
        }

        private let connection: Int
        private var state = State.head
        /// The bytes of the request that is being read, and of what came after it.
        private var bytes: [UInt8] = []
        private var position = 0
        /// Up to where no line feed was found.
        private var searched = 0
        private var current: RecordedRequest
        private var continueWanted = false

        init(connection: Int) {
            self.connection = connection
            current = Self.blank(connection)
        }

        /// Whether a request has begun that is not complete.
        var isInside: Bool { !bytes.isEmpty }

        mutating func append(_ more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

        /// The next event, or `nil` where bytes are missing.
        mutating func next() throws(Malformed) -> Event? {
            while true {
                switch state {
                case .head:
                    guard let line = try line() else { return nil }
                    try readHead(line)
                    if continueWanted {
                        continueWanted = false
                        return .continueWanted
                    }
                case .body(let remaining), .chunk(let remaining):
                    let count = min(remaining, bytes.count - position)
                    current.body += bytes[position..<position + count]
                    position += count
                    searched = position
                    let isChunk = if case .chunk = state { true } else { false }
                    guard count == remaining else {
                        state = isChunk ? .chunk(remaining: remaining - count) : .body(remaining: remaining - count)
                        return nil
                    }
                    guard isChunk else { return complete() }
                    state = .chunkEnd
                case .chunkSize:
                    guard let line = try line() else { return nil }
                    let digits = line.prefix { $0 != UInt8(ascii: ";") }
                    guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
                        throw Malformed(reason: "the size of a chunk is no number")
                    }
                    state = size == 0 ? .trailers : .chunk(remaining: size)
                case .chunkEnd:
                    guard let line = try line() else { return nil }
                    guard line.isEmpty else { throw Malformed(reason: "a chunk is longer than its size") }
                    state = .chunkSize
                case .trailers:
                    guard let line = try line() else { return nil }
                    if line.isEmpty { return complete() }
                }
            }
        }

        // MARK: Lines

        /// The next line without its end.
        private mutating func line() throws(Malformed) -> ArraySlice<UInt8>? {
            guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
                searched = bytes.count
                guard bytes.count - position <= Self.maximumHead else { throw Malformed(reason: "a line has no end") }
                return nil
            }
            var line = bytes[position..<end]
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            position = end + 1
            searched = position
            return line
        }

        /// Reads a line of the head: the request's own, a header, or the empty one at the end.
        private mutating func readHead(_ line: ArraySlice<UInt8>) throws(Malformed) {
            guard position <= Self.maximumHead else { throw Malformed(reason: "the head is too long") }
            if current.path.isEmpty {
                // Empty lines before a request are allowed.
                if !line.isEmpty { try readRequestLine(line) }
            } else if line.isEmpty {
                try startBody()
            } else {
                guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                    let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
                else { throw Malformed(reason: "a header has no name") }
                let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
                let isBlank = { (character: Character) in character == " " || character == "\t" }
                var trimmed = value[...].drop(while: isBlank)
                while let last = trimmed.last, isBlank(last) { trimmed.removeLast() }
                current.headers.append(HTTPField(name: name, value: String(trimmed)))
            }
        }

        private mutating func readRequestLine(_ line: ArraySlice<UInt8>) throws(Malformed) {
            let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            guard parts.count == 3, !parts[1].isEmpty, parts[2].starts(with: "HTTP/1.".utf8),
                let method = HTTPRequest.Method(rawValue: String(decoding: parts[0], as: UTF8.self))
            else { throw Malformed(reason: "no request of HTTP/1") }
            current.method = method
            current.path = String(decoding: parts[1], as: UTF8.self)
        }

        private mutating func startBody() throws(Malformed) {
            if current.headers[.transferEncoding]?.lowercased().contains("chunked") == true {
                state = .chunkSize
            } else if let length = current.headers[.contentLength] {
                guard let length = Int(length), length >= 0 else {
                    throw Malformed(reason: "the length of the body is no number")
                }
                state = .body(remaining: length)
            } else {
                state = .body(remaining: 0)
            }
            continueWanted = current.headers[.expect]?.lowercased() == "100-continue"
        }

        private mutating func complete() -> Event {
            var request = current
            request.raw = Array(bytes[..<position])
            bytes.removeFirst(position)
            (position, searched, state) = (0, 0, .head)
            current = Self.blank(connection)
            return .request(request)
        }

        private static func blank(_ connection: Int) -> RecordedRequest {
            RecordedRequest(
                index: 0, connection: connection, method: .get, path: "", headers: [:], body: [], raw: [])
        }
    }
#endif
