import HelpdeskTriage
import Testing

/// Every text gets an answer.
@Suite struct HostileMessageTests {
    static let messages: [(String, String)] = [
        ("empty", ""), ("blank", " \n\t \u{A0}\u{3000}\r\n"), ("emoji", "🤬👍🏽👨‍👩‍👧‍👦🇩🇪"), ("NUL", "\0\0refund\0me\0"),
        ("right to left", "\u{202E}אני רוצה החזר \u{2067}refund\u{2069}"), ("marks", "Z̷̢̛a̸l̵g̶o̷ r\u{301}\u{302}efund"),
        ("a", String(repeating: "a", count: 1_000_000)), ("a a", String(repeating: "a ", count: 300_000)),
        ("quotes", String(repeating: "\"", count: 100_000)), ("backticks", String(repeating: "`", count: 100_000)),
        ("quoted lines", String(repeating: "> a\n", count: 100_000)),
        ("angles", String(repeating: ">", count: 300_000)),
        ("negations", String(repeating: "not ", count: 100_000)),
        ("rule words", String(repeating: "I can't not charge me ", count: 20_000)),
        ("questions", String(repeating: "?", count: 300_000)), ("lines", String(repeating: "\n", count: 300_000)),
        ("fences", String(repeating: "```\n", count: 50_000)), ("digits", String(repeating: "1,", count: 200_000)),
        ("apostrophes", String(repeating: "'", count: 200_000)), ("a'", String(repeating: "a'", count: 200_000)),
        ("dots", String(repeating: "a.", count: 200_000)), ("wrote", String(repeating: "On x wrote:\n", count: 20_000)),
        ("ends", "On Monday Ann wrote:"), ("dash", "--"), ("one quote", ">"), ("fence", "```"), ("last", "i "),
        ("private use", "\u{E000}\u{10FFFF}\u{FFFD}"), ("@", String(repeating: "@", count: 100_000)),
        ("from", String(repeating: "from: a\n", count: 20_000)),
        ("at", String(repeating: "at a(b.c:1)\n", count: 20_000)),
    ]

    @Test("no trap, and evidence inside the text", arguments: messages.map(\.0))
    func answers(name: String) throws {
        let message = try #require(Self.messages.first { $0.0 == name }?.1)
        let triage = RuleTriager().triage(message)
        let count = message.unicodeScalars.count
        #expect(triage.evidence.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
        let redactor = PersonalDataRedactor()
        let redacted = redactor.redact(message)
        #expect(redacted.restore(redacted.text) == message)
        let parts = MessageText(message).parts
        #expect(parts.reduce(0) { $0 + $1.range.count } == count)
    }

    @Test("random scalars")
    func random() {
        var state: UInt64 = 42
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        let alphabet = Array(
            "ab'’@.+-()[]\"`>#:;/\\ \n\t0159€$£?!…–not I can charge at dot x\u{301}é漢🎉\u{200B}".unicodeScalars)
        let triager = RuleTriager()
        let redactor = PersonalDataRedactor()
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<next(60) { text.append(alphabet[Int(next(UInt64(alphabet.count)))]) }
            let message = String(text)
            let count = message.unicodeScalars.count
            for evidence in triager.triage(message).evidence {
                #expect(evidence.range.upperBound <= count)
            }
            let redacted = redactor.redact(message)
            #expect(redacted.restore(redacted.text).unicodeScalars.elementsEqual(message.unicodeScalars))
        }
    }
}
