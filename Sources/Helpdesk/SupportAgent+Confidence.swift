import HelpdeskKnowledge
import HelpdeskLanguage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How sure an answer is.
extension SupportAgent {
    /// The probability that an answer with these features is right; 0 where there is no answer.
    func confidence(_ features: ConfidenceFeatures?) -> Double {
        features.map { configuration.calibration.probability(configuration.confidence.probability($0)) } ?? 0
    }

    /// What an answer is judged by: the source it rests on most, and how well it keeps to the sources; `nil` where there
    /// is no answer.
    func confidenceFeatures(
        of draft: AnswerDraft, hits: [SearchHit], searchText: String, time: Date?, background: Double?
    ) -> ConfidenceFeatures? {
        guard !draft.text.isEmpty else { return nil }
        var hits = hits
        if let cited = draft.citations.first?.itemID, let index = hits.firstIndex(where: { $0.item.id == cited }) {
            hits.insert(hits.remove(at: index), at: 0)
        }
        var features = ConfidenceFeatures(hits: hits, query: searchText, time: time, background: background)
        features.grounding = grounding(of: draft)
        return features
    }

    /// The share of an answer's sentences that sources support. A quoted answer is grounded by its making; one that the
    /// host does not want checked counts as grounded.
    private func grounding(of draft: AnswerDraft) -> Double {
        guard draft.model != fallback.model, configuration.grounding != nil, draft.cached == nil else { return 1 }
        guard !draft.citations.isEmpty else { return 0 }
        let kept = Double(GroundingCheck.sentences(of: draft.text).count)
        let removed = Double(draft.removedSentences.count)
        return kept + removed > 0 ? kept / (kept + removed) : 0
    }
}
