/// A WordPiece vocabulary in which, as in those that are learned, most words of ``SupportTexts`` are one piece and long ones
/// are two or three.
enum SyntheticVocabulary {
    /// The words that nothing asks for and that make the vocabulary large.
    private static let fillerCount = 8000
    /// Longer words are cut.
    private static let wholeLength = 7
    private static let pieceLength = 4

    /// `vocab.txt`: one token a line.
    static let lines: [UInt8] = Array(tokens.joined(separator: "\n").utf8)

    /// The number of tokens.
    static let count = tokens.count

    private static let tokens: [String] = {
        var tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
        var known = Set(tokens)
        func add(_ token: String) {
            if known.insert(token).inserted { tokens.append(token) }
        }
        for scalar in (33...126).map({ Character(Unicode.Scalar($0)) }) where !scalar.isUppercase {
            add(String(scalar))
            if scalar.isLetter || scalar.isNumber { add("##\(scalar)") }
        }
        let texts = [SupportTexts.question, SupportTexts.shortMessage, SupportTexts.longMessage]
        for word in texts.joined(separator: " ").lowercased().split(whereSeparator: { !$0.isLetter }) {
            guard word.count > wholeLength else {
                add(String(word))
                continue
            }
            add(String(word.prefix(wholeLength)))
            var rest = word.dropFirst(wholeLength)
            while !rest.isEmpty {
                add("##\(rest.prefix(pieceLength))")
                rest = rest.dropFirst(pieceLength)
            }
        }
        for rank in 0..<fillerCount { add(SyntheticWords.word(rank)) }
        return tokens
    }()
}
