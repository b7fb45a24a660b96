/// Counts the votes of the rules that matched, and decides.
struct RuleBallot {
    private struct Vote {
        var rule: Int
        var pattern: Int32
        var vote: TriageVote
        var weight: Double
        var isCertain = false
        var range: Range<Int>
    }

    private let rules: CompiledRules
    private let matcher: RuleMatcher
    private var thresholds: TriageThresholds { rules.thresholds }

    init(matcher: RuleMatcher, rules: CompiledRules) {
        self.rules = rules
        self.matcher = matcher
    }

    /// The decisions. `text` gives the words in a range.
    func decide(text: (Range<Int>) -> String) -> Triage {
        let categories = votes(for: .category, category: nil)
        let (category, confidence) = category(of: categories)
        var escalations = self.votes(for: .escalation, category: category)
        let reasons = reasons(of: escalations)
        escalations.removeAll { vote in
            if case .escalation(let reason) = vote.vote {
                !reasons.contains(reason) && reason != .notNeeded
            } else {
                true
            }
        }
        var priorities = self.votes(for: .priority, category: category)
        let priority = priority(of: &priorities, escalations, reasons)
        var sentiments = self.votes(for: .sentiment, category: category)
        let sentiment = sentiment(of: &sentiments, escalations)
        let decided: [TriageVote] = [.category(category), .priority(priority), .sentiment(sentiment)]
        var votes = categories + escalations + priorities + sentiments
        votes.sort {
            ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
        }
        var evidence: [TriageEvidence] = []
        evidence.reserveCapacity(votes.count)
        for vote in votes {
            let stands = vote.isCertain && (vote.vote.decision == .escalation || decided.contains(vote.vote))
            // Many rules match the same words, which are copied once.
            let words = evidence.last?.range == vote.range ? evidence[evidence.count - 1].text : text(vote.range)
            evidence.append(
                TriageEvidence(
                    rule: rules.rules[vote.rule].name, vote: vote.vote.name, weight: vote.weight, isCertain: stands,
                    text: words, range: vote.range))
        }
        return Triage(
            category: category, categoryConfidence: confidence, priority: priority, sentiment: sentiment,
            escalationReasons: reasons, evidence: evidence)
    }

    /// The votes of the rules for one decision: the best match of each, and what further ones add.
    private func votes(for decision: TriageDecision, category: TicketCategory?) -> [Vote] {
        var votes: [Vote] = []
        for index in rules.rulesOfDecision[decision.number] {
            guard let firstMatch = matcher.firstMatch(of: index) else { continue }
            let limits = rules.rules[index].categories
            if let category, !limits.isEmpty, !limits.contains(category) { continue }
            let first = votes.count
            var best = 0.0
            var number: Int? = firstMatch
            while let current = number {
                let (match, next) = matcher.match(current)
                number = next
                guard var vote = vote(of: match, index, decision) else { continue }
                // Of one phrase, and of a rule that does not add up, only the weightiest match counts in full.
                if rules.rules[index].addsUp {
                    let isKnown = votes[first...].contains { $0.pattern == match.pattern }
                    if isKnown { vote.weight *= thresholds.repeatFactor }
                } else if abs(vote.weight) > abs(best) {
                    for position in first..<votes.count where votes[position].weight == best {
                        votes[position].weight *= thresholds.repeatFactor
                    }
                    best = vote.weight
                } else {
                    vote.weight *= thresholds.repeatFactor
                }
                votes.append(vote)
            }
        }
        return votes
    }

    private func vote(of match: RuleMatcher.Match, _ index: Int, _ decision: TriageDecision) -> Vote? {
        var vote = rules.rules[index].vote
        var isCertain = rules.rules[index].isCertain && !match.isQuoted
        switch rules.rules[index].negation {
        case .ignored: break
        case .cancelsIfDenied: if match.isDenied { return nil }
        case .cancels: if match.isNegated || match.isDenied { return nil }
        case .flips(let other):
            if match.isNegated || match.isDenied {
                vote = other
                isCertain = false
            }
        }
        let weight = rules.rules[index].weight * factor(match, decision)
        if weight == 0 { return nil }
        return Vote(
            rule: index, pattern: match.pattern, vote: vote, weight: weight, isCertain: isCertain,
            range: Int(match.start)..<Int(match.end))
    }

    /// What the weightiest of the certain rules that matched says.
    private func certain(_ votes: [Vote]) -> TriageVote? {
        var best: Vote?
        for vote in votes where vote.isCertain && vote.weight > best?.weight ?? 0 { best = vote }
        return best?.vote
    }

    private func factor(_ match: RuleMatcher.Match, _ decision: TriageDecision) -> Double {
        guard decision == .category else { return match.isQuoted ? 0 : 1 }
        var factor = match.isQuoted ? thresholds.quotedFactor : 1
        if matcher.remarks.contains(match.sentence) { factor *= thresholds.remarkFactor }
        if matcher.requests.contains(match.sentence) { factor *= thresholds.requestFactor }
        return factor
    }

    // MARK: Category

    private func category(of votes: [Vote]) -> (TicketCategory, Double) {
        var scores: [(category: TicketCategory, score: Double)] = [(.general, thresholds.category)]
        for vote in votes {
            guard case .category(let category) = vote.vote else { continue }
            if let index = scores.firstIndex(where: { $0.category == category }) {
                scores[index].score += vote.weight
            } else {
                scores.append((category, vote.weight))
            }
        }
        scores.sort { ($0.score, -Self.rank($0.category)) > ($1.score, -Self.rank($1.category)) }
        let best = scores[0]
        if case .category(let category) = certain(votes) {
            let score = scores.first { $0.category == category }?.score ?? 0
            return (category, max(0.97, share(of: score, among: scores.map(\.score))))
        }
        return (best.category, share(of: best.score, among: scores.map(\.score)))
    }

    /// The share of a score when scores are logarithms.
    private func share(of score: Double, among scores: [Double]) -> Double {
        let best = scores.max() ?? score
        let sum = scores.reduce(0) { $0 + exponential(Self.categorySharpness * ($1 - best)) }
        return exponential(Self.categorySharpness * (score - best)) / sum
    }

    /// The category scores are log-odds divided by this.
    private static let categorySharpness = 2.0

    /// Where two have the same score, the more severe.
    private static func rank(_ category: TicketCategory) -> Int {
        category == .general
            ? 5 : [.bugReport, .billing, .technical, .featureRequest].firstIndex(of: category) ?? 4
    }

    // MARK: Escalation

    private static let order: [EscalationReason] = [
        .safety, .securityIncident, .outage, .dataLoss, .legalThreat, .disputedLargeSum, .repeatedContact,
        .humanRequested, .accountAction,
    ]

    /// How much more two reasons of the same score say together: the scores are log-odds divided by this.
    private static let sharpness = 4.0

    /// The reasons whose score reaches the threshold; where only several together reach it, the best of them.
    private func reasons(of votes: [Vote]) -> [EscalationReason] {
        var scores: [(reason: EscalationReason, score: Double)] = []
        var needed = thresholds.escalation
        for vote in votes {
            guard case .escalation(let reason) = vote.vote else { continue }
            if reason == .notNeeded {
                needed += vote.weight
            } else if let index = scores.firstIndex(where: { $0.reason == reason }) {
                scores[index].score += vote.weight
            } else {
                scores.append((reason, vote.weight))
            }
        }
        let certain = Set(votes.filter(\.isCertain).map(\.vote))
        var reasons = scores.filter { reason, score in
            score >= needed || certain.contains(.escalation(reason))
        }
        if reasons.isEmpty, let best = scores.max(by: { $0.score < $1.score }), best.score > 0 {
            let together = scores.reduce(0) { $0 + exponential(Self.sharpness * ($1.score - needed)) }
            if together >= 1 { reasons = [best] }
        }
        return reasons.map(\.reason).sorted {
            let first = Self.order.firstIndex(of: $0) ?? Self.order.count
            let second = Self.order.firstIndex(of: $1) ?? Self.order.count
            return (first, $0.rawValue) < (second, $1.rawValue)
        }
    }

    // MARK: Priority

    /// The priority that a reason to escalate speaks for by itself.
    private static func floor(of reason: EscalationReason) -> TicketPriority {
        switch reason {
        case .safety, .securityIncident, .outage: .urgent
        case .dataLoss, .legalThreat, .disputedLargeSum, .repeatedContact: .high
        default: .low
        }
    }

    private func priority(
        of votes: inout [Vote], _ escalations: [Vote], _ reasons: [EscalationReason]
    ) -> TicketPriority {
        var scores = (low: 0.0, medium: thresholds.priority, high: 0.0, urgent: 0.0)
        for vote in votes {
            switch vote.vote {
            case .priority(.low): scores.low += vote.weight
            case .priority(.medium): scores.medium += vote.weight
            case .priority(.high): scores.high += vote.weight
            case .priority(.urgent): scores.urgent += vote.weight
            default: break
            }
        }
        let floor = reasons.map(Self.floor).max() ?? .low
        if floor == .urgent { scores.urgent += thresholds.urgentReason }
        if floor == .high { scores.high += thresholds.highReason }
        // "No hurry" does not override facts of the urgent kind.
        if floor == .urgent { scores.low = 0 }
        let isFact = floor == .urgent || scores.urgent >= thresholds.explicitLow
        var certain: TicketPriority?
        if case .priority(let priority) = self.certain(votes) { certain = priority }
        if certain == nil, scores.low >= thresholds.explicitLow { certain = .low }
        let priority: TicketPriority =
            if let certain {
                certain < .high && isFact ? .urgent : certain
            } else if scores.urgent >= max(scores.medium, scores.high, scores.low) {
                .urgent
            } else if scores.high >= max(scores.medium, scores.low) {
                .high
            } else if scores.low >= scores.medium {
                .low
            } else {
                .medium
            }
        if priority >= .high {
            for vote in escalations {
                guard case .escalation(let reason) = vote.vote, Self.floor(of: reason) == priority else { continue }
                var vote = vote
                vote.vote = .priority(priority)
                vote.isCertain = false
                votes.append(vote)
            }
        }
        return priority
    }

    // MARK: Sentiment

    /// Reporting harm under way reads negative even in calm words.
    private func sentiment(of votes: inout [Vote], _ escalations: [Vote]) -> Sentiment {
        let harm = escalations.first { vote in
            guard case .escalation(let reason) = vote.vote else { return false }
            return Self.floor(of: reason) >= .high
        }
        if var harm, thresholds.distress > 0 {
            harm.vote = .sentiment(.negative)
            harm.weight = thresholds.distress
            harm.isCertain = false
            votes.append(harm)
        }
        var negative = 0.0
        var neutral = thresholds.sentiment
        var positive = 0.0
        for vote in votes {
            switch vote.vote {
            case .sentiment(.negative): negative += vote.weight
            case .sentiment(.positive): positive += vote.weight
            case .sentiment(.neutral): neutral += vote.weight
            default: break
            }
        }
        if case .sentiment(let sentiment) = certain(votes) { return sentiment }
        if negative >= max(neutral, positive) { return .negative }
        if positive >= neutral { return .positive }
        return .neutral
    }
}
