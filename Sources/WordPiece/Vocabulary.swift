/// The tokens of a WordPiece model and their ids. Tokens are byte strings: canonically equivalent ones are different.
struct Vocabulary: Sendable {
    /// From a token's bytes to its id.
    private(set) var trie: ByteTrie
    /// How many different tokens there are.
    private(set) var count = 0
    /// The bytes of all tokens, one after another.
    private var bytes: [UInt8] = []
    /// For each token in order of its id: the id, and where its bytes end.
    private var ids: [Int32] = []
    private var ends: [Int] = [0]

    /// Creates a vocabulary.
    ///
    /// - Parameters:
    ///   - tokens: The bytes of each token. Where one occurs again, its last id counts.
    ///   - ids: The id of each token: different from each other, 0 or more.
    init(_ tokens: [ArraySlice<UInt8>], ids: [Int32]) throws(TokenizerError) {
        trie = ByteTrie(minimumCapacity: tokens.count * 3)
        for (token, id) in zip(tokens, ids) {
            guard trie.insert(token, value: id) else {
                throw TokenizerError(
                    .malformedVocabulary,
                    "the tokens have more than \(ByteTrie.maximumNodeCount) different beginnings; a vocabulary has fewer"
                )
            }
        }
        let isSorted = zip(ids, ids.dropFirst()).allSatisfy(<)
        let order = isSorted ? Array(tokens.indices) : tokens.indices.sorted { ids[$0] < ids[$1] }
        for index in order where trie.value(of: tokens[index]) == ids[index] {
            if ids[index] == self.ids.last {
                throw TokenizerError(
                    .malformedVocabulary, "two tokens have id \(ids[index]); each needs an id of its own")
            }
            bytes += tokens[index]
            ends.append(bytes.count)
            self.ids.append(ids[index])
        }
        count = self.ids.count
    }

    /// The largest id, or -1 where there is no token.
    var largestID: Int32 { ids.last ?? -1 }

    /// The id of a token. O(token).
    func id(of token: some Sequence<UInt8>) -> Int32? { trie.value(of: token) }

    /// The bytes of the token with an id. O(log *n*), O(1) where ids have no gaps.
    func token(_ id: Int32) -> ArraySlice<UInt8>? {
        guard let index = index(of: id) else { return nil }
        return bytes[ends[index]..<ends[index + 1]]
    }

    private func index(of id: Int32) -> Int? {
        if ids.indices.contains(Int(id)), ids[Int(id)] == id { return Int(id) }
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }
}
