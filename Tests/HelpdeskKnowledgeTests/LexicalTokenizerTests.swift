import Foundation
import HelpdeskKnowledge
import Testing

@Suite struct LexicalTokenizerTests {
    private func terms(_ text: String) -> [String] { LexicalTokenizer().terms(in: text) }

    @Test(arguments: [
        ("Charged charges CHARGING", ["charg", "charg", "charg"]),
        ("How do I reset my password?", ["reset", "password"]),
        ("not urgent, no reply", ["not", "urgent", "no", "repli"]),
        ("Zürich ZURICH Zu\u{308}rich", ["zurich", "zurich", "zurich"]),
        ("straße Ærø œuvre Łódź", ["strass", "aero", "oeuvr", "lodz"]),
        ("config.json", ["config.json", "config", "json"]),
        ("v1.2.3", ["v1.2.3", "v1", "2", "3"]),
        ("E-1042 E1042", ["e1042", "1042", "e1042"]),
        ("e-mail email", ["email", "mail", "email"]),
        ("SiteURL APIKey", ["siteurl", "site", "url", "apikey", "api", "key"]),
        ("MM_SERVICE_URL", ["mmserviceurl", "mm", "servic", "url"]),
        ("me@example.com", ["me@example.com", "exampl", "com"]),
        ("The customer's card can’t be charged. I'm they'd", ["custom", "card", "cant", "charg"]),
        ("end. Start -flag --all a.", ["end", "start", "flag", "all"]),
        ("日本語 と", ["日本", "本語", "と"]),
        ("Пароль ПАРОЛЬ", ["пароль", "пароль"]),
        ("", []), ("  \n\t ", []), ("!?…—", []), ("👍🏽", []),
        (String(repeating: "x", count: 65), []),
    ])
    func givesTheseTerms(_ text: String, _ expected: [String]) {
        #expect(terms(text) == expected)
    }

    /// From snowballstemmer 2.2.0, `english`.
    @Test(arguments: [
        "consign consign", "consigned consign", "consisted consist", "knightly knight", "generate generat",
        "generously generous", "communication communic", "arsenal arsenal", "skies sky", "dying die", "news news",
        "proceed proceed", "proceeding proceed", "succeeded succeed", "hopping hop", "hoping hope", "tied tie",
        "ties tie", "cries cri", "gas gas", "this this", "kiwis kiwi", "luxuriated luxuri", "happy happi", "by by",
        "say say", "cry cri", "rational ration", "relational relat", "conditional condit", "possibly possibl",
        "vietnamization vietnam", "analogously analog", "hopefulness hope", "formality formal", "sensitivity sensit",
        "radically radic", "triplicate triplic", "electrical electr", "goodness good", "adoption adopt",
        "replacement replac", "rate rate", "controlling control", "roll roll", "youthful youth", "yes yes", "boy boy",
        "subscription subscript", "cancellation cancel", "cancelled cancel", "downgrade downgrad", "billing bill",
        "agreed agre", "feed feed", "apology apolog", "geology geolog", "bluely blueli", "early earli",
    ])
    func stemsAsTheReference(_ pair: String) {
        let words = pair.split(separator: " ").map(String.init)
        // Stop words have no term.
        let result = terms(words[0])
        #expect(result.isEmpty || result == [words[1]])
    }

    @Test func agreesWithTheReferenceOnAVocabulary() throws {
        // A list of "word<TAB>stem" made with snowballstemmer 2.2.0, where the environment names one.
        guard let path = ProcessInfo.processInfo.environment["HELPDESK_STEMS"] else { return }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        for line in lines {
            let words = line.split(separator: "\t").map(String.init)
            let result = terms(words[0])
            #expect(result.isEmpty || result == [words[1]], "\(line)")
        }
    }

    @Test func takesAnyScalar() {
        var view = String.UnicodeScalarView()
        for value in UInt32(0)...0x10FFFF { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
        #expect(!terms(String(view)).isEmpty)
    }
}
