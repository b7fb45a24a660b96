import WordPiece

extension CrossEncoder {
    /// How well passages answer a query, by a model with one label, see ``PassageReranker/scores(query:passages:)``.
    ///
    /// - Returns: One score per passage, in order: its logit after ``activation``.
    /// - Throws: ``EmbeddingError`` with ``EmbeddingError/Code/unsupportedModel`` where the model has several labels;
    ///   otherwise as ``logits(of:)``.
    public func scores(query: String, passages: [String]) async throws -> [Float] {
        guard labelCount == 1 else {
            throw EmbeddingError(
                .unsupportedModel,
                "\(identity) has the labels \(labels.joined(separator: ", ")); scores(query:passages:) needs a model with one, scores(of:) has a score for each"
            )
        }
        return try await flatLogits(count: passages.count) { TextPair(query, passages[$0]) }.map { activation($0) }
    }

    /// The scores of pairs for each label.
    ///
    /// - Returns: One row per pair, in order, of ``labelCount`` logits after ``activation``.
    /// - Throws: As ``logits(of:)``.
    public func scores(of pairs: [TextPair]) async throws -> [[Float]] {
        try await logits(of: pairs).map { $0.map { activation($0) } }
    }

    /// The logits of pairs, without any activation.
    ///
    /// - Returns: One row per pair, in order, of ``labelCount`` finite numbers.
    /// - Throws: `CancellationError` soon after the calling task is cancelled; ``EmbeddingError`` with
    ///   ``EmbeddingError/Code/mismatchedVocabulary`` where the tokenizer gives a token that the weights do not have, and
    ///   ``EmbeddingError/Code/invalidResult`` where the weights lead to a logit that is not finite.
    public func logits(of pairs: [TextPair]) async throws -> [[Float]] {
        let values = try await flatLogits(count: pairs.count) { pairs[$0] }
        return stride(from: 0, to: values.count, by: labelCount).map { Array(values[$0..<$0 + labelCount]) }
    }

    /// The logits of pairs that are tokens already, row after row.
    package func logits(tokens: [TokenSequence]) async throws -> [Float] { try await runner.rows(of: tokens) }

    /// The number of tokens of a pair, special tokens included, without the cut to ``maximumTokens``. O(length of the
    /// texts).
    public func tokenCount(_ pair: TextPair) -> Int { encode(pair, maximumLength: nil).count }

    /// The tokens of a pair, as the model reads them.
    package func tokens(_ pair: TextPair) -> TokenSequence { sequence(encode(pair, maximumLength: maximumTokens)) }

    private func flatLogits(count: Int, _ pair: @escaping @Sendable (Int) -> TextPair) async throws -> [Float] {
        guard count > 0 else { return [] }
        let encodings = try await runner.map(
            0..<count, size: { pair($0).first.utf8.count + pair($0).second.utf8.count }
        ) {
            encode(pair($0), maximumLength: maximumTokens)
        }
        return try await runner.rows(of: encodings.map(sequence))
    }

    private func encode(_ pair: TextPair, maximumLength: Int?) -> Encoding {
        tokenizer.encode(prepare(pair.first), prepare(pair.second), maximumLength: maximumLength)
    }

    private func sequence(_ encoding: Encoding) -> TokenSequence {
        TokenSequence(ids: encoding.ids, types: settings.usesTypes ? encoding.typeIDs : nil)
    }

    /// Lower-cases scalar by scalar, as the reference's normalizer `Lowercase` does.
    private func prepare(_ text: String) -> String {
        guard settings.isLowercased else { return text }
        return text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    }
}
