import Helpdesk
import HelpdeskTesting
import Testing

@Suite struct BadInputTests {
    @Test(arguments: ["", " ", "\n\t \u{3000}"])
    func blankQueriesAreRefused(_ text: String) async throws {
        let agent = try await HelpCentre.agent()
        await expect(.emptyQuery) { _ = try await agent.resolve(SupportQuery(text)) }
        #expect(agent.statistics.failed == 1)
    }

    @Test func aMegabyteIsRefusedWithTheLimit() async throws {
        let agent = try await HelpCentre.agent()
        await expect(.queryTooLarge) {
            _ = try await agent.resolve(SupportQuery(String(repeating: "help ", count: 200_000)))
        }
        // What is within the limit is answered, however long.
        let long = "How do I reset my password? " + String(repeating: "It is urgent for me. ", count: 4_000)
        #expect(try await !agent.resolve(SupportQuery(long)).sources.isEmpty)
    }

    @Test func invalidUTF8IsRefusedWithItsOffset() throws {
        #expect {
            try SupportQuery(utf8: Array("héllo".utf8) + [0xFF] + Array("x".utf8))
        } throws: { error in
            let error = error as? HelpdeskError
            return error?.code == .invalidText && error?.message.contains("byte 6") == true
        }
        #expect(try SupportQuery(utf8: Array("héllo".utf8)).text == "héllo")
    }

    @Test(arguments: ["?", "🤷", "\u{0}", "\u{202E}abc", "a", String(repeating: "(", count: 5_000)])
    func oddTextComesToAResolution(_ text: String) async throws {
        let agent = try await HelpCentre.agent()
        _ = try await agent.resolve(SupportQuery(text))
        #expect(agent.statistics.processed == 1)
    }

    @Test func anEmptyKnowledgeBaseEscalates() async throws {
        let agent = try SupportAgent(knowledge: try await KnowledgeBase(model: try HashingEmbedder()))
        let resolution = try await agent.resolve(SupportQuery("How do I reset my password?"))
        #expect(resolution.answer.isEmpty)
        #expect(resolution.confidence == 0)
        guard case .escalate(let reasons, let summary) = resolution.decision else {
            Issue.record("\(resolution.decision)")
            return
        }
        #expect(reasons == [.noAnswer])
        #expect(summary.description.contains("nothing found"))
    }

    @Test func aCancelledTaskStopsAndLeavesEverythingAsItWas() async throws {
        let agent = try await HelpCentre.agent()
        let before = agent.knowledge.statistics.passages
        let task = Task {
            try await Task.sleep(for: .seconds(60))
            return try await agent.resolve(SupportQuery("How do I reset my password?"))
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let started = Task { () async throws -> Resolution in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await agent.resolve(SupportQuery("How do I reset my password?"))
        }
        await #expect(throws: CancellationError.self) { try await started.value }
        #expect(agent.knowledge.statistics.passages == before)
        #expect(try await !agent.resolve(SupportQuery("How do I reset my password?")).answer.isEmpty)
    }

    @Test func endingAStreamEarlyStopsTheModel() async throws {
        let ended = Box(false)
        let model = ScriptedModel { _ in
            do {
                try await Task.sleep(for: .seconds(60))
            } catch {
                ended.value = true
                throw error
            }
            return LLMResponse(text: "late", model: "scripted")
        }
        let agent = try await HelpCentre.agent(model)
        for try await event in agent.stream(SupportQuery("How do I reset my password?")) {
            if case .sources = event { break }
        }
        for _ in 0..<200 where !ended.value { try await Task.sleep(for: .milliseconds(10)) }
        #expect(ended.value)
    }

    @Test(arguments: [-0.1, 1.5, .nan])
    func thresholdsOutOfRangeAreRefused(_ threshold: Double) async throws {
        var configuration = SupportAgent.Configuration()
        configuration.policy.resolveThreshold = threshold
        let knowledge = try await HelpCentre.knowledge()
        await expect(.invalidConfiguration) {
            _ = try SupportAgent(knowledge: knowledge, configuration: configuration)
        }
    }

    @Test func satisfactionIsChecked() async throws {
        let agent = try await HelpCentre.agent()
        await expect(.unknownResolution) { try agent.recordSatisfaction(1, for: ResolutionID(rawValue: 1)) }
        let resolution = try await agent.resolve(SupportQuery("How do I reset my password?"))
        await expect(.invalidArgument) { try agent.recordSatisfaction(.nan, for: resolution.id) }
        try agent.recordSatisfaction(0.5, for: resolution.id)
        #expect(agent.statistics.meanSatisfaction == 0.5)
    }

    private func expect(_ code: HelpdeskError.Code, _ body: () async throws -> Void) async {
        do {
            try await body()
            Issue.record("expected \(code)")
        } catch let error as HelpdeskError {
            #expect(error.code == code)
            #expect(!error.message.isEmpty)
        } catch {
            Issue.record("\(error)")
        }
    }
}
