import WordPiece

/// Cuts texts that are too long for a model into windows.
struct TextWindows: Sendable {
    /// One text as the encoder takes it.
    struct Encoded: Sendable {
        /// The tokens of each window, special ones and prompt included.
        var windows: [[Int32]]
        /// How many of each window's tokens are the text's.
        var weights: [Int]
    }

    let maximumTokens: Int
    let overlap: Int
    private let tokenizer: WordPieceTokenizer
    /// The special tokens around a text.
    private let before: [Int32]
    private let after: [Int32]
    /// The tokens of the prompts.
    private let prompts: [TextRole: [Int32]]

    /// Refuses an overlap that leaves too little of a window.
    init(
        _ tokenizer: WordPieceTokenizer, maximumTokens: Int, overlap: Int, prompts: [TextRole: String]
    ) throws(EmbeddingError) {
        self.tokenizer = tokenizer
        self.maximumTokens = maximumTokens
        self.overlap = overlap
        (before, after) = tokenizer.specialTokensAroundText
        self.prompts = prompts.mapValues { tokenizer.encode($0, addsSpecialTokens: false).ids }
        let longestPrompt = self.prompts.values.map(\.count).max() ?? 0
        let room = maximumTokens - before.count - after.count - longestPrompt
        guard room >= 1, (0...room / 2).contains(overlap) else {
            throw EmbeddingError(
                .invalidArgument,
                "windows of \(maximumTokens) tokens have room for \(max(room, 0)) tokens of a text beside the special ones and the prompt; an overlap of \(overlap) must be 0 to half of that"
            )
        }
    }

    /// The windows of a text.
    ///
    /// - Parameters:
    ///   - text: The text without its prompt.
    ///   - prompted: The text behind its prompt; its tokens count as long as they fit.
    func encode(_ text: String, prompted: String, as role: TextRole) -> Encoded {
        let whole = tokenizer.encode(prompted).ids
        let prompt = prompts[role] ?? []
        guard whole.count > maximumTokens else { return Encoded(windows: [whole], weights: [1]) }
        let ids =
            prompt.isEmpty
            ? Array(whole.dropFirst(before.count).dropLast(after.count))
            : tokenizer.encode(text, addsSpecialTokens: false).ids
        let ranges = ranges(ids, room: maximumTokens - before.count - after.count - prompt.count)
        return Encoded(windows: ranges.map { before + prompt + ids[$0] + after }, weights: ranges.map(\.count))
    }

    /// Where to cut, so that each window has at most `room` tokens.
    private func ranges(_ ids: [Int32], room: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while ids.count - start > room {
            let latest = start + room
            let earliest = start + room / 2 + 1
            let end = (earliest...latest).last { !tokenizer.continuesWord(ids[$0]) } ?? latest
            ranges.append(start..<end)
            start = (end - overlap...end).first { !tokenizer.continuesWord(ids[$0]) } ?? end - overlap
        }
        ranges.append(start..<ids.count)
        return ranges
    }
}
