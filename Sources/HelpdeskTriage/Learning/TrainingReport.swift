/// What training found out about itself, on examples that were left out.
public struct TrainingReport: Hashable, Sendable, Codable {
    /// How many examples were learned from.
    public var examples: Int
    /// How many different labels they have.
    public var labels: Int
    /// The share of examples that are labelled right by a fit without them.
    public var accuracy: Double
    /// Confidence and outcome of each example, by a fit without it (in scope, all of them).
    public var outcomes: [ScoredOutcome]
    /// Pairs of scope probability and confidence of examples, by fits that did not know a third of the labels. The
    /// examples of those labels are out of scope. Empty where there are fewer than six labels.
    public var scopeOutcomes: [ScopeOutcome]

    /// An example as a fit saw it that did not know a third of the labels.
    public struct ScopeOutcome: Hashable, Sendable, Codable {
        /// The probability of being in scope, at even odds.
        public var inScopeProbability: Double
        /// The confidence in the label found.
        public var confidence: Double
        /// Whether its label was known.
        public var isInScope: Bool
        /// Whether the label found is right.
        public var isRight: Bool
    }

    /// What to expect of answers at every threshold of ``TextClassification/answerProbability(outOfScopeShare:)``, for
    /// ``DecisionThreshold``.
    ///
    /// - Parameter outOfScopeShare: The share of questions that none of the labels fits, from 0 to 1.
    public func outcomes(outOfScopeShare: Double) -> [ScoredOutcome] {
        let share = max(0, min(1, outOfScopeShare))
        guard !scopeOutcomes.isEmpty, share > 0 else { return outcomes }
        let inside = Double(scopeOutcomes.count(where: \.isInScope))
        let outside = Double(scopeOutcomes.count) - inside
        return scopeOutcomes.map { outcome in
            ScoredOutcome(
                score: TextClassification.inScope(outcome.inScopeProbability, outOfScopeShare: share)
                    * outcome.confidence,
                isRight: outcome.isRight,
                weight: outcome.isInScope ? (1 - share) / max(1, inside) : share / max(1, outside))
        }
    }
}
