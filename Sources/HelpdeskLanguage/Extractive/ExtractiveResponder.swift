/// Answers by quoting the sources, word for word, with no model at all.
///
/// ```swift
/// let responder = ExtractiveResponder()
/// let answer = try await responder.respond(to: LLMRequest(messages: [
///     LLMMessage(role: .user, content: [.text("How do I reset my password?"), .source(article)])
/// ]))
/// ```
///
/// From the last user message and the sources of the request it picks the sentences, steps or list items that share most
/// with the question, weighted by how rare a word is among the passages, by headings and title, by position, and by the
/// caller's ranking: sources best first, passages best first. It quotes from one source, and from a second only where
/// that covers words of the question which the first leaves open.
///
/// A sentence that leans on the one before ("However, …", "After that, …") is quoted with it. Of a fact or a yes and no, what
/// neighbouring sentences say of other things and other cases ("In Business, …" of a question about Classic) is left out;
/// a source that says of itself that it is outdated comes after the others.
///
/// What it promises beyond ``LLMClient``:
/// - Every part of the answer between the host's own opening and closing phrases lies in the
///   ``LLMCitation/answerRange`` of a citation, whose ``LLMCitation/quote`` is a literal substring of the passage. The
///   answer shows the quote without its mark-up (emphasis, link targets, roles, table bars, indentation); where a
///   passage is plain text, the answer shows the quote as it is, except that a line feed inside a sentence becomes a space.
/// - Numbered steps are quoted all and in order; blocks of code are quoted whole. Where steps go on in another passage of
///   the same source, they are joined.
/// - Questions of FAQs, problem descriptions of tickets, greetings, thanks and signatures are not quoted.
/// - Where nothing that matters in the question occurs in the sources, the answer is empty and its stop reason is
///   ``LLMStopReason/noAnswer``.
/// - The same request gives the same answer. It costs no tokens, so the usage is zero.
///
/// Word forms, synonyms, stop words, abbreviations and courtesies are known for English. In other languages words have to
/// agree literally; scripts without spaces are compared by pairs of characters.
///
/// Time is linear in the length of the passages; five sources of a page each take one or two milliseconds, a megabyte a few
/// hundred.
public struct ExtractiveResponder: LLMClient {
    /// How much is quoted, and what the host says around it.
    public var configuration: Configuration

    /// `extractive`.
    public var model: String { "extractive" }

    /// Creates a responder.
    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// Answers whole.
    ///
    /// - Throws: ``LanguageError`` for a request that ``LLMRequest/validate()`` refuses, and `CancellationError`.
    public func respond(to request: LLMRequest) async throws -> LLMResponse {
        try Task.checkCancellation()
        try request.validate()
        let sources = request.sources
        let earlier = request.messages.dropLast().last { $0.role == .user }?.text ?? ""
        let terms = QuestionTerms(question: request.question, earlier: earlier)
        var selector = AnswerSelector(sources: sources, terms: terms, configuration: configuration)
        guard let selection = try selector.select() else {
            return LLMResponse(text: "", stopReason: .noAnswer, model: model)
        }
        try Task.checkCancellation()
        var composer = AnswerComposer(sources: sources, selection: selection)
        composer.compose(configuration, tokens: request.maximumOutputTokens)
        guard !composer.citations.isEmpty else { return LLMResponse(text: "", stopReason: .noAnswer, model: model) }
        return LLMResponse(
            text: composer.text, citations: composer.citations, stopReason: composer.isCut ? .length : .complete,
            model: model)
    }

    /// Answers piece by piece: words, each citation after the text it supports, the usage, and the stop.
    public func stream(_ request: LLMRequest) -> LLMStream {
        LLMStream { writer in
            for event in try await respond(to: request).events { try writer.write(event) }
        }
    }
}
