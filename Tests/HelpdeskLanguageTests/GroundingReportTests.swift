import HelpdeskLanguage
import Testing

@Suite struct GroundingReportTests {
    private static let sources = GroundingCheck.Sources([
        LLMSource(
            id: "plan", title: "Plans", passages: ["The Team plan costs 24 euros a month. It has 1.250 seats (1,250)."])
    ])

    @Test func checkAndJudgeAgree() {
        let answer =
            "Hello! The Team plan costs 24 euros a month. It costs 99 euros a month. Write to a@b.example. Bye!"
        let check = GroundingCheck()
        let report = check.check(answer, by: Self.sources)
        let sentences = GroundingCheck.sentences(of: answer)
        #expect(report.sentences.count == sentences.count)
        for (index, sentence) in sentences.enumerated() {
            var alone = check.judge(sentence, after: Array(sentences[..<index]), by: Self.sources)
            alone.range = report.sentences[index].range
            #expect(alone == report.sentences[index])
        }
        #expect(report.isSupported == report.sentences.allSatisfy(\.isSupported))
        #expect(report.probability == report.sentences.map(\.probability).min())
    }

    @Test func rangesAreScalarsOfTheAnswer() throws {
        let answer = "👩‍👩‍👧 Grüße! Write to a@b.example."
        let report = GroundingCheck().check(answer, by: Self.sources)
        let problem = try #require(report.problems.first { $0.kind == .link })
        let scalars = Array(answer.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[problem.range])) == "a@b.example")
        #expect(problem.text == "a@b.example")
    }

    @Test(arguments: ["It has 1,250 seats.", "It has 1.250 seats.", "It has 1250 seats.", "It has 1 250 seats."])
    func readsNumbersInBothConventions(_ sentence: String) {
        let judgement = GroundingCheck(minimumProbability: 1).judge(sentence, by: Self.sources)
        #expect(!judgement.problems.contains { $0.kind == .number && $0.detail.contains("no source") })
    }

    @Test func anEmptyAnswerIsSupported() {
        let report = GroundingCheck().check("", by: Self.sources)
        #expect(report.sentences.isEmpty && report.isSupported && report.probability == 1)
    }

    @Test func hostileTextsEnd() {
        let word = String(repeating: "refund ", count: 6_000)
        let sources = GroundingCheck.Sources([
            LLMSource(
                id: "a", title: "A",
                passages: [word, String(repeating: "1.", count: 5_000), String(repeating: "(", count: 5_000)])
        ])
        let check = GroundingCheck()
        _ = check.judge(word, by: sources)
        _ = check.judge(String(repeating: "9", count: 20_000), by: sources)
        _ = check.judge(String(repeating: "not 5 euros, ", count: 1_000), by: sources)
        _ = check.judge(String(repeating: "返品は三十日以内", count: 1_000), by: sources)
    }

    @Test func otherLanguagesAreJudgedByNumbersAndAddresses() {
        let sources = GroundingCheck.Sources([
            LLMSource(
                id: "de", title: "Rückgabe",
                passages: ["Unbenutzte Artikel können Sie innerhalb von 30 Tagen nach Erhalt zurückgeben."]),
            LLMSource(id: "ja", title: "返品", passages: ["未使用の商品は30日以内に返品できます。"]),
        ])
        let check = GroundingCheck()
        #expect(
            check.supports("Sie können ungenutzte Artikel binnen 30 Tagen nach Erhalt zurückschicken.", by: sources))
        #expect(!check.supports("Fragen beantwortet hilfe@laden.example.", by: sources))
    }

    @Test func abbreviationsDoNotEndSentences() {
        #expect(
            GroundingCheck.sentences(of: "1. Open it, e.g. with a coin. 2. We close at 5 p.m. on Friday. Bye")
                == ["1. Open it, e.g. with a coin.", "2. We close at 5 p.m. on Friday.", "Bye"])
    }
}
