import HelpdeskLanguage

/// An answer before it is decided what to do with it.
struct AnswerDraft {
    var text = ""
    var citations: [Citation] = []
    var model: String
    var fallback: AnswerFallback?
    var removedSentences: [String] = []
    var draftReason: DraftReason?
    var groundingTime = Duration.zero
    var usage = LLMUsage()
    /// The items that the check found to support its sentences.
    var supportIDs: Set<String> = []
    /// Where the answer was found in the cache, what is known of it.
    var cached: CachedAnswerUse?
}
