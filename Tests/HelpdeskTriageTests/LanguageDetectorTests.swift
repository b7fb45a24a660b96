import HelpdeskTriage
import Testing

/// What the detector names, and when it does not.
struct LanguageDetectorTests {
    let detector = LanguageDetector()

    @Test(arguments: [
        ("My parcel was due on Friday, where is it?", Language.english),
        ("Meine Lieferung sollte am Freitag kommen, wo ist sie?", .german),
        ("Mon colis devait arriver vendredi, où est-il ?", .french),
        ("Mi paquete tenía que llegar el viernes, ¿dónde está?", .spanish),
        ("Moja paczka miała przyjść w piątek, gdzie ona jest?", .polish),
        ("Моя посылка должна была прийти в пятницу, где она?", .russian),
        ("Το δέμα μου έπρεπε να φτάσει την Παρασκευή", .greek),
        ("كان يجب أن تصل شحنتي يوم الجمعة", .arabic),
        ("בסיסמה שלי יש בעיה ואני לא מצליח להיכנס", .hebrew),
        ("荷物が金曜日に届くはずでした", .japanese),
        ("我的包裹应该星期五到的", .chinese),
        ("택배가 금요일에 오기로 했는데요", .korean),
    ])
    func namesTheLanguage(text: String, language: Language) {
        let detection = detector.detect(text)
        #expect(detection.language == language)
        #expect(detection.confidence > 0.8)
        #expect(detection.ranking.first?.language == language)
        #expect(detection.ranking.first?.probability == detection.confidence)
    }

    @Test(arguments: [
        "", " \n\t", "12345", "+49 30 1234567", "😀😀 👍", "...!?", "https://example.com/de/kontakt?ja=nein",
        "max.mustermann@firma.example", "ORD-4471", "XKCDQ", "B0rk3n", "C:\\Programme\\Rechnung",
        "/usr/lib/das/ist/ein/pfad",
        "hello", "order status", "Rechnung fehlt", "HELP", "asdf qwer zxcv hjkl",
    ])
    func namesNone(text: String) {
        let detection = detector.detect(text)
        #expect(detection.language == nil)
        #expect(detection.ranking.allSatisfy { (0...1).contains($0.probability) })
    }

    @Test(arguments: [
        ("Bitte pruefen Sie die Rechnung fuer Maerz, der Betrag ist zu hoch.", Language.german),
        ("no me llego el codigo y asi no puedo entrar en mi cuenta", .spanish),
        ("prosze o zwrot pieniedzy, bo ksiazka przyszla zniszczona", .polish),
        ("BU ÜRÜNÜ İADE ETMEK İSTİYORUM ÇÜNKÜ KIRIK GELDİ", .turkish),
        ("Das Galaxy S24 Ultra synct nicht mehr mit Google Drive und OneDrive, was kann ich tun?", .german),
        (
            "Mein Konto: max@firma.example, siehe https://help.example.com/how-to-reset-your-password-in-english",
            .german
        ),
        ("Мой iPhone 15 Pro Max не подключается к WiFi через Bluetooth", .russian),
        ("My colleague Jürgen Müller in Zürich can't open the file Übersicht", .english),
        ("My order from 北京 has not arrived yet", .english),
        ("ur app keeps crashin n i cant get in, wth", .english),
    ])
    func seesThroughSpellingNamesAndAddresses(text: String, language: Language) {
        #expect(detector.detect(text).language == language)
    }

    @Test func decomposedLettersAreTheComposedOnes() {
        let composed = "Le café était fermé, où est passé mon reçu à présent ?"
        let decomposed =
            "Le cafe\u{301} e\u{301}tait ferme\u{301}, ou\u{300} est passe\u{301} mon rec\u{327}u a\u{300} pre\u{301}sent ?"
        #expect(detector.detect(composed) == detector.detect(decomposed))
    }

    @Test func capitalsAreTheSmallLetters() {
        let text = "où est passée ma commande, je l’attends depuis lundi"
        #expect(detector.detect(text) == detector.detect(text.uppercased()))
    }

    @Test func choosesAmongTheLanguagesItIsGiven() {
        let text = "Kde je môj balík, prosím?"
        #expect(detector.detect(text, among: [.slovak, .english]).language == .slovak)
        #expect(detector.detect(text, among: [.slovak]).ranking.map(\.language) == [.slovak])
        #expect(detector.detect(text, among: [.greek]).language == nil)
        #expect(detector.detect(text, among: []) == LanguageDetection(language: nil, confidence: 0, ranking: []))
        #expect(detector.detect("請求書払い", among: [.chinese, .japanese]).language == .japanese)
    }

    @Test func thresholdsAreTheHosts() {
        let strict = LanguageDetector(minimumConfidence: 2)
        #expect(strict.detect("Where is my parcel, please?").language == nil)
        let quick = LanguageDetector(minimumWords: 1)
        #expect(quick.detect("Rechnung fehlt").language == .german)
    }

    @Test func rankingIsSortedShortAndSumsToAtMostOne() {
        for text in ["Hvor er pakken min nå?", "no", "Ελληνικά and English words together", "la casa de mi madre"] {
            let ranking = detector.detect(text).ranking
            #expect(ranking.count <= 5)
            #expect(ranking.map(\.probability) == ranking.map(\.probability).sorted(by: >))
            #expect(ranking.reduce(0) { $0 + $1.probability } <= 1.000_001)
        }
    }

    @Test func listsItsLanguagesOnce() {
        #expect(LanguageDetector.languages.count == 61)
        #expect(Set(LanguageDetector.languages).count == 61)
        #expect(LanguageDetector.languages.contains(.english))
    }
}
