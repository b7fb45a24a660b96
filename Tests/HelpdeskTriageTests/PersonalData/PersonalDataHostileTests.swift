import HelpdeskTriage
import Testing

/// Text that was written to break the finders.
@Suite struct PersonalDataHostileTests {
    private let redactor = PersonalDataRedactor()

    /// Unoptimized code is some thirty times slower, and a time that grows with the square would be noticed there too.
    #if DEBUG
        private static let bytes = 200_000
    #else
        private static let bytes = 2_000_000
    #endif

    private func check(_ text: String) {
        let redacted = redactor.redact(text)
        #expect(redacted.restore(redacted.text).utf8.elementsEqual(text.utf8))
        var end = 0
        for finding in redacted.replacements {
            #expect(finding.range.lowerBound >= end && !finding.range.isEmpty)
            end = finding.range.upperBound
        }
        #expect(end <= text.unicodeScalars.count)
    }

    @Test(
        "megabytes are done in one pass",
        arguments: [
            "@", "a@", "a@b.", "a@a.com", "1", "1 ", "1.", "1-", "(1", "+", "+1 ", "1.1.1.1.", ":", "::", "1:", "a:",
            "://", "a://", "a://b:c@", "a://a:b@c)", "https://a.b/?password=", "at ", "(at) ", "a [at] ", "at dot ",
            "a [dot] ", "a dot ", "[", "[A", "[EMAIL_1]", "\"", "\"@", "-", "-----BEGIN ",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY----- a ", "eyJ", "eyJaaaaaaaaaa.", "=", "a=a", "=a=", "sk-", "sk-a1", "SG.a.",
            "hvs.",
            "api_key=", "token: ", "token: a1b2c3d4e5f6g7h8i9 ", "DE89 ", "DE", "4242 ", "4", "078-05-1120 ",
            "555-0123 ",
            "\u{200B}", "1\u{200B}", "é@", "漢", "٠", "🎉", ")", "x)", "/", "card 4", "x1", "ext. 1",
        ])
    func repeated(unit: String) {
        check(String(repeating: unit, count: Self.bytes / unit.utf8.count))
    }

    @Test(
        "megabytes of one word, with an end that could complete it",
        arguments: ["@example.com", ".com", "=", ":pw@h"])
    func longWord(ending: String) {
        for letter in ["a", "1", "-", "é", "a.", "a1"] {
            check(String(repeating: letter, count: Self.bytes / 2) + ending)
            check("https://" + String(repeating: letter, count: Self.bytes / 2) + ending)
            check("api_key=" + String(repeating: letter, count: Self.bytes / 2) + ending)
        }
    }

    @Test("random texts of the signs that matter")
    func random() {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let pieces = [
            "ann", "@", "example", ".", "com", " ", "+", "44", "7700", "900", "123", "(", ")", "-", ":", "::", "/",
            "//",
            "[at]", "[dot]", " at ", " dot ", "DE89", "3704", "0044", "4242", "sk_live_", "eyJ", "=", "api_key",
            "token",
            "\n", "\r\n", "\t", "\u{200B}", "\u{301}", "é", "漢", "٠", "＠", "\u{202E}", "🎉", "\"", "'", "<", ">", "…",
            "*",
            "255", "2001:db8", "fe80", "-----BEGIN ", "PRIVATE KEY-----", "\0", "x", "ext", "SSN", "078-05-1120",
            "[EMAIL_1]",
        ]
        for _ in 0..<4_000 {
            check((0..<next(24)).map { _ in pieces[next(pieces.count)] }.joined())
        }
    }

    @Test(
        "every piece of a text with data is handled", arguments: ["ann@example.com", "+44 7700 900123", "::1", "4242"])
    func pieces(text: String) {
        let scalars = Array("x\u{301}" + text + "\u{200D}🎉")
        for first in scalars.indices {
            for last in first..<scalars.count { check(String(scalars[first...last])) }
        }
    }
}
