extension EmbeddingModel {
    /// How many texts a batch of a stream has, unless the caller says otherwise.
    public static var standardBatchSize: Int { 256 }
    /// How many batches of a stream are worked on at once, unless the caller says otherwise.
    public static var standardBatchesInFlight: Int { 4 }

    /// Embeds texts as they come, in bounded memory.
    ///
    /// ```swift
    /// for try await batch in model.embeddings(of: lines, as: .passage) { try await store(batch) }
    /// ```
    ///
    /// See ``EmbeddingStream`` for what is promised.
    ///
    /// - Parameters:
    ///   - texts: Any number of texts.
    ///   - role: What the texts are for.
    ///   - batchSize: Texts of a batch, at least 1; the last batch may have fewer.
    ///   - batchesInFlight: How many batches are worked on or wait to be taken, at least 1.
    /// - Precondition: `batchSize` and `batchesInFlight` are at least 1.
    public func embeddings<Texts: AsyncSequence>(
        of texts: Texts, as role: TextRole, batchSize: Int = standardBatchSize,
        batchesInFlight: Int = standardBatchesInFlight
    ) -> EmbeddingStream<Texts> where Texts.Element == String {
        EmbeddingStream(
            texts: texts, model: self, role: role, batchSize: batchSize, batchesInFlight: batchesInFlight)
    }

    /// Embeds the texts of a sequence, in bounded memory: a lazy sequence is only read as far as the results are taken.
    ///
    /// See ``EmbeddingStream`` for what is promised, and the other method of this name for the parameters.
    public func embeddings<Texts: Sequence<String>>(
        of texts: Texts, as role: TextRole, batchSize: Int = standardBatchSize,
        batchesInFlight: Int = standardBatchesInFlight
    ) -> EmbeddingStream<TextSequence<Texts>> {
        embeddings(of: TextSequence(texts), as: role, batchSize: batchSize, batchesInFlight: batchesInFlight)
    }

    /// Embeds texts and tells how far it is.
    ///
    /// - Parameters:
    ///   - texts: Any number of texts of any length.
    ///   - role: What the texts are for.
    ///   - progress: Called with how many texts are done, and how many there are: never twice at once, with a greater
    ///     number each time, and last with all of them. It is called by the calling task, which waits for it.
    /// - Returns: One vector per text, in order, the same as ``embed(_:as:)``.
    /// - Throws: What ``embed(_:as:)`` throws.
    public func embed(
        _ texts: [String], as role: TextRole, progress: (_ done: Int, _ total: Int) -> Void
    ) async throws -> Embeddings {
        guard texts.count > 0 else {
            progress(0, 0)
            return try await embed(texts, as: role)
        }
        var joined = JoinedEmbeddings(capacity: texts.count, dimensions: dimensions)
        for try await batch in embeddings(of: texts, as: role) {
            joined.append(batch)
            progress(joined.count, texts.count)
        }
        return joined.embeddings
    }
}
