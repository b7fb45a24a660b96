#if Observability
    public import CoreMetrics
    public import Helpdesk
    public import Tracing

    /// Feeds traces and metrics with what an agent does.
    ///
    /// ```swift
    /// let agent = try SupportAgent(knowledge: knowledge, observer: TracedMetricsObserver())
    /// ```
    ///
    /// Every query is a span, `helpdesk.resolve`, with a span for each stage within it (`helpdesk.triage`,
    /// `helpdesk.search`, …), below the span of the caller. A client that traces its requests puts them below
    /// `helpdesk.answer`. Spans that fail have the type of the error, not its text.
    ///
    /// | metric | kind | dimensions |
    /// |---|---|---|
    /// | `helpdesk.resolutions` | counter | `decision`, `category`, `priority`, `model` |
    /// | `helpdesk.failures` | counter | `error` |
    /// | `helpdesk.fallbacks` | counter | `cause` |
    /// | `helpdesk.cache` | counter | `result`: `hit`, `miss` |
    /// | `helpdesk.tokens` | counter | `kind`: `input`, `output`, `cache_read`, `cache_write`; `model` |
    /// | `helpdesk.removed_sentences` | counter | |
    /// | `helpdesk.confidence` | recorder | |
    /// | `helpdesk.duration` | timer | `decision` |
    /// | `helpdesk.stage.duration` | timer | `stage` |
    ///
    /// No text of a customer, an answer or a source is in any of them.
    public struct TracedMetricsObserver: AgentObserver {
        private let tracer: any Tracer
        private let metrics: MetricStore

        /// Creates an observer.
        ///
        /// - Parameters:
        ///   - tracer: Where spans go; the one the process was set up with where `nil`.
        ///   - factory: What makes metrics; the one the process was set up with where `nil`.
        public init(tracer: (any Tracer)? = nil, factory: (any MetricsFactory)? = nil) {
            self.tracer = tracer ?? InstrumentationSystem.tracer
            metrics = MetricStore(factory: factory ?? MetricsSystem.factory)
        }

        /// The span of the query that is being answered.
        @TaskLocal private static var resolutionSpan: (any Span)?

        /// Runs a piece of work in a span.
        public func observe<Value>(
            _ operation: AgentOperation, _ body: () async throws -> Value
        ) async throws -> Value {
            let span = tracer.startAnySpan(operation.name, context: .current ?? .topLevel, ofKind: .internal)
            defer { span.end() }
            do {
                return try await ServiceContext.$current.withValue(span.context) {
                    guard operation == .resolution else { return try await body() }
                    return try await Self.$resolutionSpan.withValue(span) { try await body() }
                }
            } catch {
                span.attributes["error.type"] = "\(type(of: error))"
                span.setStatus(SpanStatus(code: error is CancellationError ? .ok : .error))
                throw error
            }
        }

        /// Counts a resolution, and describes it in its span.
        public func record(_ measurements: ResolutionMeasurements) {
            describe(measurements, in: Self.resolutionSpan)
            metrics.count(
                "helpdesk.resolutions",
                [
                    ("decision", measurements.decision), ("category", measurements.category),
                    ("priority", measurements.priority), ("model", measurements.model),
                ])
            if let fallback = measurements.fallback {
                metrics.count("helpdesk.fallbacks", [("cause", fallback.rawValue)])
            }
            if let isCached = measurements.isCached {
                metrics.count("helpdesk.cache", [("result", isCached ? "hit" : "miss")])
            }
            for (kind, tokens) in [
                ("input", measurements.usage.inputTokens), ("output", measurements.usage.outputTokens),
                ("cache_read", measurements.usage.cacheReadTokens),
                ("cache_write", measurements.usage.cacheWriteTokens),
            ] where tokens > 0 {
                metrics.count("helpdesk.tokens", [("kind", kind), ("model", measurements.model)], by: tokens)
            }
            if measurements.removedSentences > 0 {
                metrics.count("helpdesk.removed_sentences", [], by: measurements.removedSentences)
            }
            metrics.record("helpdesk.confidence", measurements.confidence)
            metrics.time("helpdesk.duration", [("decision", measurements.decision)], measurements.timings.total)
            for entry in measurements.timings.entries {
                metrics.time("helpdesk.stage.duration", [("stage", entry.stage.rawValue)], entry.duration)
            }
        }

        /// Counts a query that failed.
        public func recordFailure(_ kind: String) { metrics.count("helpdesk.failures", [("error", kind)]) }

        private func describe(_ measurements: ResolutionMeasurements, in span: (any Span)?) {
            guard let span else { return }
            var attributes = span.attributes
            attributes["helpdesk.decision"] = measurements.decision
            attributes["helpdesk.category"] = measurements.category
            attributes["helpdesk.priority"] = measurements.priority
            attributes["helpdesk.confidence"] = measurements.confidence
            attributes["helpdesk.model"] = measurements.model
            attributes["helpdesk.sources"] = measurements.sources
            attributes["helpdesk.citations"] = measurements.citations
            attributes["helpdesk.removed_sentences"] = measurements.removedSentences
            attributes["helpdesk.tokens.input"] = measurements.usage.totalInputTokens
            attributes["helpdesk.tokens.output"] = measurements.usage.outputTokens
            if let language = measurements.language { attributes["helpdesk.language"] = language }
            if let fallback = measurements.fallback { attributes["helpdesk.fallback"] = fallback.rawValue }
            if let isCached = measurements.isCached { attributes["helpdesk.cached"] = isCached }
            span.attributes = attributes
        }
    }
#endif
