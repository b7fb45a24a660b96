import HelpdeskTriage
import Testing

/// Texts that are long, strange or meant to harm.
struct LanguageHostileTests {
    let detector = LanguageDetector()

    @Test func megabytes() {
        let text = String(
            repeating: "Ich warte seit einer Woche auf meine Bestellung und niemand antwortet. ", count: 30_000)
        #expect(detector.detect(text).language == .german)
        let chinese = String(repeating: "我的包裹到哪里了？", count: 50_000)
        #expect(detector.detect(chinese).language == .chinese)
    }

    @Test func aLongForewordDoesNotDecide() {
        let text =
            String(repeating: "Order confirmation. ", count: 100)
            + String(repeating: "Le colis n'est jamais arrivé et personne ne répond. ", count: 1_000)
        #expect(detector.detect(text).language == .french)
    }

    @Test(arguments: ["a", "é", "\u{301}", "'", "a'", "/", "a.", "👩‍👩‍👧‍👦", "\u{10FFFF}", "\u{0}", "ا ", "ก", "de\u{301} "])
    func monotony(unit: String) {
        let detection = detector.detect(String(repeating: unit, count: 1_000_000 / unit.utf8.count))
        #expect((0...1).contains(detection.confidence))
    }

    @Test func everyLengthAroundTheSampleIsRead() {
        // Scalars of one to four bytes at every boundary of the stretches.
        let words = "Größe ändern 日本 😀 straße жук naïve "
        for length in 4_060...4_140 {
            var text = ""
            while text.utf8.count < length { text += words }
            #expect(detector.detect(String(text.unicodeScalars.prefix(length))).confidence <= 1)
        }
    }

    @Test func everyScalarIsRead() {
        for value: UInt32 in stride(from: 0, through: 0x2_FFFF, by: 7) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let detection = detector.detect("x\(Character(scalar))\u{301} \(Character(scalar))\(Character(scalar))")
            #expect((0...1).contains(detection.confidence))
        }
    }

    @Test func signsOfWritingDirectionDoNotMatter() {
        let text = "أريد إلغاء اشتراكي من فضلكم"
        #expect(detector.detect("\u{202B}\(text)\u{202C}").language == .arabic)
        #expect(detector.detect("\u{2067}\(text)\u{2069}") == detector.detect(text))
    }

    @Test func theSameTextGivesTheSameAnswer() async {
        let texts = ["Hvor er pakken min nå?", "la casa de mi madre", "Сметката за март е грешна", "請求書"]
        let expected = texts.map(detector.detect)
        await withTaskGroup(of: [LanguageDetection].self) { group in
            for _ in 0..<8 { group.addTask { [detector] in texts.map(detector.detect) } }
            for await found in group { #expect(found == expected) }
        }
    }
}
