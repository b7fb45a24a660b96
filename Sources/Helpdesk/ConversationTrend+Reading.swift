import HelpdeskLanguage
public import HelpdeskTriage

extension ConversationTrend {
    /// Reads a conversation. Linear in its length.
    ///
    /// - Parameters:
    ///   - message: The customer's newest message.
    ///   - sentiment: How it reads.
    ///   - conversation: The turns before it, oldest first; the sentiments of the customer's are taken from them.
    ///   - thresholds: When the mood gets worse, and what is the same question.
    ///   - vocabulary: The phrases that say that an answer did not help.
    public init(
        of message: String, sentiment: Sentiment, conversation: [ConversationTurn],
        thresholds: Thresholds = Thresholds(), vocabulary: ConversationVocabulary = .english
    ) {
        self.init(
            of: message, sentiment: sentiment, conversation: conversation, thresholds: thresholds,
            reader: ConversationReader(vocabulary))
    }

    init(
        of message: String, sentiment: Sentiment, conversation: [ConversationTurn], thresholds: Thresholds,
        reader: ConversationReader
    ) {
        let earlier = conversation.filter { $0.speaker == .customer }.compactMap(\.sentiment)
        let all = earlier + [sentiment]
        self.init(
            sentiments: all, direction: Self.direction(from: earlier, to: sentiment, thresholds),
            negativeTurns: all.reversed().prefix { $0 == .negative }.count)
        guard let answer = conversation.lastIndex(where: { $0.speaker == .agent }) else { return }
        repeatedQuestion = Self.repetition(
            of: message, in: conversation[..<answer], minimumSimilarity: thresholds.minimumSimilarity)
        unhelpfulAnswer = Self.unhelpfulAnswer(message, reader)
    }

    private static func value(_ sentiment: Sentiment) -> Double {
        switch sentiment {
        case .negative: -1
        case .neutral: 0
        case .positive: 1
        }
    }

    /// Only a negative message makes a conversation worse: after thanks, a neutral question is no complaint.
    private static func direction(
        from earlier: [Sentiment], to sentiment: Sentiment, _ thresholds: Thresholds
    ) -> Direction {
        guard !earlier.isEmpty else { return .steady }
        let change = value(sentiment) - earlier.reduce(0) { $0 + value($1) } / Double(earlier.count)
        if sentiment == .negative, -change >= thresholds.minimumDrop { return .worsening }
        return change >= thresholds.minimumDrop ? .improving : .steady
    }

    /// The last customer's turn that asks nearly the same, with the same numbers: another order is another question.
    private static func repetition(
        of message: String, in turns: ArraySlice<ConversationTurn>, minimumSimilarity: Double
    ) -> EscalationEvidence? {
        let newest = ContentWords([MessageText(message).newest])
        guard newest.stems.count >= 2 else { return nil }
        for index in turns.indices.reversed() where turns[index].speaker == .customer {
            let words = ContentWords([MessageText(turns[index].text).newest])
            guard words.stems.count >= 2, words.numbers == newest.numbers else { continue }
            let shared = words.stems.intersection(newest.stems).count
            let similarity = Double(shared) / Double(words.stems.count + newest.stems.count - shared)
            if similarity >= minimumSimilarity {
                return EscalationEvidence(
                    text: turns[index].text.trimmed.shortened(to: EscalationSummaryWriter.maximumEvidence), turn: index)
            }
        }
        return nil
    }

    private static func unhelpfulAnswer(_ message: String, _ reader: ConversationReader) -> EscalationEvidence? {
        for sentence in ConversationSentence.sentences(of: message) {
            guard let match = reader.unhelpful.first(in: sentence.words) else { continue }
            let range =
                sentence.words[match.lowerBound].range
                .lowerBound..<sentence.words[match.upperBound - 1].range.upperBound
            return EscalationEvidence(text: message.scalars(in: range), range: range)
        }
        return nil
    }
}

extension String {
    /// The text in a range of offsets of Unicode scalars.
    func scalars(in range: Range<Int>) -> String {
        String(String.UnicodeScalarView(unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
    }
}
