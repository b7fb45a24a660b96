extension WordPieceTokenizer {
    /// Creates a tokenizer from the bytes of a `vocab.txt`: one token a line, whose id is the number of the line from 0.
    ///
    /// Lines end with LF or CRLF, the last one with or without it. Whitespace at the end of a line is no part of the
    /// token. Where a token is on several lines, the last one counts, and the other ids stand for nothing. The special
    /// tokens that the vocabulary has are also found as literals in the text.
    ///
    /// - Throws: ``TokenizerError`` with the code `malformedVocabulary` where a line is not UTF-8, `missingToken` where
    ///   the unknown, classification or separator token is not among the lines, `invalidArgument` for a negative word
    ///   length.
    /// - Complexity: O(*n*) in the bytes.
    public init(vocabulary bytes: [UInt8], options: Options = Options()) throws(TokenizerError) {
        guard options.maximumWordLength >= 0 else {
            throw TokenizerError(
                .invalidArgument, "the maximum word length is \(options.maximumWordLength); it must be 0 or more")
        }
        let vocabulary = try Self.vocabulary(lines: bytes)
        func id(_ token: String, _ role: String) throws(TokenizerError) -> Int32 {
            if let id = vocabulary.id(of: token.utf8) { return id }
            throw TokenizerError(
                .missingToken,
                "the vocabulary of \(vocabulary.count) tokens has no \(role) token \"\(token)\"; name the right one in the options"
            )
        }
        let unknown = try id(options.unknownToken, "unknown")
        let classification = try id(options.classificationToken, "classification")
        let separator = try id(options.separatorToken, "separator")
        let specials = [
            options.unknownToken, options.separatorToken, options.classificationToken, options.paddingToken,
            options.maskToken,
        ]
        let prefix = Array(options.continuingPrefix.utf8)
        try self.init(
            normalizer: NormalizerOptions(
                cleansText: options.cleansText, splitsChineseCharacters: options.splitsChineseCharacters,
                stripsAccents: options.stripsAccents ?? options.lowercases, lowercases: options.lowercases),
            model: WordPieceModel(
                vocabulary: vocabulary, unknownID: unknown, maximumWordLength: options.maximumWordLength,
                continuingPrefix: prefix),
            addedTokens: specials.filter { vocabulary.id(of: $0.utf8) != nil }.map {
                AddedToken(content: Array($0.utf8), isSpecial: true)
            },
            postProcessor: .bert(classification: classification, separator: separator),
            decoder: WordPieceDecoder(prefix: prefix, cleansUp: true),
            specialTokens: SpecialTokenNames(
                classification: options.classificationToken, separator: options.separatorToken,
                padding: options.paddingToken, mask: options.maskToken))
    }

    private static func vocabulary(lines bytes: [UInt8]) throws(TokenizerError) -> Vocabulary {
        if let offset = bytes.withUnsafeBufferPointer(firstInvalidUTF8Offset) {
            let line = bytes[..<offset].count { $0 == 0x0A } + 1
            throw TokenizerError(
                .malformedVocabulary, "line \(line) of the vocabulary is not UTF-8, at byte \(offset) of the file")
        }
        var tokens: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            tokens.append(trimmed(bytes[start..<end]))
            start = end + 1
        }
        guard let count = Int32(exactly: tokens.count) else {
            throw TokenizerError(.malformedVocabulary, "the vocabulary has more lines than 32-bit ids")
        }
        return try Vocabulary(tokens, ids: Array(0..<count))
    }

    /// A line without the whitespace at its end.
    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.endIndex
        line.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            while end > line.startIndex {
                let last = decodeScalar(endingAt: end - line.startIndex, of: base)
                guard AddedTokenMatcher.isWhitespace(last.scalar) else { return }
                end -= last.count
            }
        }
        return line[..<end]
    }
}
