import HelpdeskLanguage
import Testing

/// What belongs together in the sources, and what later passages replace. Right and wrong sentences are compared by
/// probability, so that the judgement does not depend on how the model is fitted.
@Suite struct GroundingPartTests {
    private func probability(_ sentence: String, _ passages: [String]) -> Double {
        let sources = passages.enumerated().map { LLMSource(id: "\($0.offset)", title: "", passages: [$0.element]) }
        return GroundingCheck().judge(sentence, by: GroundingCheck.Sources(sources)).probability
    }

    @Test(arguments: [
        ("Lockers on deck A cost 2 euros.", "Lockers on deck A cost 3 euros."),
        ("A yellow lamp means that the bag is full.", "A yellow lamp means that the brush is stuck."),
        ("Tulips are planted in October.", "Roses are planted in October."),
        ("Use wax, never oil.", "Use oil, never wax."),
        ("The tram runs on Mondays.", "The tram runs on Thursdays."),
    ])
    func valuesBelongToTheirThings(_ right: String, _ wrong: String) {
        let passages = [
            "Lockers on deck A cost 2 euros, lockers on deck B 3 euros. Use wax, never oil, on the wood.",
            "A yellow lamp means that the bag is full, a purple lamp that the brush is stuck.",
            "Tulips are planted in October, roses in March. The tram runs on Mondays and Saturdays.",
        ]
        #expect(probability(right, passages) > probability(wrong, passages))
    }

    @Test(arguments: [
        ["Rules 2021: Canoes may be hired for 3 hours.", "Rules 2024: Canoes may be hired for 5 hours."],
        ["Old rules: Canoes may be hired for 3 hours.", "New rules: Canoes may be hired for 5 hours."],
        ["Until 2022 canoes could be hired for 3 hours.", "Since 2023 canoes may be hired for 5 hours."],
        ["Guide, version 1: Hire canoes for 3 hours.", "Guide, version 2: Hire canoes for 5 hours."],
    ])
    func replacedPassagesDoNotSupport(_ passages: [String]) {
        for passages in [passages, passages.reversed()] {
            let old = probability("You can hire canoes for 3 hours.", passages)
            let new = probability("You can hire canoes for 5 hours.", passages)
            #expect(new > old)
            #expect(old < GroundingCheck.standardProbability)
        }
    }

    @Test func passagesOfOtherThingsStayValid() {
        let passages = ["Rules 2021: Canoes may be hired for 3 hours.", "Prices 2024: A parking ticket costs 4 euros."]
        #expect(probability("Canoes may be hired for 3 hours.", passages) >= GroundingCheck.standardProbability)
    }

    @Test(arguments: [
        ("Wool rugs must not be bleached.", "Wool rugs may be bleached."),
        ("The light is off by default.", "The light is on by default."),
        ("Damage by frost is excluded.", "Damage by frost is covered."),
        ("Saunas are closed in July.", "Saunas are open in July."),
    ])
    func theContraryIsLessLikely(_ right: String, _ wrong: String) {
        let passages = [
            "Wool rugs must not be bleached, but they can be brushed. The light is off by default.",
            "Damage by frost is excluded. Saunas are closed in July.",
        ]
        #expect(probability(right, passages) > probability(wrong, passages))
    }

    @Test(arguments: [
        ("Guests may swim until 20:00.", "Guests may swim until 20:00 and get a towel for nothing."),
        ("The badge is sent after payment.", "The badge is sent after payment, even if the form is missing."),
    ])
    func additionsCount(_ right: String, _ wrong: String) {
        let passages = ["Guests may swim until 20:00. The badge is sent after payment."]
        #expect(probability(right, passages) > probability(wrong, passages))
    }

    @Test func namesWithNumbersAreNoQuantities() {
        let passages = ["Charge the Brio 2 for 4 hours before you use it."]
        #expect(
            probability("Charge the Brio 2 for 4 hours.", passages)
                > probability("Charge the Brio 2 for 2 hours.", passages))
    }

    @Test func outlinesClaimNothingAndDenialsDo() {
        let sources = GroundingCheck.Sources([
            LLMSource(id: "a", title: "", passages: ["Seals live in the harbour. Tickets cost 3 euros."])
        ])
        let check = GroundingCheck()
        #expect(!check.judge("The articles cover the harbour and the tickets.", by: sources).isClaim)
        #expect(check.judge("I'm sorry, dogs are not allowed in the harbour.", by: sources).isClaim)
    }

    @Test func megabytesAreChecked() {
        let clause = "the blue kettle costs 5 euros, and the green kettle costs 7 euros, "
        let long = String(repeating: clause, count: 15_000)
        let sources = GroundingCheck.Sources([
            LLMSource(id: "a", title: "", passages: [long, "Old rules 2021: " + long])
        ])
        #expect(GroundingCheck().judge("The blue kettle costs 5 euros.", by: sources).isClaim)
        let small = GroundingCheck.Sources([
            LLMSource(id: "a", title: "", passages: ["The blue kettle costs 5 euros, the green kettle 7 euros."])
        ])
        #expect(GroundingCheck().judge(long, by: small).isClaim)
    }
}
