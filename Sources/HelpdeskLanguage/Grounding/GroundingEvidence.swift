/// What the model of the grounding check sees of a sentence: for fitting it anew.
public struct GroundingEvidence: Hashable, Sendable {
    /// What sort of sentence it is.
    public enum Claim: String, Hashable, Sendable {
        /// A statement or instruction.
        case statement
        /// "The articles do not say …".
        case refusal
        /// Politeness, an offer of help, a question.
        case none
    }

    /// The names of the features, in order.
    public static let featureNames = GroundingFeatures.names

    /// Where the sentence stands in the answer, in Unicode scalars.
    public var range: Range<Int>
    /// What sort of sentence it is.
    public var claim: Claim
    /// The features, as many as there are names.
    public var features: [Double]
}

extension GroundingCheck {
    /// The features of the sentences of an answer. O(length of the answer), given the sources.
    public static func evidence(of answer: String, by sources: Sources) -> [GroundingEvidence] {
        var contexts: [GroundingExamination.Context] = []
        return ranges(of: answer).map { range in
            let bytes = Array(answer[range].utf8)
            let examination = GroundingExamination(bytes, 0..<bytes.count, context: context(contexts), sources: sources)
            contexts.append(context(after: bytes, sources))
            if contexts.count > memory { contexts.removeFirst() }
            let scalars = answer.unicodeScalars
            let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
            let claim: GroundingEvidence.Claim =
                switch examination.claim {
                case .statement: .statement
                case .refusal: .refusal
                case .none: .none
                }
            return GroundingEvidence(
                range: start..<start + answer[range].unicodeScalars.count, claim: claim,
                features: examination.features.values)
        }
    }
}
