#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a ``TextClassifier`` makes of a text.
public struct TextClassification: Hashable, Sendable, Codable {
    /// The most probable label.
    public var label: String
    /// The probability that the label is right, given that one of the known labels is: of the texts with 0.9, nine in ten
    /// are labelled right.
    public var confidence: Double
    /// The probability that one of the known labels is right at all, if one text in two were out of scope. See
    /// ``answerProbability(outOfScopeShare:)`` for other shares.
    public var inScopeProbability: Double
    /// The likeliest labels, best first, the label itself with its confidence; at most ten. Their sum is at most 1.
    public var ranking: [LabelProbability]

    /// Creates a result.
    public init(label: String, confidence: Double, inScopeProbability: Double, ranking: [LabelProbability]) {
        self.label = label
        self.confidence = confidence
        self.inScopeProbability = inScopeProbability
        self.ranking = ranking
    }

    /// The probability that the label is right, out-of-scope texts included: the probability that the text is in scope
    /// times the confidence.
    ///
    /// - Parameter outOfScopeShare: The share of texts that none of the labels fits, from 0 to 1.
    public func answerProbability(outOfScopeShare: Double) -> Double {
        Self.inScope(inScopeProbability, outOfScopeShare: outOfScopeShare) * confidence
    }

    /// The probability of being in scope, moved from even odds to another share.
    static func inScope(_ probability: Double, outOfScopeShare: Double) -> Double {
        let share = outOfScopeShare.isNaN ? 0.5 : max(0, min(1, outOfScopeShare))
        let inside = probability * (1 - share)
        let outside = (1 - probability) * share
        return inside + outside > 0 ? inside / (inside + outside) : probability
    }
}
