/// Joins pieces back to a text, as the reference's `WordPiece` decoder does.
struct WordPieceDecoder: Hashable, Sendable {
    /// What the pieces after a word's first begin with.
    var prefix: [UInt8]
    /// Whether to take out the spaces before punctuation marks and within English contractions.
    var cleansUp: Bool

    /// The text of tokens. O(bytes).
    func decode(_ tokens: [[UInt8]]) -> [UInt8] {
        var text: [UInt8] = []
        for (index, token) in tokens.enumerated() {
            var piece = token
            if index > 0 {
                piece = token.starts(with: prefix) ? Array(token.dropFirst(prefix.count)) : [0x20] + token
            }
            if cleansUp {
                for (from, to) in Self.replacements { piece = replacing(from, by: to, in: piece) }
            }
            text += piece
        }
        return text
    }

    private static let replacements: [([UInt8], [UInt8])] = [
        (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"), (" 'm", "'m"),
        (" do not", " don't"), (" 's", "'s"), (" 've", "'ve"), (" 're", "'re"),
    ].map { (from: String, to: String) in (Array(from.utf8), Array(to.utf8)) }

    private func replacing(_ old: [UInt8], by new: [UInt8], in text: [UInt8]) -> [UInt8] {
        guard text.count >= old.count else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == old[0], text[index...].starts(with: old) {
                result += new
                index += old.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}

extension WordPieceTokenizer {
    /// The text that ids stand for, as far as it can be told: case, accents and spacing are lost in encoding.
    ///
    /// Ids of no token are left out.
    ///
    /// - Parameters:
    ///   - ids: The ids of the tokens.
    ///   - skipsSpecialTokens: Whether to leave out special tokens.
    /// - Complexity: O(*n*) in the bytes of the tokens.
    public func decode(_ ids: [Int32], skipsSpecialTokens: Bool = true) -> String {
        let tokens = ids.compactMap { tokenBytes(for: $0) }
            .filter { !skipsSpecialTokens || !addedTokens.isSpecial($0) }
        guard let decoder else { return String(decoding: Array(tokens.joined(separator: [0x20])), as: UTF8.self) }
        return String(decoding: decoder.decode(tokens), as: UTF8.self)
    }
}
