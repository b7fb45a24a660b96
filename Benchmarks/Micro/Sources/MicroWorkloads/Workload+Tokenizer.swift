import WordPiece

extension Workload {
    static let tokenizer: [Workload] = [
        tokenize("tokenize-question", "WordPiece tokens of a question", SupportTexts.question, counted: 2000),
        tokenize("tokenize-message", "WordPiece tokens of 1,000 characters", SupportTexts.longMessage, counted: 200),
    ]

    private static func tokenize(_ name: String, _ summary: String, _ text: String, counted: Int) -> Workload {
        Workload(name, summary, scale: 1000, counted: counted, tolerance: 3) { _ in
            let tokenizer = try WordPieceTokenizer(vocabulary: SyntheticVocabulary.lines)
            return { count in
                (0..<count).reduce(0) { sum, _ in sum + tokenizer.encode(text).ids.count }
            }
        }
    }
}
