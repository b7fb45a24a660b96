import HelpdeskTriage
import Testing

/// Other scripts, invisible scalars, and data at the edges of texts.
@Suite struct PersonalDataScriptsTests {
    private let redactor = PersonalDataRedactor()

    @Test(
        "what is found is what stands there",
        arguments: [
            ("\u{FEFF}ann@example.com", "ann@example.com"), ("ann@example.com\u{FE0F}", "ann@example.com"),
            ("\u{202A}+44 20 7946 0321\u{202C}", "+44 20 7946 0321"),
            ("an\u{200D}n@exam\u{AD}ple.com", "an\u{200D}n@exam\u{AD}ple.com"),
            ("🙂192.0.2.5🙂", "192.0.2.5"), ("👨‍👩‍👧 ::1", "::1"), ("「ann@example.com」", "ann@example.com"),
            ("電話は03-5555-0100です", "03-5555-0100"), ("שלי ann@example.com", "ann@example.com"),
            ("x\r\n4242 4242 4242 4242\r\n", "4242 4242 4242 4242"), ("\tann@example.com\t", "ann@example.com"),
            ("Noe\u{308}l@example.com", "Noe\u{308}l@example.com"), ("+٤٤ ٧٧٠٠ ٩٠٠١٢٣", "+٤٤ ٧٧٠٠ ٩٠٠١٢٣"),
            ("+४४ ७७०० ९००१२३", "+४४ ७७०० ९००१२३"), ("１９２．０．２．５", "１９２．０．２．５"),
            ("4242\u{2011}4242\u{2011}4242\u{2011}4242", "4242\u{2011}4242\u{2011}4242\u{2011}4242"),
            ("4242\u{2009}4242\u{202F}4242\u{A0}4242", "4242\u{2009}4242\u{202F}4242\u{A0}4242"),
            ("42\u{200B}42424242424242", "42\u{200B}42424242424242"),
            ("DE89\u{3000}3704 0044 0532 0130 00", "DE89\u{3000}3704 0044 0532 0130 00"),
        ])
    func found(text: String, value: String) throws {
        let findings = redactor.findings(in: text)
        #expect(findings.map { Array($0.value.unicodeScalars) } == [Array(value.unicodeScalars)])
        let range = try #require(findings.first?.range)
        #expect(Array(text.unicodeScalars)[range].elementsEqual(value.unicodeScalars))
    }

    @Test(
        "a lone value is found at the very start and end",
        arguments: [
            "ann@example.com", "+447700900123", "4242424242424242", "DE89370400440532013000", "219-09-9999",
            "192.0.2.7",
            "2001:db8::7", "redis://:pw1@h.example", "AKIA" + "IOSFODNN7EXAMPLE",
        ])
    func alone(text: String) {
        #expect(redactor.findings(in: text).map(\.value) == [text])
        #expect(redactor.findings(in: "\n" + text + "\n").map(\.range) == [1..<1 + text.unicodeScalars.count])
        #expect(redactor.findings(in: "«" + text + "»").map(\.value) == [text])
    }

    @Test(
        "only ASCII digits of another form count, not superscripts or circled ones",
        arguments: ["⁺⁴⁴⁷⁷⁰⁰⁹⁰⁰¹²³", "④②④②"])
    func decorated(text: String) {
        #expect(redactor.findings(in: text).isEmpty)
    }
}
