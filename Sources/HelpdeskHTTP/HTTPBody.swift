/// The bytes of a response, piece by piece.
///
/// A body is read once. Each piece is asked for when the reader wants it, so that a slow reader holds the sender back.
/// Ending the iteration, or dropping the body, closes the connection.
public struct HTTPBody: AsyncSequence, Sendable {
    private let makeNext: @Sendable () -> () async throws -> [UInt8]?

    /// Wraps a sequence of pieces.
    public init<Base: AsyncSequence & Sendable>(_ base: Base) where Base.Element == [UInt8] {
        makeNext = {
            var iterator = base.makeAsyncIterator()
            return { try await iterator.next() }
        }
    }

    /// A body that is there already.
    public init(_ bytes: [UInt8]) {
        makeNext = {
            var rest = bytes.isEmpty ? nil : Optional(bytes)
            return {
                defer { rest = nil }
                return rest
            }
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator { Iterator(nextPiece: makeNext()) }

    /// Reads the pieces.
    public struct Iterator: AsyncIteratorProtocol {
        let nextPiece: () async throws -> [UInt8]?

        /// The next piece, or `nil` after the last.
        public mutating func next() async throws -> [UInt8]? { try await nextPiece() }
    }

    /// All bytes.
    ///
    /// - Parameter limit: The most bytes to accept.
    /// - Throws: ``HTTPTransportError`` with code `bodyTooLarge`; what reading throws.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in self {
            guard piece.count <= limit - bytes.count else {
                throw HTTPTransportError(.bodyTooLarge, "the response has more than \(limit) bytes")
            }
            bytes += piece
        }
        return bytes
    }
}
