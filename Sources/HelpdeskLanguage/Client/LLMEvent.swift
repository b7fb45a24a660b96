/// A piece of a streamed answer.
public enum LLMEvent: Hashable, Sendable {
    /// The next characters of the answer; never empty.
    case text(String)
    /// What the text so far rests on.
    case citation(LLMCitation)
    /// The cost so far; a later one replaces an earlier one.
    case usage(LLMUsage)
    /// The last event: why the answer ended.
    case stop(LLMStopReason)
}
