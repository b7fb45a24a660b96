import HelpdeskLanguage
import HelpdeskTesting
import Testing

@Suite("Conformance of language-model clients")
struct LLMClientConformanceTests {
    @Test func fakePasses() async throws {
        try await LLMClientConformance.check(FakeLLMClient())
    }

    @Test func scriptedFakePasses() async throws {
        let client = FakeLLMClient([.events([.text("Hello"), .text(" there."), .stop(.complete)])])
        try await LLMClientConformance.check(client)
    }

    @Test func extractiveResponderPasses() async throws {
        try await LLMClientConformance.check(ExtractiveResponder())
        let configuration = ExtractiveResponder.Configuration(
            maximumSentences: 1, maximumCharacters: 30, opening: "Voilà — 😀", closing: "Ça va?")
        try await LLMClientConformance.check(ExtractiveResponder(configuration: configuration))
    }

    @Test(arguments: BrokenLLMClient.Defect.allCases)
    func defectIsFound(_ defect: BrokenLLMClient.Defect) async throws {
        await #expect(throws: (any Error).self) {
            try await LLMClientConformance.check(BrokenLLMClient(defect: defect))
        }
    }

    @Test func wholeAndStreamedAreNotComparedWhereAnswersVary() async throws {
        try await LLMClientConformance.check(BrokenLLMClient(defect: .streamDiffers), isDeterministic: false)
    }
}
