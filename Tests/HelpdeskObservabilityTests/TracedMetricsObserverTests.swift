#if Observability
    import Helpdesk
    import HelpdeskObservability
    import HelpdeskTesting
    import InMemoryTracing
    import MetricsTestKit
    import Testing
    import Tracing

    @Suite struct TracedMetricsObserverTests {
        private static let secret = "zebra-4711"

        private static func agent(
            _ model: any LLMClient, _ tracer: InMemoryTracer, _ metrics: TestMetrics
        ) async throws -> SupportAgent {
            let knowledge = try await KnowledgeBase(model: try HashingEmbedder())
            _ = try await knowledge.upsert([
                .faq(
                    FAQ(
                        id: "password", question: "How do I reset my password?",
                        answer: "Choose Forgot password on the sign-in page. The code is \(secret)."))
            ])
            return try SupportAgent(
                knowledge: knowledge, languageModel: model,
                observer: TracedMetricsObserver(tracer: tracer, factory: metrics))
        }

        @Test func everyStageIsASpanBelowTheQuery() async throws {
            let tracer = InMemoryTracer()
            let metrics = TestMetrics()
            let agent = try await Self.agent(FakeLLMClient(), tracer, metrics)
            _ = try await tracer.withSpan("request") { _ in
                try await agent.resolve(SupportQuery("How do I reset my password? \(Self.secret)"))
            }
            let spans = tracer.finishedSpans
            let root = try #require(spans.first { $0.operationName == "helpdesk.resolve" })
            let caller = try #require(spans.first { $0.operationName == "request" })
            #expect(root.parentSpanID == caller.spanID)
            let stages = spans.filter { $0.parentSpanID == root.spanID }.map(\.operationName)
            let expected = ["redaction", "triage", "search", "answer", "decision"].map { "helpdesk.\($0)" }
            #expect(Set(stages) == Set(expected))
            // Checking is a part of answering.
            let answering = try #require(spans.first { $0.operationName == "helpdesk.answer" })
            #expect(spans.contains { $0.operationName == "helpdesk.grounding" && $0.parentSpanID == answering.spanID })
            #expect(root.attributes.get("helpdesk.model") != nil)
            #expect(try metrics.expectTimer("helpdesk.stage.duration", [("stage", "search")]).values.count == 1)
            #expect(metrics.counterTotal(label: "helpdesk.resolutions") == 1)
            #expect(metrics.counterTotal(label: "helpdesk.tokens") == 110)
        }

        @Test func noTextIsInSpansOrMetrics() async throws {
            let tracer = InMemoryTracer()
            let metrics = TestMetrics()
            let failing = FakeLLMClient([
                .failure(LanguageError(.unavailable, "down")), .response(LLMResponse(text: Self.secret, model: "fake")),
            ])
            let agent = try await Self.agent(failing, tracer, metrics)
            for _ in 0..<2 { _ = try await agent.resolve(SupportQuery("How do I reset my password? \(Self.secret)")) }
            await #expect(throws: HelpdeskError.self) { _ = try await agent.resolve(SupportQuery("  ")) }
            var seen = ""
            for span in tracer.finishedSpans {
                seen += span.operationName
                span.attributes.forEach { key, value in seen += "\(key)=\(value);" }
                seen += "\(span.events) \(span.errors)"
            }
            for counter in metrics.counters { seen += counter.label + "\(counter.dimensions)" }
            for timer in metrics.timers { seen += timer.label + "\(timer.dimensions)" }
            #expect(seen.contains("helpdesk.search"))
            #expect(!seen.contains(Self.secret) && !seen.contains("password"))
            #expect(metrics.counterTotal(label: "helpdesk.fallbacks") == 1)
            #expect(metrics.counterTotal(label: "helpdesk.failures") == 1)
        }
    }
#endif
