public import HelpdeskTriage

extension ResolutionPolicy {
    /// What drafts cost where the host says nothing else: a useless draft costs the minute of reading it, a draft that is
    /// missing the four of writing it.
    public static let standardDraftCosts = DecisionCosts(wrongAnswer: 1, unnecessaryEscalation: 4)

    /// The thresholds that would have cost least.
    ///
    /// - Parameters:
    ///   - outcomes: Confidence as the agent gives it (calibrated) and whether the answer was right; some hundreds.
    ///   - costs: What it costs to send a wrong answer, and to have a person look at a right one.
    ///   - draftCosts: What it costs to show a person a wrong draft, and to show none though there was a right one.
    /// - Returns: The threshold from which on to send and the one from which on to draft, with what to expect of each.
    /// - Throws: ``TriageError`` (`invalidArgument`) for no outcomes or costs that are negative or not finite.
    public static func thresholds(
        for outcomes: [ScoredOutcome], costs: DecisionCosts, draftCosts: DecisionCosts = standardDraftCosts
    ) throws -> (resolve: DecisionThreshold, draft: DecisionThreshold) {
        (
            try DecisionThreshold(for: outcomes, costs: costs),
            try DecisionThreshold(for: outcomes, costs: draftCosts)
        )
    }

    /// The policy with the thresholds that would have cost least; everything else stays. See
    /// ``thresholds(for:costs:draftCosts:)``.
    public func tuned(
        to outcomes: [ScoredOutcome], costs: DecisionCosts, draftCosts: DecisionCosts = standardDraftCosts
    ) throws -> ResolutionPolicy {
        let chosen = try Self.thresholds(for: outcomes, costs: costs, draftCosts: draftCosts)
        return with(resolve: chosen.resolve.threshold, draft: chosen.draft.threshold)
    }

    /// The policy with the thresholds that cost least where confidence is calibrated: an answer is worth sending from
    /// wrong / (wrong + unnecessary) on. Needs no outcomes; everything else stays.
    ///
    /// - Throws: ``TriageError`` (`invalidArgument`) for costs that are negative or not finite, or both 0.
    public func tuned(
        to costs: DecisionCosts, draftCosts: DecisionCosts = standardDraftCosts
    ) throws -> ResolutionPolicy {
        with(resolve: try Self.balance(costs), draft: try Self.balance(draftCosts))
    }

    private static func balance(_ costs: DecisionCosts) throws -> Double {
        let sum = costs.wrongAnswer + costs.unnecessaryEscalation
        guard costs.wrongAnswer >= 0, costs.unnecessaryEscalation >= 0, sum > 0, sum.isFinite else {
            throw TriageError(.invalidArgument, "\(costs): costs must be finite and not negative, one of them above 0")
        }
        return costs.wrongAnswer / sum
    }

    private func with(resolve: Double, draft: Double) -> ResolutionPolicy {
        var policy = self
        // A threshold that nothing reaches is 1 here. What is good enough to send is good enough to propose.
        policy.resolveThreshold = min(1, resolve)
        policy.draftThreshold = min(draft, policy.resolveThreshold)
        return policy
    }
}
