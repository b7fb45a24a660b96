import HelpdeskLanguage
import HelpdeskTriage

/// Finding the sentences that say what the customer wants.
extension EscalationSummaryWriter {
    private struct Candidate {
        var range: Range<Int>
        var weight: Double
        var isAttempt: Bool
    }

    /// A problem with fewer words that say something needs what was said before.
    private static let completeProblem = 4
    /// Sentences with fewer of them need those around them.
    private static let completeSentence = 3

    /// One or two sentences in the customer's words; a message that cannot stand alone ("Still the same.") follows the
    /// sentence of an earlier one that it continues.
    func problem(_ messages: [Message]) -> String {
        guard let newest = messages.last else { return "" }
        let chosen = best(newest, evidence: evidence, count: 2)
        var parts = chosen.map { newest.text.line($0.range) }
        if parts.isEmpty { parts = [whole(newest)] }
        if ContentWords(parts).stems.count < Self.completeProblem, let earlier = earlierProblem(messages.dropLast()) {
            if !parts.contains(earlier) { parts.insert(earlier, at: 0) }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ").shortened(to: options.maximumProblemLength)
    }

    private func earlierProblem(_ messages: ArraySlice<Message>) -> String? {
        for message in messages.reversed() {
            guard let best = best(message, evidence: [], count: 1).first, best.weight > 0 else { continue }
            let line = message.text.line(best.range)
            if ContentWords([line]).stems.count >= 2 { return line }
        }
        return nil
    }

    /// What the customer wrote now, where no sentence stands out.
    private func whole(_ message: Message) -> String {
        guard let first = message.sentences.first, let last = message.sentences.last else {
            return message.text.line(limit: options.maximumProblemLength)
        }
        return message.text.line(first.range.lowerBound..<last.range.upperBound, limit: options.maximumProblemLength)
    }

    /// The likeliest sentences, in the order of the message.
    private func best(_ message: Message, evidence: [Range<Int>], count: Int) -> [Candidate] {
        let evidence = evidence.sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        let candidates = message.sentences.compactMap { sentence -> Candidate? in
            var touching = 0
            while next < evidence.count, evidence[next].lowerBound < sentence.range.upperBound {
                if evidence[next].lowerBound >= sentence.range.lowerBound { touching += 1 }
                next += 1
            }
            let weight = reader.weight(of: sentence, evidence: touching)
            guard weight > ConversationReader.courtesyWeight else { return nil }
            return Candidate(
                range: reader.withoutGreeting(sentence, message.text.scalars), weight: weight,
                isAttempt: reader.isAttempt(sentence))
        }
        let ranked = candidates.indices.sorted {
            candidates[$0].weight == candidates[$1].weight ? $0 < $1 : candidates[$0].weight > candidates[$1].weight
        }
        guard let first = ranked.first else { return [] }
        let others = ranked.dropFirst().filter { candidates[$0].weight >= 0.5 }
        var chosen = ([first] + others).prefix(count).sorted()
        // "What now?" stands for what was said before it, "One idea!" for what follows.
        while count > 1, chosen.count <= count, let low = chosen.first, let high = chosen.last,
            ContentWords(chosen.map { message.text.line(candidates[$0].range) }).stems.count < Self.completeSentence
        {
            guard
                let near = [low - 1, high + 1].first(where: {
                    candidates.indices.contains($0) && !candidates[$0].isAttempt
                })
            else { break }
            chosen = (chosen + [near]).sorted()
        }
        return chosen.map { candidates[$0] }
    }

    /// The words that made the category and the reasons, those of the reasons counting double.
    private var evidence: [Range<Int>] {
        let triage = input.assessment.input.triage
        let reasons = Set(triage.escalationReasons.map(\.rawValue))
        return triage.evidence.flatMap { evidence -> [Range<Int>] in
            if evidence.isLearned { return [] }
            if reasons.contains(evidence.vote) { return [evidence.range, evidence.range] }
            return evidence.vote == triage.category.rawValue ? [evidence.range] : []
        }
    }
}

extension ConversationReader {
    /// How far a salutation reaches at most, in words.
    private static let maximumSalutation = 4

    /// "Hi Ann, my invoice is wrong" without "Hi Ann,".
    func withoutGreeting(_ sentence: ConversationSentence, _ scalars: [Unicode.Scalar]) -> Range<Int> {
        guard beginsWithCourtesy(sentence) else { return sentence.range }
        let words = sentence.words
        for index in words.indices.prefix(Self.maximumSalutation) where index + 1 < words.count {
            let between =
                words[index].range
                .upperBound..<max(
                    words[index].range.upperBound, words[index + 1].range.lowerBound)
            if scalars[between].contains(where: { $0 == "," || $0 == "!" || $0 == ":" || $0 == "-" || $0 == "–" }) {
                return words[index + 1].range.lowerBound..<sentence.range.upperBound
            }
        }
        return sentence.range
    }
}
