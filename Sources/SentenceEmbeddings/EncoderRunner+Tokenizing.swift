import Synchronization
import WordPiece

extension EncoderRunner {
    /// How many texts a thread tokenizes at a time: enough for some tens of microseconds.
    private static let groupSize = 32

    /// Turns texts into tokens, on the pool's threads.
    ///
    /// - Parameters:
    ///   - count: How many texts there are.
    ///   - encode: Gives the tokens of a text by its position.
    /// - Returns: The tokens of each text, in order.
    func encodings(count: Int, _ encode: @escaping @Sendable (Int) -> Encoding) async throws -> [Encoding] {
        let groupCount = (count + Self.groupSize - 1) / Self.groupSize
        let groups = EncodingGroups(count: groupCount)
        try await run(count: groupCount) { number in
            let first = number * Self.groupSize
            groups.set((first..<min(first + Self.groupSize, count)).map(encode), at: number)
        }
        return groups.joined()
    }
}

/// The tokens of groups of texts, written by several threads.
private final class EncodingGroups: Sendable {
    private let groups: Mutex<[[Encoding]]>

    init(count: Int) { groups = Mutex(Array(repeating: [], count: count)) }

    func set(_ encodings: [Encoding], at number: Int) { groups.withLock { $0[number] = encodings } }
    func joined() -> [Encoding] { groups.withLock { Array($0.joined()) } }
}
