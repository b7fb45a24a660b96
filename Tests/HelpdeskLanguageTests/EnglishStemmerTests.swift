import HelpdeskLanguage
import Testing

@Suite("Stemming")
struct EnglishStemmerTests {
    /// Examples of Porter's paper and of his vocabulary file.
    @Test(arguments: [
        ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("feed", "feed"), ("agreed", "agre"),
        ("plastered", "plaster"), ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"), ("hopping", "hop"),
        ("falling", "fall"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"), ("relational", "relat"),
        ("conditional", "condit"), ("digitizer", "digit"), ("hopefulness", "hope"), ("formalize", "formal"),
        ("electrical", "electr"), ("revival", "reviv"), ("allowance", "allow"), ("adjustment", "adjust"),
        ("adoption", "adopt"), ("probate", "probat"), ("rate", "rate"), ("controll", "control"), ("roll", "roll"),
    ])
    func stems(_ word: String, _ stem: String) {
        var bytes = Array(word.utf8)
        EnglishStemmer.stem(&bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == stem)
    }

    @Test func formsMeet() {
        func stem(_ text: String) -> UInt64? {
            var scanner = WordScanner(Array(text.utf8))
            return scanner.next()?.stem
        }
        let groups = [
            ["notify", "notification", "Notified"], ["forgot", "forgotten", "forget"],
            ["e-mail", "email", "emails", "mail"],
            ["v11.7", "11.7"], ["customer’s", "customers", "customer's"], ["Überweisung", "überweisung"],
        ]
        for group in groups { #expect(Set(group.map(stem)).count == 1, "\(group)") }
        #expect(stem("") == nil)
        #expect(stem("密码") != stem("密匙"))
    }
}
