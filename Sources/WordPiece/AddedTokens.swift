/// A token that is found in the text before it is cut into words.
struct AddedToken: Hashable, Sendable {
    /// The token as written.
    var content: [UInt8]
    /// Whether it counts only where no letter, digit or mark touches it.
    var isSingleWord = false
    /// Whether it takes the whitespace on its left with it.
    var stripsLeft = false
    /// Whether it takes the whitespace on its right with it.
    var stripsRight = false
    /// Whether it is looked for in the normalized text, in its own normalized form.
    var isNormalized = false
    /// Whether decoding may leave it out.
    var isSpecial = false
}

/// The tokens that the reference's `AddedVocabulary` holds: looked for in the text itself, or after normalization.
struct AddedTokens: Sendable {
    private(set) var raw = AddedTokenMatcher()
    private(set) var normalized = AddedTokenMatcher()
    /// From content to id.
    private var ids: ByteTrie
    /// From id to what decoding gives.
    private var decoded: [Int32: [UInt8]] = [:]
    /// The contents of special tokens.
    private var specials: Set<[UInt8]> = []
    /// How many are not in the model's vocabulary.
    private(set) var newCount = 0
    /// The largest id, or -1 where there is no token.
    private(set) var largestID: Int32 = -1

    /// Adds tokens to a vocabulary, in order. One that the vocabulary has keeps its id; another gets the next one after
    /// the vocabulary's count, as in the reference.
    init(
        _ tokens: [AddedToken], vocabulary: Vocabulary, normalize: ([UInt8]) -> [UInt8]
    ) throws(TokenizerError) {
        ids = ByteTrie()
        var byID: [Int32: AddedToken] = [:]
        var order: [Int32] = []
        var nextID = Int64(vocabulary.count)
        for token in tokens where !token.content.isEmpty {
            let known = ids.value(of: token.content)
            if let known, byID[known] == token { continue }
            let id: Int32
            if let found = known ?? vocabulary.id(of: token.content) {
                id = found
            } else {
                guard let next = Int32(exactly: nextID) else {
                    throw TokenizerError(.malformedVocabulary, "there are more tokens than 32-bit ids")
                }
                id = next
                nextID += 1
                newCount += 1
            }
            if byID[id] == nil { order.append(id) }
            byID[id] = token
            guard ids.insert(token.content, value: id) else {
                throw TokenizerError(.malformedVocabulary, "the added tokens are longer than an index can hold")
            }
            if token.isSpecial { specials.insert(token.content) }
            largestID = max(largestID, id)
        }
        for id in order {
            guard let token = byID[id] else { continue }
            let pattern = token.isNormalized ? normalize(token.content) : token.content
            decoded[id] = pattern
            let isInserted =
                token.isNormalized
                ? normalized.insert(pattern, token, id: id) : raw.insert(pattern, token, id: id)
            guard isInserted else {
                throw TokenizerError(.malformedVocabulary, "the added tokens are longer than an index can hold")
            }
        }
    }

    /// The id of an added token.
    func id(of token: some Sequence<UInt8>) -> Int32? { ids.value(of: token) }

    /// What decoding gives for an id.
    func token(_ id: Int32) -> [UInt8]? { decoded[id] }

    /// Whether decoding may leave a token out.
    func isSpecial(_ token: [UInt8]) -> Bool { specials.contains(token) }
}
