/// Tells how well passages answer a query, by reading each together with it.
///
/// Embeddings are made of a text alone, so that millions can be searched; a reranker is slower by orders of magnitude and
/// better, and puts the best few dozen in order.
///
/// Callers: ``scores(query:passages:)`` is called from any task, any number of times at once, with some tens of passages.
///
/// Conformers promise:
/// - one finite score per passage, in the order of the passages, the greater the better; for empty texts too;
/// - the same score for the same query and passage, whatever other passages there are;
/// - an empty result for an empty array, without work;
/// - `CancellationError` soon after the calling task is cancelled;
/// - a typed error, never a trap, for any text.
///
/// Scores of one query can be compared; whether those of different queries can is up to the model.
public protocol PassageReranker: Sendable {
    /// Scores passages.
    ///
    /// - Parameters:
    ///   - query: What is looked for.
    ///   - passages: Any number of texts of any length.
    /// - Returns: One score per passage, in order.
    func scores(query: String, passages: [String]) async throws -> [Float]
}
