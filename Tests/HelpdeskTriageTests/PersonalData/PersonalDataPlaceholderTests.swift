import HelpdeskTriage
import Testing

/// Which values share a placeholder, what comes back, and what nobody can forge.
@Suite struct PersonalDataPlaceholderTests {
    private let redactor = PersonalDataRedactor()

    @Test(
        "values that differ in their writing share a placeholder and come back as they were",
        arguments: [
            ("ann@example.com and ANN@Example.com", "[EMAIL_1] and [EMAIL_1]"),
            ("ann@example.com and ann＠example．com", "[EMAIL_1] and [EMAIL_1]"),
            ("DE89 3704 0044 0532 0130 00, de89370400440532013000", "[IBAN_1], [IBAN_1]"),
            ("4242 4242 4242 4242; 4242-4242-4242-4242", "[CREDIT_CARD_1]; [CREDIT_CARD_1]"),
            ("219-09-9999 or SSN 219099999", "[SSN_1] or SSN [SSN_1]"),
            ("+44 7700 900123, +447700900123", "[PHONE_1], [PHONE_1]"),
            ("2001:DB8::1 and 2001:db8::1", "[IP_ADDRESS_1] and [IP_ADDRESS_1]"),
            ("rené@example.com, rene@example.com", "[EMAIL_1], [EMAIL_2]"),
            ("用户@例子.公司, 王五@例子.公司", "[EMAIL_1], [EMAIL_2]"),
        ])
    func shared(text: String, redactedText: String) {
        let redacted = redactor.redact(text)
        #expect(redacted.text == redactedText)
        #expect(redacted.restore(redacted.text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test("in an answer a shared placeholder becomes what was written first")
    func answers() {
        let redacted = redactor.redact("ANN@example.com, ann@example.com")
        #expect(redacted.restore("Dear [EMAIL_1]") == "Dear ANN@example.com")
    }

    @Test("secrets are told apart by case")
    func secrets() {
        let key = "gh" + "p_ExampleExampleExampleExample000000"
        let redacted = redactor.redact("\(key) \(key.uppercased()) \(key)")
        #expect(redacted.text == "[API_KEY_1] \(key.uppercased()) [API_KEY_1]")
    }

    @Test("only the kinds that the host names are replaced, and no kind is taken for another")
    func kinds() {
        let text = "ann@example.com, 4242 4242 4242 4242, 192.0.2.7, +44 7700 900123"
        #expect(
            PersonalDataRedactor(kinds: [.email]).redact(text).text
                == "[EMAIL_1], 4242 4242 4242 4242, 192.0.2.7, +44 7700 900123")
        #expect(
            PersonalDataRedactor(kinds: [.phone]).mask(text)
                == "ann@example.com, 4242 4242 4242 4242, 192.0.2.7, [phone]")
        #expect(PersonalDataRedactor(kinds: []).redact(text).text == text)
        #expect(PersonalDataRedactor(kinds: [PersonalDataKind(rawValue: "passport")]).findings(in: text).isEmpty)
    }

    @Test(
        "placeholders of the customer keep their meaning",
        arguments: [
            "[EMAIL_1] ann@example.com", "ann@example.com [EMAIL_1]", "[[EMAIL_1]] ann@example.com",
            "[EMAIL_ann@example.com]", "[EMAIL_1 ann@example.com]", "[EMAIL_1]ann@example.com[EMAIL_2]",
            "[CREDIT_CARD_1] 4242 4242 4242 4242", "[EMAIL_1][EMAIL_2][EMAIL_3] a@example.com b@example.com",
        ])
    func forged(text: String) {
        let redacted = redactor.redact(text)
        #expect(redacted.restore(redacted.text) == text)
        // What the customer wrote comes back from no answer as somebody's data.
        for placeholder in ["[EMAIL_1]", "[EMAIL_2]", "[EMAIL_3]", "[CREDIT_CARD_1]"] where text.contains(placeholder) {
            #expect(redacted.restore(placeholder) == placeholder)
        }
    }

    @Test("a conversation is numbered together, whatever the writing, and each text comes back exactly")
    func conversation() {
        let texts = [
            "I am Ann@example.com", "What is [EMAIL_2]?", "ann@example.com or bob@example.com", "4242424242424242",
        ]
        let redacted = redactor.redact(texts)
        #expect(
            redacted.map(\.text)
                == ["I am [EMAIL_1]", "What is [EMAIL_2]?", "[EMAIL_1] or [EMAIL_3]", "[CREDIT_CARD_1]"])
        for (redacted, text) in zip(redacted, texts) { #expect(redacted.restore(redacted.text) == text) }
    }

    @Test("masking is for good, and says the kind")
    func mask() {
        #expect(
            redactor.mask("ann@example.com; 192.0.2.7; redis://:pw1@h.example")
                == "[email]; [ip_address]; [url_credentials]")
    }
}
