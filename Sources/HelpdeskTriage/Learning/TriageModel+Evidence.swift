/// Which words spoke for what a model decided.
extension TriageModel {
    /// The name of evidence that is learned, in place of a rule's.
    static let evidenceName = "learned"
    private static let wordsPerVote = 3
    private static let leastShare: Float = 0.02

    /// The words that spoke most for the decisions, in the order of the message.
    func evidence(for decision: LearnedDecision, in message: MessageText) -> [TriageEvidence] {
        let text = TicketFeatures.words(of: message)
        let offsets = Self.offsets(of: text, in: message)
        let scalars = message.scalars
        var result: [TriageEvidence] = []
        for part in parts {
            var start = 0
            for head in part.heads {
                defer { start += Self.width(of: head, categories: categories.count) }
                guard let (column, vote) = vote(head, decision) else { continue }
                let shares = part.machine.contributions(of: text, to: start + column)
                for (range, share) in shares.sorted(by: { $0.share > $1.share }).prefix(Self.wordsPerVote)
                where share >= Self.leastShare && range.upperBound <= offsets.count {
                    let place = offsets[range.lowerBound]..<(offsets[range.upperBound - 1] + 1)
                    var words = String.UnicodeScalarView()
                    words.append(contentsOf: scalars[place])
                    result.append(
                        TriageEvidence(
                            rule: Self.evidenceName, vote: vote, weight: Double(share), text: String(words),
                            range: place))
                }
            }
        }
        return result
    }

    /// The score that decided, and what it voted for; `nil` for what is the usual.
    private func vote(_ head: TriageDecision, _ decision: LearnedDecision) -> (column: Int, vote: String)? {
        switch head {
        case .category:
            guard let best = decision.categories.first,
                let column = categories.firstIndex(where: { $0.rawValue == best.label })
            else { return nil }
            return (column, best.label)
        case .priority:
            guard let value = decision.priorityValue, value != .medium,
                let column = TicketPriority.allCases.firstIndex(of: value)
            else { return nil }
            return (column, value.rawValue)
        case .sentiment:
            guard let value = decision.sentimentValue, value != .neutral,
                let column = Sentiment.allCases.firstIndex(of: value)
            else { return nil }
            return (column, value.rawValue)
        case .escalation:
            guard decision.needsHuman, let reason = decision.reasons.first else { return nil }
            return (0, reason.rawValue)
        }
    }

    /// For each scalar of the customer's own words, its offset in the message.
    private static func offsets(of text: String, in message: MessageText) -> [Int] {
        let newest = message.parts.filter { $0.kind == .newest }.flatMap { Array($0.range) }
        let count = text.unicodeScalars.count
        return newest.count == count ? newest : Array(0..<count)
    }
}
