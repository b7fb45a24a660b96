import Helpdesk
import HelpdeskTesting
import Testing

@Suite struct ConversationTrendTests {
    private func direction(_ earlier: [Sentiment], _ newest: Sentiment) -> ConversationTrend.Direction {
        ConversationTrend(
            of: "x", sentiment: newest, conversation: earlier.map { .customer("y", sentiment: $0) }
        ).direction
    }

    @Test func onlyANegativeMessageMakesItWorse() {
        #expect(direction([], .negative) == .steady)
        #expect(direction([.neutral], .negative) == .worsening)
        #expect(direction([.positive, .negative], .negative) == .worsening)
        #expect(direction([.positive], .neutral) == .steady)
        #expect(direction([.negative, .negative], .negative) == .steady)
        #expect(direction([.negative], .neutral) == .improving)
        let trend = ConversationTrend(
            of: "x", sentiment: .negative,
            conversation: [.customer("a", sentiment: .neutral), .customer("b", sentiment: .negative), .agent("c")])
        #expect(trend.negativeTurns == 2)
        #expect(trend.sentiments == [.neutral, .negative, .negative])
    }

    @Test(arguments: [
        "That did not help.", "Still doesn't work", "It didnt work either", "No luck, sorry.", "same error as before",
        "This isn't it. That's not it.", "I’ve already tried that",
    ])
    func wordsThatTheAnswerDidNotHelp(_ text: String) {
        let answered = ConversationTrend(
            of: text, sentiment: .neutral, conversation: [.customer("How?"), .agent("Restart it.")])
        #expect(answered.unhelpfulAnswer != nil)
        // Without an answer there is none that did not help.
        let fresh = ConversationTrend(of: text, sentiment: .neutral, conversation: [.customer("How?")])
        #expect(fresh.unhelpfulAnswer == nil)
    }

    @Test(arguments: [
        "That helped, thank you!", "It works now.", "And what does it cost?", "Great, no problem.",
        "> that did not help\n\nThanks, solved.",
    ])
    func otherWordsDoNot(_ text: String) {
        let trend = ConversationTrend(
            of: text, sentiment: .neutral, conversation: [.customer("How?"), .agent("Restart it.")])
        #expect(trend.unhelpfulAnswer == nil)
    }

    @Test func aQuestionIsRepeatedOnlyAfterAnAnswer() {
        func repeated(_ earlier: String, _ newest: String, answered: Bool = true) -> Bool {
            let turns: [ConversationTurn] = [.customer(earlier)] + (answered ? [.agent("Choose Export.")] : [])
            return ConversationTrend(of: newest, sentiment: .neutral, conversation: turns).repeatedQuestion != nil
        }
        let question = "How do I export my call recordings?"
        #expect(repeated(question, "how can I export my call recordings"))
        #expect(!repeated(question, question, answered: false))
        #expect(!repeated(question, "How do I delete my call recordings?"))
        #expect(!repeated("Where is order 4711 now?", "Where is order 4712 now?"))
        #expect(!repeated("Thanks", "Thanks"))
    }

    @Test func hostsAddPhrases() {
        var vocabulary = ConversationVocabulary.english
        vocabulary.unhelpful.append("hat nicht geholfen")
        let trend = ConversationTrend(
            of: "Das hat leider … nein: Das hat nicht geholfen!", sentiment: .neutral, conversation: [.agent("So.")],
            vocabulary: vocabulary)
        #expect(trend.unhelpfulAnswer?.text == "hat nicht geholfen")
    }

    @Test func theTriagerJudgesTurnsThatTheHostHasNot() async throws {
        let triager = FakeTriager(deciding: { text in
            Triage(sentiment: text.contains("bad") ? .negative : .neutral)
        })
        let agent = try SupportAgent(knowledge: try await HelpCentre.knowledge(), triager: triager)
        let resolution = try await agent.resolve(
            SupportQuery(
                "bad: How do I reset my password?",
                conversation: [.customer("one"), .agent("two"), .customer("three", sentiment: .positive)]))
        #expect(Set(triager.messages) == ["one", "bad: How do I reset my password?"])
        let finding = try #require(resolution.findings.first { $0.reason == .negativeTrend })
        #expect(finding.explanation.contains("neutral, positive, negative"))
    }
}
