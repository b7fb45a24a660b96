public import HTTPTypes
public import HelpdeskHTTP
import Synchronization

/// A transport without a network: a function answers, and what was sent is noted.
///
/// ```swift
/// let transport = FakeHTTPTransport([.response(503), .response(200, body: [answer])])
/// let client = try ClaudeClient(.init(apiKey: "none", model: "claude-haiku-5-5"), transport: transport)
/// ```
public final class FakeHTTPTransport: HTTPTransport {
    /// What was sent.
    public struct Sent: Sendable {
        /// Method, address and headers.
        public var request: HTTPRequest
        /// The body; empty for none.
        public var body: [UInt8]
    }

    /// What comes back.
    public struct Reply: Sendable {
        /// Status and headers.
        public var head: HTTPResponse
        /// The body, piece by piece.
        public var pieces: [[UInt8]]
        /// What comes after the last piece.
        public var ending: Ending
        /// What is thrown in place of the head.
        public var error: HTTPTransportError?
        /// Whether there is never a head; ``ending`` does not count then.
        public var isSilent = false

        /// What comes after the last piece of a body.
        public enum Ending: Sendable {
            /// The end.
            case complete
            /// An error.
            case failure(HTTPTransportError)
            /// Nothing, until the reader gives up.
            case silence
        }

        /// An answer.
        public static func response(
            _ status: Int, _ fields: HTTPFields = [:], body pieces: [[UInt8]] = [], ending: Ending = .complete
        ) -> Reply {
            Reply(head: HTTPResponse(status: .init(code: status), headerFields: fields), pieces: pieces, ending: ending)
        }

        /// An answer in text.
        public static func response(
            _ status: Int, _ fields: HTTPFields = [:], text: String, ending: Ending = .complete
        ) -> Reply {
            response(status, fields, body: [Array(text.utf8)], ending: ending)
        }

        /// No answer.
        public static func failure(_ error: HTTPTransportError) -> Reply {
            Reply(head: HTTPResponse(status: .ok), pieces: [], ending: .complete, error: error)
        }

        /// No answer, for ever.
        public static var silence: Reply {
            Reply(head: HTTPResponse(status: .ok), pieces: [], ending: .complete, isSilent: true)
        }
    }

    private struct State {
        var sent: [Sent] = []
        var replies: [Reply] = []
        var openBodies = 0
    }

    private let state: Mutex<State>
    private let answer: (@Sendable (Sent) async throws -> Reply)?

    /// Answers with replies in turn; the last one again and again.
    public init(_ replies: [Reply]) {
        state = Mutex(State(replies: replies))
        answer = nil
    }

    /// Answers with a function.
    public init(_ answer: @escaping @Sendable (Sent) async throws -> Reply) {
        state = Mutex(State())
        self.answer = answer
    }

    /// What was sent so far, in order.
    public var sent: [Sent] { state.withLock(\.sent) }
    /// How many bodies were neither read to the end nor dropped.
    public var openBodyCount: Int { state.withLock(\.openBodies) }

    /// Notes the request and replies.
    public func send(_ request: HTTPRequest, body: [UInt8]?) async throws -> HTTPTransportResponse {
        try Task.checkCancellation()
        let sent = Sent(request: request, body: body ?? [])
        let next = state.withLock { state -> Reply? in
            state.sent.append(sent)
            return state.replies.count > 1 ? state.replies.removeFirst() : state.replies.first
        }
        guard let reply = try await answer?(sent) ?? next else {
            throw HTTPTransportError(.connectionFailed, "nobody answers")
        }
        if let error = reply.error { throw error }
        if reply.isSilent { try await Self.waitForCancellation() }
        return HTTPTransportResponse(head: reply.head, body: HTTPBody(Pieces(reply: reply, transport: self)))
    }

    private static func waitForCancellation() async throws {
        for await _ in AsyncStream<Never>(unfolding: {
            try? await Task.sleep(for: .seconds(1_000_000))
            return nil
        }) {}
        throw CancellationError()
    }

    private func count(_ change: Int) { state.withLock { $0.openBodies += change } }

    private struct Pieces: AsyncSequence, Sendable {
        let reply: Reply
        let transport: FakeHTTPTransport

        func makeAsyncIterator() -> Iterator {
            Iterator(rest: reply.pieces[...], ending: reply.ending, open: Open(transport))
        }

        struct Iterator: AsyncIteratorProtocol {
            var rest: ArraySlice<[UInt8]>
            let ending: Reply.Ending
            var open: Open?

            mutating func next() async throws -> [UInt8]? {
                try Task.checkCancellation()
                if let piece = rest.popFirst() { return piece }
                guard open != nil else { return nil }
                switch ending {
                case .complete:
                    open = nil
                    return nil
                case .failure(let error):
                    open = nil
                    throw error
                case .silence:
                    try await FakeHTTPTransport.waitForCancellation()
                    return nil
                }
            }
        }

        /// Lives as long as a body is being read.
        final class Open: Sendable {
            let transport: FakeHTTPTransport
            init(_ transport: FakeHTTPTransport) {
                self.transport = transport
                transport.count(1)
            }
            deinit { transport.count(-1) }
        }
    }
}
