import HelpdeskKnowledge
import HelpdeskLanguage

/// Writing an answer from the sources, and what happens when the language model cannot.
extension SupportAgent {
    /// Answers from the sources: by the language model, or by quoting where it fails or has nothing to say.
    func answer(
        _ query: RedactedQuery, sources: SourceList, streams: Bool, emit: (ResolutionEvent) -> Void
    ) async throws -> AnswerDraft {
        let request = AnswerRequest.make(query, sources: sources.sources, configuration: configuration)
        let isExtractive = languageModel is ExtractiveResponder
        guard !isExtractive, !sources.sources.isEmpty else {
            return try await write(
                by: fallbackClient, request, query, sources, streams: streams, check: nil, emit: emit)
        }
        var reason: String
        do {
            let draft = try await write(
                by: languageModel, request, query, sources, streams: streams, check: configuration.grounding, emit: emit
            )
            if !draft.text.isEmpty { return draft }
            reason =
                draft.removedSentences.isEmpty ? "the model gave no answer" : "no source supports the model's answer"
        } catch let error as InterruptedAnswer {
            // Some of the answer has been streamed and cannot be taken back: it becomes a draft.
            return error.draft
        } catch {
            try Task.checkCancellation()
            if error is CancellationError { throw error }
            reason = "\(error)"
        }
        var draft = try await write(
            by: fallbackClient, request, query, sources, streams: streams, check: nil, emit: emit)
        draft.fallbackReason = reason
        return draft
    }

    /// Who quotes the sources: the host's own extractive responder where it gave one.
    private var fallbackClient: any LLMClient {
        languageModel is ExtractiveResponder ? languageModel : fallback
    }

    /// An answer that broke off after some of it had been streamed.
    private struct InterruptedAnswer: Error {
        var draft: AnswerDraft
    }

    private func write(
        by client: any LLMClient, _ request: LLMRequest, _ query: RedactedQuery, _ sources: SourceList, streams: Bool,
        check: GroundingCheck?, emit: (ResolutionEvent) -> Void
    ) async throws -> AnswerDraft {
        var assembler = AnswerAssembler(
            check: check, sources: GroundingCheck.Sources(check == nil ? [] : sources.sources),
            restore: client is ExtractiveResponder ? { $0 } : query.restore)
        var draft = AnswerDraft(model: client.model)
        var citations: [LLMCitation] = []
        var stop = LLMStopReason.complete

        func take(_ text: String) {
            let stopwatch = Stopwatch(clock)
            let output = assembler.append(text)
            draft.groundingTime += stopwatch.elapsed
            if !output.isEmpty { emit(.text(output)) }
        }
        do {
            if streams {
                for try await event in client.stream(request) {
                    switch event {
                    case .text(let text): take(text)
                    case .citation(let citation):
                        citations.append(citation)
                    case .usage: break
                    case .stop(let reason): stop = reason
                    }
                }
                try Task.checkCancellation()
            } else {
                let response = try await client.respond(to: request)
                take(response.text)
                citations = response.citations
                stop = response.stopReason
            }
        } catch {
            if error is CancellationError || Task.isCancelled || assembler.answer.isEmpty { throw error }
            draft.fallbackReason = "\(error)"
            stop = .length
        }
        if stop == .refusal && (!streams || assembler.answer.isEmpty) {
            throw LanguageError(.refused, "the model refused to answer")
        }
        let rest = assembler.finish()
        if !rest.isEmpty { emit(.text(rest)) }

        draft.text = assembler.answer
        draft.removedSentences = assembler.removed
        draft.citations = used(citations, sources: sources, assembler: assembler)
        if check != nil, draft.citations.isEmpty { draft.citations = supporting(draft.text, sources) }
        for citation in draft.citations { emit(.citation(citation)) }
        if !assembler.removed.isEmpty { draft.draftReason = .unsupportedStatements }
        if stop == .length || stop == .refusal { draft.draftReason = .incomplete }
        if draft.fallbackReason != nil { throw InterruptedAnswer(draft: draft) }
        return draft
    }

    /// The citations whose statements are still in the answer, each once.
    private func used(_ citations: [LLMCitation], sources: SourceList, assembler: AnswerAssembler) -> [Citation] {
        guard !assembler.answer.isEmpty else { return [] }
        var seen = Set<Citation>()
        return citations.compactMap { source in
            guard var citation = sources.citation(source) else { return nil }
            if let range = source.answerRange {
                guard let place = assembler.place(of: range) else { return nil }
                citation.answerRange = place
            }
            return seen.insert(citation).inserted ? citation : nil
        }
    }

    /// For a model that does not cite: the sources that support sentences of its answer, best first.
    private func supporting(_ answer: String, _ sources: SourceList) -> [Citation] {
        guard let check = configuration.grounding else { return [] }
        let sentences = answer.split(whereSeparator: { ".!?\n".contains($0) })
        return sources.sources.compactMap { source in
            let prepared = GroundingCheck.Sources([source])
            guard
                sentences.contains(where: {
                    let judgement = check.judge($0, by: prepared)
                    return judgement.isClaim && judgement.isSupported
                }), let passage = source.passages.first
            else { return nil }
            return sources.citation(LLMCitation(sourceID: source.id, passage: 0, quote: passage))
        }
    }
}
