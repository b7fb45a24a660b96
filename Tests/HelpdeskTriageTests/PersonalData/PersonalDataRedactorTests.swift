import HelpdeskTriage
import Testing

/// E-mail addresses and telephone numbers are found, and nothing that only looks like them.
@Suite struct PersonalDataRedactorTests {
    private let redactor = PersonalDataRedactor()

    @Test(
        "e-mail addresses",
        arguments: [
            ("Write to ann@example.com.", "ann@example.com"),
            ("<bo+news@mail.example.co.uk>", "bo+news@mail.example.co.uk"),
            ("mailto:help@shop.example?subject=Hi", "help@shop.example"),
            ("o'brien@example.com;", "o'brien@example.com"),
            ("'ken@example.com'", "ken@example.com"), ("ken＠example.com", "ken＠example.com"),
            ("jörg@müller-straße.de", "jörg@müller-straße.de"), ("用户@例子.公司", "用户@例子.公司"),
            ("x@xn--bcher-kva.xn--p1ai", "x@xn--bcher-kva.xn--p1ai"),
            ("john [at] example [dot] com", "john [at] example [dot] com"),
            ("john(at)example.com", "john(at)example.com"),
            ("ask john at example dot com please", "john at example dot com"),
            ("\"john smith\"@example.com", "\"john smith\"@example.com"),
            ("a_b-c.d%e@sub.sub.example.museum,", "a_b-c.d%e@sub.sub.example.museum"),
            ("https://example.com/?mail=ann@example.com", "ann@example.com"),
        ])
    func emails(text: String, value: String) {
        let findings = redactor.findings(in: text)
        #expect(findings.map(\.value) == [value])
        #expect(findings.map(\.kind) == [.email])
    }

    @Test(
        "no e-mail addresses",
        arguments: [
            "git@git.example.com:team/repo.git", "postgres://app:pa55@db.example.internal:5432/shop",
            "@ann and @bo.com",
            "npm i left-pad@1.2.3", "look at the dot matrix", "meet me at example.com", "user@localhost", "a@", "@",
            "a@b",
            "@user@server.social", "five @ 3.50", "ann@example", "ssh://git@example.com/repo",
        ])
    func noEmails(text: String) {
        #expect(!redactor.findings(in: text).contains { $0.kind == .email })
    }

    @Test(
        "telephone numbers",
        arguments: [
            ("Ring +61 491 570 156 (Perth time)", "+61 491 570 156"), ("whatsapp me +447700900077", "+447700900077"),
            ("(555) 010-1234 ext. 12. Ask", "(555) 010-1234 ext. 12"), ("it's 555.010.1234, yes", "555.010.1234"),
            ("tel:+1-613-555-0122 fails", "+1-613-555-0122"), ("1-800-555-0199 goes", "1-800-555-0199"),
            ("Fax +49 30/23125-777", "+49 30/23125-777"), ("phone 07700 900999, pay", "07700 900999"),
            ("+44 (0)20 7946 0018", "+44 (0)20 7946 0018"), ("0049 30 123456 78", "0049 30 123456 78"),
            ("01 23 45 67 89 le matin", "01 23 45 67 89"), ("call 555-0123 x7", "555-0123 x7"),
            ("my mobile is 98765432", "98765432"), ("(02) 9374 4000", "(02) 9374 4000"),
            ("030 23125777", "030 23125777"),
            ("call 1300 975 707 now", "1300 975 707"), ("+1 (555) 010-1234x99", "+1 (555) 010-1234x99"),
            ("Call 202-555-0143 or", "202-555-0143"), ("07700900123", "07700900123"),
            ("about my order on 07700 900999", "07700 900999"),
            ("٠٧٧٠٠ ٩٠٠٩٩٩ call", "٠٧٧٠٠ ٩٠٠٩٩٩"),
        ])
    func phones(text: String, value: String) {
        let findings = redactor.findings(in: text)
        #expect(findings.map(\.value) == [value])
        #expect(findings.map(\.kind) == [.phone])
    }

    @Test(
        "no telephone numbers",
        arguments: [
            "Order 1002-5550-1999 hasn't shipped.", "driver 31.0.15.3623 crashes", "on 2024-05-06 at 10:20:30",
            "06.05.2024",
            "300.168.1.999", "192.168.100.200", "550e8400-e29b-41d4-a716-446655440000", "4242 4242 4242 4242",
            "4000.0566.5566.5556", "DE89 3704 0044 0532 0130 00", "ICCID 89490200001234567890", "1Z999AA10123456784",
            "$1,234,567.89", "it costs 12 000 000", "won 6-4 3-6 7-6 at 19:45", "+1 for the dark theme",
            "120 x 60 x 75",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4", "SSN 078-05-1120", "invoice 0711223344", "call 112 or 911",
            "reference number 5551234567", "2024-05-06T07:08:09Z", "version 10.0.22631.3447", "ISBN 978-3-16-148410-0",
            "card 3782 822463 10005", "call within 24-48 hours", "#0711223344", "5530291", "3120.00", "0.1234567891",
        ])
    func noPhones(text: String) {
        #expect(!redactor.findings(in: text).contains { $0.kind == .phone })
    }

    @Test("spans are offsets of Unicode scalars")
    func offsets() throws {
        let text = "Zoë & Noe\u{308}l 👨‍👩‍👧, cafe@example.net"
        let finding = try #require(redactor.findings(in: text).first)
        #expect(Array(text.unicodeScalars)[finding.range].elementsEqual("cafe@example.net".unicodeScalars))
    }

    @Test("placeholders are numbered by kind, and one value has one")
    func placeholders() {
        let redacted = redactor.redact("a@example.com, b@example.com, a@example.com, +44 7700 900077")
        #expect(redacted.text == "[EMAIL_1], [EMAIL_2], [EMAIL_1], [PHONE_1]")
        #expect(redacted.replacements.map(\.placeholder) == ["[EMAIL_1]", "[EMAIL_2]", "[EMAIL_1]", "[PHONE_1]"])
        #expect(redacted.replacements.map(\.kind) == [.email, .email, .email, .phone])
        #expect(redacted.replacements[1].original == "b@example.com")
        #expect(redacted.replacements[1].range == 15..<28)
    }

    @Test("an answer gets the originals back")
    func restore() {
        let redacted = redactor.redact("I am a@example.com, +44 7700 900077")
        #expect(
            redacted.restore("Dear [EMAIL_1], we call [PHONE_1]; [EMAIL_2] [EMAIL_1")
                == "Dear a@example.com, we call +44 7700 900077; [EMAIL_2] [EMAIL_1")
        #expect(redacted.restore(redacted.text) == "I am a@example.com, +44 7700 900077")
        #expect(RedactedText(text: "x").restore("[EMAIL_1]") == "[EMAIL_1]")
    }

    @Test("a placeholder the customer wrote never comes to mean somebody's data")
    func injection() {
        let message = "Send it to [EMAIL_1] and [EMAIL_3], I am a@example.com or b@example.com"
        let redacted = redactor.redact(message)
        #expect(redacted.text == "Send it to [EMAIL_1] and [EMAIL_3], I am [EMAIL_2] or [EMAIL_4]")
        #expect(redacted.restore(redacted.text) == message)
        #expect(redacted.restore("[EMAIL_1]") == "[EMAIL_1]")
    }

    @Test("nothing to find leaves the text as it is", arguments: ["", " ", "hello", "\0", "🎉"])
    func nothing(text: String) {
        #expect(redactor.redact(text) == RedactedText(text: text))
    }
}
