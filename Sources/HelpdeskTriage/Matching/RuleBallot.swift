/// Counts the votes of the rules that matched, and decides.
struct RuleBallot {
    private struct Vote {
        var rule: Int
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
            if case .escalation(let reason) = vote.vote { !reasons.contains(reason) } else { true }
        }
        var priorities = self.votes(for: .priority, category: category)
        let priority = priority(of: &priorities, escalations, reasons)
        var sentiments = self.votes(for: .sentiment, category: category)
        let sentiment = sentiment(of: &sentiments, escalations, priorities, priority)
        let decided: Set<TriageVote> = [.category(category), .priority(priority), .sentiment(sentiment)]
        let evidence = (categories + escalations + priorities + sentiments).map { vote in
            let stands = vote.vote.decision == .escalation || decided.contains(vote.vote)
            return TriageEvidence(
                rule: rules.rules[vote.rule].name, vote: vote.vote.name, weight: vote.weight,
                isCertain: vote.isCertain && stands, text: text(vote.range), range: vote.range)
        }
        return Triage(
            category: category, categoryConfidence: confidence, priority: priority, sentiment: sentiment,
            escalationReasons: reasons,
            evidence: evidence.sorted {
                ($0.range.lowerBound, $0.range.upperBound, $0.rule)
                    < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
            })
    }

    /// The votes of the rules for one decision: the best match of each, and what further ones add.
    private func votes(for decision: TriageDecision, category: TicketCategory?) -> [Vote] {
        var votes: [Vote] = []
        for index in rules.rulesOfDecision[decision.number] {
            let matches = matcher.matches(of: index)
            if matches.isEmpty { continue }
            let limits = rules.rules[index].categories
            if let category, !limits.isEmpty, !limits.contains(category) { continue }
            let first = votes.count
            var best = 0.0
            for match in matches {
                guard let vote = vote(of: match, index, decision) else { continue }
                votes.append(vote)
                if abs(vote.weight) > abs(best) { best = vote.weight }
            }
            if rules.rules[index].addsUp { continue }
            // Only the weightiest counts in full.
            var isFirst = true
            for position in first..<votes.count {
                if isFirst && votes[position].weight == best {
                    isFirst = false
                } else {
                    votes[position].weight *= thresholds.repeatFactor
                }
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
            rule: index, vote: vote, weight: weight, isCertain: isCertain,
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
        var scores: [(category: TicketCategory, score: Double)] = []
        for vote in votes {
            guard case .category(let category) = vote.vote else { continue }
            if let index = scores.firstIndex(where: { $0.category == category }) {
                scores[index].score += vote.weight
            } else {
                scores.append((category, vote.weight))
            }
        }
        if case .category(let category) = certain(votes) {
            let others = scores.filter { $0.category != category }.map(\.score).max() ?? 0
            let score = max(thresholds.category, scores.first { $0.category == category }?.score ?? 0)
            return (category, score / (score + min(score, max(0, others)) + 0.1))
        }
        scores.sort { ($0.score, -Self.rank($0.category)) > ($1.score, -Self.rank($1.category)) }
        let second = scores.count > 1 ? max(0, scores[1].score) : 0
        guard let best = scores.first, best.score >= thresholds.category else {
            return (.general, 1 / (2 + max(0, scores.first?.score ?? 0)))
        }
        return (best.category, best.score / (best.score + second + 1))
    }

    /// Where two have the same score, the more severe.
    private static func rank(_ category: TicketCategory) -> Int {
        [.bugReport, .billing, .technical, .featureRequest].firstIndex(of: category) ?? 4
    }

    // MARK: Escalation

    private static let order: [EscalationReason] = [
        .safety, .securityIncident, .outage, .dataLoss, .legalThreat, .disputedLargeSum, .repeatedContact,
        .humanRequested, .accountAction,
    ]

    private func reasons(of votes: [Vote]) -> [EscalationReason] {
        var scores: [(reason: EscalationReason, score: Double)] = []
        for vote in votes {
            guard case .escalation(let reason) = vote.vote else { continue }
            if let index = scores.firstIndex(where: { $0.reason == reason }) {
                scores[index].score += vote.weight
            } else {
                scores.append((reason, vote.weight))
            }
        }
        let certain = Set(votes.filter(\.isCertain).map(\.vote))
        return scores.filter { reason, score in
            score >= thresholds.escalation || certain.contains(.escalation(reason))
        }.map(\.reason).sorted {
            let first = Self.order.firstIndex(of: $0) ?? Self.order.count
            let second = Self.order.firstIndex(of: $1) ?? Self.order.count
            return (first, $0.rawValue) < (second, $1.rawValue)
        }
    }

    // MARK: Priority

    /// What a reason to escalate makes of the priority by itself.
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
        let isFact = floor == .urgent || scores.urgent >= thresholds.explicitLow
        var certain: TicketPriority?
        if case .priority(let priority) = self.certain(votes) { certain = priority }
        if certain == nil, scores.low >= thresholds.explicitLow { certain = .low }
        let priority: TicketPriority =
            if let certain, certain >= .high || !isFact {
                max(certain, certain == .low ? .low : floor)
            } else if floor == .urgent || scores.urgent >= max(scores.medium, scores.high, scores.low) {
                .urgent
            } else if floor == .high || scores.high >= max(scores.medium, scores.low) {
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
                votes.append(vote)
            }
        }
        return priority
    }

    // MARK: Sentiment

    /// Reporting harm under way reads negative even in calm words, and so, mostly, does being blocked or pressed.
    private func sentiment(
        of votes: inout [Vote], _ escalations: [Vote], _ priorities: [Vote], _ priority: TicketPriority
    ) -> Sentiment {
        let grievance = escalations.first { vote in
            guard case .escalation(let reason) = vote.vote else { return false }
            return Self.floor(of: reason) >= .high
        }
        if var grievance {
            grievance.vote = .sentiment(.negative)
            grievance.weight = thresholds.grievance
            votes.append(grievance)
        }
        for vote in priorities {
            guard case .priority(let level) = vote.vote, level == priority, level >= .high, vote.weight > 0 else {
                continue
            }
            var vote = vote
            vote.vote = .sentiment(.negative)
            vote.weight = level == .urgent ? thresholds.urgentDistress : thresholds.highDistress
            votes.append(vote)
            break
        }
        var negative = 0.0
        var positive = 0.0
        for vote in votes {
            switch vote.vote {
            case .sentiment(.negative): negative += vote.weight
            case .sentiment(.positive): positive += vote.weight
            default: break
            }
        }
        if case .sentiment(let sentiment) = certain(votes) { return sentiment }
        if negative >= thresholds.sentiment && negative >= positive { return .negative }
        if positive >= thresholds.sentiment && positive > negative { return .positive }
        return .neutral
    }
}
