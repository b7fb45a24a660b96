import HelpdeskLanguage
import Testing

/// What each kind of problem looks like. Sentences whose judgement must not depend on how the model is fitted are
/// compared with their right counterparts by probability.
@Suite struct GroundingKindTests {
    private static let sources = GroundingCheck.Sources([
        LLMSource(
            id: "ferry", title: "Ferry",
            passages: [
                "The ferry leaves at 15:00 from pier 4. A ticket costs 12 euros for adults and 6 euros for children. "
                    + "Bicycles are included. Dogs are not allowed on deck. Boarding closes 30 minutes before departure.",
                "Questions: write to harbour@ferry.example or see https://ferry.example/help. Phone +44 20 7946 0018.",
            ]),
        LLMSource(
            id: "till", title: "Till",
            passages: ["1. Open the drawer. 2. Remove the old roll. 3. Insert the new roll and press Feed."]),
    ])

    private func probability(_ sentence: String) -> Double {
        GroundingCheck().judge(sentence, by: Self.sources).probability
    }

    @Test(arguments: [
        ("A ticket costs 12 euros for adults.", "A ticket costs 15 euros for adults."),
        ("A ticket costs €12 for adults.", "A ticket costs $12 for adults."),
        ("The ferry leaves at 3 pm.", "The ferry leaves at 5 pm."),
        ("Boarding closes half an hour before departure.", "Boarding closes two hours before departure."),
        (
            "A ticket costs 12 euros for adults and 6 euros for children.",
            "A ticket costs 6 euros for adults and 12 euros for children."
        ),
        ("Dogs are not allowed on deck.", "Dogs are allowed on deck."),
        ("Bicycles are included.", "Bicycles are not included."),
        ("Insert the new roll and press Feed.", "Insert the new roll and call a certified engineer."),
        ("The ferry leaves from pier 4.", "The ferry leaves from Copenhagen Airport."),
    ])
    func theWrongOneIsLessLikely(_ right: String, _ wrong: String) {
        #expect(probability(right) > probability(wrong))
    }

    @Test(arguments: [
        "Write to harbor@ferry.example.", "See https://ferry.example/refunds for more.", "Call +44 20 7946 0999.",
    ])
    func addressesMustOccurInASource(_ sentence: String) {
        let judgement = GroundingCheck().judge(sentence, by: Self.sources)
        #expect(!judgement.isSupported)
        #expect(judgement.problems.contains { $0.kind == .link })
    }

    @Test(arguments: [
        "Write to harbour@ferry.example.", "See ferry.example/help for more.", "Call 020 7946 0018.",
    ])
    func knownAddressesPass(_ sentence: String) {
        #expect(!GroundingCheck().judge(sentence, by: Self.sources).problems.contains { $0.kind == .link })
    }

    @Test(arguments: [
        "Thank you for your message!", "I'm happy to help.", "Is there anything else I can do for you?", "Kind regards",
        "Sorry to hear that.", "1.", "👍", "",
    ])
    func courtesyClaimsNothing(_ sentence: String) {
        let judgement = GroundingCheck().judge(sentence, by: Self.sources)
        #expect(!judgement.isClaim)
        #expect(judgement.isSupported)
        #expect(judgement.probability == 1)
    }

    @Test func aRefusalIsLikelierWhereTheSourcesAreSilent() {
        let silent = probability("The articles don't say whether there is a cinema on board.")
        let told = probability("The articles don't say when boarding closes before departure.")
        #expect(silent > told)
    }

    @Test func problemsCanBeIgnored() {
        let check = GroundingCheck(ignoring: [.link])
        #expect(!check.judge("Write to harbor@ferry.example.", by: Self.sources).problems.contains { $0.kind == .link })
        let lenient = GroundingCheck(minimumProbability: 0)
        #expect(lenient.supports("Our penguins live in Antarctica and eat krill.", by: Self.sources))
    }

    @Test func namesThePlaceThatSupports() throws {
        let judgement = GroundingCheck().judge("A ticket costs 12 euros for adults.", by: Self.sources)
        let support = try #require(judgement.support)
        #expect(support.sourceID == "ferry")
        #expect(support.passage == 0)
        #expect(support.quote.hasPrefix("A ticket costs"))
    }
}
