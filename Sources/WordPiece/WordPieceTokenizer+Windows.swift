extension WordPieceTokenizer {
    /// The special tokens that stand before and after a single text.
    package var specialTokensAroundText: (before: [Int32], after: [Int32]) {
        var before: [Int32] = []
        var after: [Int32] = []
        var isBehindText = false
        for piece in postProcessor.single {
            switch piece {
            case .sequence: isBehindText = true
            case .special(let ids, _):
                if isBehindText { after += ids } else { before += ids }
            }
        }
        return (before, after)
    }

    /// Whether a token is a piece of a word, but not its first: whether a text must not be cut before it. O(log *n*) in
    /// the size of the vocabulary.
    package func continuesWord(_ id: Int32) -> Bool {
        let prefix = model.continuingPrefix
        guard !prefix.isEmpty, let token = model.vocabulary.token(id), token.count > prefix.count else { return false }
        return token.starts(with: prefix)
    }
}
