/// Counts the votes of the rules that matched, and decides.
struct RuleBallot {
    private struct Vote {
        var rule: String
        var vote: TriageVote
        var weight: Double
        var range: Range<Int>
    }

    private let rules: CompiledRules
    private let matcher: RuleMatcher
    private var thresholds: TriageThresholds { rules.thresholds }

    init(tokens: MessageTokens, matcher: RuleMatcher, rules: CompiledRules) {
        self.rules = rules
        self.matcher = matcher
    }

    /// The decisions. `text` gives the words in a range.
    func decide(text: (Range<Int>) -> String) -> Triage {
        var votes = votes(for: .category, category: nil)
        let (category, confidence) = category(of: votes)
        var escalations = self.votes(for: .escalation, category: category)
        let reasons = reasons(of: escalations)
        escalations.removeAll { vote in
            if case .escalation(let reason) = vote.vote { !reasons.contains(reason) } else { true }
        }
        var priorities = self.votes(for: .priority, category: category)
        let priority = priority(of: &priorities, escalations, reasons)
        var sentiments = self.votes(for: .sentiment, category: category)
        let sentiment = sentiment(of: &sentiments, escalations, priorities, priority)
        votes += escalations + priorities + sentiments
        let evidence = votes.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
        }
        return Triage(
            category: category, categoryConfidence: confidence, priority: priority, sentiment: sentiment,
            escalationReasons: reasons,
            evidence: evidence.map {
                TriageEvidence(
                    rule: $0.rule, vote: $0.vote.name, weight: $0.weight, text: text($0.range), range: $0.range)
            })
    }

    /// The votes of the rules for one decision: the best match of each, and what further ones add.
    private func votes(for decision: TriageDecision, category: TicketCategory?) -> [Vote] {
        var votes: [Vote] = []
        for (index, rule) in rules.rules.enumerated() where rule.vote.decision == decision {
            let matches = matcher.matches[index]
            if matches.isEmpty { continue }
            if let category, !rule.categories.isEmpty, !rule.categories.contains(category) { continue }
            var best = 0.0
            var first = votes.count
            for match in matches {
                var vote = rule.vote
                switch rule.negation {
                case .ignored: break
                case .cancelsIfDenied: if match.isDenied { continue }
                case .cancels: if match.isNegated || match.isDenied { continue }
                case .flips(let other): if match.isNegated || match.isDenied { vote = other }
                }
                let weight = rule.weight * factor(match, decision)
                if weight == 0 { continue }
                votes.append(
                    Vote(rule: rule.name, vote: vote, weight: weight, range: Int(match.start)..<Int(match.end)))
                if abs(weight) > abs(best) { best = weight }
            }
            // Only the weightiest counts in full.
            var isFirst = true
            while first < votes.count {
                if isFirst && votes[first].weight == best {
                    isFirst = false
                } else {
                    votes[first].weight *= thresholds.repeatFactor
                }
                first += 1
            }
        }
        return votes
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
        .humanRequested,
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
        return scores.filter { $0.score >= thresholds.escalation }.map(\.reason).sorted {
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
        var scores: [TicketPriority: Double] = [:]
        for vote in votes {
            if case .priority(let priority) = vote.vote { scores[priority, default: 0] += vote.weight }
        }
        let urgent = scores[.urgent] ?? 0
        let low = scores[.low] ?? 0
        let floor = reasons.map(Self.floor).max() ?? .low
        let noHurry = low >= thresholds.explicitLow
        let isFact = floor == .urgent || urgent >= thresholds.explicitLow
        let priority: TicketPriority =
            if floor == .urgent || urgent >= thresholds.priority && (!noHurry || isFact) {
                .urgent
            } else if noHurry {
                .low
            } else if floor == .high || (scores[.high] ?? 0) >= thresholds.priority {
                .high
            } else if low >= thresholds.priority && low > (scores[.medium] ?? 0) {
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
        if negative >= thresholds.sentiment && negative >= positive { return .negative }
        if positive >= thresholds.sentiment && positive > negative { return .positive }
        return .neutral
    }
}
