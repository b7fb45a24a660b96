#if AsyncHTTPClient
    public import HTTPTypes

    extension LoopbackReply {
        /// How the client learns where the body ends.
        public enum Framing: Sendable, Hashable {
            /// By a header with the length.
            case length
            /// By a header with another length than the body's.
            case announced(Int)
            /// By chunks, one a piece.
            case chunked
            /// By the end of the connection.
            case close
        }

        /// A response of HTTP.
        ///
        /// - Parameters:
        ///   - status: The status.
        ///   - headers: The headers; those of the framing are added.
        ///   - pieces: The body, sent piece by piece.
        ///   - framing: How the client learns where the body ends.
        ///   - pause: How long to wait after the head and after each piece.
        public static func response(
            _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], pieces: [[UInt8]],
            framing: Framing = .length, pause: Duration = .zero
        ) -> LoopbackReply {
            var framed = headers
            switch framing {
            case .length: framed[.contentLength] = String(pieces.reduce(0) { $0 + $1.count })
            case .announced(let length): framed[.contentLength] = String(length)
            case .chunked: framed[.transferEncoding] = "chunked"
            case .close: framed[.connection] = "close"
            }
            var steps: [Step] = [.send(head(status, framed))]
            for piece in pieces where !piece.isEmpty {
                if pause > .zero { steps.append(.pause(pause)) }
                steps.append(.send(framing == .chunked ? chunk(piece) : piece))
            }
            if framing == .chunked {
                if pause > .zero { steps.append(.pause(pause)) }
                steps.append(.send(Array("0\r\n\r\n".utf8)))
            }
            if framing == .close { steps.append(.close) }
            return LoopbackReply(steps: steps)
        }

        /// A response with a whole body.
        public static func response(
            _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], text: String
        ) -> LoopbackReply {
            response(status, headers: headers, pieces: [Array(text.utf8)])
        }

        /// A response of JSON.
        public static func json(
            _ text: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
        ) -> LoopbackReply {
            var headers = headers
            headers[.contentType] = "application/json"
            return response(status, headers: headers, text: text)
        }

        /// A response without a body.
        public static func status(_ status: HTTPResponse.Status, headers: HTTPFields = [:]) -> LoopbackReply {
            response(status, headers: headers, pieces: [])
        }

        /// A stream of server-sent events, chunked, one chunk an event.
        ///
        /// - Parameters:
        ///   - events: The text of each event, its empty line included.
        ///   - headers: More headers.
        ///   - pause: How long to wait before each event.
        public static func events(
            _ events: [String], headers: HTTPFields = [:], pause: Duration = .zero
        ) -> LoopbackReply {
            var headers = headers
            headers[.contentType] = "text/event-stream; charset=utf-8"
            return response(headers: headers, pieces: events.map { Array($0.utf8) }, framing: .chunked, pause: pause)
        }

        /// A response whose body is the same bytes many times, with its length announced.
        public static func response(
            _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], repeating bytes: [UInt8], times: Int
        ) -> LoopbackReply {
            var framed = headers
            framed[.contentLength] = String(bytes.count * times)
            return LoopbackReply(steps: [.send(head(status, framed)), .repeat(bytes, times: times)])
        }

        /// An event stream of one line that does not end: `data: xxxx…`, then the connection is closed.
        ///
        /// - Parameters:
        ///   - count: The bytes of the line.
        ///   - prefix: How it begins.
        public static func endlessLine(of count: Int, prefix: String = "data: ") -> LoopbackReply {
            let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
            return LoopbackReply(steps: [
                .send(head(.ok, [.contentType: "text/event-stream", .connection: "close"])), .send(Array(prefix.utf8)),
                .repeat(block, times: count / block.count), .send(Array(block.prefix(count % block.count))), .close,
            ])
        }

        /// Bytes as they are, then the end of the connection.
        public static func raw(_ bytes: some Sequence<UInt8>) -> LoopbackReply {
            LoopbackReply(steps: [.send(Array(bytes)), .close])
        }

        /// Something that is not HTTP, then the end of the connection.
        public static let garbage = raw("\u{0}\u{1}\u{2} 220 mail.example.com ESMTP ready\r\n\r\n".utf8)
        /// No answer, for as long as the client waits.
        public static let silence = LoopbackReply(steps: [.waitForClient])
        /// The end of the connection instead of an answer.
        public static let hangUp = LoopbackReply(steps: [.close])
        /// The connection is broken off instead of an answer.
        public static let reset = LoopbackReply(steps: [.reset])

        /// The bytes of a head.
        static func head(_ status: HTTPResponse.Status, _ headers: HTTPFields) -> [UInt8] {
            var text = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n"
            for field in headers { text += "\(field.name.rawName): \(field.value)\r\n" }
            return Array((text + "\r\n").utf8)
        }

        private static func chunk(_ piece: [UInt8]) -> [UInt8] {
            Array((String(piece.count, radix: 16) + "\r\n").utf8) + piece + Array("\r\n".utf8)
        }
    }
#endif
