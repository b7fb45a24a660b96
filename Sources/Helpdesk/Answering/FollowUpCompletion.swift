/// How a message such as "and for the annual plan?" becomes a question that can be searched for.
public enum FollowUpCompletion: Hashable, Sendable {
    /// The message is searched for as it is.
    case off
    /// By rules, from the words of the conversation.
    case rules
    /// Where the rules say that the message is a follow-up, the language model writes the question, if there is one and
    /// it is in time; else by rules. A message that stands on its own costs no call.
    case model(timeout: Duration)
}
