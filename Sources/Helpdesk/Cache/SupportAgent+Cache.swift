import HelpdeskKnowledge
import HelpdeskLanguage
import HelpdeskTriage
import Logging
import Synchronization

/// Answering from, and keeping in, the cache.
extension SupportAgent {
    /// How many of the nearest kept answers are looked at.
    private static let cacheCandidates = 4
    /// The longest question, in bytes, that is kept: the embedding reads no more of it.
    private static let longestQuestion = 500

    private func guess(_ question: String) -> String {
        LanguageDetector().detect(question).language?.rawValue ?? "unknown"
    }

    /// What an answer of this query is kept and found under; `nil` where there is no cache or the query is not one for it:
    /// with a conversation, with words that try to steer, or with more in it than the question, which the model sees and
    /// the key would not.
    func cacheKey(_ task: AnswerTask, query: SupportQuery, vector: [Float]?, injection: SuspectedInjections)
        -> AnswerCacheKey?
    {
        guard configuration.answerCaching != nil, hasLanguageModel, let vector, !task.sources.sources.isEmpty,
            query.conversation.isEmpty, !injection.isFromCustomer,
            task.query.text.trimmed == task.question, task.question.utf8.count <= Self.longestQuestion
        else { return nil }
        // Of a few words the language is a guess, which is good enough to keep apart what is guessed differently.
        let language = task.triage.language?.rawValue ?? query.customer?.language ?? "\(guess(task.question))?"
        return AnswerCacheKey(
            scope: AnswerCacheScope.name(
                namespace: configuration.answerCaching?.namespace ?? "", hints: query.hints, language: language,
                model: languageModel.model,
                instructions: configuration.instructions, embedding: "\(knowledge.model.identity)"),
            vector: vector)
    }

    /// The kept answer to the same question, where there is one that still holds.
    func cachedAnswer(_ task: AnswerTask, for key: AnswerCacheKey) async throws -> AnswerDraft? {
        guard let caching = configuration.answerCaching else { return nil }
        do {
            let asked = QuestionLikeness(task.question)
            let matches = try await Deadline.run(caching.timeout, clock: clock) {
                try await caching.cache.answers(
                    to: key, within: caching.maximumDistance, count: Self.cacheCandidates)
            }
            for match in matches where QuestionLikeness(match.answer.question).agrees(with: asked) {
                guard isCurrent(match.answer) else {
                    try await Deadline.run(caching.timeout, clock: clock) {
                        try await caching.cache.remove(match.answer.id)
                    }
                    ledger.withLock { $0.cache.stale += 1 }
                    continue
                }
                // What the search finds now must be what the answer was written from.
                guard let best = task.sources.hits.first?.item.id,
                    match.answer.citations.contains(where: { $0.itemID == best })
                else { continue }
                try await Deadline.run(caching.timeout, clock: clock) {
                    try await caching.cache.touch(match.answer.id)
                }
                return draft(of: match)
            }
        } catch {
            try noteCacheFailure(error)
        }
        return nil
    }

    /// Whether everything that an answer cites is as it was.
    private func isCurrent(_ answer: CachedAnswer) -> Bool {
        answer.sources.allSatisfy { knowledge.item(id: $0.itemID)?.fingerprint == $0.fingerprint }
    }

    private func draft(of match: AnswerCacheMatch) -> AnswerDraft {
        var draft = AnswerDraft(model: match.answer.model)
        draft.text = match.answer.answer
        draft.citations = match.answer.citations
        draft.cached = CachedAnswerUse(
            age: match.age, usage: match.answer.usage, duration: match.answer.duration)
        return draft
    }

    /// Keeps an answer that was good enough to be sent.
    func keep(
        _ draft: AnswerDraft, of task: AnswerTask, for key: AnswerCacheKey, decision: Decision, duration: Duration
    ) async throws {
        guard let caching = configuration.answerCaching, decision == .resolve, configuration.grounding != nil,
            draft.cached == nil,
            draft.fallback == nil, draft.removedSentences.isEmpty, !draft.citations.isEmpty, !task.query.isPersonal,
            redactor.findings(in: draft.text).allSatisfy({ isPublished($0.value, in: task.sources) }),
            !addressesCustomer(draft.text, task)
        else { return }
        var sources: [CachedAnswer.Source] = []
        // Not only what is cited: what a sentence was found to rest on may be another source.
        let used = draft.supportIDs.union(draft.citations.map(\.itemID))
        for id in used.sorted() {
            // What has changed while the answer was written is not kept.
            guard let hit = task.sources.hits.first(where: { $0.item.id == id }),
                knowledge.item(id: id)?.fingerprint == hit.item.fingerprint
            else { return }
            sources.append(
                CachedAnswer.Source(
                    itemID: hit.item.id, version: hit.item.version, fingerprint: hit.item.fingerprint))
        }
        var hash = StableHash()
        hash.add(key.scope)
        for component in key.vector { hash.add(UInt64(component.bitPattern)) }
        let answer = CachedAnswer(
            id: hash.value, question: task.question, answer: draft.text, citations: draft.citations, sources: sources,
            model: draft.model, usage: draft.usage, duration: duration)
        do {
            try await Deadline.run(caching.timeout, clock: clock) { try await caching.cache.store(answer, for: key) }
            ledger.withLock { $0.cache.stored += 1 }
        } catch {
            try noteCacheFailure(error)
        }
    }

    /// Whether an answer has a word with a capital that the question has and no source: the customer's name, or that of
    /// another.
    private func addressesCustomer(_ answer: String, _ task: AnswerTask) -> Bool {
        func words(_ text: String) -> Set<Substring> { Set(text.split { !$0.isLetter }) }
        let names = words(answer).filter { $0.first?.isUppercase == true }.intersection(words(task.query.text))
        guard !names.isEmpty else { return false }
        let known = task.sources.sources.reduce(into: Set<String>()) { known, source in
            for text in [source.title] + source.passages { known.formUnion(words(text).map { $0.lowercased() }) }
        }
        return names.contains { name in
            !known.contains(name.lowercased()) && ContentWords([String(name)]).stems.count > 0
        }
    }

    /// Whether the company itself publishes a value that looks personal: its hotline, its address for mail.
    private func isPublished(_ value: String, in sources: SourceList) -> Bool {
        sources.hits.contains { hit in
            hit.item.kind != .resolvedTicket && SourceList.passages(of: hit).contains { $0.contains(value) }
        }
    }

    private func noteCacheFailure(_ error: any Error) throws {
        try Task.checkCancellation()
        ledger.withLock { $0.cache.failures += 1 }
        logger.debug("answer cache failed", metadata: ["kind": "\(type(of: error))"])
    }
}
