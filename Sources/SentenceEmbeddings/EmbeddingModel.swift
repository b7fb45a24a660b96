/// Turns texts into vectors whose cosine tells how alike the texts are in meaning.
///
/// Callers: ``EmbeddingModel/embed(_:as:)`` is called from any task, any number of times at once, with a handful of
/// queries or some hundreds of passages. Results come back in the order of the texts. For more texts than fit into memory
/// as vectors there is ``EmbeddingModel/embeddings(of:as:batchSize:batchesInFlight:)``, which calls it batch by batch.
///
/// Conformers promise:
/// - vectors of exactly ``dimensions`` finite components, in the order of the texts, one per text, the empty text
///   included;
/// - the same vector for the same text and role, whatever else is in the batch;
/// - an empty result for an empty array, without work;
/// - `CancellationError` soon after the calling task is cancelled;
/// - a typed error, never a trap, for any text;
/// - an ``identity`` that changes whenever the vectors would.
public protocol EmbeddingModel: Sendable {
    /// Which model this is; stored beside every vector.
    var identity: EmbeddingIdentity { get }

    /// Embeds texts.
    ///
    /// - Parameters:
    ///   - texts: Any number of texts of any length.
    ///   - role: What the texts are for.
    /// - Returns: One vector per text, in order.
    func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings
}

extension EmbeddingModel {
    /// The number of components of every vector.
    public var dimensions: Int { identity.dimensions }

    /// Embeds one text.
    public func embed(_ text: String, as role: TextRole) async throws -> [Float] {
        let embeddings = try await embed([text], as: role)
        guard let vector = embeddings.first, embeddings.count == 1 else {
            throw EmbeddingError(.invalidResult, "\(identity) gave \(embeddings.count) vectors for one text")
        }
        return vector
    }
}
