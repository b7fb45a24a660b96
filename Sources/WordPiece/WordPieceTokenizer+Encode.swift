extension WordPieceTokenizer {
    /// Encodes a text.
    ///
    /// - Parameters:
    ///   - text: The text, of any length. An empty one has no tokens but the special ones.
    ///   - addsSpecialTokens: Whether to put the special tokens around the text.
    ///   - maximumLength: How many tokens there may be in all, special ones included; the rest at the end is left out.
    ///     Where it is less than the number of special tokens, only the first so many of those remain; 0 or less gives
    ///     no tokens at all. `nil` means no limit.
    /// - Complexity: O(*n*) in the bytes of the text; once the limit is passed, the rest is not looked at.
    public func encode(_ text: String, addsSpecialTokens: Bool = true, maximumLength: Int? = nil) -> Encoding {
        var text = text
        return text.withUTF8 { encode(valid: $0, addsSpecialTokens, maximumLength) }
    }

    /// Encodes two texts that belong together, such as a question and a passage.
    ///
    /// - Parameters:
    ///   - first: The first text; its tokens are of type 0.
    ///   - second: The second text; its tokens are of type 1.
    ///   - addsSpecialTokens: Whether to put the special tokens around the texts.
    ///   - maximumLength: How many tokens there may be in all, special ones included. The longer text gives first, at
    ///     its end; where both are longer than half, each gets half, and the longer one the odd token. Limits below the
    ///     number of special tokens are as for a single text.
    /// - Complexity: O(*n*) in the bytes of the texts.
    public func encode(
        _ first: String, _ second: String, addsSpecialTokens: Bool = true, maximumLength: Int? = nil
    ) -> Encoding {
        let limit = limit(postProcessor.pair, addsSpecialTokens, maximumLength)
        var (first, second) = (first, second)
        let sequences = [
            first.withUTF8 { tokens(of: $0, limit: limit, stopsAtLimit: false) },
            second.withUTF8 { tokens(of: $0, limit: limit, stopsAtLimit: false) },
        ]
        return postProcessor.process(sequences, addsSpecialTokens: addsSpecialTokens, maximumLength: maximumLength)
    }

    /// Encodes a text given as UTF-8. See ``encode(_:addsSpecialTokens:maximumLength:)-(String,_,_)``.
    ///
    /// - Throws: ``TokenizerError`` with the code `invalidUTF8` where the bytes are not UTF-8 as a whole, also behind
    ///   the limit.
    public func encode(
        utf8: UnsafeBufferPointer<UInt8>, addsSpecialTokens: Bool = true, maximumLength: Int? = nil
    ) throws(TokenizerError) -> Encoding {
        if let offset = firstInvalidUTF8Offset(utf8) {
            throw TokenizerError(
                .invalidUTF8, "the text of \(utf8.count) bytes is not UTF-8 from byte \(offset) on")
        }
        return encode(valid: utf8, addsSpecialTokens, maximumLength)
    }

    /// Encodes a text given as UTF-8. See ``encode(_:addsSpecialTokens:maximumLength:)-(String,_,_)``.
    ///
    /// - Throws: ``TokenizerError`` with the code `invalidUTF8` where the bytes are not UTF-8 as a whole, also behind
    ///   the limit.
    public func encode(
        utf8: [UInt8], addsSpecialTokens: Bool = true, maximumLength: Int? = nil
    ) throws(TokenizerError) -> Encoding {
        try utf8.withUnsafeBufferPointer { buffer throws(TokenizerError) in
            try encode(utf8: buffer, addsSpecialTokens: addsSpecialTokens, maximumLength: maximumLength)
        }
    }

    /// Encodes each of several texts on its own, without padding. The result has their order and count.
    public func encode(
        _ texts: [String], addsSpecialTokens: Bool = true, maximumLength: Int? = nil
    ) -> [Encoding] {
        texts.map { encode($0, addsSpecialTokens: addsSpecialTokens, maximumLength: maximumLength) }
    }

    private func encode(
        valid text: UnsafeBufferPointer<UInt8>, _ addsSpecialTokens: Bool, _ maximumLength: Int?
    ) -> Encoding {
        let limit = limit(postProcessor.single, addsSpecialTokens, maximumLength)
        let tokens = tokens(of: text, limit: limit, stopsAtLimit: true)
        return postProcessor.process([tokens], addsSpecialTokens: addsSpecialTokens, maximumLength: maximumLength)
    }

    /// How many tokens of a text can be needed at most.
    private func limit(
        _ template: [PostProcessor.Piece], _ addsSpecialTokens: Bool, _ maximumLength: Int?
    ) -> Int {
        guard let maximumLength else { return .max }
        let specials = addsSpecialTokens ? PostProcessor.specialCount(template) : 0
        return maximumLength > specials ? maximumLength - specials : 0
    }

    /// The tokens of valid UTF-8 without special ones around it.
    private func tokens(of text: UnsafeBufferPointer<UInt8>, limit: Int, stopsAtLimit: Bool) -> TokenList {
        normalizer.withView { normalizer in
            model.withView { model in
                var sink = WordSink(model, limit: limit, stopsAtLimit: stopsAtLimit)
                var pipeline = TextPipeline(normalizer)
                addedTokens.raw.forEachSegment(of: text) { segment in
                    switch segment {
                    case .token(let id): sink.token(id)
                    case .text(let range):
                        let part = UnsafeBufferPointer(rebasing: text[range])
                        if let splitter {
                            tokenizeNormalized(part, &pipeline, splitter, &sink)
                        } else {
                            pipeline.run(part, into: &sink)
                            sink.endWord()
                        }
                    }
                    return !sink.isFull
                }
                return sink.tokens
            }
        }
    }

    /// Tokenizes a part of a text whose normalized form may have added tokens in it.
    private func tokenizeNormalized(
        _ part: UnsafeBufferPointer<UInt8>, _ pipeline: inout TextPipeline, _ splitter: ScalarTable,
        _ sink: inout WordSink
    ) {
        var normalized = NormalizedText()
        pipeline.run(part, into: &normalized)
        splitter.withView { splitter in
            var pipeline = TextPipeline(splitter)
            normalized.bytes.withUnsafeBufferPointer { text in
                addedTokens.normalized.forEachSegment(of: text) { segment in
                    switch segment {
                    case .token(let id): sink.token(id)
                    case .text(let range):
                        pipeline.run(UnsafeBufferPointer(rebasing: text[range]), into: &sink)
                        sink.endWord()
                    }
                    return !sink.isFull
                }
            }
        }
    }

    /// The normalized form of valid UTF-8.
    static func normalize(_ text: [UInt8], _ normalizer: ScalarTable) -> [UInt8] {
        var normalized = NormalizedText()
        normalizer.withView { view in
            var pipeline = TextPipeline(view)
            text.withUnsafeBufferPointer { pipeline.run($0, into: &normalized) }
        }
        return normalized.bytes
    }

    /// The words that a text is cut into before the vocabulary is consulted, with a zero byte between them and without
    /// regard to added tokens. For tests.
    package func words(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        normalizer.withView { view in
            var pipeline = TextPipeline(view)
            var words = JoinedWords()
            pipeline.run(text, into: &words)
            return words.bytes
        }
    }
}

/// Keeps every word, with a zero byte between them.
private struct JoinedWords: TextSink {
    private(set) var bytes: [UInt8] = []
    /// Whether the next letter begins a word.
    private var isBetweenWords = true
    var isFull: Bool { false }

    private mutating func startWord() {
        if isBetweenWords, !bytes.isEmpty { bytes.append(0) }
        isBetweenWords = false
    }

    mutating func letters(ascii: UnsafeBufferPointer<UInt8>, mapping: UnsafePointer<UInt8>) {
        startWord()
        for byte in ascii { bytes.append(mapping[Int(byte)]) }
    }
    mutating func letter(_ bytes: UnsafeBufferPointer<UInt8>) {
        startWord()
        self.bytes += bytes
    }
    mutating func punctuation(_ bytes: UnsafeBufferPointer<UInt8>) {
        isBetweenWords = true
        startWord()
        self.bytes += bytes
        isBetweenWords = true
    }
    mutating func space(_ bytes: UnsafeBufferPointer<UInt8>) { isBetweenWords = true }
}
