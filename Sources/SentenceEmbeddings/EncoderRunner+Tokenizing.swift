extension EncoderRunner {
    /// How many texts a thread takes at a time: enough for some tens of microseconds.
    private static let groupSize = 32

    /// Texts of no more bytes than this in all are done by the caller: sooner than a thread of the pool wakes up.
    private static let smallSize = 1024

    /// What becomes of each text, such as its tokens, worked out on the pool's threads.
    ///
    /// - Returns: The results, in the order of the texts.
    func map<Text: Collection & Sendable, Result: Sendable>(
        _ texts: Text, size: (Text.Element) -> Int, _ body: @escaping @Sendable (Text.Element) -> Result
    ) async throws -> [Result] where Text.Index == Int {
        if texts.count <= Self.groupSize, texts.reduce(0, { $0 + size($1) }) <= Self.smallSize {
            try Task.checkCancellation()
            return texts.map(body)
        }
        let count = (texts.count + Self.groupSize - 1) / Self.groupSize
        let groups = GroupedResults<Result>(count: count)
        try await run(count: count) { number in
            let first = texts.startIndex + number * Self.groupSize
            groups.set(texts[first..<min(first + Self.groupSize, texts.endIndex)].map(body), at: number)
        }
        return groups.joined()
    }
}
