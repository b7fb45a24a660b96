/// An answer before it is decided what to do with it.
struct AnswerDraft {
    var text = ""
    var citations: [Citation] = []
    var model: String
    var fallbackReason: String?
    var removedSentences: [String] = []
    var draftReason: DraftReason?
    var groundingTime = Duration.zero
}
