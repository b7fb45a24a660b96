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
        let groups = GroupedResults<Outcome>(count: groupCount)
        try await pool.run(count: groupCount) { [self] number in
            let range = number * Self.groupSize..<min((number + 1) * Self.groupSize, texts.count)
            groups.set(range.map { embed(texts[$0], into: vectors.start + $0 * columns) }, at: number)
        }
        let outcomes = groups.joined()
        if let position = outcomes.firstIndex(where: { !$0.isFinite }) {
            throw EmbeddingError(
                .invalidResult, "vector \(position) or its length is not finite: the table's numbers are too large")
        }
        return Embeddings(
            values: Array(UnsafeBufferPointer(start: vectors.start, count: texts.count * columns)), count: texts.count,
            dimensions: columns, tokenCounts: outcomes.map(\.tokenCount), isTruncated: outcomes.map(\.isTruncated),
            windowCounts: outcomes.map { _ in 1 })
    }

    /// What there is to say about one text.
    private struct Outcome {
        var tokenCount: Int
        var isTruncated: Bool
        var isFinite: Bool
    }

    private func embed(_ text: String, into vector: UnsafeMutablePointer<Float>) -> Outcome {
        let (text, isCut) = cut(text)
        let encoding = tokenizer.encode(text, addsSpecialTokens: false, maximumLength: maximumTokens)
        let unknown = tokenizer.unknownID
        table.mean(of: encoding.ids, excluding: unknown, into: vector)
        return Outcome(
            tokenCount: encoding.ids.count { $0 != unknown }, isTruncated: isCut || encoding.isTruncated,
            isFinite: finish(vector))
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

    /// Brings a vector to length 1 where the model does; returns whether vector and length are finite.
    private func finish(_ vector: UnsafeMutablePointer<Float>) -> Bool {
        guard isNormalized else {
            return UnsafeBufferPointer(start: UnsafePointer(vector), count: table.columns).firstNonFiniteIndex == nil
        }
        var squares: Float = 0
        for column in 0..<table.columns { squares += vector[column] * vector[column] }
        guard squares.isFinite else { return false }
        // The reference adds 1e-32 to the length, which changes nothing but the vector zero.
        guard squares > 0 else { return true }
        let length = squares.squareRoot()
        for column in 0..<table.columns { vector[column] /= length }
        return true
    }
}
