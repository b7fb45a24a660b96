/// Keeps answers of a language model for customers who ask the same in other words.
///
/// The agent decides what may be kept and whether a kept answer still holds; a cache only keeps and finds. Only answers
/// that were sent on their own are kept: never those of a person's draft, escalated, with sentences taken out, of a
/// conversation, or with personal data in the question or the answer.
///
/// Callers: any number of calls at once. A cache that fails costs the query nothing but time: the agent asks the model.
///
/// Conformers promise:
/// - ``answers(to:within:count:)`` returns only answers of the same ``AnswerCacheKey/scope``, the nearest first;
/// - an answer of the same id replaces the earlier one;
/// - a limited size and age: what was not used for longest goes first.
public protocol AnswerCache: Sendable {
    /// The kept answers whose questions are nearest in meaning.
    ///
    /// - Parameters:
    ///   - key: The question.
    ///   - distance: The greatest cosine distance, from 0 (the same) to 2.
    ///   - count: The most answers to return.
    /// - Returns: Answers with distance and age, nearest first.
    func answers(
        to key: AnswerCacheKey, within distance: Float, count: Int
    ) async throws -> [AnswerCacheMatch]

    /// Keeps an answer.
    func store(_ answer: CachedAnswer, for key: AnswerCacheKey) async throws

    /// Notes that a kept answer was used, so that it is kept longer.
    func touch(_ id: CachedAnswer.ID) async throws

    /// Forgets an answer. One that is not there is no error.
    func remove(_ id: CachedAnswer.ID) async throws

    /// Forgets everything.
    func removeAll() async throws
}
