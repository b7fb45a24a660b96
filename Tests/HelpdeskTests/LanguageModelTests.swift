import Foundation
import Helpdesk
import HelpdeskTesting
import Testing

/// What the agent does with what a language model says.
@Suite struct LanguageModelTests {
    private static let question = SupportQuery("How do I export my recordings?")
    /// Confidence decides nothing, so that the other reasons show.
    private static let sendsEverything = SupportAgent.Configuration(
        policy: ResolutionPolicy(resolveThreshold: 0, draftThreshold: 0))

    @Test func usesAndCitesTheModelsAnswer() async throws {
        let model = ScriptedModel { request in
            let source = try #require(request.sources.first)
            return LLMResponse(
                text: "Open Recordings and choose Export.",
                citations: [LLMCitation(sourceID: source.id, passage: 0, quote: "Open Recordings and choose Export.")],
                model: "scripted")
        }
        let resolution = try await HelpCentre.agent(model).resolve(Self.question)
        #expect(resolution.answer == "Open Recordings and choose Export.")
        #expect(resolution.model == "scripted")
        #expect(resolution.fallbackReason == nil)
        #expect(resolution.citations.count == 1)
    }

    @Test func removesWhatNoSourceSupports() async throws {
        let model = ScriptedModel.saying("Open Recordings and choose Export. Exports cost 99 dollars each.")
        let resolution = try await HelpCentre.agent(model).resolve(Self.question)
        #expect(resolution.answer == "Open Recordings and choose Export.")
        #expect(resolution.removedSentences == ["Exports cost 99 dollars each."])
        #expect(resolution.decision != .resolve)
    }

    @Test func givesCitationsToAModelThatDoesNotCite() async throws {
        let model = ScriptedModel.saying("Open Recordings and choose Export.")
        let resolution = try await HelpCentre.agent(model).resolve(Self.question)
        #expect(resolution.citations.map(\.itemID) == ["article-export"])
    }

    @Test func quotesTheSourcesWhenTheModelFails() async throws {
        let model = ScriptedModel { _ in throw LanguageError(.unavailable, "overloaded") }
        let resolution = try await HelpCentre.agent(model).resolve(Self.question)
        #expect(resolution.answer.contains("Open Recordings"))
        #expect(resolution.fallbackReason?.contains("overloaded") == true)
        #expect(resolution.model == ExtractiveResponder().model)
    }

    @Test(arguments: ["", "The moon is made of 7 green cheeses and mice."])
    func quotesTheSourcesWhenNothingOfTheAnswerStands(_ text: String) async throws {
        let agent = try await HelpCentre.agent(ScriptedModel.saying(text))
        let resolution = try await agent.resolve(Self.question)
        #expect(resolution.answer.contains("Open Recordings"))
        #expect(resolution.fallbackReason != nil)
        #expect(agent.statistics.fellBack == 1)
    }

    @Test func aRefusalFallsBackAndACutAnswerIsADraft() async throws {
        let refusing = ScriptedModel { _ in LLMResponse(text: "", stopReason: .refusal, model: "scripted") }
        #expect(try await HelpCentre.agent(refusing).resolve(Self.question).fallbackReason != nil)
        let cut = ScriptedModel { _ in
            LLMResponse(text: "Open Recordings and choose Export.", stopReason: .length, model: "scripted")
        }
        let agent = try await HelpCentre.agent(cut, configuration: Self.sendsEverything)
        #expect(try await agent.resolve(Self.question).decision == .draft(.incomplete))
    }

    /// Citations follow their statements: those of removed sentences go, the others stand where the sentence now is.
    @Test func citationsFollowTheirStatements() async throws {
        let text = "  Exports cost 99 dollars each. Open Recordings and choose Export. Pick a range of days.\n"
        let model = ScriptedModel { request in
            let source = try #require(request.sources.first { $0.id == "article-export" })
            func citation(_ words: String) throws -> LLMCitation {
                let range = try #require(text.range(of: words))
                let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                return LLMCitation(
                    sourceID: source.id, passage: 0, quote: words, answerRange: lower..<lower + words.utf8.count)
            }
            return LLMResponse(
                text: text,
                citations: [try citation("Exports cost 99 dollars each."), try citation("Pick a range of days.")],
                model: "scripted")
        }
        let resolution = try await HelpCentre.agent(model).resolve(Self.question)
        #expect(resolution.answer == "Open Recordings and choose Export. Pick a range of days.")
        #expect(resolution.citations.map(\.quote) == ["Pick a range of days."])
        let range = try #require(resolution.citations.first?.answerRange)
        #expect(String(decoding: Array(resolution.answer.utf8)[range], as: UTF8.self) == "Pick a range of days.")
    }

    @Test func extractiveCitationsPointIntoTheAnswer() async throws {
        let resolution = try await HelpCentre.agent().resolve(Self.question)
        let bytes = Array(resolution.answer.utf8)
        #expect(!resolution.citations.isEmpty)
        for citation in resolution.citations {
            let range = try #require(citation.answerRange)
            #expect(range.upperBound <= bytes.count)
            #expect(String(validating: bytes[range], as: UTF8.self) != nil)
        }
    }

    @Test func neverCitesASourceThatWasNotGiven() async throws {
        let model = ScriptedModel { _ in
            LLMResponse(
                text: "Open Recordings and choose Export.",
                citations: [LLMCitation(sourceID: "made-up", passage: 0, quote: "x")], model: "scripted")
        }
        let resolution = try await HelpCentre.agent(model).resolve(Self.question)
        #expect(!resolution.citations.contains { $0.itemID == "made-up" })
    }

    @Test func personalDataStaysInTheProcessAndComesBackInTheAnswer() async throws {
        let seen = Box<LLMRequest?>(nil)
        let model = ScriptedModel { request in
            seen.value = request
            return LLMResponse(text: "We write to [EMAIL_1]. Open Recordings and choose Export.", model: "scripted")
        }
        var configuration = SupportAgent.Configuration()
        configuration.grounding = nil
        let agent = try await HelpCentre.agent(model, configuration: configuration)
        let resolution = try await agent.resolve(
            SupportQuery(
                "How do I export my recordings? Write to ada@example.com or +44 20 7946 0958.",
                conversation: [.customer("I am ada@example.com")]))
        let request = try #require(seen.value)
        let sent = request.messages.map(\.text).joined(separator: "\n")
        #expect(!sent.contains("ada@example.com"))
        #expect(!sent.contains("7946"))
        #expect(sent.contains("I am [EMAIL_1]"))
        #expect(resolution.answer.hasPrefix("We write to ada@example.com."))
    }

    @Test func streamsWhatResolveReturns() async throws {
        let text = "Open Recordings and choose Export. Exports cost 99 dollars each. Pick a range of days."
        for chunk in [1, 3, 7, 1_000] {
            let agent = try await HelpCentre.agent(ScriptedModel.saying(text, chunk: chunk))
            let whole = try await agent.resolve(Self.question)
            var streamed = ""
            var events: [String] = []
            var last: Resolution?
            for try await event in agent.stream(Self.question) {
                switch event {
                case .triage: events.append("triage")
                case .sources: events.append("sources")
                case .text(let text): streamed += text
                case .citation: break
                case .finished(let resolution): last = resolution
                }
            }
            #expect(events == ["triage", "sources"])
            #expect(streamed == whole.answer)
            #expect(last?.answer == whole.answer)
            #expect(!streamed.contains("99"))
        }
    }

    @Test func anAnswerThatBreaksOffMidwayIsADraft() async throws {
        let model = ScriptedModel.saying(
            "Open Recordings and choose Export. Pick a range of days. Wait for the", chunk: 5,
            failure: LanguageError(.interrupted, "connection lost"))
        var last: Resolution?
        let agent = try await HelpCentre.agent(model, configuration: Self.sendsEverything)
        for try await event in agent.stream(Self.question) {
            if case .finished(let resolution) = event { last = resolution }
        }
        let resolution = try #require(last)
        #expect(resolution.answer.hasPrefix("Open Recordings and choose Export."))
        #expect(resolution.decision == .draft(.incomplete))
        #expect(resolution.fallbackReason?.contains("connection lost") == true)
    }
}
