#if AsyncHTTPClient
    /// What a ``LoopbackServer`` does when a request is there: bytes, pauses, and how it ends.
    ///
    /// ```swift
    /// LoopbackReply.json(#"{"ok":true}"#)
    /// LoopbackReply.response(pieces: events, framing: .chunked, pause: .milliseconds(5)).cut(after: 400)
    /// LoopbackReply.status(.tooManyRequests, headers: [.retryAfter: "1"])
    /// LoopbackReply.silence
    /// ```
    ///
    /// The bytes are sent as they are, so a reply can be anything. The connection stays open for the next request unless a
    /// step ends it, or the request asks for its end.
    public struct LoopbackReply: Sendable, Hashable, CustomStringConvertible {
        /// One thing to do.
        public enum Step: Sendable, Hashable {
            /// Sends bytes; goes on when the network has taken them.
            case send([UInt8])
            /// Sends the same bytes many times, without holding them all.
            case `repeat`([UInt8], times: Int)
            /// Waits.
            case pause(Duration)
            /// Does nothing until the client goes away.
            case waitForClient
            /// Closes the connection in order.
            case close
            /// Breaks the connection off (RST). What the client has not read by then may be lost to it.
            case reset
        }

        /// What to do, in order.
        public var steps: [Step]

        /// Creates a reply of steps.
        public init(steps: [Step]) { self.steps = steps }

        /// How many bytes are sent.
        public var byteCount: Int {
            steps.reduce(0) { sum, step in
                switch step {
                case .send(let bytes): sum + bytes.count
                case .repeat(let bytes, let times): sum + bytes.count * max(0, times)
                case .pause, .waitForClient, .close, .reset: sum
                }
            }
        }

        /// How many bytes there are, in how many steps.
        public var description: String { "LoopbackReply(\(byteCount) bytes in \(steps.count) steps)" }

        // MARK: Changes

        /// Waits before the first byte.
        public func delayed(by duration: Duration) -> LoopbackReply {
            LoopbackReply(steps: [.pause(duration)] + steps)
        }

        /// Sends the same bytes in small pieces, with a pause after each. Bytes of `repeat` stay as they are.
        ///
        /// - Parameters:
        ///   - count: The bytes of a piece, at least 1: the network may still put some together.
        ///   - pause: How long to wait after each.
        public func inPieces(of count: Int, pause: Duration = .zero) -> LoopbackReply {
            let count = max(1, count)
            return LoopbackReply(
                steps: steps.flatMap { step -> [Step] in
                    guard case .send(let bytes) = step else { return [step] }
                    return stride(from: 0, to: bytes.count, by: count).flatMap { start -> [Step] in
                        let piece = Step.send(Array(bytes[start..<min(bytes.count, start + count)]))
                        return pause > .zero ? [piece, .pause(pause)] : [piece]
                    }
                })
        }

        /// Ends the connection after some bytes of the reply, its head included.
        ///
        /// The last five bytes of a chunked body are the chunk that ends it.
        ///
        /// - Parameters:
        ///   - count: The bytes to send; all, where there are not as many.
        ///   - ending: What comes then.
        public func cut(after count: Int, by ending: Step = .close) -> LoopbackReply {
            var remaining = max(0, count)
            var result: [Step] = []
            for step in steps {
                switch step {
                case .send(let bytes):
                    if remaining > 0 { result.append(.send(Array(bytes.prefix(remaining)))) }
                    remaining -= min(remaining, bytes.count)
                case .repeat(let bytes, let times) where !bytes.isEmpty:
                    let whole = min(times, remaining / bytes.count)
                    if whole > 0 { result.append(.repeat(bytes, times: whole)) }
                    remaining -= whole * bytes.count
                    if whole < times, remaining > 0 {
                        result.append(.send(Array(bytes.prefix(remaining))))
                        remaining = 0
                    }
                case .pause, .repeat: result.append(step)
                case .waitForClient, .close, .reset: return LoopbackReply(steps: result + [ending])
                }
                if remaining == 0 { break }
            }
            return LoopbackReply(steps: result + [ending])
        }
    }
#endif
