import HelpdeskLanguage
import Testing

@Suite struct GroundingCheckTests {
    private static let sources = GroundingCheck.Sources([
        LLMSource(
            id: "returns", title: "Returns",
            passages: ["You can return unused items within 30 days of delivery. Shipping is not refunded."]),
        LLMSource(id: "plans", title: "Plans", passages: ["The Team plan costs 24 euros a month for 5 people."]),
    ])

    @Test(arguments: [
        "You can return unused items within 30 days.", "Unused items can be returned within 30 days of delivery.",
        "The Team plan costs 24 euros a month.", "The Team plan costs €24 a month.", "You're welcome!", "",
    ])
    func supportsWhatASourceSays(_ sentence: String) {
        #expect(GroundingCheck().supports(sentence, by: Self.sources))
    }

    @Test(arguments: [
        "You can return unused items within 60 days.", "The Team plan costs 30 euros a month.",
        "Our penguins live in Antarctica and eat krill.", "Shipping is refunded.",
        "Write to returns@shop.example.",
    ])
    func findsWhatNoSourceSays(_ sentence: String) {
        #expect(!GroundingCheck().supports(sentence, by: Self.sources))
    }

    @Test func withoutSourcesOnlySmallTalkPasses() {
        let none = GroundingCheck.Sources([])
        #expect(GroundingCheck().supports("You're welcome!", by: none))
        #expect(!GroundingCheck().supports("The Team plan costs 24 euros a month.", by: none))
    }

    @Test func cutsTextIntoSentences() {
        #expect(
            GroundingCheck.sentences(of: " One. Two!  Three?\nFour 2.5 five\n\nsix")
                == ["One.", "Two!", "Three?", "Four 2.5 five", "six"])
        #expect(GroundingCheck.sentences(of: " \n ").isEmpty)
        #expect(GroundingCheck.sentences(of: String(repeating: "a. ", count: 10_000)).count == 10_000)
    }

    /// Whatever else a sentence says, first or later.
    @Test(arguments: [
        "Exports cost 99 dollars each.", "Choose Export; it costs $99.", "An export takes up to 45 minutes.",
    ])
    func numbersThatNoSourceHasAreNotSupported(_ sentence: String) {
        let sources = GroundingCheck.Sources([
            LLMSource(
                id: "export", title: "Export call recordings",
                passages: [
                    "1. Open Recordings and choose Export.\n2. Pick a range of days.\n3. Wait for the e-mail with the link. An export takes up to ten minutes."
                ])
        ])
        #expect(!GroundingCheck().supports(sentence, by: sources))
        #expect(GroundingCheck().supports("Open Recordings and choose Export.", by: sources))
        #expect(GroundingCheck().supports("An export takes up to 10 minutes.", by: sources))
    }

    /// In whatever form: with a scheme, by its end, as a target of Markdown, or one that does something by itself.
    @Test(arguments: [
        "Sign in at acme-login.ru.", "Sign in at acme-login.xyz.", "Sign in at http://0x7f000001/.",
        "Sign in at ftp://evil.example/x.", "Sign in [here](javascript:alert).", "Sign in [here](https://evil.test/a).",
    ])
    func addressesThatNoSourceHasAreNotSupported(_ sentence: String) {
        let sources = GroundingCheck.Sources([
            LLMSource(
                id: "a", title: "", passages: ["Sign in at https://www.acme.example/login. Files end in README.md."])
        ])
        let judgement = GroundingCheck().judge(sentence, by: sources)
        #expect(!judgement.isSupported && judgement.problems.contains { $0.kind == .link })
        for known in ["Sign in at https://acme.example/login.", "Sign in at acme.example.", "Files end in README.md."] {
            #expect(!GroundingCheck().judge(known, by: sources).problems.contains { $0.kind == .link }, "\(known)")
        }
    }
}
