import HelpdeskLanguage
import Testing

@Suite("Sentence segmentation")
struct SentenceSegmenterTests {
    private func sentences(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SentenceSegmenter.sentences(bytes, 0..<bytes.count).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ["Open Settings.", "Choose Plan."],
        ["Use a strong password, e.g. one of 16 letters.", "Then save it."],
        ["Dr. Lee of Acme Inc. wrote it.", "He left at 5 p.m. on Monday."],
        ["The fee is 3.5 % from v11.0.2 on.", "See https://example.com/a.b?c=d. for more."],
        ["Is it free?", "Yes!", "No. 5 isn't."],
        ["He said \"Stop.\"", "Then he left (at once).", "**Really.**", "Done"],
        ["Wait... it loads.", "Edit config.json in ~/app.", "iPhone users tap Save."],
        ["The answer is no.", "Try again."],
        ["We sell cables, adapters, etc.", "Ask for a list."],
        ["Run `a. B` first.", "Then `c`."],
        ["密码已重置。", "请查收邮件！"],
        ["It takes 500 ms.", "Wait."],
        ["Chat is open 7 a.m. to 9 p.m. Eastern Time.", "Mail is always read."],
        ["Call us 9 a.m. to 5 p.m. (CET).", "We close at 8 p.m. New York time.", "We open at 6 a.m. EST."],
        ["Open 9 a.m. Monday to Friday, until 5pm. Pacific.", "We close at 5 p.m.", "The office is empty then."],
        ["We close at 5 p.m.", "Support answers the next day.", "It ends at 9 a.m.", "API calls go on."],
    ])
    func segments(_ expected: [String]) {
        let separator = expected[0].contains("。") ? "" : " "
        #expect(sentences(expected.joined(separator: separator)) == expected)
    }

    @Test func longTextWithoutStopsIsCut() {
        let text = String(repeating: "word ", count: 1000)
        let pieces = sentences(text)
        #expect(pieces.count > 5)
        #expect(pieces.allSatisfy { $0.utf8.count <= 1200 && !$0.isEmpty })
        #expect(sentences(String(repeating: "ü", count: 5000)).joined() == String(repeating: "ü", count: 5000))
        #expect(sentences("  \n ").isEmpty)
    }
}
