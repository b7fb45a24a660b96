import HelpdeskTriage
import Testing

/// Rules know words: whole ones, in every inflection and spelling.
@Suite struct WordMatchingTests {
    private static let host = TicketCategory(rawValue: "host")

    /// Whether a message matches a rule of that one phrase.
    private func matches(_ phrase: String, _ message: String) throws -> Bool {
        let rule = TriageRule(
            name: "only", vote: .category(Self.host), weight: 5, phrases: [phrase], negation: .ignored)
        let triager = RuleTriager(rules: try TriageRules([rule]))
        return triager.triage(message).category == Self.host
    }

    @Test(
        "inflections of one word",
        arguments: [
            ("charge", ["charge", "charges", "charged", "charging", "Charged", "CHARGES"]),
            ("crash", ["crash", "crashes", "crashed", "crashing"]),
            ("cancel", ["cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling"]),
            ("pay", ["pay", "pays", "paid", "paying"]),
            ("lose", ["lose", "loses", "lost", "losing"]),
            ("log", ["log", "logs", "logged", "logging"]),
            ("reply", ["reply", "replies", "replied", "replying"]),
            ("box", ["box", "boxes", "boxed"]),
            ("stop", ["stop", "stops", "stopped", "stopping"]),
            ("like", ["like", "likes", "liked", "liking"]),
        ])
    func inflection(phrase: String, forms: [String]) throws {
        for form in forms { #expect(try matches(phrase, "It says \(form) here"), "\(form)") }
    }

    @Test(
        "no word inside another, and no other word of the same letters",
        arguments: [
            ("api", "A rapid answer from the capital, please"), ("charge", "Please recharge it with the charger"),
            ("plan", "The planner and the plane"), ("rapist", "my therapist"), ("card", "I discard it"),
            ("load", "the payload"), ("scaping", "landscaping"), ("dress", "my address"), ("not", "a note"),
            ("bill", "a billion"), ("error", "terror"), ("rat", "the rate"), ("for", "four"),
        ])
    func boundaries(phrase: String, message: String) throws {
        #expect(try !matches(phrase, message))
    }

    @Test(
        "both spellings of English",
        arguments: [
            ("color", "colour"), ("colour", "color"), ("license", "licence"), ("authorize", "authorised"),
            ("organisation", "organization"), ("center", "centre"), ("inquiry", "enquiries"), ("analyze", "analysed"),
            ("cheque", "check"), ("favourite", "favorite"), ("instalment", "installments"), ("program", "programmes"),
        ])
    func spelling(phrase: String, word: String) throws {
        #expect(try matches(phrase, "about the \(word) of it"))
    }

    @Test(
        "contractions in all forms, straight and curly",
        arguments: [
            "I can't do it", "I can’t do it", "I cannot do it", "I can not do it", "i cant do it", "I canʼt do it",
        ])
    func contractions(message: String) throws {
        #expect(try matches("can't do", message))
        #expect(try matches("cannot do", message))
    }

    @Test("accents, fullwidth letters, soft hyphens and hyphens do not matter")
    func folding() throws {
        #expect(try matches("cafe", "the Café"))
        #expect(try matches("cafe", "the Cafe\u{301}"))
        #expect(try matches("refund", "ＲＥＦＵＮＤ"))
        #expect(try matches("refund", "re\u{AD}fund"))
        #expect(try matches("kündigung", "meine Kündigung"))
        #expect(try matches("log in", "the log-in"))
        #expect(try matches("привет", "ПРИВЕТ"))
    }

    @Test("exact form, beginning, alternatives, optional words, gaps and anchors")
    func patternLanguage() throws {
        #expect(try matches("=charged", "they charged it"))
        #expect(try !matches("=charged", "they charge it"))
        #expect(try matches("refund*", "a refundable one"))
        #expect(try matches("(lost|stolen) card", "a stolen card"))
        #expect(try matches("(very bad|poor) service", "very bad service"))
        #expect(try matches("lost (all|every (single)?) file", "lost every single file"))
        #expect(try matches("very? slow", "it is slow"))
        #expect(try matches("can't … log in", "I can't for some reason log in"))
        #expect(try !matches("can't … log in", "I can't find you. Please log in"))
        #expect(try !matches("can't …1 log in", "I can't for some reason log in"))
        #expect(try matches("^ cancel", "Hello. Cancel it"))
        #expect(try !matches("^ cancel", "Please cancel it"))
        #expect(try matches("works $", "It works."))
        #expect(try !matches("works $", "It works today."))
        #expect(try matches("is it ?", "What is it?"))
        #expect(try !matches("is it ?", "This is it."))
    }

    @Test("figures, sums, times and ordinals")
    func recognized() throws {
        #expect(try matches("#largesum", "They took $1,499.00"))
        #expect(try matches("#largesum", "They took 1.299 €"))
        #expect(try matches("#largesum", "They took £2k"))
        #expect(try matches("#largesum", "They took 1 299 EUR") == false)
        #expect(try matches("#largesum", "They took EUR 12.500,00"))
        #expect(try !matches("#largesum", "They took $14.99"))
        #expect(try !matches("#largesum", "Room 4500"))
        #expect(try matches("#money", "41 euro too much"))
        #expect(try !matches("#money", "version 4.1.2"))
        #expect(try matches("#ordinal time", "for the 4th time"))
        #expect(try matches("#ordinal time", "for the fourth time"))
        #expect(try matches("#time", "at 14:02"))
        #expect(try matches("#glad", "ok 🎉"))
        #expect(try matches("#angry", "ok :("))
        #expect(try matches("#shout", "NOW LISTEN TO ME"))
        #expect(try matches("#puzzled", "what??"))
        #expect(try matches("#question", "what?"))
        #expect(try matches("#code", "see\n```\nlet a = 1\n```\n"))
    }

    @Test("words in addresses and identifiers do not count")
    func identifiers() throws {
        #expect(try !matches("refund", "see https://example.com/refund/policy"))
        #expect(try !matches("refund", "write to refund@example.com"))
        #expect(try !matches("refund", "call refund_all"))
    }
}
