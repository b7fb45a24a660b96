import HelpdeskLanguage
import Testing

@Suite("Follow-ups")
struct FollowUpCompleterTests {
    private func complete(_ message: String, _ turns: (FollowUpTurn.Role, String)...) -> CompletedQuestion {
        FollowUpCompleter().complete(message, after: turns.map { FollowUpTurn($0.0, $0.1) })
    }

    @Test(arguments: [
        ("and for the annual plan?", "How do I cancel my annual plan?"),
        ("How about the yearly one?", "How do I cancel my yearly plan?"),
        ("and if it's a weekly plan?", "How do I cancel my weekly plan?"),
        ("ok thanks, and how do I change it?", "how do I change my monthly plan?"),
    ])
    func phrasesOfTheSameSortAreExchanged(_ message: String, _ expected: String) {
        let result = complete(
            message, (.customer, "How do I cancel my monthly plan?"), (.agent, "Open Billing and choose Cancel."))
        #expect(result.text == expected)
        #expect(result.isFollowUp && result.usedTurns == [0] && result.replacements.count == 1)
    }

    @Test func pronounsBecomeTheThingOrTheAction() {
        let turns: [(FollowUpTurn.Role, String)] = [
            (.customer, "How do I move my mailbox to the new server?"), (.agent, "Run the wizard."),
        ]
        #expect(
            complete("how long does that take?", turns[0], turns[1]).text
                == "how long does move my mailbox to the new server take?")
        #expect(complete("can I rename it later?", turns[0], turns[1]).text == "can I rename my mailbox later?")
        let plan = complete(
            "does it also work in Canada?", (.customer, "Do you have a family plan?"), (.agent, "Yes, for six."))
        #expect(plan.text == "does a family plan also work in Canada?" && plan.reason == .reference)
    }

    @Test func severalTurnsAreFollowed() {
        let result = complete(
            "how long does that take?", (.customer, "How do I cancel my monthly plan?"), (.agent, "Billing."),
            (.customer, "and the annual one?"), (.agent, "Write to us."), (.customer, "thanks"), (.agent, "Welcome!"))
        #expect(result.text.contains("annual plan") && !result.text.contains("monthly"))
        #expect(result.usedTurns == [2])
    }

    @Test func choicesAnswersAndCorrections() {
        let ways = "There are two ways:\n1. Online with a card.\n2. At a branch with cash."
        let second = complete("what about the second one?", (.customer, "How do I pay my rent?"), (.agent, ways))
        #expect(second.text.contains("branch") && !second.text.contains("Online") && second.reason == .choice)
        let yes = complete(
            "yes please", (.customer, "How do I export contacts?"),
            (.agent, "Contacts, Export. Do you want to know how to import them?"))
        #expect(yes.text.contains("import contacts") && yes.reason == .answer)
        let system = complete("iOS", (.customer, "My app crashes."), (.agent, "Do you use Android or iOS?"))
        #expect(system.text.contains("crashes") && system.text.contains("iOS"))
        let meant = complete(
            "no, I mean the business account", (.customer, "How do I close my account?"), (.agent, "In Profile."))
        #expect(
            meant.text == "How do I close the business account?" || meant.text == "How do I close my business account?")
        #expect(meant.reason == .correction)
    }

    @Test func troubleGoesOn() {
        let result = complete(
            "it still doesn't work", (.customer, "My printer won't connect to the wifi."), (.agent, "Restart it."))
        #expect(result.text.contains("printer") && result.reason == .complaint)
        let why = complete("why?", (.customer, "Can I export all?"), (.agent, "Exports are limited to 1,000 rows."))
        #expect(why.text.contains("limited") && why.usedTurns == [0, 1] && why.reason == .bareQuestion)
    }

    @Test(arguments: [
        "How do I change the email address of my account?", "I ordered a lamp two weeks ago and it has not arrived.",
        "The kettle that you sent me leaks when it boils.", "ok thank you", "Thanks, that worked!",
        "Do you offer gift cards?",
        "", "   ", "?", "...", "👍", "It would be great if you could send me the contract again.",
    ])
    func whatStandsAloneStaysAsItIs(_ message: String) {
        let result = complete(message, (.customer, "How do I cancel my monthly plan?"), (.agent, "In Billing."))
        #expect(result.text == message && !result.isFollowUp && result.replacements.isEmpty)
    }

    @Test func anotherTopicTakesNothingFromBefore() {
        for message in [
            "Another question: how do I change my email?", "Thanks! Different topic. How do I change my email?",
        ] {
            let result = complete(message, (.customer, "How do I cancel my plan?"), (.agent, "In Billing."))
            #expect(result.text.lowercased() == "how do i change my email?" && result.reason == .newTopic)
            #expect(!result.isFollowUp)
        }
    }

    @Test func otherLanguagesAreJoined() {
        let result = complete(
            "und das Jahresabo?", (.customer, "Wie kann ich mein Monatsabo kündigen?"), (.agent, "Unter Abrechnung."))
        #expect(result.text == "Wie kann ich mein Monatsabo kündigen?\nund das Jahresabo?" && result.reason == .joined)
    }

    @Test func nothingBeforeIsNothingToComplete() {
        #expect(complete("and how does it work?").text == "and how does it work?")
        #expect(complete("and why?", (.agent, "Hello!")).text == "and why?")
        #expect(complete("and why?", (.customer, "hi"), (.agent, "Hello!")).reason == .standalone)
        #expect(complete("and why?", (.customer, ""), (.customer, "\n\n")).text == "and why?")
        let none = FollowUpCompleter(configuration: .init(maximumTurns: -1, maximumCharacters: 0))
        #expect(none.complete("why?", after: [FollowUpTurn(.customer, "Can I leave?")]).text == "w")
    }

    @Test func hugeAndOddTextsAreRead() {
        let long = String(repeating: "and or the second one it that? ", count: 100_000)
        #expect(complete(long, (.customer, long), (.agent, long)).text.count <= 4_000)
        let odd = ["1. 2. 3.", "or or or", "a or b", "and", ", , ,", "not , ,", "the the one one", "I mean", "yes, no"]
        for message in odd {
            for turn in odd {
                _ = complete(message, (.customer, turn), (.agent, turn + "?"))
                _ = complete(message, (.customer, "How do I open my box?"), (.agent, turn))
            }
        }
    }
}
