import HelpdeskKnowledge
import HelpdeskLanguage
import HelpdeskTriage
import Logging
import Synchronization

/// The way of a query: redact, triage, search, answer, ground, decide.
extension SupportAgent {
    /// Runs a query through all steps.
    ///
    /// - Parameters:
    ///   - query: What the customer asks.
    ///   - streams: Whether the language model is asked to stream.
    ///   - emit: Takes each step's result as it is there.
    func run(
        _ query: SupportQuery, streams: Bool, emit: (ResolutionEvent) -> Void
    ) async throws -> Resolution {
        do {
            return try await observer.observe(.resolution) {
                try await resolution(of: query, streams: streams, emit: emit)
            }
        } catch {
            ledger.withLock { $0.recordFailure() }
            observer.recordFailure("\(type(of: error))")
            logger.debug("query failed", metadata: ["kind": "\(type(of: error))"])
            throw error
        }
    }

    /// Runs a step, observed and timed.
    private func step<Value>(
        _ stage: StageTimings.Stage, _ timings: inout StageTimings, _ body: () async throws -> Value
    ) async throws -> Value {
        let stopwatch = Stopwatch(clock)
        let value = try await observer.observe(.stage(stage), body)
        timings.record(stage, stopwatch.elapsed)
        return value
    }

    private func resolution(
        of query: SupportQuery, streams: Bool, emit: (ResolutionEvent) -> Void
    ) async throws -> Resolution {
        let total = Stopwatch(clock)
        try check(query)
        var timings = StageTimings()

        // What the search and the model read has no invisible characters; triage judges what the customer sent.
        let redacted = try await step(.redaction, &timings) {
            RedactedQuery(query.neutralized, turns: configuration.conversationTurns, redactor: redactor)
        }
        var (triage, injection) = try await step(.triage, &timings) {
            (try await self.triage(query), suspectedInjections(in: query))
        }
        emit(.triage(triage))
        var completed = CompletedMessage(question: redacted.newest)
        if !redacted.conversation.isEmpty {
            completed = try await step(.completion, &timings) { try await self.completed(redacted) }
        }

        var candidates = try await step(.search, &timings) {
            try await knowledge.candidates(
                for: SearchQuery(
                    text: completed.question, count: configuration.sourceCount, kinds: query.hints.kinds,
                    filter: query.hints.filter))
        }
        if knowledge.isReranking {
            candidates = try await step(.reranking, &timings) { try await knowledge.rerank(candidates) }
        }
        let results = try await knowledge.results(from: candidates)
        emit(.sources(results.hits.map(SourceReference.init)))

        let task = AnswerTask(
            query: redacted, question: completed.question, triage: triage,
            sources: SourceList(trusted(results.hits, noting: &injection)), streams: streams)
        let key = cacheKey(task, query: query, vector: results.queryVector, injection: injection)
        var draft: AnswerDraft?
        if let key {
            draft = try await step(.cache, &timings) { try await cachedAnswer(task, for: key) }
            let use = draft?.cached
            ledger.withLock { $0.cache.record(use) }
            if let draft {
                emit(.text(draft.text))
                for citation in draft.citations { emit(.citation(citation)) }
            }
        }
        let answering = Stopwatch(clock)
        if draft == nil {
            let written = try await observer.observe(.stage(.answer)) { try await self.answer(task, emit: emit) }
            timings.record(.answer, answering.elapsed - written.groundingTime)
            timings.record(.grounding, written.groundingTime)
            draft = written
        }
        let answer = draft ?? AnswerDraft(model: languageModel.model)
        let writingTime = answering.elapsed

        let judgement = try await step(.decision, &timings) {
            try await judge(
                answer, of: query, task: task, background: candidates.background, injection: injection)
        }
        if let key {
            try await keep(answer, of: task, for: key, decision: judgement.decision, duration: writingTime)
        }
        timings.total = total.elapsed

        let resolution = ledger.withLock { ledger in
            let resolution = Resolution(
                id: ledger.nextID(), answer: answer.text, citations: answer.citations, triage: triage,
                confidence: judgement.confidence, confidenceFeatures: judgement.features, decision: judgement.decision,
                sources: results.hits.map(SourceReference.init), timings: timings, model: answer.model,
                fallback: answer.fallback, usage: answer.usage + completed.usage, question: completed.question,
                cacheAge: answer.cached?.age, rerankingFailure: results.rerankingError.map { "\($0)" },
                removedSentences: answer.removedSentences, injection: injection, findings: judgement.findings,
                routing: judgement.routing)
            ledger.record(resolution)
            return resolution
        }
        observer.record(ResolutionMeasurements(resolution, isCached: key == nil ? nil : answer.cached != nil))
        log(resolution)
        return resolution
    }

    /// What becomes of an answer.
    private struct Judgement {
        var features: ConfidenceFeatures?
        var confidence: Double
        var decision: Decision
        var findings: [EscalationFinding]
        var routing: RoutingResult?
    }

    private func judge(
        _ answer: AnswerDraft, of query: SupportQuery, task: AnswerTask, background: Double?,
        injection: SuspectedInjections
    ) async throws -> Judgement {
        let features = confidenceFeatures(
            of: answer, hits: task.sources.hits, searchText: task.question, time: query.time?.date,
            background: background)
        let confidence = confidence(features)
        let turns = try await judged(query)
        let assessment = assessment(
            of: query, turns: turns, triage: task.triage, draft: answer, confidence: confidence, injection: injection)
        let decision = assessment.decision(draftReason: answer.draftReason) {
            summary(of: query, turns: turns, assessment: assessment, sources: task.sources, draft: answer)
        }
        return Judgement(
            features: features, confidence: confidence, decision: decision, findings: assessment.findings,
            routing: try routing(of: query, triage: task.triage, findings: assessment.findings))
    }

    private func check(_ query: SupportQuery) throws {
        let turns = query.conversation.suffix(configuration.conversationTurns)
        let bytes = turns.reduce(query.text.utf8.count) { $0 + $1.text.utf8.count }
        guard bytes <= configuration.maximumQueryBytes else {
            throw HelpdeskError(
                .queryTooLarge,
                "the query and its conversation have \(bytes) bytes; at most \(configuration.maximumQueryBytes) are accepted"
            )
        }
        let visible = InjectionDetector.neutralize(query.text)
        guard visible.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw HelpdeskError(.emptyQuery, "the query holds no text that can be seen")
        }
        try query.time?.validate()
        try Task.checkCancellation()
    }

    /// Triage, with the host's hints above it.
    private func triage(_ query: SupportQuery) async throws -> Triage {
        var triage = try await triager.triage(query.text)
        if let category = query.hints.category {
            triage.category = category
            triage.categoryConfidence = 1
        }
        if let priority = query.hints.priority { triage.priority = priority }
        return triage
    }

    private func log(_ resolution: Resolution) {
        logger.debug(
            "resolved a query",
            metadata: [
                "id": "\(resolution.id)", "decision": "\(resolution.decision.name)",
                "category": "\(resolution.triage.category)", "priority": "\(resolution.triage.priority.rawValue)",
                "confidence": "\(resolution.confidence)", "sources": "\(resolution.sources.count)",
                "citations": "\(resolution.citations.count)", "model": "\(resolution.model)",
                "fallback": "\(resolution.fallback?.cause.rawValue ?? "none")",
                "rerankingFailed": "\(resolution.rerankingFailure != nil)", "duration": "\(resolution.timings.total)",
            ])
    }
}
