import HelpdeskMath
import WordPiece

extension StaticEmbedder {
    /// Texts of an item of work: some tens of microseconds for short ones.
    private static let groupSize = 64

    /// Embeds texts, see ``EmbeddingModel/embed(_:as:)``. The role makes no difference.
    ///
    /// Of a text, the first ``maximumTokens`` times the median length of the vocabulary's tokens are looked at, in Unicode
    /// scalars, and of the tokens therein the first ``maximumTokens``. Unknown tokens count, but not as ``Embeddings/tokenCounts``.
    ///
    /// - Throws: `CancellationError` soon after the calling task is cancelled; ``EmbeddingError`` with
    ///   ``EmbeddingError/Code/invalidResult`` where the table leads to a vector that is not finite.
    /// - Complexity: O(length of the texts + number of tokens × dimensions).
    public func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
        guard !texts.isEmpty else { return Embeddings(values: [], count: 0, dimensions: dimensions) }
        let columns = table.columns
        let vectors = AlignedFloats(count: texts.count * columns)
        let groupCount = (texts.count + Self.groupSize - 1) / Self.groupSize
        let groups = GroupedResults<(tokens: Int, isTruncated: Bool)>(count: groupCount)
        try await pool.run(count: groupCount) { [self] number in
            let range = number * Self.groupSize..<min((number + 1) * Self.groupSize, texts.count)
            groups.set(range.map { embed(texts[$0], into: vectors.start + $0 * columns) }, at: number)
        }
        let values = Array(UnsafeBufferPointer(start: vectors.start, count: texts.count * columns))
        if let position = values.firstNonFiniteIndex {
            throw EmbeddingError(
                .invalidResult,
                "component \(position % columns) of vector \(position / columns) is not finite: the table's numbers are too large"
            )
        }
        let counts = groups.joined()
        return Embeddings(
            values: values, count: texts.count, dimensions: columns, tokenCounts: counts.map(\.tokens),
            isTruncated: counts.map(\.isTruncated), windowCounts: counts.map { _ in 1 })
    }

    private func embed(
        _ text: String, into vector: UnsafeMutablePointer<Float>
    ) -> (tokens: Int, isTruncated: Bool) {
        let (text, isCut) = cut(text)
        let encoding = tokenizer.encode(text, addsSpecialTokens: false, maximumLength: maximumTokens)
        let unknown = tokenizer.unknownID
        table.mean(of: encoding.ids, excluding: unknown, into: vector)
        if isNormalized { normalize(vector) }
        return (encoding.ids.count { $0 != unknown }, isCut || encoding.isTruncated)
    }

    /// The part of a text that is looked at.
    private func cut(_ text: String) -> (text: String, isCut: Bool) {
        guard let maximumScalars, text.utf8.count > maximumScalars else { return (text, false) }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: maximumScalars, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return (text, false) }
        return (String(scalars[..<end]), true)
    }

    private func normalize(_ vector: UnsafeMutablePointer<Float>) {
        var squares: Float = 0
        for column in 0..<table.columns { squares += vector[column] * vector[column] }
        // The reference adds 1e-32 to the length, which changes nothing but the vector zero.
        guard squares > 0 else { return }
        let length = squares.squareRoot()
        for column in 0..<table.columns { vector[column] /= length }
    }
}
