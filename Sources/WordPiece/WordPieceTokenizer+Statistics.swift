extension WordPieceTokenizer {
    /// The median length of the tokens in Unicode scalars, added tokens included; of an even number of tokens, the mean of
    /// the two in the middle, rounded down. O(size of the vocabulary).
    package var medianTokenLength: Int {
        var lengths: [Int] = []
        lengths.reserveCapacity(vocabularyCount)
        for id in 0...max(largestID, 0) {
            guard let token = tokenBytes(for: id) else { continue }
            // Every scalar has one byte that does not continue another.
            lengths.append(token.count { $0 & 0b1100_0000 != 0b1000_0000 })
        }
        lengths.sort()
        guard !lengths.isEmpty else { return 0 }
        return (lengths[(lengths.count - 1) / 2] + lengths[lengths.count / 2]) / 2
    }
}
