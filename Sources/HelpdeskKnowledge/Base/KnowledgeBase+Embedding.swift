import SentenceEmbeddings

extension KnowledgeBase {
    /// The vectors of texts, in their order.
    ///
    /// - Parameter progress: Called with the number of texts done so far.
    /// - Throws: `EmbeddingError` with `invalidResult` where the model breaks its promise; what it throws;
    ///   `CancellationError`.
    func vectors(
        of texts: [String], as role: TextRole, progress: (Int) -> Void = { _ in }
    ) async throws -> [[Float]] {
        var vectors: [[Float]] = []
        vectors.reserveCapacity(texts.count)
        var start = 0
        while start < texts.count {
            try Task.checkCancellation()
            let end = min(texts.count, start + configuration.embeddingBatchSize)
            let batch = try await model.embed(Array(texts[start..<end]), as: role)
            guard batch.count == end - start, batch.dimensions == identity.dimensions else {
                throw EmbeddingError(
                    .invalidResult,
                    "\(identity) gave \(batch.count) vectors of \(batch.dimensions) dimensions for \(end - start) texts; "
                        + "it must give one of \(identity.dimensions) for each")
            }
            for (row, vector) in batch.enumerated() {
                guard vector.allSatisfy(\.isFinite) else {
                    throw EmbeddingError(
                        .invalidResult,
                        "\(identity) gave a vector with NaN or infinity for \"\(texts[start + row].prefix(80))\"")
                }
                vectors.append(vector)
            }
            start = end
            progress(start)
        }
        return vectors
    }
}
