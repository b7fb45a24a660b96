import HelpdeskTriage
import Testing

/// Several texts that belong together are numbered together.
@Suite struct PersonalDataConversationTests {
    private let redactor = PersonalDataRedactor()

    @Test func theSameValueHasTheSamePlaceholderInEveryText() {
        let texts = ["I am ann@example.com.", "Write to bob@example.com", "or to ann@example.com"]
        let redacted = redactor.redact(texts)
        #expect(redacted.map(\.text) == ["I am [EMAIL_1].", "Write to [EMAIL_2]", "or to [EMAIL_1]"])
        for (redacted, text) in zip(redacted, texts) { #expect(redacted.restore(redacted.text) == text) }
    }

    @Test func aPlaceholderWrittenInOneTextIsNotGivenAMeaningByAnother() {
        let redacted = redactor.redact(["What is [EMAIL_1]?", "I am ann@example.com."])
        #expect(redacted.map(\.text) == ["What is [EMAIL_1]?", "I am [EMAIL_2]."])
    }

    @Test func noTextsGiveNone() {
        #expect(redactor.redact([String]()).isEmpty)
        #expect(redactor.redact(["", "plain"]).map(\.text) == ["", "plain"])
    }
}
