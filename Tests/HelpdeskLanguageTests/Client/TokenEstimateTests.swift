import HelpdeskLanguage
import Testing

@Suite struct TokenEstimateTests {
    /// Counts of cl100k_base and o200k_base lie at or below these for English, and near them elsewhere.
    @Test(arguments: [
        ("", 0...0), ("Hello", 1...2), ("How do I reset my password?", 7...9),
        ("internationalization", 3...5), ("1234567890", 3...5), ("日本語のテスト", 6...10), ("Ich möchte kündigen", 4...8),
        ("😀😀", 3...6),
    ])
    func isNearWhatModelsCount(_ text: String, _ range: ClosedRange<Int>) {
        #expect(range.contains(TokenEstimate.tokens(in: text)), "\(TokenEstimate.tokens(in: text))")
    }

    @Test func growsWithTheRequest() {
        let source = LLMSource(id: "a", title: "Title", passages: ["One passage.", "Another passage."])
        let bare = LLMRequest(messages: [.user("Hi")])
        let full = LLMRequest(
            instructions: "Rules.", messages: [LLMMessage(role: .user, content: [.source(source), .text("Hi")])])
        #expect(TokenEstimate.tokens(in: full) > TokenEstimate.tokens(in: bare) + TokenEstimate.tokens(in: source) - 1)
    }
}
