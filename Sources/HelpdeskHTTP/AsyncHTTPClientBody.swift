#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import Synchronization

    /// The pieces of a response as arrays, with our errors.
    struct AsyncHTTPClientBody: AsyncSequence, Sendable {
        private let body: HTTPClientResponse.Body
        private let reading: Reading

        init(_ body: HTTPClientResponse.Body, owner: HTTPClientOwner) {
            self.body = body
            reading = Reading(owner)
        }

        func makeAsyncIterator() -> Iterator {
            // NIO ends the process at the second iterator.
            reading.isFirst()
                ? Iterator(pieces: body.makeAsyncIterator(), reading: reading) : Iterator(reading: reading)
        }

        struct Iterator: AsyncIteratorProtocol {
            private enum State {
                case reading(HTTPClientResponse.Body.AsyncIterator)
                case readBefore
                case ended
            }

            private var state: State
            /// Keeps the connections open while the body is read.
            private let reading: Reading

            fileprivate init(pieces: HTTPClientResponse.Body.AsyncIterator? = nil, reading: Reading) {
                state = pieces.map { .reading($0) } ?? .readBefore
                self.reading = reading
            }

            mutating func next() async throws -> [UInt8]? {
                switch state {
                case .ended: return nil
                case .readBefore:
                    state = .ended
                    throw HTTPTransportError(.invalidRequest, "a body is read once")
                case .reading(var pieces):
                    state = .ended
                    do {
                        while let piece = try await pieces.next() {
                            guard piece.readableBytes > 0 else { continue }
                            state = .reading(pieces)
                            return Array(piece.readableBytesView)
                        }
                        try Task.checkCancellation()
                        return nil
                    } catch {
                        throw HTTPTransportError.of(error, hasHead: true)
                    }
                }
            }
        }

        fileprivate final class Reading: Sendable {
            private let owner: HTTPClientOwner
            private let isRead = Atomic(false)

            init(_ owner: HTTPClientOwner) { self.owner = owner }

            func isFirst() -> Bool { !isRead.exchange(true, ordering: .relaxed) }
        }
    }
#endif
