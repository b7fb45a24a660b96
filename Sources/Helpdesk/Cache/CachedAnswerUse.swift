import HelpdeskLanguage

/// What using a kept answer saved.
struct CachedAnswerUse {
    var age: Duration
    var usage: LLMUsage
    var duration: Duration
}
