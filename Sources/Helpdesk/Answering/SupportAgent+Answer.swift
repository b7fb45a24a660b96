import HelpdeskKnowledge
import HelpdeskLanguage
import HelpdeskTriage

/// Writing an answer from the sources, and what happens when the language model cannot.
extension SupportAgent {
    /// What an answer is written from.
    struct AnswerTask {
        var query: RedactedQuery
        /// The question that the message asks, completed from the conversation.
        var question: String
        var triage: Triage
        var sources: SourceList
        /// Whether the language model is asked to stream.
        var streams: Bool
    }

    /// Answers from the sources: by the language model, or by quoting where it fails or has nothing to say.
    func answer(_ task: AnswerTask, emit: (ResolutionEvent) -> Void) async throws -> AnswerDraft {
        guard hasLanguageModel, !task.sources.sources.isEmpty else { return try await quote(task, emit: emit) }
        let failed: FailedAnswer
        do {
            return try await writtenAnswer(task, emit: emit)
        } catch let failure as FailedAnswer {
            // Some of the answer may have been streamed and cannot be taken back: it becomes a draft.
            if let draft = failure.draft { return draft }
            failed = failure
        }
        var draft = try await quote(task, emit: emit)
        draft.fallback = failed.fallback
        draft.usage = failed.usage
        draft.removedSentences = failed.removed
        // Where a model has read the sources and found nothing, a person should look at what was quoted.
        if failed.fallback.cause == .noAnswer, !draft.text.isEmpty { draft.draftReason = .noAnswerFound }
        return draft
    }

    /// Whether there is a model that writes, and not only quotes.
    var hasLanguageModel: Bool { !(languageModel is ExtractiveResponder) }

    /// Who quotes the sources: the host's own extractive responder where it gave one.
    private var fallbackClient: any LLMClient { hasLanguageModel ? fallback : languageModel }

    /// An answer that cannot be used.
    private struct FailedAnswer: Error {
        var fallback: AnswerFallback
        /// What was streamed before it failed.
        var draft: AnswerDraft?
        var usage = LLMUsage()
        /// The sentences that no source supports.
        var removed: [String] = []
    }

    // MARK: Quoting

    private func quote(_ task: AnswerTask, emit: (ResolutionEvent) -> Void) async throws -> AnswerDraft {
        let client = fallbackClient
        let turns = task.query.conversation.map { turn in
            turn.speaker == .customer ? LLMMessage.user(turn.text) : LLMMessage.assistant(turn.text)
        }
        let content = task.sources.sources.map(LLMContent.source) + [.text(task.question)]
        let response = try await client.respond(
            to: LLMRequest(
                messages: turns + [LLMMessage(role: .user, content: content)],
                maximumOutputTokens: configuration.maximumAnswerTokens))
        var writer = AnswerWriter(
            assembler: AnswerAssembler(check: .none, sources: GroundingCheck.Sources([]), restore: { $0 }), clock: clock
        )
        var draft = AnswerDraft(model: client.model)
        if !response.text.isEmpty { writer.take(response.text, emit) }
        writer.finish(emit)
        writer.fill(&draft)
        draft.citations = used(response.citations, assembler: writer.assembler) { task.sources.citation($0) }
        for citation in draft.citations { emit(.citation(citation)) }
        if response.stopReason == .length { draft.draftReason = .incomplete }
        return draft
    }

    // MARK: Writing

    private func writtenAnswer(_ task: AnswerTask, emit: (ResolutionEvent) -> Void) async throws -> AnswerDraft {
        let disclosed = DisclosedQuery(
            task.query, sources: task.sources, disclosure: configuration.disclosure, redactor: redactor)
        guard let request = try await request(task, disclosed) else {
            throw FailedAnswer(
                fallback: AnswerFallback(
                    .promptTooLarge,
                    detail: "the message does not fit into \(configuration.maximumPromptTokens) tokens with a source"))
        }
        guard let permit = modelPermit() else {
            throw FailedAnswer(
                fallback: AnswerFallback(
                    .circuitOpen, detail: "\(languageModel.model) failed too often; it was not asked"))
        }
        do {
            let draft = try await write(request, task, disclosed, emit: emit)
            noteModelSuccess(permit)
            return draft
        } catch let failure as FailedAnswer {
            noteModelSuccess(permit)
            throw failure
        } catch let failure as BrokenAnswer {
            try noteModelFailure(failure.cause, permit)
            throw FailedAnswer(fallback: AnswerFallback(failure.cause), draft: failure.draft, usage: failure.usage)
        } catch {
            try noteModelFailure(error, permit)
            throw FailedAnswer(fallback: AnswerFallback(error))
        }
    }

    /// An answer whose stream failed.
    private struct BrokenAnswer: Error {
        var cause: any Error
        var draft: AnswerDraft?
        var usage: LLMUsage
    }

    private func write(
        _ request: LLMRequest, _ task: AnswerTask, _ disclosed: DisclosedQuery, emit: (ResolutionEvent) -> Void
    ) async throws -> AnswerDraft {
        let client = languageModel
        let check = configuration.grounding.map { AnswerAssembler.Check.all($0) } ?? .linksOnly
        var writer = AnswerWriter(
            assembler: AnswerAssembler(
                check: check, sources: GroundingCheck.Sources(disclosed.sources), restore: disclosed.restore,
                withoutCustomerData: disclosed.withoutCustomerData, isUnrestored: disclosed.isUnrestored),
            clock: clock)
        var draft = AnswerDraft(model: client.model)
        var citations: [LLMCitation] = []
        var stop = LLMStopReason.complete
        var failure: (any Error)?
        var bytesLeft = Self.maximumBytes(ofTokens: request.maximumOutputTokens ?? configuration.maximumAnswerTokens)
        do {
            if task.streams {
                reading: for try await event in deadlined(client, request) {
                    switch event {
                    case .text(let text):
                        writer.take(text, emit)
                        bytesLeft -= text.utf8.count
                        if bytesLeft < 0 {
                            stop = .length
                            break reading
                        }
                    case .citation(let citation): citations.append(citation)
                    case .usage(let usage): draft.usage = usage
                    case .stop(let reason): stop = reason
                    }
                }
                try Task.checkCancellation()
            } else {
                let response = try await Deadline.run(configuration.answerTimeout, clock: clock) {
                    try await client.respond(to: request)
                }
                citations = response.citations
                stop = response.stopReason
                draft.usage = response.usage
                if response.text.utf8.count > bytesLeft { stop = .length }
                let text = response.text.utf8.count > bytesLeft ? response.text.cut(toBytes: bytesLeft) : response.text
                try await observer.observe(.stage(.grounding)) { writer.take(text, emit) }
            }
        } catch {
            try Task.checkCancellation()
            guard !writer.assembler.answer.isEmpty else {
                throw BrokenAnswer(cause: error, draft: nil, usage: draft.usage)
            }
            failure = error
            stop = .length
        }
        if stop == .refusal, !task.streams || writer.assembler.answer.isEmpty {
            throw FailedAnswer(
                fallback: AnswerFallback(.refused, detail: "the model refused to answer"), usage: draft.usage)
        }
        // What a broken stream ends with may be half a sentence.
        if failure == nil { try await observer.observe(.stage(.grounding)) { writer.finish(emit) } }
        writer.fill(&draft)
        if draft.text.isEmpty { throw emptyAnswer(writer.assembler, draft.usage) }

        draft.citations = used(citations, assembler: writer.assembler) {
            task.sources.citation(disclosed.restored($0))
        }
        if draft.citations.isEmpty { draft.citations = supporting(writer.assembler, task.sources, disclosed) }
        for citation in draft.citations { emit(.citation(citation)) }
        if !draft.removedSentences.isEmpty, configuration.unsupportedSentences == .drafted {
            draft.draftReason = .unsupportedStatements
        }
        if !writer.assembler.hasClaim || writer.assembler.isDenied || writer.assembler.hasRefusal {
            draft.draftReason = .noAnswerFound
        }
        if stop != .complete { draft.draftReason = .incomplete }
        if stop == .refusal {
            draft.fallback = AnswerFallback(.refused, detail: "the model refused to go on")
        }
        draft.supportIDs = Set(writer.assembler.support.map { disclosed.originalID($0.sourceID) })
        if let failure {
            draft.fallback = AnswerFallback(failure)
            throw BrokenAnswer(cause: failure, draft: draft, usage: draft.usage)
        }
        return draft
    }

    /// The events of an answer that must be there in time.
    private func deadlined(_ client: any LLMClient, _ request: LLMRequest) -> LLMStream {
        LLMStream { [clock, timeout = configuration.answerTimeout] writer in
            try await Deadline.run(timeout, clock: clock) {
                for try await event in client.stream(request) { try writer.write(event) }
            }
        }
    }

    private func emptyAnswer(_ assembler: AnswerAssembler, _ usage: LLMUsage) -> FailedAnswer {
        let fallback =
            if assembler.isDenied {
                AnswerFallback(.noAnswer, detail: "the model found no answer in the sources")
            } else if assembler.removed.isEmpty {
                AnswerFallback(.emptyAnswer, detail: "the model gave no answer")
            } else {
                AnswerFallback(.ungrounded, detail: "no source supports the model's answer")
            }
        return FailedAnswer(fallback: fallback, usage: usage, removed: assembler.removed)
    }

    /// The request, within the budget of tokens; `nil` where the message alone is too long.
    private func request(_ task: AnswerTask, _ disclosed: DisclosedQuery) async throws -> LLMRequest? {
        var prompt = AnswerPrompt(
            instructions: configuration.instructions, conversation: disclosed.conversation, message: disclosed.message,
            triage: task.triage, sources: disclosed.sources, maximumAnswerTokens: configuration.maximumAnswerTokens)
        let budget = configuration.maximumPromptTokens
        var counts = configuration.countsPromptTokens ? Self.maximumCounts : 0
        while true {
            var request = configuration.promptTemplate.request(for: prompt)
            request.timeout = request.timeout ?? configuration.answerTimeout
            var excess = TokenEstimate.tokens(in: request) - budget
            if excess <= 0, counts > 0, let permit = modelPermitWhileClosed() {
                counts -= 1
                excess = try await count(request, permit) - budget
            }
            if excess <= 0 { return request }
            guard prompt.shorten(by: excess) else { return nil }
        }
    }

    /// How often the provider is asked for the length of one query's prompt.
    private static let maximumCounts = 3

    /// The tokens of a request as the provider counts them; none where it does not tell, because the estimate has been
    /// within the budget.
    private func count(_ request: LLMRequest, _ permit: CircuitBreaker.Permit) async throws -> Int {
        let client = languageModel
        do {
            let count = try await Deadline.run(Self.countTimeout, clock: clock) {
                try await client.tokenCount(of: request)
            }
            noteModelSuccess(permit)
            return count
        } catch {
            try noteModelFailure(error, permit)
            return 0
        }
    }

    /// How long the provider may take to count.
    private static let countTimeout = Duration.seconds(3)

    /// More bytes than so many tokens can have: a server that goes on and on is cut off.
    private static func maximumBytes(ofTokens tokens: Int) -> Int { tokens > .max / 32 ? .max : 32 * tokens }

    // MARK: Citations

    /// The citations whose statements are still in the answer, each once.
    private func used(
        _ citations: [LLMCitation], assembler: AnswerAssembler, citation: (LLMCitation) -> Citation?
    ) -> [Citation] {
        guard !assembler.answer.isEmpty else { return [] }
        var seen = Set<Citation>()
        return citations.compactMap { source in
            guard var result = citation(source) else { return nil }
            if let range = source.answerRange {
                guard let place = assembler.place(of: range) else { return nil }
                result.answerRange = place
            }
            return seen.insert(result).inserted ? result : nil
        }
    }

    /// For a model that does not cite: what supports the sentences of its answer, in the order of the answer.
    private func supporting(
        _ assembler: AnswerAssembler, _ sources: SourceList, _ disclosed: DisclosedQuery
    ) -> [Citation] {
        var seen = Set<String>()
        return assembler.support.compactMap { support in
            guard seen.insert(support.sourceID).inserted else { return nil }
            return sources.citation(disclosed.restored(support))
        }
    }
}
