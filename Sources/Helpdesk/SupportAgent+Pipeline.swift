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
        let total = Stopwatch(clock)
        do {
            try check(query)
            var timings = StageTimings()

            var stage = Stopwatch(clock)
            // What the search and the model read has no invisible characters; triage judges what the customer sent.
            let redacted = RedactedQuery(
                query.neutralized, turns: configuration.conversationTurns, redactor: redactor)
            timings.record(.redaction, stage.elapsed)

            stage = Stopwatch(clock)
            let triage = try await triage(query)
            var injection = suspectedInjections(in: query)
            timings.record(.triage, stage.elapsed)
            emit(.triage(triage))

            stage = Stopwatch(clock)
            var candidates = try await knowledge.candidates(
                for: SearchQuery(
                    text: redacted.searchText, count: configuration.sourceCount, kinds: query.hints.kinds,
                    filter: query.hints.filter))
            let reranking = Stopwatch(clock)
            if knowledge.isReranking { candidates = try await knowledge.rerank(candidates) }
            let rerankingTime = knowledge.isReranking ? reranking.elapsed : nil
            let results = try await knowledge.results(from: candidates)
            timings.record(.search, stage.elapsed - (rerankingTime ?? .zero))
            if let rerankingTime { timings.record(.reranking, rerankingTime) }
            emit(.sources(results.hits.map(SourceReference.init)))

            stage = Stopwatch(clock)
            let sources = SourceList(trusted(results.hits, noting: &injection))
            let draft = try await answer(redacted, sources: sources, streams: streams, emit: emit)
            timings.record(.answer, stage.elapsed - draft.groundingTime)
            timings.record(.grounding, draft.groundingTime)

            stage = Stopwatch(clock)
            let features = confidenceFeatures(
                of: draft, hits: sources.hits, searchText: redacted.searchText, time: query.time?.date,
                background: candidates.background)
            let confidence = confidence(features)
            let turns = try await judged(query)
            let assessment = assessment(
                of: query, turns: turns, triage: triage, draft: draft, confidence: confidence,
                injection: injection)
            let decision = assessment.decision(draftReason: draft.draftReason) {
                summary(of: query, turns: turns, assessment: assessment, sources: sources, draft: draft)
            }
            let routing = try routing(of: query, triage: triage, findings: assessment.findings)
            timings.record(.decision, stage.elapsed)
            timings.total = total.elapsed

            let resolution = ledger.withLock { ledger in
                let resolution = Resolution(
                    id: ledger.nextID(), answer: draft.text, citations: draft.citations, triage: triage,
                    confidence: confidence, confidenceFeatures: features, decision: decision,
                    sources: results.hits.map(SourceReference.init),
                    timings: timings, model: draft.model, fallbackReason: draft.fallbackReason,
                    rerankingFailure: results.rerankingError.map { "\($0)" }, removedSentences: draft.removedSentences,
                    injection: injection,
                    findings: assessment.findings, routing: routing)
                ledger.record(resolution)
                return resolution
            }
            log(resolution)
            return resolution
        } catch {
            ledger.withLock { $0.recordFailure() }
            logger.debug("query failed", metadata: ["kind": "\(type(of: error))"])
            throw error
        }
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
                "fellBack": "\(resolution.fallbackReason != nil)",
                "rerankingFailed": "\(resolution.rerankingFailure != nil)", "duration": "\(resolution.timings.total)",
            ])
    }
}
